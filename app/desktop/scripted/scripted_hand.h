#pragma once

#include "app/desktop/shell.h"

#include <QString>

#include <functional>

namespace bl::desktop {

class Sheet;

/// A hand at the keyboard of a running program: types into whatever has the focus, waits for what
/// follows, and takes pictures. After the first thing that did not happen it does nothing more and
/// says what that was.
class ScriptedHand {
public:
    ScriptedHand(Shell& shell, QString directory);

    /// What is being done, for pictures and failures.
    void begin(const QString& step) { m_step = m_failure.isEmpty() ? step : m_step; }
    void type(const QString& text);
    /// A key, or the action on the screen that has it.
    void press(Qt::Key key);
    /// Runs the event loop until `done` holds; fails after a while.
    void await(const QString& what, const std::function<bool()>& done);
    void require(const QString& what, bool holds);
    /// `NN-what-lang-theme.png`
    void picture(const QString& what);
    void look(text::Language language, Mode mode);

    /// The sheet that is open, or none.
    Sheet* sheet() const;
    bool ok() const { return m_failure.isEmpty(); }
    const QString& failure() const { return m_failure; }

private:
    QWidget* focus() const;
    void send(int key, const QString& text);
    void fail(const QString& what);

    Shell& m_shell;
    QString m_directory;
    QString m_step;
    QString m_failure;
    int m_pictures = 0;
};

}  // namespace bl::desktop
