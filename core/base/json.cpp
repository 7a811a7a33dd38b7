#include "core/base/json.h"

#include "core/base/text.h"

#include <unordered_set>

namespace bl {

namespace {

constexpr int kMaxDepth = 32;

/// Checks what nlohmann's own parser lets pass, while it parses. Exceptions stay in this file.
class StrictReader {
public:
    bool operator()(int depth, nlohmann::detail::parse_event_t event, Json& parsed)
    {
        using Event = Json::parse_event_t;
        switch (event) {
        case Event::object_start:
        case Event::array_start:
            if (depth >= kMaxDepth)
                throw std::runtime_error("more than 32 levels");
            if (event == Event::object_start)
                m_keys.emplace_back();
            break;
        case Event::object_end: m_keys.pop_back(); break;
        case Event::array_end: break;
        case Event::key:
            if (!m_keys.back().insert(parsed.get_ref<const std::string&>()).second)
                throw std::runtime_error("key \"" + parsed.get<std::string>() + "\" twice");
            break;
        case Event::value:
            if (parsed.is_number_float())
                throw std::runtime_error("a number that is not an integer");
            if (parsed.is_number_unsigned()
                && parsed.get<std::uint64_t>() > static_cast<std::uint64_t>(kMaxJsonInteger))
                throw std::runtime_error("a number above 2^53 - 1");
            if (parsed.is_number_integer() && !parsed.is_number_unsigned()
                && parsed.get<std::int64_t>() < -kMaxJsonInteger)
                throw std::runtime_error("a number below -(2^53 - 1)");
            break;
        }
        return true;
    }

private:
    std::vector<std::unordered_set<std::string>> m_keys;
};

Error wrong(const char* key, const char* why)
{
    return {ErrorCode::InvalidJson, {std::string(key) + ": " + why}};
}

}  // namespace

Result<Json> parseJson(std::string_view text)
{
    // The parser takes a zero byte for the end, so that anything could follow it.
    if (text.find('\0') != std::string_view::npos)
        return Error{ErrorCode::InvalidJson, {"a zero byte"}};
    try {
        return Json::parse(text.begin(), text.end(), StrictReader{});
    } catch (const std::exception& error) {
        // The parser quotes what it read, which may be long and need not be UTF-8.
        return Error{ErrorCode::InvalidJson, {excerpt(error.what(), 200)}};
    }
}

std::string dumpJson(const Json& json)
{
    return json.dump();
}

Result<std::string> textAt(const Json& object, const char* key)
{
    const auto it = object.is_object() ? object.find(key) : object.end();
    if (it == object.end() || !it->is_string())
        return wrong(key, "text expected");
    return it->get<std::string>();
}

Result<std::string> optionalTextAt(const Json& object, const char* key)
{
    const auto it = object.is_object() ? object.find(key) : object.end();
    if (it == object.end() || it->is_null())
        return std::string{};
    return textAt(object, key);
}

Result<std::int64_t> integerAt(const Json& object, const char* key)
{
    const auto it = object.is_object() ? object.find(key) : object.end();
    if (it == object.end() || !it->is_number_integer())
        return wrong(key, "integer expected");
    return it->get<std::int64_t>();
}

Result<const Json*> arrayAt(const Json& object, const char* key)
{
    const auto it = object.is_object() ? object.find(key) : object.end();
    if (it == object.end() || !it->is_array())
        return wrong(key, "array expected");
    return &*it;
}

Result<const Json*> objectAt(const Json& object, const char* key)
{
    const auto it = object.is_object() ? object.find(key) : object.end();
    if (it == object.end() || !it->is_object())
        return wrong(key, "object expected");
    return &*it;
}

}  // namespace bl
