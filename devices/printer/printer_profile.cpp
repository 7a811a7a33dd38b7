#include "devices/printer/printer_profile.h"

#include <algorithm>
#include <array>

namespace bl {

std::span<const PrinterProfile> printerProfiles()
{
    static const std::array<PrinterProfile, 4> kProfiles{{
        {.name = "escpos-80"},
        {.name = "escpos-58", .paperMm = 58, .pixels = 384, .columns = 32, .cutter = false},
        {.name = "escpos-80-raster", .cjk = CjkEncoding::Raster},
        {.name = "escpos-58-raster",
            .paperMm = 58,
            .pixels = 384,
            .columns = 32,
            .cjk = CjkEncoding::Raster,
            .cutter = false},
    }};
    return kProfiles;
}

std::optional<PrinterProfile> findPrinterProfile(std::string_view name)
{
    const auto profiles = printerProfiles();
    const auto found = std::ranges::find(profiles, name, &PrinterProfile::name);
    if (found == profiles.end())
        return std::nullopt;
    return *found;
}

}  // namespace bl
