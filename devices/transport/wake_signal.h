#pragma once

#include "core/base/result.h"
#include "devices/transport/cancellation.h"

#include <chrono>

namespace bl {

/// Ends a wait from another thread, once for each call: for drivers that wait without a line.
class WakeSignal {
public:
    WakeSignal();
    ~WakeSignal();
    WakeSignal(const WakeSignal&) = delete;
    WakeSignal& operator=(const WakeSignal&) = delete;

    void wake();

    /// Readable while a call waits to be taken.
    int descriptor() const { return m_event; }
    void take();

    /// Waits for a call or the timeout. Fails with Cancelled.
    Result<void> await(const Cancellation& cancellation, std::chrono::milliseconds timeout);

private:
    int m_event;
};

}  // namespace bl
