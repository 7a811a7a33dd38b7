#include "app/desktop/main_window.h"

#include "app/desktop/actions.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/status_strip.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bl::desktop {

MainWindow::MainWindow(const Theme& theme, ActionCollection& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_screens(new QStackedWidget(this))
    , m_status(new StatusStrip(theme, this))
    , m_toast(new Toast(theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_screens, 1);
    column->addWidget(m_status);
    setWindowIcon(theme.icon(Icon::Branchline, Colour::Accent));
    resize(1366, 768);
    retranslate();
}

void MainWindow::addNotice(QWidget* notice)
{
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, notice);
}

void MainWindow::addScreen(QWidget* screen)
{
    m_screens->addWidget(screen);
}

void MainWindow::showScreen(QWidget* screen)
{
    m_screens->setCurrentWidget(screen);
    screen->setFocus(Qt::OtherFocusReason);
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Branchline"));
    m_actions.retranslate();
}

void MainWindow::changeEvent(QEvent* event)
{
    // Before the screens hear of it, so that they may add to an action's label ("Recall 2").
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace bl::desktop
