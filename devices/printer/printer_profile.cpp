#include "devices/printer/printer_profile.h"

#include "core/base/assert.h"
#include "core/base/strict_object.h"
#include "resources/devices/devices.h"

#include <algorithm>
#include <array>

namespace bl {

namespace {

constexpr std::array<std::string_view, 5> kEncodings{"gb18030", "gbk", "big5", "utf8", "raster"};
constexpr std::array<std::string_view, 3> kJobDone{"none", "sensor", "mark"};
constexpr TextRule kName{1, 60};

CodePage readCodePage(StrictObject& printer, std::optional<Error>& problem)
{
    const Json* found = printer.find("codePage");
    if (!found)
        return {};
    StrictObject object(*found, pointerTo(printer.pointer(), "codePage"), problem);
    CodePage page{object.text("name", kName), static_cast<int>(object.integer("number", 0, 255))};
    object.end();
    return page;
}

PrinterProfile readProfile(const Json& json, std::string pointer, std::optional<Error>& problem)
{
    StrictObject object(json, std::move(pointer), problem);
    PrinterProfile profile;
    profile.name = object.text("name", kName);
    profile.title = object.text("title", kName);
    profile.paperMm = static_cast<int>(object.integerOr("paper", 40, 112, profile.paperMm));
    profile.pixels = static_cast<int>(object.integerOr("pixels", 200, 900, profile.pixels));
    profile.columns = static_cast<int>(object.integerOr("columns", 16, 80, profile.columns));
    profile.cjk = static_cast<CjkEncoding>(
        object.choiceOr("cjk", kEncodings, static_cast<std::size_t>(profile.cjk)));
    profile.codePage = readCodePage(object, problem);
    profile.barcode = object.flagOr("barcode", profile.barcode);
    profile.qr = object.flagOr("qr", profile.qr);
    profile.cutter = object.flagOr("cutter", profile.cutter);
    profile.drawer = object.flagOr("drawer", profile.drawer);
    profile.drawerSwitch = object.flagOr("drawerSwitch", profile.drawerSwitch);
    profile.status = object.flagOr("status", profile.status);
    profile.jobDone = static_cast<JobDone>(
        object.choiceOr("jobDone", kJobDone, static_cast<std::size_t>(profile.jobDone)));
    // No printer's characters are narrower.
    if (profile.pixels / profile.columns < 8)
        object.refuse("columns", {"range", "16", std::to_string(profile.pixels / 8)});
    object.end();
    return profile;
}

std::vector<PrinterProfile> shippedProfiles()
{
    const auto& files = resources::deviceFiles();
    const auto file =
        std::ranges::find(files, std::string_view("printers.json"), &resources::EmbeddedFile::name);
    BL_ASSERT(file != files.end());
    auto profiles = readPrinterProfiles(file->text);
    BL_ASSERT(profiles);
    return *std::move(profiles);
}

}  // namespace

Result<std::vector<PrinterProfile>> readPrinterProfiles(std::string_view json)
{
    BL_TRY(const Json document, parseDocument(json));
    std::optional<Error> problem;
    StrictObject object(document, {}, problem);
    std::vector<PrinterProfile> profiles;
    std::size_t index = 0;
    for (const auto& printer : object.array("printers", 1, 200)) {
        profiles.push_back(readProfile(printer, pointerTo("/printers", index++), problem));
        if (problem)
            return *problem;
    }
    object.end();
    if (problem)
        return *problem;
    return profiles;
}

std::span<const PrinterProfile> printerProfiles()
{
    static const std::vector<PrinterProfile> profiles = shippedProfiles();
    return profiles;
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
