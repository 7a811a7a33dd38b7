#include "devices/sim/fault_command.h"

#include "core/base/json.h"

#include <limits>

namespace bl::sim {

namespace {

Result<int> positiveAt(const Json& object, const char* key)
{
    BL_TRY(const std::int64_t value, integerAt(object, key));
    if (value < 1 || value > std::numeric_limits<int>::max())
        return Error{ErrorCode::InvalidArgument, {std::string(key) + ": at least 1"}};
    return static_cast<int>(value);
}

}  // namespace

Result<PrinterFaults> applyFault(PrinterFaults faults, const Json& command)
{
    BL_TRY(const std::string fault, textAt(command, "fault"));
    if (fault == "clear")
        return PrinterFaults{};
    if (fault == "paper-out" && command.contains("afterLines")) {
        BL_TRY(faults.paperOutAfterLines, positiveAt(command, "afterLines"));
    } else if (fault == "paper-out") {
        faults.paperOut = true;
    } else if (fault == "paper-near") {
        faults.paperNearEnd = true;
    } else if (fault == "cover") {
        faults.coverOpen = true;
    } else if (fault == "drawer") {
        faults.drawerOpen = true;
    } else if (fault == "cutter-jam") {
        faults.cutterJam = true;
    } else if (fault == "late-done") {
        faults.lateDone = true;
    } else {
        return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
    }
    return faults;
}

}  // namespace bl::sim
