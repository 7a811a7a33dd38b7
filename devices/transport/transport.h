#pragma once

#include "core/base/result.h"
#include "core/ports/device_fault.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bl {

/// A line to a device: bytes in order, both ways. Drivers are written against this and know no
/// sockets or ports. One thread uses it at a time, but for wake().
///
/// Every call fails with Cancelled once its Cancellation is requested, and otherwise with a fault:
/// NotFound, PermissionDenied or Busy from open(), Timeout from write(), flush() and await(),
/// LinkLost from all. A transport that failed is closed and opened again, never used on.
class Transport {
public:
    /// How a connection ends: after what was written has been delivered, or at once and throwing
    /// away what has not.
    enum class Ending { Orderly, Abandoned };

    virtual ~Transport() = default;

    virtual Result<void> open(std::chrono::milliseconds timeout) = 0;
    virtual bool isOpen() const = 0;

    /// Writes all of it; the timeout is for the whole.
    virtual Result<void> write(
        std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeout) = 0;

    /// Waits until the device's side has received what was written, as far as the bus can tell.
    virtual Result<void> flush(std::chrono::milliseconds timeout) = 0;

    /// How many bytes were read into `buffer`: at least one, or 0 where none came in time.
    virtual Result<std::size_t> read(
        std::span<std::uint8_t> buffer, std::chrono::milliseconds timeout) = 0;

    /// Waits for input without taking it; ends early when wake() is called, also before.
    virtual Result<void> await(std::chrono::milliseconds timeout) = 0;

    /// Ends the await() under way, or the next one. From any thread.
    virtual void wake() = 0;

    virtual void close(Ending ending) = 0;
};

}  // namespace bl
