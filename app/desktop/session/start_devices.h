#pragma once

#include "core/base/result.h"

namespace bl::desktop {

class DeviceDesk;
class PrintDesk;
struct StartOptions;

/// Sets up the devices that the command line names, in place of those that are kept: all of
/// `--devices`, the receipt printer of `--printer`. Fails with UnreadableFile, InvalidDocument, or
/// DeviceAddressInvalid.
Result<void> useStartDevices(const StartOptions& options, DeviceDesk& desk, PrintDesk& printer);

}  // namespace bl::desktop
