#pragma once

#include "devices/transport/cancellation.h"
#include "devices/transport/device_address.h"
#include "devices/transport/trace_ring.h"
#include "devices/transport/transport.h"

#include <memory>

namespace bl {

/// The line to a TCP, serial or file address; nothing is opened yet. Other places are no lines: the
/// programmer's error. Requesting the cancellation ends whatever waits on the line; `trace` may be
/// none.
std::unique_ptr<Transport> createTransport(const DeviceAddress& address,
    std::shared_ptr<const Cancellation> cancellation, std::shared_ptr<TraceRing> trace);

}  // namespace bl
