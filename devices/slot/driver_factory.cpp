#include "devices/slot/driver_factory.h"

#include "devices/card/card_drivers.h"
#include "devices/card/rfid_reader.h"
#include "devices/card/stripe_reader.h"
#include "devices/display/line_display.h"
#include "devices/label/tspl_label_printer.h"
#include "devices/payment/payment_drivers.h"
#include "devices/printer/printer_drivers.h"
#include "devices/scale/line_scale.h"
#include "devices/scanner/serial_scanner.h"
#include "devices/slot/resident_driver.h"

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
    DriverMaker{"tspl", makeTsplPrinter},
    DriverMaker{"zvt", makeZvtTerminal},
    DriverMaker{"nexo", makeNexoTerminal},
    DriverMaker{"lrc", makeLrcTerminal},
    DriverMaker{"manual", makeManualTerminal},
    DriverMaker{"codes", makeHttpGateway},
    // What comes in and what shows
    DriverMaker{"scanner", makeSerialScanner},
    DriverMaker{"stripe", makeStripeReader},
    DriverMaker{"rfid", makeRfidReader},
    DriverMaker{"pcsc", makePcscReader},
    DriverMaker{"cd5220", makeLineDisplay},
    DriverMaker{"led8", makeLineDisplay},
    DriverMaker{"screen", makeResidentDriver},
    DriverMaker{"hid", makeResidentDriver},
    DriverMaker{"toledo", makeLineScale},
    DriverMaker{"nci", makeLineScale},
    DriverMaker{"continuous", makeLineScale},
};

const DriverMaker* findMaker(std::string_view driver)
{
    const auto maker = std::ranges::find(kMakers, driver, &DriverMaker::driver);
    return maker == kMakers.end() ? nullptr : &*maker;
}

}  // namespace

bool canDrive(std::string_view driver)
{
    return findMaker(driver) != nullptr;
}

Result<MadeDriver> makeDriver(const SlotSettings& settings, const DriverSurroundings& surroundings,
    const DriverOptions& options)
{
    BL_TRY(const auto address, DeviceAddress::parse(settings.address, settings.role));
    const auto* maker = findMaker(address.driver);
    if (!maker)
        return Error{ErrorCode::DeviceAddressInvalid, {settings.address}};
    return maker->make(address, settings, surroundings, options);
}

}  // namespace bl
