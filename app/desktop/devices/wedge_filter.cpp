#include "app/desktop/devices/wedge_filter.h"

#include "devices/card/stripe_swipe.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>
#include <QWindow>

#include <chrono>
#include <utility>

namespace bl::desktop {

namespace {

constexpr QChar kGroupSeparator{0x1D};

KeyBurst::Time timeOf(const QKeyEvent& key)
{
    return KeyBurst::Time(static_cast<std::int64_t>(key.timestamp()));
}

/// Presses the shortcut that the system's own way of a key would have found: of the focused widget
/// or one around it. The counter has no shortcuts of other contexts.
bool pressShortcut(QWidget* focus, const QKeyEvent& key)
{
    const QKeySequence sequence(key.keyCombination());
    const QKeySequence plain(
        QKeyCombination(key.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(key.key())));
    for (QWidget* widget = focus; widget; widget = widget->parentWidget()) {
        const auto actions = widget->actions();
        for (QAction* action : actions) {
            const bool meant =
                action->shortcuts().contains(sequence) || action->shortcuts().contains(plain);
            const bool here = widget == focus || action->shortcutContext() != Qt::WidgetShortcut;
            if (meant && here && action->isEnabled()) {
                action->trigger();
                return true;
            }
        }
        if (widget->isWindow())
            break;
    }
    return false;
}

}  // namespace

WedgeFilter::WedgeFilter(QObject* parent)
    : QObject(parent)
{
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    m_silence.setInterval(KeyBurst::kSilence);
    connect(&m_silence, &QTimer::timeout, this, &WedgeFilter::silenceCame);
    qApp->installEventFilter(this);
}

WedgeFilter::~WedgeFilter() = default;

bool WedgeFilter::eventFilter(QObject* watched, QEvent* event)
{
    if (m_replaying)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        return watched->isWindowType() && overrideShortcut(static_cast<QKeyEvent&>(*event));
    case QEvent::KeyPress:
        return watched->isWindowType() && press(watched, static_cast<QKeyEvent&>(*event));
    case QEvent::KeyRelease:
        return watched->isWindowType() && release(watched, static_cast<QKeyEvent&>(*event));
    // What was typed before goes first: into the text that is being composed, and before a press of
    // the mouse takes the focus elsewhere.
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Close: act(m_burst.interruption()); return false;
    default: return false;
    }
}

WedgeFilter::KeyKind WedgeFilter::kindOf(const QKeyEvent& key) const
{
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        return key.modifiers() & ~Qt::KeypadModifier ? KeyKind::Other : KeyKind::Terminator;
    case Qt::Key_Shift:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_AltGr:
    case Qt::Key_Control: return KeyKind::Modifier;
    default: break;
    }
    const QString text = key.text();
    if (text.isEmpty() || key.isAutoRepeat())
        return KeyKind::Other;
    // FNC1 within a GS1 code: scanners type it as Ctrl+].
    if (text == kGroupSeparator)
        return m_burst.isHolding() ? KeyKind::Character : KeyKind::Other;
    const bool commanded =
        key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool altGr = key.modifiers() & Qt::GroupSwitchModifier;
    return text.at(0).isPrint() && (!commanded || altGr) ? KeyKind::Character : KeyKind::Other;
}

/// Comes before each press. Accepting it keeps the key from being a shortcut now; replay() looks
/// for the shortcut where the key was typed.
bool WedgeFilter::overrideShortcut(QKeyEvent& key)
{
    settle(timeOf(key));
    bool takes = false;
    switch (kindOf(key)) {
    case KeyKind::Character: takes = true; break;
    case KeyKind::Terminator: takes = m_burst.wouldTakeTerminator(timeOf(key)); break;
    case KeyKind::Modifier: break;
    case KeyKind::Other: act(m_burst.interruption()); break;
    }
    if (takes)
        key.accept();
    return takes;
}

bool WedgeFilter::press(QObject* window, const QKeyEvent& key)
{
    settle(timeOf(key));
    KeyBurst::Verdict verdict = KeyBurst::Verdict::Pass;
    switch (kindOf(key)) {
    case KeyKind::Character:
        verdict = m_burst.character(key.text().toStdString(), timeOf(key));
        break;
    case KeyKind::Terminator: verdict = m_burst.terminator(timeOf(key)); break;
    case KeyKind::Modifier:
        verdict = m_burst.isHolding() ? KeyBurst::Verdict::Hold : KeyBurst::Verdict::Pass;
        break;
    case KeyKind::Other: act(m_burst.interruption()); return false;
    }
    if (verdict == KeyBurst::Verdict::Pass)
        return false;
    hold(window, key);
    act(verdict);
    return true;
}

bool WedgeFilter::release(QObject* window, const QKeyEvent& key)
{
    if (key.isAutoRepeat())
        return false;
    if (m_consumed.remove(key.key()))
        return true;
    if (!m_burst.isHolding())
        return false;
    hold(window, key);
    return true;
}

void WedgeFilter::hold(QObject* window, const QKeyEvent& key)
{
    m_held.push_back({std::unique_ptr<QKeyEvent>(key.clone()), window, qApp->focusObject()});
    m_silence.start();
}

/// Keys that waited in a queue while the program was busy carry the time when they were pressed.
void WedgeFilter::settle(KeyBurst::Time now)
{
    act(m_burst.settle(now));
}

void WedgeFilter::silenceCame()
{
    if (!m_burst.isHolding())
        return;
    // A key may lie in the queue behind the timer: it is heard first.
    const std::size_t before = m_held.size();
    QTimer::singleShot(0, this, [this, before] {
        if (m_burst.isHolding() && m_held.size() == before && !m_silence.isActive())
            settle(KeyBurst::Time::max());
    });
}

void WedgeFilter::act(KeyBurst::Verdict verdict)
{
    switch (verdict) {
    case KeyBurst::Verdict::Pass:
    case KeyBurst::Verdict::Hold: return;
    case KeyBurst::Verdict::Typing: replay(); return;
    case KeyBurst::Verdict::Swallow: consume(); return;
    case KeyBurst::Verdict::Scan: break;
    }
    consume();
    CodeScanned scan = m_burst.takeScan();
    if (looksLikeSwipe(scan.code))
        Q_EMIT heard(readSwipe(scan.code, StripeProfile{}, scan.at));
    else
        Q_EMIT heard(DeviceEvent(std::move(scan)));
}

void WedgeFilter::consume()
{
    m_silence.stop();
    for (const auto& held : std::exchange(m_held, {})) {
        if (held.event->type() == QEvent::KeyPress)
            m_consumed.insert(held.event->key());
        else
            m_consumed.remove(held.event->key());
    }
}

void WedgeFilter::replay()
{
    m_silence.stop();
    const auto typed = std::exchange(m_held, {});
    const bool outer = std::exchange(m_replaying, true);
    for (const auto& held : typed)
        send(held);
    m_replaying = outer;
}

void WedgeFilter::send(const Held& held)
{
    QKeyEvent& key = *held.event;
    auto* const focus = qobject_cast<QWidget*>(held.focus.data());
    if (focus && key.type() == QEvent::KeyPress) {
        QKeyEvent asking(QEvent::ShortcutOverride, key.key(), key.modifiers(), key.text());
        asking.ignore();
        QCoreApplication::sendEvent(focus, &asking);
        if (!asking.isAccepted() && pressShortcut(focus, key))
            return;
    }
    // The focus may have gone elsewhere since; the key stays where it was pressed.
    if (held.focus && held.focus != qApp->focusObject())
        QCoreApplication::sendEvent(held.focus, &key);
    else if (held.window)
        QCoreApplication::sendEvent(held.window, &key);
}

}  // namespace bl::desktop
