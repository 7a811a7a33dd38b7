#pragma once

#include "devices/transport/cancellation.h"
#include "devices/transport/trace_ring.h"
#include "devices/transport/transport.h"
#include "devices/transport/wake_signal.h"

#include <memory>
#include <string>

namespace bl {

/// What transports share whose line is a descriptor that can be polled.
class FdTransport : public Transport {
public:
    ~FdTransport() override;
    FdTransport(const FdTransport&) = delete;
    FdTransport& operator=(const FdTransport&) = delete;

    bool isOpen() const final { return m_line >= 0; }
    Result<void> write(
        std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeout) final;
    Result<std::size_t> read(
        std::span<std::uint8_t> buffer, std::chrono::milliseconds timeout) final;
    Result<void> await(std::chrono::milliseconds timeout) final;
    void wake() final { m_wake.wake(); }

protected:
    using Deadline = std::chrono::steady_clock::time_point;
    enum class Ready { Yes, TimedOut };

    /// `name` is what errors call the device; `trace` may be none.
    FdTransport(std::string name, std::shared_ptr<const Cancellation> cancellation,
        std::shared_ptr<TraceRing> trace);

    Error failed(DeviceFault fault, const char* evidence) const;
    Error systemFailed(DeviceFault fault, int problem) const;
    /// Why a device file could not be opened.
    Error openingFailed(int problem) const;
    void note(const char* text) const;

    /// Waits for poll events on the line.
    Result<Ready> awaitLine(short events, Deadline deadline) const;

    /// As write(2); a socket asks not to be killed by a lost peer.
    virtual std::ptrdiff_t put(std::span<const std::uint8_t> bytes);

    int line() const { return m_line; }
    void setLine(int descriptor) { m_line = descriptor; }
    /// Closes the descriptor, if any.
    void dropLine();

private:
    std::string m_name;
    std::shared_ptr<const Cancellation> m_cancellation;
    std::shared_ptr<TraceRing> m_trace;
    WakeSignal m_wake;
    int m_line = -1;
};

}  // namespace bl
