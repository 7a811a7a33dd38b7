#include "app/desktop/backoffice/add_device_sheet.h"

#include "app/desktop/devices/device_wizard.h"
#include "app/desktop/widgets/action_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bl::desktop {

AddDeviceSheet::AddDeviceSheet(DeviceSetup& setup, const Theme& theme, QWidget* window)
    : Sheet(theme, window)
    , m_setup(setup)
    , m_wizard(new DeviceWizard(setup, theme, this))
    , m_close(new ActionButton(theme, this))
{
    setCardWidth(720);
    m_close->setArrangement(ActionButton::Arrangement::Beside);
    m_close->setEmphasis(ActionButton::Emphasis::Quiet);
    m_close->setDrawing(Icon::Close);
    m_close->setHint(QStringLiteral("Esc"));
    header()->addWidget(m_close);
    body()->addWidget(m_wizard, 1);
    connect(m_close, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
    connect(m_wizard, &DeviceWizard::titleChanged, this, &AddDeviceSheet::retranslate);
    connect(&m_setup, &DeviceSetup::saved, this, &Sheet::dismiss);
    // A trial under way is of no interest any more.
    connect(this, &Sheet::closed, &m_setup, [&setup] { setup.begin(); });
    retranslate();
}

void AddDeviceSheet::open()
{
    m_setup.begin();
    openAt(m_wizard);
}

void AddDeviceSheet::retranslate()
{
    setTitle(m_wizard->stepTitle());
    m_close->setAccessibleName(tr("Close"));
}

void AddDeviceSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
