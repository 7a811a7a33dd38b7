#include "app/desktop/status/status_board.h"

#include "app/desktop/devices/device_words.h"
#include "app/desktop/status/sync_words.h"
#include "app/desktop/widgets/status_strip.h"
#include "app/text/time_text.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr int kRefreshMs = 1000;
/// Devices in trouble that are named; more are counted.
constexpr std::size_t kNamedDevices = 2;

void say(StatusDot& dot, Tone tone, const QString& text)
{
    if (dot.tone() != tone || dot.text() != text)
        dot.setState(tone, text);
}

}  // namespace

StatusBoard::StatusBoard(StatusStrip& strip, const WallClock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_syncDot(strip.addDot())
    , m_printerDot(strip.addDot())
    , m_readyDot(strip.addDot())
    , m_clockDot(nullptr)
    , m_releaseText(strip.addText())
    , m_whoText(strip.addText())
    , m_timeText(strip.addText())
{
    for (std::size_t i = 0; i <= kNamedDevices; ++i)
        m_troubleDots.push_back(strip.addDot());
    m_clockDot = strip.addDot();
    auto pressed = m_troubleDots;
    pressed.insert(pressed.end(), {m_syncDot, m_printerDot, m_readyDot});
    for (StatusDot* dot : pressed) {
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

void StatusBoard::setDevices(const std::vector<SlotStatus>& devices)
{
    std::vector<SlotStatus> next;
    for (const auto& device : devices) {
        if (device.settings.role == DeviceRole::ReceiptPrinter
            || device.state == SlotState::Disabled)
            continue;
        const auto before = std::ranges::find_if(
            m_devices, [&](const SlotStatus& one) { return one.settings == device.settings; });
        // Each further try to reach it is no news.
        const bool retry = device.state == SlotState::Connecting && before != m_devices.end();
        next.push_back(retry ? *before : device);
    }
    m_devices = std::move(next);
    refreshDevices();
}

void StatusBoard::refreshDevices()
{
    std::vector<std::size_t> troubled;
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < m_devices.size(); ++i)
        (isWell(m_devices[i].state) ? ready : troubled).push_back(i);
    m_readyDot->setVisible(!ready.empty());
    if (ready.size() == 1)
        say(*m_readyDot, Tone::Success, tr("%1 ready").arg(deviceName(m_devices, ready[0])));
    else
        say(*m_readyDot, Tone::Success,
            tr("%n devices ready", nullptr, static_cast<int>(ready.size())));
    for (std::size_t i = 0; i < m_troubleDots.size(); ++i) {
        StatusDot& dot = *m_troubleDots[i];
        dot.setVisible(i < troubled.size());
        if (i >= troubled.size())
            continue;
        const auto& device = m_devices[troubled[i]];
        if (i == kNamedDevices)
            say(dot, Tone::Danger,
                tr("%n more", nullptr, static_cast<int>(troubled.size() - kNamedDevices)));
        else
            say(dot, stateTone(device.state), deviceLine(m_devices, troubled[i]));
    }
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
    const SyncWords words = syncWords(m_status, m_clock.now());
    say(*m_syncDot, words.tone, words.text);
    say(*m_printerDot, printerTone(), printerText());
    refreshDevices();
    const auto skew = skewWords(m_status.skew);
    m_clockDot->setVisible(skew.has_value());
    if (skew)
        say(*m_clockDot, Tone::Warning, *skew);
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
        else if (qobject_cast<StatusDot*>(watched))
            Q_EMIT devicesPressed();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace bl::desktop
