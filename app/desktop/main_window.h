#pragma once

#include "app/desktop/theme/theme.h"

#include <QWidget>

class QStackedWidget;

namespace bl::desktop {

class ActionCollection;
class StatusStrip;
class Toast;

/// The one window: shows one screen at a time above the status strip. Navigation only; what the
/// screens do is theirs.
class MainWindow final : public QWidget {
    Q_OBJECT
public:
    MainWindow(const Theme& theme, ActionCollection& actions, QWidget* parent = nullptr);

    /// Puts what is to be said above whatever screen is shown; the window owns it.
    void addNotice(QWidget* notice);
    /// Adds a screen; the window owns it.
    void addScreen(QWidget* screen);
    /// Shows a screen that was added and gives it the focus (its focus proxy, usually the scan
    /// field).
    void showScreen(QWidget* screen);

    /// Shows the window in its usual size, or maximised where the screen has no room for more, so
    /// that no edge is beyond the screen's.
    void open();
    void openIn(const QSize& room);

    /// Whether the program draws on a screen and not only in memory.
    static bool isSeen();

    StatusStrip* statusStrip() const { return m_status; }
    Toast* toast() const { return m_toast; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ActionCollection& m_actions;
    QStackedWidget* m_screens;
    StatusStrip* m_status;
    Toast* m_toast;
};

}  // namespace bl::desktop
