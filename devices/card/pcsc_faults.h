#pragma once

#include "core/base/error.h"
#include "core/ports/device_fault.h"

#include <string>

/// What the PC/SC service gives as the reason of a failure.
namespace bl {

DeviceFault faultOfPcsc(long problem);
Error pcscError(const std::string& reader, long problem);

}  // namespace bl
