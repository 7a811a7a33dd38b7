#include "app/device/interruption.h"

#include <utility>

namespace bl::device {

Interruption::Interruption()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_thread = std::thread([this] { run(); });
}

Interruption::~Interruption()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    // Only to let the thread see that.
    pthread_kill(m_thread.native_handle(), SIGTERM);
    m_thread.join();
}

void Interruption::run()
{
    for (;;) {
        int signal = 0;
        if (sigwait(&m_signals, &signal) != 0)
            continue;
        const std::lock_guard lock(m_mutex);
        if (m_ended)
            return;
        if (m_stop) {
            m_stop();
            continue;
        }
        // As it would have ended without this class.
        std::signal(signal, SIG_DFL);
        sigset_t one{};
        sigemptyset(&one);
        sigaddset(&one, signal);
        pthread_sigmask(SIG_UNBLOCK, &one, nullptr);
        (void)std::raise(signal);
    }
}

Interruption::Handler::Handler(Interruption& interruption, std::function<void()> stop)
    : m_interruption(interruption)
{
    const std::lock_guard lock(interruption.m_mutex);
    interruption.m_stop = std::move(stop);
}

Interruption::Handler::~Handler()
{
    const std::lock_guard lock(m_interruption.m_mutex);
    m_interruption.m_stop = nullptr;
}

}  // namespace bl::device
