#pragma once

#include "devices/discovery/device_descriptor.h"
#include "devices/transport/cancellation.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace bl {

/// The IPv4 addresses around this computer's own: at most 254 for each of at most four networks,
/// its own among them, because a device's program may run here.
std::vector<std::string> neighbours();

struct ScanLimits {
    std::chrono::milliseconds each{700};  ///< for one host to answer
    std::chrono::milliseconds whole{2'000};
    std::size_t atOnce = 400;
};

/// Which of these hosts answer at the port of a network driver, and as what they can be used. Many
/// are asked at once; nothing is sent to them. Disturbs networks, so only when somebody asks for
/// it. Ends early with what was found when it is cancelled.
std::vector<DeviceDescriptor> scanNetwork(const std::vector<std::string>& hosts,
    const ScanLimits& limits, const Cancellation& cancellation);

}  // namespace bl
