#include "core/base/strict_object.h"

#include "core/base/text.h"

#include <algorithm>

namespace bl {

namespace {

const Json kNothing;
const Json kNoItems = Json::array();

bool hasControls(std::string_view text)
{
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::string joined(std::span<const std::string_view> words)
{
    std::string all;
    for (const auto word : words)
        all += (all.empty() ? "" : ", ") + std::string(word);
    return all;
}

}  // namespace

std::string pointerTo(const std::string& parent, std::string_view key)
{
    std::string pointer = parent + "/";
    for (const char c : excerpt(key)) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

std::string pointerTo(const std::string& parent, std::size_t index)
{
    return parent + "/" + std::to_string(index);
}

Error wrongDocument(std::string pointer, std::vector<std::string> reason)
{
    reason.insert(reason.begin(), pointer.empty() ? "#" : std::move(pointer));
    return {ErrorCode::InvalidDocument, std::move(reason)};
}

Result<Json> parseDocument(std::string_view text)
{
    auto parsed = parseJson(text);
    if (parsed)
        return parsed;
    auto reason = parsed.error().detail;
    reason.insert(reason.begin(), "json");
    return wrongDocument({}, std::move(reason));
}

StrictObject::StrictObject(const Json& json, std::string pointer, std::optional<Error>& problem)
    : m_json(json)
    , m_pointer(std::move(pointer))
    , m_problem(problem)
{
    if (!json.is_object() && !m_problem)
        m_problem = wrongDocument(m_pointer, {"object-expected"});
}

bool StrictObject::has(std::string_view key) const
{
    return m_json.is_object() && m_json.contains(std::string(key));
}

const Json* StrictObject::find(std::string_view key)
{
    m_asked.emplace_back(key);
    if (!m_json.is_object())
        return nullptr;
    const auto found = m_json.find(std::string(key));
    return found == m_json.end() ? nullptr : &*found;
}

const Json& StrictObject::any(std::string_view key)
{
    if (const Json* found = find(key))
        return *found;
    if (!m_problem)
        m_problem = wrongDocument(m_pointer, {"field-missing", std::string(key)});
    return kNothing;
}

void StrictObject::refuse(std::string_view key, std::vector<std::string> reason)
{
    if (!m_problem)
        m_problem = wrongDocument(pointerTo(m_pointer, key), std::move(reason));
}

std::string StrictObject::textOf(std::string_view key, const Json& value, TextRule rule)
{
    if (!value.is_string()) {
        refuse(key, {"text-expected"});
        return {};
    }
    auto text = value.get<std::string>();
    const auto characters = characterCount(text);
    if (characters < rule.least || characters > rule.most)
        refuse(key, {"length", std::to_string(rule.least), std::to_string(rule.most)});
    if (hasControls(text))
        refuse(key, {"line"});
    return text;
}

std::string StrictObject::text(std::string_view key, TextRule rule)
{
    return textOf(key, any(key), rule);
}

std::string StrictObject::textOr(std::string_view key, TextRule rule, std::string_view otherwise)
{
    const Json* value = find(key);
    return value ? textOf(key, *value, rule) : std::string(otherwise);
}

std::int64_t StrictObject::integer(std::string_view key, std::int64_t least, std::int64_t most)
{
    const Json& value = any(key);
    if (!value.is_number_integer()) {
        refuse(key, {"integer-expected"});
        return least;
    }
    const auto number = value.get<std::int64_t>();
    if (number < least || number > most)
        refuse(key, {"range", std::to_string(least), std::to_string(most)});
    return number;
}

std::int64_t StrictObject::integerOr(
    std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise)
{
    return has(key) ? integer(key, least, most) : (find(key), otherwise);
}

std::size_t StrictObject::choice(std::string_view key, std::span<const std::string_view> words)
{
    const Json& value = any(key);
    if (value.is_string()) {
        const auto found = std::ranges::find(words, value.get_ref<const std::string&>());
        if (found != words.end())
            return static_cast<std::size_t>(found - words.begin());
    }
    refuse(key, {"one-of", joined(words)});
    return 0;
}

std::size_t StrictObject::choiceOr(
    std::string_view key, std::span<const std::string_view> words, std::size_t otherwise)
{
    return has(key) ? choice(key, words) : (find(key), otherwise);
}

bool StrictObject::flagOr(std::string_view key, bool otherwise)
{
    const Json* value = find(key);
    if (!value)
        return otherwise;
    if (!value->is_boolean()) {
        refuse(key, {"boolean-expected"});
        return otherwise;
    }
    return value->get<bool>();
}

const Json& StrictObject::array(std::string_view key, std::size_t least, std::size_t most)
{
    const Json& value = any(key);
    if (!value.is_array()) {
        refuse(key, {"array-expected"});
        return kNoItems;
    }
    if (value.size() < least || value.size() > most) {
        refuse(key, {"items", std::to_string(least), std::to_string(most)});
        return kNoItems;
    }
    return value;
}

void StrictObject::end()
{
    if (m_problem || !m_json.is_object())
        return;
    for (const auto& [name, value] : m_json.items())
        if (std::ranges::find(m_asked, name) == m_asked.end())
            return refuse(name, {"unknown-field"});
}

}  // namespace bl
