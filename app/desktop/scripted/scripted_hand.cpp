#include "app/desktop/scripted/scripted_hand.h"

#include "app/desktop/widgets/sheet.h"
#include "app/desktop/widgets/table_view.h"

#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QKeyEvent>

#include <utility>

namespace bl::desktop {

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kLoopMs = 50;

/// The action that a key reaches from a widget, as Qt's own shortcuts with the context
/// WidgetWithChildrenShortcut do.
QAction* actionFor(QWidget* from, const QKeySequence& key)
{
    for (QWidget* widget = from; widget; widget = widget->parentWidget()) {
        for (QAction* action : widget->actions()) {
            if (action->isEnabled() && action->shortcuts().contains(key))
                return action;
        }
    }
    return nullptr;
}

}  // namespace

ScriptedHand::ScriptedHand(Shell& shell, QString directory)
    : m_shell(shell)
    , m_directory(std::move(directory))
{
    require(QStringLiteral("the directory can be made"), QDir().mkpath(m_directory));
}

QWidget* ScriptedHand::focus() const
{
    // The window's own memory of the focus, which also holds where no window manager makes it
    // active.
    QWidget* widget = m_shell.window().focusWidget();
    return widget ? widget : &m_shell.window();
}

void ScriptedHand::send(int key, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(focus(), &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(focus(), &up);
}

void ScriptedHand::type(const QString& text)
{
    for (const QChar c : text) {
        if (ok())
            send(c.toUpper().unicode(), c);
    }
}

void ScriptedHand::press(Qt::Key key)
{
    if (!ok())
        return;
    // A field that wants the key for itself keeps it from the shortcuts.
    QKeyEvent claim(QEvent::ShortcutOverride, key, Qt::NoModifier);
    claim.ignore();
    QCoreApplication::sendEvent(focus(), &claim);
    QAction* action = claim.isAccepted() ? nullptr : actionFor(focus(), QKeySequence(key));
    if (action)
        action->trigger();
    else
        send(key, QString());
}

void ScriptedHand::await(const QString& what, const std::function<bool()>& done)
{
    const QDeadlineTimer deadline(kPatienceMs);
    while (ok() && !done()) {
        if (deadline.hasExpired())
            fail(what);
        else if (!m_shell.window().isVisible())
            fail(QStringLiteral("the window was closed"));
        else
            QCoreApplication::processEvents(
                QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, kLoopMs);
    }
}

void ScriptedHand::require(const QString& what, bool holds)
{
    if (ok() && !holds)
        fail(what);
}

void ScriptedHand::fail(const QString& what)
{
    m_failure = QStringLiteral("%1: %2").arg(m_step, what);
    m_shell.window().grab().save(QDir(m_directory).filePath(QStringLiteral("failed.png")));
}

void ScriptedHand::picture(const QString& what)
{
    await(QStringLiteral("the table stops fading"), [this] {
        for (const auto* table : m_shell.window().findChildren<TableView*>()) {
            if (table->isGlowing())
                return false;
        }
        return true;
    });
    QCoreApplication::processEvents();
    if (!ok())
        return;
    const QString file = QStringLiteral("%1-%2-%3-%4.png")
                             .arg(++m_pictures, 2, 10, QLatin1Char('0'))
                             .arg(what, text::languageCode(m_shell.language()),
                                 m_shell.theme().mode() == Mode::Dark ? QStringLiteral("dark")
                                                                      : QStringLiteral("light"));
    require(QStringLiteral("%1 can be written").arg(file),
        m_shell.window().grab().save(QDir(m_directory).filePath(file)));
}

void ScriptedHand::look(text::Language language, Mode mode)
{
    if (!ok())
        return;
    m_shell.setLanguage(language);
    m_shell.setMode(mode);
    QCoreApplication::processEvents();
}

Sheet* ScriptedHand::sheet() const
{
    for (auto* sheet : m_shell.window().findChildren<Sheet*>()) {
        if (sheet->isOpen())
            return sheet;
    }
    return nullptr;
}

}  // namespace bl::desktop
