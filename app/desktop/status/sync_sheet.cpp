#include "app/desktop/status/sync_sheet.h"

#include "app/desktop/status/sync_words.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/number_text.h"
#include "app/text/time_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr std::size_t kNamedLines = 12;

}  // namespace

SyncSheet::SyncSheet(const Theme& theme, QWidget* window)
    : Sheet(theme, window)
    , m_sentence(newLabel(TextLook::Plain, this))
    , m_push(new ActionButton(theme, this))
    , m_done(new PrimaryButton(theme, this))
{
    setCardWidth(560);
    m_sentence->setWordWrap(true);
    body()->addWidget(m_sentence);
    m_address = addRow();
    m_contact = addRow();
    m_waiting = addRow();
    m_held = addRow();
    m_clock = addRow();
    body()->addStretch(1);
    m_push->setArrangement(ActionButton::Arrangement::Beside);
    m_push->setDrawing(Icon::Sync);
    m_done->setArrangement(ActionButton::Arrangement::Beside);
    m_done->setHint(QStringLiteral("Esc"));
    footer()->addWidget(m_push, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    footer()->addWidget(m_done);
    connect(m_push, &QPushButton::clicked, this, &SyncSheet::pushRequested);
    connect(m_done, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
    refresh();
}

SyncSheet::Row SyncSheet::addRow()
{
    auto* row = new QHBoxLayout;
    const Row made{newLabel(TextLook::Muted, this), newLabel(TextLook::Plain, this)};
    made.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    made.value->setWordWrap(true);
    row->addWidget(made.label);
    row->addWidget(made.value, 1);
    body()->addLayout(row);
    return made;
}

void SyncSheet::setStatus(const sync::SyncStatus& status)
{
    m_status = status;
    if (isOpen())
        refresh();
}

void SyncSheet::setRecord(const storage::SyncRecord& record, const TimeZone& zone)
{
    m_record = record;
    m_zone = zone;
    refresh();
}

void SyncSheet::open()
{
    refresh();
    openAt(m_done);
}

void SyncSheet::refresh()
{
    const QLocale locale;
    setTitle(tr("Connection to HQ"));
    m_sentence->setText(syncSentence(m_status));
    m_address.label->setText(tr("HQ's address"));
    m_address.value->setText(
        m_record ? QString::fromStdString(m_record->hqUrl) : QStringLiteral("–"));
    m_contact.label->setText(tr("Last contact"));
    m_contact.value->setText(m_status.lastContact && m_zone
            ? text::formatDateTime(*m_status.lastContact, *m_zone, locale)
            : tr("none yet"));
    m_waiting.label->setText(tr("Waits for HQ"));
    m_waiting.value->setText(text::formatCount(m_status.waitingLines, locale));
    m_held.label->setText(tr("Held back by HQ"));
    QString held = text::formatCount(m_status.quarantinedLines, locale);
    if (m_record && !m_record->quarantined.empty()) {
        QStringList lines;
        for (const std::int64_t seq : m_record->quarantined) {
            if (static_cast<std::size_t>(lines.size()) == kNamedLines) {
                lines << QStringLiteral("…");
                break;
            }
            lines << QString::number(seq);
        }
        held += tr(" (lines %1)").arg(lines.join(QStringLiteral(", ")));
    }
    m_held.value->setText(held);
    m_clock.label->setText(tr("This computer's clock"));
    m_clock.value->setText(skewWords(m_status.skew).value_or(tr("agrees with HQ's")));
    m_push->setText(tr("Push now"));
    m_done->setText(tr("Done"));
}

void SyncSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

}  // namespace bl::desktop
