#include "devices/discovery/known_usb.h"

#include "core/base/assert.h"
#include "core/base/strict_object.h"
#include "devices/printer/printer_profile.h"
#include "resources/devices/devices.h"

#include <algorithm>
#include <array>
#include <optional>

namespace bl {

namespace {

constexpr std::array kRoles{DeviceRole::ReceiptPrinter, DeviceRole::LabelPrinter,
    DeviceRole::PaymentTerminal, DeviceRole::Scanner, DeviceRole::CardReader,
    DeviceRole::CustomerDisplay, DeviceRole::Scale};
constexpr TextRule kUsbId{4, 9};
constexpr TextRule kTitle{1, 60};

bool isUsbId(std::string_view id)
{
    const auto isDigits = [](std::string_view part) {
        return part.size() == 4
            && part.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    };
    return isDigits(id.substr(0, 4))
        && (id.size() == 4 || (id.size() == 9 && id[4] == ':' && isDigits(id.substr(5))));
}

KnownUsb readOne(const Json& json, std::string pointer, std::optional<Error>& problem)
{
    StrictObject object(json, std::move(pointer), problem);
    KnownUsb known;
    known.id = object.text("id", kUsbId);
    if (!isUsbId(known.id))
        object.refuse("id", {"usb-id"});
    known.title = object.text("title", kTitle);
    if (object.has("roles")) {
        for (const auto& role : object.array("roles", 1, kRoles.size())) {
            const auto found = std::ranges::find_if(kRoles, [&](DeviceRole one) {
                return role.is_string() && role.get<std::string>() == roleName(one);
            });
            if (found == kRoles.end())
                object.refuse("roles", {"role"});
            else
                known.roles.push_back(*found);
        }
    }
    known.profile = object.textOr("profile", kTitle, "");
    if (!known.profile.empty() && !findPrinterProfile(known.profile))
        object.refuse("profile", {"profile"});
    object.end();
    return known;
}

std::vector<KnownUsb> shippedTable()
{
    const auto& files = resources::deviceFiles();
    const auto file =
        std::ranges::find(files, std::string_view("usb.json"), &resources::EmbeddedFile::name);
    BL_ASSERT(file != files.end());
    auto table = readKnownUsb(file->text);
    BL_ASSERT(table);
    return *std::move(table);
}

}  // namespace

Result<std::vector<KnownUsb>> readKnownUsb(std::string_view json)
{
    BL_TRY(const Json document, parseDocument(json));
    std::optional<Error> problem;
    StrictObject object(document, {}, problem);
    std::vector<KnownUsb> table;
    std::size_t index = 0;
    for (const auto& device : object.array("devices", 1, 500))
        table.push_back(readOne(device, pointerTo("/devices", index++), problem));
    object.end();
    if (problem)
        return *problem;
    return table;
}

const KnownUsb* findKnownUsb(std::string_view usbId)
{
    static const std::vector<KnownUsb> table = shippedTable();
    auto found = std::ranges::find(table, usbId, &KnownUsb::id);
    if (found == table.end())
        found = std::ranges::find(table, usbId.substr(0, 4), &KnownUsb::id);
    return found == table.end() ? nullptr : &*found;
}

}  // namespace bl
