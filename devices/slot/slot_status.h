#pragma once

#include "core/base/error.h"
#include "devices/slot/device_driver.h"
#include "devices/transport/driver_catalogue.h"

#include <cstddef>
#include <optional>
#include <string>

namespace bl {

/// A place for a device at the counter, as it is set up. It stays when the device is unplugged.
struct SlotSettings {
    std::string id;  ///< `receipt-printer-1`: names it in jobs and payments
    DeviceRole role{};
    std::string address;  ///< a DeviceAddress; empty where none is set up
    std::string profile;  ///< the model, where the role has profiles; empty: the usual one
    bool enabled = true;
    std::string caFile{};  ///< over HTTPS: PEM of whom its certificate is trusted by; empty: the
                           ///< system's authorities

    friend bool operator==(const SlotSettings&, const SlotSettings&) = default;
};

enum class SlotState {
    Unconfigured,  ///< no address, or one that no driver can use
    Disconnected,  ///< not there; it is looked for again by itself
    Connecting,
    Ready,
    Busy,     ///< a job runs
    Faulted,  ///< connected, and unable to work: `reading.fault` says why
    Disabled,
};

/// The stable technical name: `ready`.
std::string_view stateName(SlotState state);

/// Since the program started.
struct SlotCounters {
    int connections = 0;
    int losses = 0;
    int jobs = 0;
    int failures = 0;  ///< jobs that failed
    std::size_t bytes = 0;

    friend bool operator==(const SlotCounters&, const SlotCounters&) = default;
};

struct SlotStatus {
    SlotSettings settings;
    SlotState state = SlotState::Unconfigured;
    DeviceReading reading;
    std::optional<Error> lastError;  ///< stays when the device works again
    SlotCounters counters;
};

}  // namespace bl
