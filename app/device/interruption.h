#pragma once

#include <csignal>
#include <functional>
#include <mutex>
#include <thread>

namespace bl::device {

/// SIGINT and SIGTERM as calls on a thread of their own. Made before any other thread, which
/// inherit that the signals are kept from them.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// While it lives, signals call `stop` instead of ending the program.
    class Handler {
    public:
        Handler(Interruption& interruption, std::function<void()> stop);
        ~Handler();
        Handler(const Handler&) = delete;
        Handler& operator=(const Handler&) = delete;

    private:
        Interruption& m_interruption;
    };

private:
    void run();

    sigset_t m_signals{};
    std::mutex m_mutex;  // guards what follows
    std::function<void()> m_stop;
    bool m_ended = false;
    std::thread m_thread;
};

}  // namespace bl::device
