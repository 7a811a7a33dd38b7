#include "devices/card/card_drivers.h"

#include "devices/card/pcsc_reader.h"

#include <utility>

namespace bl {

Result<MadeDriver> makePcscReader(const DeviceAddress& address, const SlotSettings& settings,
    const DriverSurroundings& surroundings, const DriverOptions& options)
{
    const auto& place = std::get<NamedPlace>(address.place);
    BL_TRY(const auto profile, MifareProfile::parse(settings.profile, options.secret(settings.id)));
    auto driver = std::make_unique<PcscReader>(place.name, profile, surroundings);
    CardReader* const role = driver.get();
    return MadeDriver{std::move(driver), role};
}

}  // namespace bl
