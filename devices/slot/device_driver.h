#pragma once

#include "core/base/result.h"
#include "core/ports/device_fault.h"
#include "devices/slot/device_event.h"
#include "devices/transport/cancellation.h"
#include "devices/transport/trace_ring.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace bl {

struct DeviceFlags {
    bool paperNearEnd = false;
    bool paperOut = false;
    bool coverOpen = false;
    bool drawerOpen = false;
    bool simulated = false;  ///< the device says that it is one of the product's simulators

    friend bool operator==(const DeviceFlags&, const DeviceFlags&) = default;
};

/// What a device says of itself.
struct DeviceReading {
    DeviceFlags flags;
    std::string identity;              ///< maker, model, number, as far as it tells
    std::optional<DeviceFault> fault;  ///< connected, and unable to work

    friend bool operator==(const DeviceReading&, const DeviceReading&) = default;
};

/// What a driver is given by whoever runs it.
struct DriverSurroundings {
    std::shared_ptr<const Cancellation> cancellation;
    std::shared_ptr<TraceRing> trace;
    std::function<void(DeviceEvent)>
        emit;  ///< what the device says by itself; called on its thread
};

/// A device behind its address, as the thread of its slot drives it. Calls block and are bounded;
/// one thread makes them, but for wake(). What a device can do beside that, the interface of its
/// role says (ReceiptPrinter, PaymentTerminal, Scale …), which its driver implements too.
class DeviceDriver {
public:
    virtual ~DeviceDriver() = default;

    /// Connects and makes the device ready. Fails with DeviceFailed or Cancelled; may be called
    /// again then, and after close().
    virtual Result<void> open() = 0;

    /// Gives an open device time to say something by itself. Returns at the latest after `limit`,
    /// and soon after wake(). An error means that the link is lost.
    virtual Result<void> attend(std::chrono::milliseconds limit) = 0;

    /// Ends the attend() under way, or the next one. From any thread.
    virtual void wake() = 0;

    virtual void close() = 0;

    /// As the device said last.
    virtual DeviceReading reading() const = 0;
};

}  // namespace bl
