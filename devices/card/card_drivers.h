#pragma once

#include "devices/slot/driver_factory.h"

namespace bl {

/// `pcsc:READER`; the slot's profile says where the number stands, its secret is the card's key.
Result<MadeDriver> makePcscReader(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
