#pragma once

#include <atomic>

namespace bl {

/// A request to give up, from any thread, for whatever waits on a transport.
class Cancellation {
public:
    Cancellation();
    ~Cancellation();
    Cancellation(const Cancellation&) = delete;
    Cancellation& operator=(const Cancellation&) = delete;

    void request();
    bool isRequested() const { return m_requested; }

    /// Becomes readable when cancellation is requested: to wait on it together with a device.
    int descriptor() const { return m_readEnd; }

private:
    std::atomic<bool> m_requested = false;
    int m_readEnd = -1;
    int m_writeEnd = -1;
};

}  // namespace bl
