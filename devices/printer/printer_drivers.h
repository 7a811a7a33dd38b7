#pragma once

#include "devices/slot/driver_factory.h"

namespace bl {

/// `escpos+tcp`, `escpos+serial`, `escpos+file`. A slot without a profile takes the usual one.
/// Fails with NotFound {profile}.
Result<MadeDriver> makeEscPosPrinter(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

/// `cups:QUEUE`, `pdf:/DIRECTORY`. Fails with NotFound {profile} or DeviceAddressInvalid.
Result<MadeDriver> makePagePrinter(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
