#include "app/desktop/status/devices_sheet.h"

#include "app/desktop/devices/device_words.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/status_strip.h"
#include "app/text/sentence.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bl::desktop {

DevicesSheet::DevicesSheet(DeviceDesk& devices, const Theme& theme, QWidget* window)
    : Sheet(theme, window)
    , m_devices(devices)
    , m_theme(theme)
    , m_nothing(newLabel(TextLook::Muted, this))
    , m_look(new ActionButton(theme, this))
    , m_console(new ActionButton(theme, this))
    , m_done(new PrimaryButton(theme, this))
{
    setCardWidth(620);
    m_nothing->setWordWrap(true);
    body()->addWidget(m_nothing);
    body()->addStretch(1);
    m_look->setDrawing(Icon::Sync);
    m_console->setDrawing(Icon::Settings);
    for (ActionButton* button : {m_look, m_console, m_done})
        button->setArrangement(ActionButton::Arrangement::Beside);
    m_done->setHint(QStringLiteral("Esc"));
    footer()->addWidget(m_look, 0, Qt::AlignVCenter);
    footer()->addWidget(m_console, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    footer()->addWidget(m_done);
    connect(m_look, &QPushButton::clicked, this, &DevicesSheet::lookAgain);
    connect(m_console, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT consoleRequested();
    });
    connect(m_done, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
    const auto follow = [this] {
        if (isOpen())
            refresh();
    };
    connect(&m_devices, &DeviceDesk::changed, this, follow);
    connect(&m_devices, &DeviceDesk::settingsChanged, this, follow);
    refresh();
}

DevicesSheet::Row DevicesSheet::addRow()
{
    const Row row{new StatusDot(m_theme, this), newLabel(TextLook::Muted, this)};
    row.advice->setWordWrap(true);
    // Above the stretch.
    const int end = body()->count() - 1;
    body()->insertWidget(end, row.state);
    body()->insertWidget(end + 1, row.advice);
    return row;
}

void DevicesSheet::open()
{
    refresh();
    openAt(m_done);
}

void DevicesSheet::lookAgain()
{
    for (const auto& device : m_devices.devices().statuses()) {
        if (!isWell(device.state))
            m_devices.devices().retryNow(device.settings.id);
    }
}

void DevicesSheet::refresh()
{
    setTitle(tr("Devices"));
    const auto all = m_devices.devices().statuses();
    m_nothing->setText(tr("No devices are set up. They are added in the back office."));
    m_nothing->setVisible(all.empty());
    while (m_rows.size() < all.size())
        m_rows.push_back(addRow());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& [state, advice] = m_rows[i];
        state->setVisible(i < all.size());
        advice->setVisible(i < all.size() && !isWell(all[i].state) && all[i].lastError);
        if (i >= all.size())
            continue;
        state->setState(stateTone(all[i].state), deviceLine(all, i));
        if (all[i].lastError)
            advice->setText(text::sentence(*all[i].lastError));
    }
    m_look->setText(tr("Look again"));
    m_look->setVisible(!all.empty());
    m_console->setText(tr("Device console"));
    m_done->setText(tr("Done"));
}

void DevicesSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

}  // namespace bl::desktop
