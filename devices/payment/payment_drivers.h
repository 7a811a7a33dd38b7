#pragma once

#include "devices/slot/driver_factory.h"

/// Drivers of payment terminals, for the table of all drivers.
namespace bl {

/// The slot's secret is the terminal's password, six digits (`000000` where none is set up). Fails
/// with NotConfigured and UnknownCurrency.
Result<MadeDriver> makeZvtTerminal(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

Result<MadeDriver> makeManualTerminal(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

/// The address names the family (`profile`). Fails with NotConfigured where there is none such.
Result<MadeDriver> makeLrcTerminal(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

/// The address names the terminal (`poi`) and the register (`sale`); the slot's secret is the key
/// that the terminal wants, if any. Fails with NotConfigured and UnknownCurrency.
Result<MadeDriver> makeNexoTerminal(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

/// The slot's secret is the key that the merchant of the address (`merchant`) signs with. Fails
/// with NotConfigured where either is missing.
Result<MadeDriver> makeHttpGateway(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

}  // namespace bl
