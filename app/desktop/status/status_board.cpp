#include "app/desktop/status/status_board.h"

#include "app/desktop/status/sync_words.h"
#include "app/desktop/widgets/status_strip.h"
#include "app/text/time_text.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>

namespace bl::desktop {

namespace {

constexpr int kRefreshMs = 1000;

}  // namespace

StatusBoard::StatusBoard(StatusStrip& strip, const WallClock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_syncDot(strip.addDot())
    , m_printerDot(strip.addDot())
    , m_clockDot(strip.addDot())
    , m_releaseText(strip.addText())
    , m_whoText(strip.addText())
    , m_timeText(strip.addText())
{
    for (StatusDot* dot : {m_syncDot, m_printerDot}) {
        dot->setCursor(Qt::PointingHandCursor);
        dot->installEventFilter(this);
    }
    strip.installEventFilter(this);
    m_second.setInterval(kRefreshMs);
    connect(&m_second, &QTimer::timeout, this, &StatusBoard::refresh);
    m_second.start();
    refresh();
}

void StatusBoard::setSync(const sync::SyncStatus& status)
{
    m_status = status;
    refresh();
}

void StatusBoard::setPrinter(PrinterState state)
{
    m_printer = state;
    refresh();
}

void StatusBoard::setZone(const TimeZone& zone)
{
    m_zone = zone;
    refresh();
}

void StatusBoard::setRelease(std::int64_t number)
{
    m_release = number;
    refresh();
}

void StatusBoard::setShift(const std::optional<std::int64_t>& number)
{
    m_shift = number;
    refresh();
}

void StatusBoard::setUser(const QString& name)
{
    m_user = name;
    refresh();
}

QString StatusBoard::printerText() const
{
    switch (m_printer) {
    case PrinterState::NotConfigured: return tr("No printer");
    case PrinterState::Ready: return tr("Printer ready");
    case PrinterState::Printing: return tr("Printing");
    case PrinterState::Failed: return tr("Printer: look at it");
    }
    return {};
}

Tone StatusBoard::printerTone() const
{
    switch (m_printer) {
    case PrinterState::NotConfigured: return Tone::Neutral;
    case PrinterState::Ready:
    case PrinterState::Printing: return Tone::Success;
    case PrinterState::Failed: return Tone::Danger;
    }
    return Tone::Neutral;
}

void StatusBoard::refresh()
{
    const auto set = [](StatusDot& dot, Tone tone, const QString& text) {
        if (dot.tone() != tone || dot.text() != text)
            dot.setState(tone, text);
    };
    const SyncWords words = syncWords(m_status, m_clock.now());
    set(*m_syncDot, words.tone, words.text);
    set(*m_printerDot, printerTone(), printerText());
    const auto skew = skewWords(m_status.skew);
    m_clockDot->setVisible(skew.has_value());
    if (skew)
        set(*m_clockDot, Tone::Warning, *skew);
    m_releaseText->setText(m_release > 0 ? QStringLiteral("r%1").arg(m_release) : QString());
    const QString shift = m_shift ? tr("Shift %1").arg(*m_shift)
        : m_user.isEmpty()        ? QString()
                                  : tr("No shift");
    m_whoText->setText(m_user.isEmpty() ? shift : shift + QStringLiteral(" · ") + m_user);
    m_timeText->setText(m_zone ? text::formatTime(m_clock.now(), *m_zone, QLocale()) : QString());
}

bool StatusBoard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    if (event->type() == QEvent::MouseButtonRelease) {
        if (watched == m_syncDot)
            Q_EMIT syncPressed();
        else if (watched == m_printerDot)
            Q_EMIT printerPressed();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace bl::desktop
