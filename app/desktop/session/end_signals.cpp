#include "app/desktop/session/end_signals.h"

#include "devices/transport/cancellation.h"

#include <QApplication>
#include <QSocketNotifier>

#include <csignal>

namespace bl::desktop {

namespace {

/// Requesting it is one write(), which signal handlers may do.
Cancellation& endWish()
{
    static Cancellation asked;
    return asked;
}

void onEndSignal(int)
{
    endWish().request();
}

void handleEndSignals(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

}  // namespace

EndSignals::EndSignals()
{
    auto* notifier = new QSocketNotifier(endWish().descriptor(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [notifier] {
        // The byte is never read: one request is enough.
        notifier->setEnabled(false);
        QApplication::closeAllWindows();
        // Also where no window is open yet.
        QCoreApplication::exit(0);
    });
    handleEndSignals(onEndSignal);
}

EndSignals::~EndSignals()
{
    handleEndSignals(SIG_DFL);
}

}  // namespace bl::desktop
