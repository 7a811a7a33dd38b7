#include "devices/slot/driver_factory.h"

#include "devices/payment/payment_drivers.h"
#include "devices/printer/printer_drivers.h"

#include <algorithm>
#include <array>

namespace bl {

namespace {

using Make = Result<MadeDriver> (*)(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options);

struct DriverMaker {
    std::string_view driver;
    Make make;
};

constexpr std::array kMakers{
    DriverMaker{"escpos", makeEscPosPrinter},
    DriverMaker{"cups", makePagePrinter},
    DriverMaker{"pdf", makePagePrinter},
    DriverMaker{"zvt", makeZvtTerminal},
    DriverMaker{"manual", makeManualTerminal},
};

}  // namespace

Result<MadeDriver> makeDriver(const SlotSettings& settings, const DriverSurroundings& surroundings,
    const DriverOptions& options)
{
    BL_TRY(const auto address, DeviceAddress::parse(settings.address, settings.role));
    const auto maker = std::ranges::find(kMakers, address.driver, &DriverMaker::driver);
    if (maker == kMakers.end())
        return Error{ErrorCode::DeviceAddressInvalid, {settings.address}};
    return maker->make(address, settings, surroundings, options);
}

}  // namespace bl
