#pragma once

#include "core/base/error.h"

#include <optional>
#include <string>
#include <string_view>

/// What can be wrong with a device: one list for all of them. A fault travels as an `Error` with
/// the code DeviceFailed, whose details are the fault's name, the device (its address), and the raw
/// evidence (a status byte, what the system said), in which card numbers are masked.
namespace bl {

enum class DeviceFault {
    NotConfigured,     ///< no address, or one that nothing can be done with
    NotFound,          ///< nothing is there, or nothing answers at that address
    PermissionDenied,  ///< the system does not let this user open it
    Busy,              ///< somebody else uses it
    LinkLost,          ///< it was there and is gone
    Timeout,           ///< connected, and silent
    ProtocolError,     ///< it says what nobody understands
    Unsupported,       ///< it cannot do what was asked for
    NoPaper,
    LowPaper,
    CoverOpen,
    CutterJam,
    PaperJam,
    NoRibbon,        ///< of a printer that prints with one
    Unstable,        ///< the load still moves
    Overload,        ///< the load is above what the scale may carry
    CardRemoved,     ///< the card went before it was read
    AuthFailed,      ///< a key, a password or a signature was refused
    Declined,        ///< the payment was refused
    Cancelled,       ///< at the device, by the customer or the cashier
    OutcomeUnknown,  ///< it may have been done: look before it is tried again
};

/// Who can put it right.
enum class FaultMender { Cashier, Manager, Technician };

/// The stable technical name ("no-paper"), as in `Error::detail` and in `--json` output.
std::string_view faultName(DeviceFault fault);
std::optional<DeviceFault> findFault(std::string_view name);

/// Whether the same may be asked again as it is, once the cause is gone, without doing it twice.
bool canRetry(DeviceFault fault);
FaultMender menderOf(DeviceFault fault);

Error deviceError(DeviceFault fault, std::string device, std::string evidence = {});

/// The fault that an error carries; nothing for errors that are no device's.
std::optional<DeviceFault> faultOf(const Error& error);
bool isFault(const Error& error, DeviceFault fault);

}  // namespace bl
