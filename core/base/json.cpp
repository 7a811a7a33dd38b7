#include "core/base/json.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace bl {

namespace {

constexpr int kMaxDepth = 32;

/// What is wrong, as a word and its argument. Thrown through the parser; stays in this file.
struct Refusal {
    enum class What { Other, Number };

    std::vector<std::string> reason;
    What what = What::Other;
};

/// Checks what nlohmann's own parser lets pass, while it parses.
class StrictReader {
public:
    bool operator()(int depth, nlohmann::detail::parse_event_t event, Json& parsed)
    {
        using Event = Json::parse_event_t;
        switch (event) {
        case Event::object_start:
        case Event::array_start:
            if (depth >= kMaxDepth)
                throw Refusal{{"json-depth"}};
            if (event == Event::object_start)
                m_keys.emplace_back();
            break;
        case Event::object_end: m_keys.pop_back(); break;
        case Event::array_end: break;
        case Event::key:
            if (!m_keys.back().insert(parsed.get_ref<const std::string&>()).second)
                throw Refusal{{"json-key-twice", excerpt(parsed.get_ref<const std::string&>())}};
            break;
        case Event::value:
            if (parsed.is_number_float())
                throw Refusal{{"json-fraction"}, Refusal::What::Number};
            if (parsed.is_number_unsigned()
                && parsed.get<std::uint64_t>() > static_cast<std::uint64_t>(kMaxJsonInteger))
                throw Refusal{{"json-range"}, Refusal::What::Number};
            if (parsed.is_number_integer() && !parsed.is_number_unsigned()
                && parsed.get<std::int64_t>() < -kMaxJsonInteger)
                throw Refusal{{"json-range"}, Refusal::What::Number};
            break;
        }
        return true;
    }

private:
    std::vector<std::unordered_set<std::string>> m_keys;
};

/// A text that tells how far it was read: the parser's callbacks do not know.
class CountingIterator {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** furthest)
        : m_at(at)
        , m_furthest(furthest)
    {
    }
    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        *m_furthest = std::max(*m_furthest, ++m_at);
        return *this;
    }
    CountingIterator operator++(int)
    {
        const auto before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b)
    {
        return a.m_at == b.m_at;
    }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b)
    {
        return !(a == b);
    }

private:
    const char* m_at;
    const char** m_furthest;
};

/// `line:column`, both from 1, of the last of the first `count` bytes.
std::string placeOf(std::string_view text, std::size_t count)
{
    const auto read = text.substr(0, count == 0 ? 0 : count - 1);
    const auto lines = std::count(read.begin(), read.end(), '\n');
    const auto lineStart = read.rfind('\n');
    const auto line = lineStart == std::string_view::npos ? read : read.substr(lineStart + 1);
    return std::to_string(lines + 1) + ":" + std::to_string(characterCount(line) + 1);
}

Error refused(std::string place, const std::vector<std::string>& reason)
{
    Error error{ErrorCode::InvalidJson, {std::move(place)}};
    error.detail.insert(error.detail.end(), reason.begin(), reason.end());
    return error;
}

/// Reads a text that was refused once more, slowly, to say where.
Error refusalOf(std::string_view text)
{
    const char* furthest = text.data();
    const auto read = [&] {
        return static_cast<std::size_t>(furthest - text.data());
    };
    try {
        [[maybe_unused]] const Json again = Json::parse(CountingIterator(text.data(), &furthest),
            CountingIterator(text.data() + text.size(), &furthest), StrictReader{});
    } catch (const Refusal& refusal) {
        // Whether there was one more to read behind a number, to see that it ends.
        const bool behind = refusal.what == Refusal::What::Number
            && std::string_view("0123456789.eE+-").find(text[read() - 1]) == std::string_view::npos;
        return refused(placeOf(text, behind ? read() - 1 : read()), refusal.reason);
    } catch (const Json::out_of_range&) {  // a number that not even a double holds
        return refused(placeOf(text, read()), {"json-range"});
    } catch (const Json::parse_error& error) {
        if (error.byte > text.size())
            return refused(placeOf(text, text.size()), {"json-end"});
        return refused(placeOf(text, error.byte), {isUtf8(text) ? "json-syntax" : "json-encoding"});
    }
    BL_ASSERT(false);
    return {ErrorCode::InvalidJson, {}};
}

Error wrong(const char* key, const char* why)
{
    return {ErrorCode::InvalidJson, {key, why}};
}

}  // namespace

Result<Json> parseJson(std::string_view text)
{
    // The parser takes a zero byte for the end, so that anything could follow it.
    if (const auto zero = text.find('\0'); zero != std::string_view::npos)
        return refused(placeOf(text, zero + 1), {"json-zero-byte"});
    try {
        return Json::parse(text.begin(), text.end(), StrictReader{});
    } catch (const Refusal&) {
        return refusalOf(text);
    } catch (const Json::exception&) {
        return refusalOf(text);
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
        return wrong(key, "text-expected");
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
        return wrong(key, "integer-expected");
    return it->get<std::int64_t>();
}

Result<const Json*> arrayAt(const Json& object, const char* key)
{
    const auto it = object.is_object() ? object.find(key) : object.end();
    if (it == object.end() || !it->is_array())
        return wrong(key, "array-expected");
    return &*it;
}

Result<const Json*> objectAt(const Json& object, const char* key)
{
    const auto it = object.is_object() ? object.find(key) : object.end();
    if (it == object.end() || !it->is_object())
        return wrong(key, "object-expected");
    return &*it;
}

}  // namespace bl
