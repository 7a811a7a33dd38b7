#include "devices/payment/lrc_profile.h"

#include "core/base/assert.h"
#include "core/base/strict_object.h"
#include "resources/devices/devices.h"

#include <algorithm>
#include <array>

namespace bl::lrc {

namespace {

constexpr TextRule kProfileName{1, 60};
constexpr TextRule kCode{1, 8};
constexpr std::int64_t kLongestField = 200;
constexpr std::array<std::string_view, 2> kLengths{"bcd", "binary"};
constexpr std::array<std::string_view, 7> kRequestFields{"register", "cashier", "command", "amount",
    "originalDate", "originalReference", "originalTrace"};
constexpr std::array<std::string_view, 14> kAnswerFields{"result", "amount", "trace", "reference",
    "date", "time", "card", "cardName", "approval", "terminal", "merchant", "text", "hidden",
    "skip"};

std::vector<Field> readFields(StrictObject& profile, std::string_view key,
    std::span<const std::string_view> names, std::optional<Error>& problem)
{
    std::vector<Field> fields;
    std::size_t index = 0;
    const std::string pointer = pointerTo(profile.pointer(), key);
    for (const auto& json : profile.array(key, 1, 100)) {
        StrictObject object(json, pointerTo(pointer, index++), problem);
        const auto name = object.choice("name", names);
        fields.push_back({std::string(names[name]),
            static_cast<std::size_t>(object.integer("length", 1, kLongestField))});
        object.end();
    }
    return fields;
}

std::vector<std::string> readResults(
    StrictObject& results, std::string_view key, std::optional<Error>& problem)
{
    std::vector<std::string> codes;
    for (const auto& code : results.array(key, 1, 20)) {
        if (code.is_string() && !code.get_ref<const std::string&>().empty())
            codes.push_back(code.get<std::string>());
        else if (!problem)
            problem = wrongDocument(pointerTo(results.pointer(), key), {"text"});
    }
    return codes;
}

Profile readProfileOf(const Json& json, std::string pointer, std::optional<Error>& problem)
{
    StrictObject object(json, std::move(pointer), problem);
    Profile profile;
    profile.name = object.text("name", kProfileName);
    profile.title = object.text("title", kProfileName);
    profile.verified = object.flagOr("verified", false);
    profile.length = static_cast<LengthForm>(object.choice("length", kLengths));
    StrictObject commands(object.any("commands"), pointerTo(object.pointer(), "commands"), problem);
    profile.charge = commands.text("charge", kCode);
    profile.reversal = commands.text("reversal", kCode);
    profile.refund = commands.text("refund", kCode);
    profile.last = commands.text("last", kCode);
    profile.status = commands.text("status", kCode);
    profile.settle = commands.text("settle", kCode);
    commands.end();
    profile.request = readFields(object, "request", kRequestFields, problem);
    profile.answer = readFields(object, "answer", kAnswerFields, problem);
    StrictObject results(object.any("results"), pointerTo(object.pointer(), "results"), problem);
    profile.approved = readResults(results, "approved", problem);
    profile.cancelled = readResults(results, "cancelled", problem);
    profile.busy = readResults(results, "busy", problem);
    results.end();
    object.end();
    return profile;
}

std::vector<Profile> shippedAcquirers()
{
    const auto& files = resources::deviceFiles();
    const auto file = std::ranges::find(
        files, std::string_view("acquirers.json"), &resources::EmbeddedFile::name);
    BL_ASSERT(file != files.end());
    auto read = readProfiles(file->text);
    BL_ASSERT(read);
    return *std::move(read);
}

}  // namespace

Result<std::vector<Profile>> readProfiles(std::string_view json)
{
    BL_TRY(const Json document, parseDocument(json));
    std::optional<Error> problem;
    StrictObject object(document, {}, problem);
    std::vector<Profile> read;
    std::size_t index = 0;
    for (const auto& acquirer : object.array("acquirers", 1, 200)) {
        read.push_back(readProfileOf(acquirer, pointerTo("/acquirers", index++), problem));
        if (problem)
            return *problem;
    }
    object.end();
    if (problem)
        return *problem;
    return read;
}

std::span<const Profile> profiles()
{
    static const std::vector<Profile> shipped = shippedAcquirers();
    return shipped;
}

const Profile* findProfile(std::string_view name)
{
    const auto all = profiles();
    const auto found = std::ranges::find(all, name, &Profile::name);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace bl::lrc
