#include "devices/slot/slot_settings_json.h"

#include "core/base/strict_object.h"

#include <algorithm>
#include <array>

namespace bl {

namespace {

constexpr std::array kRoles{DeviceRole::ReceiptPrinter, DeviceRole::LabelPrinter,
    DeviceRole::PaymentTerminal, DeviceRole::PaymentGateway, DeviceRole::Scanner,
    DeviceRole::CardReader, DeviceRole::CustomerDisplay, DeviceRole::Scale};
constexpr TextRule kSlotId{1, 40};
constexpr TextRule kSlotText{0, 300};
constexpr std::size_t kMostSlots = 50;

/// Registers that were set up earlier name scanners that pretend to be keyboards otherwise.
std::string withTodaysDriver(std::string address)
{
    constexpr std::string_view kBefore = "keyboard:";
    return address.starts_with(kBefore) ? "hid:" + address.substr(kBefore.size()) : address;
}

std::array<std::string_view, kRoles.size()> roleNames()
{
    std::array<std::string_view, kRoles.size()> names;
    std::ranges::transform(kRoles, names.begin(), roleName);
    return names;
}

std::vector<SlotSettings> slotsOf(StrictObject& object, std::optional<Error>& problem)
{
    std::vector<SlotSettings> slots;
    std::size_t index = 0;
    for (const auto& item : object.array("slots", 0, kMostSlots)) {
        StrictObject one(item, pointerTo("/slots", index++), problem);
        SlotSettings slot;
        slot.id = one.text("id", kSlotId);
        slot.role = kRoles[one.choice("role", roleNames())];
        slot.address = withTodaysDriver(one.text("address", kSlotText));
        slot.profile = one.textOr("profile", kSlotText, "");
        slot.caFile = one.textOr("ca", kSlotText, "");
        slot.enabled = one.flagOr("enabled", true);
        one.end();
        slots.push_back(std::move(slot));
    }
    return slots;
}

}  // namespace

std::string writeSlots(const std::vector<SlotSettings>& slots)
{
    Json list = Json::array();
    for (const auto& slot : slots) {
        Json item{{"id", slot.id}, {"role", roleName(slot.role)}, {"address", slot.address}};
        if (!slot.profile.empty())
            item["profile"] = slot.profile;
        if (!slot.caFile.empty())
            item["ca"] = slot.caFile;
        if (!slot.enabled)
            item["enabled"] = false;
        list.push_back(std::move(item));
    }
    return dumpJson(Json{{"slots", std::move(list)}});
}

Result<std::vector<SlotSettings>> readSlots(std::string_view text)
{
    BL_TRY(const Json json, parseDocument(text));
    std::optional<Error> problem;
    StrictObject object(json, {}, problem);
    auto slots = slotsOf(object, problem);
    object.end();
    if (problem)
        return *problem;
    return slots;
}

Result<DeviceFile> readDeviceFile(std::string_view text)
{
    BL_TRY(const Json json, parseDocument(text));
    std::optional<Error> problem;
    StrictObject object(json, {}, problem);
    DeviceFile file;
    file.slots = slotsOf(object, problem);
    const Json none = Json::object();
    const Json* const secrets = object.find("secrets");
    StrictObject named(secrets ? *secrets : none, "/secrets", problem);
    for (const auto& slot : file.slots)
        if (const auto secret = named.textOr(slot.id, kSlotText, ""); !secret.empty())
            file.secrets.emplace(slot.id, secret);
    named.end();
    object.end();
    if (problem)
        return *problem;
    return file;
}

}  // namespace bl
