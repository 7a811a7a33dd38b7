#include "core/ports/device_fault.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bl {

namespace {

struct FaultFacts {
    DeviceFault fault;
    std::string_view name;
    bool retry;
    FaultMender mender;
};

using enum DeviceFault;

constexpr std::array kFaults{
    FaultFacts{NotConfigured, "not-configured", false, FaultMender::Manager},
    FaultFacts{NotFound, "not-found", true, FaultMender::Cashier},
    FaultFacts{PermissionDenied, "permission-denied", false, FaultMender::Technician},
    FaultFacts{Busy, "busy", true, FaultMender::Cashier},
    FaultFacts{LinkLost, "link-lost", true, FaultMender::Cashier},
    FaultFacts{Timeout, "timeout", true, FaultMender::Cashier},
    FaultFacts{ProtocolError, "protocol-error", true, FaultMender::Technician},
    FaultFacts{Unsupported, "unsupported", false, FaultMender::Manager},
    FaultFacts{NoPaper, "no-paper", true, FaultMender::Cashier},
    FaultFacts{LowPaper, "low-paper", true, FaultMender::Cashier},
    FaultFacts{CoverOpen, "cover-open", true, FaultMender::Cashier},
    FaultFacts{CutterJam, "cutter-jam", true, FaultMender::Cashier},
    FaultFacts{PaperJam, "paper-jam", true, FaultMender::Cashier},
    FaultFacts{NoRibbon, "no-ribbon", true, FaultMender::Cashier},
    FaultFacts{Unstable, "unstable", true, FaultMender::Cashier},
    FaultFacts{Overload, "overload", true, FaultMender::Cashier},
    FaultFacts{CardRemoved, "card-removed", true, FaultMender::Cashier},
    FaultFacts{AuthFailed, "auth-failed", false, FaultMender::Manager},
    FaultFacts{Declined, "declined", true, FaultMender::Cashier},
    FaultFacts{Cancelled, "cancelled", true, FaultMender::Cashier},
    FaultFacts{OutcomeUnknown, "outcome-unknown", false, FaultMender::Cashier},
};

const FaultFacts& factsOf(DeviceFault fault)
{
    const auto found = std::ranges::find(kFaults, fault, &FaultFacts::fault);
    BL_ASSERT(found != kFaults.end());
    return *found;
}

}  // namespace

std::string_view faultName(DeviceFault fault)
{
    return factsOf(fault).name;
}

std::optional<DeviceFault> findFault(std::string_view name)
{
    const auto found = std::ranges::find(kFaults, name, &FaultFacts::name);
    return found == kFaults.end() ? std::nullopt : std::optional{found->fault};
}

bool canRetry(DeviceFault fault)
{
    return factsOf(fault).retry;
}

FaultMender menderOf(DeviceFault fault)
{
    return factsOf(fault).mender;
}

Error deviceError(DeviceFault fault, std::string device, std::string evidence)
{
    return {ErrorCode::DeviceFailed,
        {std::string(faultName(fault)), std::move(device), std::move(evidence)}};
}

std::optional<DeviceFault> faultOf(const Error& error)
{
    if (error.code != ErrorCode::DeviceFailed || error.detail.empty())
        return std::nullopt;
    return findFault(error.detail.front());
}

bool isFault(const Error& error, DeviceFault fault)
{
    return faultOf(error) == fault;
}

}  // namespace bl
