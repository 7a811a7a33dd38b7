#include "core/services/organisation/organisation_rules.h"

#include "core/access/password.h"
#include "core/access/permission.h"
#include "core/base/text.h"
#include "core/members/member.h"
#include "core/money/limits.h"
#include "core/receipts/label_template.h"
#include "core/receipts/receipt_template.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <regex>

namespace bl::services::rules {

namespace {

using journal::EntityKind;
using journal::FieldValue;

constexpr FieldRule kName{"name", Rule::Name};
constexpr FieldRule kActive{"active", Rule::Active};

constexpr FieldRule kStore[]{
    kName, {"address", Rule::Address}, {"phone", Rule::OptionalPhone}, kActive};
constexpr FieldRule kRole[]{kName, {"permissions", Rule::Permissions}, kActive};
constexpr FieldRule kUser[]{kName, {"role", Rule::Code, Target::Reference},
    {"pin", Rule::Pin, Target::Pin}, {"password", Rule::Password, Target::Password},
    {"pinHash", Rule::SecretHash, Target::PinHash},
    {"passwordHash", Rule::SecretHash, Target::PasswordHash}, kActive};
constexpr FieldRule kTier[]{kName, {"rank", Rule::Rank}, kActive};
constexpr FieldRule kProduct[]{kName, {"category", Rule::Code, Target::Reference},
    {"unit", Rule::Unit}, {"sale", Rule::Sale, Target::Field, "measure"},
    {"price", Rule::Price, Target::Price}, kActive};
constexpr FieldRule kMember[]{kName, {"phone", Rule::Phone},
    {"tier", Rule::Code, Target::Reference}, {"birthday", Rule::Birthday}, {"note", Rule::Note},
    kActive};

constexpr FieldRule kTemplate[]{{"receipt", Rule::ReceiptTemplate, Target::Template, "content"},
    {"label", Rule::LabelTemplate, Target::Template, "content"}, kActive};

constexpr std::array kSections{
    SectionRules{"stores", EntityKind::Store, {"code", Rule::StoreCode}, kStore},
    SectionRules{"roles", EntityKind::Role, {"code", Rule::Code}, kRole},
    SectionRules{"users", EntityKind::User, {"login", Rule::Login}, kUser},
    SectionRules{"tiers", EntityKind::Tier, {"code", Rule::Code}, kTier},
    SectionRules{"categories", EntityKind::Category, {"code", Rule::Code}, kTier},
    SectionRules{"products", EntityKind::Product, {"code", Rule::Code}, kProduct},
    SectionRules{"members", EntityKind::Member, {"number", Rule::Code}, kMember},
    SectionRules{"templates", EntityKind::Template, {"name", Rule::Name}, kTemplate},
};

Error because(std::vector<std::string> reason)
{
    return {ErrorCode::InvalidOrganisation, std::move(reason)};
}

/// The characters of a text that is known to be UTF-8.
std::u32string charactersOf(std::string_view text)
{
    std::u32string characters;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0xffu >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3fu);
        characters += point;
        i += length;
    }
    return characters;
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

bool isBlank(char32_t c)
{
    return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680
        || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f
        || c == 0x3000 || c == 0xfeff;
}

struct TextLimits {
    std::size_t least;
    std::size_t most;
};

Result<std::u32string> charactersWithin(const std::string& text, TextLimits limits)
{
    auto characters = charactersOf(text);
    if (characters.size() < limits.least || characters.size() > limits.most)
        return because({"length", std::to_string(limits.least), std::to_string(limits.most)});
    return characters;
}

Result<void> checkCode(const std::string& text)
{
    BL_TRY(const auto characters, charactersWithin(text, {1, 64}));
    if (std::any_of(characters.begin(), characters.end(),
            [](char32_t c) { return isControl(c) || isBlank(c); }))
        return because({"code"});
    return {};
}

Result<void> checkLine(const std::string& text, TextLimits limits)
{
    BL_TRY(const auto characters, charactersWithin(text, limits));
    if (std::any_of(characters.begin(), characters.end(), isControl))
        return because({"line"});
    if (limits.least > 0 && std::all_of(characters.begin(), characters.end(), isBlank))
        return because({"blank"});
    return {};
}

Result<void> checkPattern(const std::string& text, const char* pattern, const char* reason)
{
    // Bounded before, because std::regex recurses for every character.
    if (text.size() > 127 || !std::regex_match(text, std::regex(pattern)))
        return because({reason});
    return {};
}

constexpr std::string_view kHashShape = "$argon2id$v=19$m=…,t=…,p=…$salt$hash";

Result<void> checkSecretHash(const std::string& text)
{
    const auto shaped = checkPattern(text,
        R"(\$argon2id\$v=19\$m=[1-9][0-9]{0,9},t=[1-9][0-9]{0,9},p=[1-9][0-9]{0,2}\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+)",
        "secret-hash");
    if (!shaped || !access::isSecretHash(text))
        return because({"secret-hash", std::string(kHashShape)});
    return {};
}

Result<void> checkBirthday(const std::string& text)
{
    BL_CHECK(
        checkPattern(text, "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "date"));
    using namespace std::chrono;
    const auto number = [&](std::size_t at, std::size_t digits) {
        return std::stoi(text.substr(at, digits));
    };
    const year_month_day day{year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))},
        std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    if (!day.ok())
        return because({"no-such-day"});
    return {};
}

Result<void> checkPhone(const std::string& text)
{
    return checkPattern(text, R"(\+?[0-9]([ \-]?[0-9]){4,19})", "phone");
}

FieldValue stored(std::string text)
{
    return text.empty() ? FieldValue{} : FieldValue{std::move(text)};
}

Result<FieldValue> readText(Rule rule, const std::string& text)
{
    switch (rule) {
    case Rule::Code: BL_CHECK(checkCode(text)); break;
    case Rule::StoreCode: BL_CHECK(checkPattern(text, "[A-Z0-9]{1,8}", "store-code")); break;
    case Rule::Login: BL_CHECK(checkPattern(text, R"([a-z0-9._\-]{1,32})", "login")); break;
    case Rule::Name: BL_CHECK(checkLine(text, {1, 200})); break;
    case Rule::Unit: BL_CHECK(checkLine(text, {0, 16})); break;
    case Rule::Address: BL_CHECK(charactersWithin(text, {0, 200})); break;
    case Rule::Note: BL_CHECK(charactersWithin(text, {0, 500})); break;
    case Rule::OptionalPhone:
        if (!text.empty())
            BL_CHECK(checkPhone(text));
        break;
    case Rule::Phone: {
        BL_CHECK(checkPhone(text));
        const auto phone = members::normalisedPhone(text);
        if (!phone)
            return because({"phone-digits"});
        return FieldValue{*phone};
    }
    case Rule::Sale:
        if (text != "piece" && text != "measure")
            return because({"sale"});
        return FieldValue{std::int64_t{text == "measure" ? 1 : 0}};
    case Rule::Birthday: BL_CHECK(checkBirthday(text)); break;
    case Rule::Pin:
        BL_CHECK(checkPattern(text, "[0-9]{4,8}", "pin"));
        // What nobody may choose at a register, nobody may be given either.
        if (!access::checkPin(text))
            return because({"weak-pin"});
        break;
    case Rule::Password:
        BL_CHECK(charactersWithin(text, {8, 200}));
        return FieldValue{text};  // blanks at its ends belong to it
    case Rule::SecretHash: BL_CHECK(checkSecretHash(text)); break;
    default: BL_ASSERT(false);
    }
    return stored(trimmed(text));
}

Result<FieldValue> readInteger(const Json& value, std::int64_t most)
{
    if (!value.is_number_integer())
        return because({"integer-expected"});
    const auto number = value.get<std::int64_t>();
    if (number < 0 || number > most)
        return because({"range", "0", std::to_string(most)});
    return FieldValue{number};
}

Result<FieldValue> readPermissions(const Json& value)
{
    if (!value.is_array())
        return because({"array-expected"});
    access::Permissions permissions;
    for (const auto& item : value) {
        const auto permission =
            item.is_string() ? access::findPermission(item.get<std::string>()) : std::nullopt;
        if (!permission)
            return because({"permission"});
        if (std::find(permissions.begin(), permissions.end(), *permission) != permissions.end())
            return because({"twice", item.get<std::string>()});
        permissions.push_back(*permission);
    }
    return FieldValue{access::formatPermissions(permissions)};
}

/// In the form in which programs write it, so that the same template is the same text.
template <typename Template>
Result<FieldValue> readTemplate(const Json& value, Result<Template> (*parse)(std::string_view))
{
    const auto content = parse(dumpJson(value));
    if (!content)
        return because(content.error().detail);
    return FieldValue{receipts::writeTemplate(*content)};
}

}  // namespace

std::span<const SectionRules> sections()
{
    return kSections;
}

const SectionRules* findSection(std::string_view name)
{
    const auto it = std::find_if(kSections.begin(), kSections.end(),
        [&](const SectionRules& rules) { return rules.section == name; });
    return it == kSections.end() ? nullptr : &*it;
}

Result<FieldValue> readValue(Rule rule, const Json& value)
{
    switch (rule) {
    case Rule::Rank: return readInteger(value, 9999);
    case Rule::Price: return readInteger(value, kMaxAmount);
    case Rule::Permissions: return readPermissions(value);
    case Rule::ReceiptTemplate: return readTemplate(value, receipts::parseReceiptTemplate);
    case Rule::LabelTemplate: return readTemplate(value, receipts::parseLabelTemplate);
    case Rule::Active:
        if (!value.is_boolean())
            return because({"boolean-expected"});
        return FieldValue{std::int64_t{value.get<bool>() ? 1 : 0}};
    default: break;
    }
    if (!value.is_string())
        return because({"text-expected"});
    return readText(rule, value.get<std::string>());
}

Error wrongAt(std::string pointer, std::vector<std::string> reason)
{
    reason.insert(reason.begin(), pointer.empty() ? "#" : std::move(pointer));
    return {ErrorCode::InvalidOrganisation, std::move(reason)};
}

}  // namespace bl::services::rules
