#include "app/desktop/main_window.h"

#include "app/desktop/actions.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/status_strip.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr QSize kUsualSize{1366, 768};

}  // namespace

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
    resize(kUsualSize);
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

bool MainWindow::isSeen()
{
    const QString platform = QGuiApplication::platformName();
    return platform != QLatin1String("offscreen") && platform != QLatin1String("minimal");
}

void MainWindow::open()
{
    // Where nobody looks, pictures have the usual size.
    if (isSeen())
        openIn(screen()->availableSize());
    else
        show();
}

void MainWindow::openIn(const QSize& room)
{
    if (room.width() > kUsualSize.width() && room.height() > kUsualSize.height())
        show();
    else
        showMaximized();
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
