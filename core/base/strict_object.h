#pragma once

#include "core/base/json.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// The pointer one step further down a JSON document (RFC 6901).
std::string pointerTo(const std::string& parent, std::string_view key);
std::string pointerTo(const std::string& parent, std::size_t index);

/// InvalidDocument at a place of the document; `#` stands for the whole of it.
Error wrongDocument(std::string pointer, std::vector<std::string> reason);

/// parseJson(), failing with InvalidDocument at `#`.
Result<Json> parseDocument(std::string_view text);

/// What a text may hold.
struct TextRule {
    std::size_t least = 0;  ///< characters
    std::size_t most = 0;
};

/// Reads one object of a JSON document whose format is the product's own: every field by name, of
/// its type and within its limits, and none besides. The first thing that is wrong is kept in
/// `problem` with its place, and what is read after it counts no more; so a reader asks for all it
/// wants and looks at the problem once.
class StrictObject {
public:
    StrictObject(const Json& json, std::string pointer, std::optional<Error>& problem);

    const std::string& pointer() const { return m_pointer; }
    bool has(std::string_view key) const;

    /// One line of text without control characters.
    std::string text(std::string_view key, TextRule rule);
    std::string textOr(std::string_view key, TextRule rule, std::string_view otherwise);
    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
    std::int64_t integerOr(
        std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise);
    /// The position of the text among `words`.
    std::size_t choice(std::string_view key, std::span<const std::string_view> words);
    std::size_t choiceOr(
        std::string_view key, std::span<const std::string_view> words, std::size_t otherwise);
    /// True or false.
    bool flagOr(std::string_view key, bool otherwise);
    /// The value, whatever it is; null where it is missing, which is wrong then.
    const Json& any(std::string_view key);
    const Json* find(std::string_view key);
    /// An array of at least and at most so many items; empty where it is wrong.
    const Json& array(std::string_view key, std::size_t least, std::size_t most);

    /// Something is wrong with that field.
    void refuse(std::string_view key, std::vector<std::string> reason);
    /// Refuses the first field that nobody asked for.
    void end();

private:
    std::string textOf(std::string_view key, const Json& value, TextRule rule);

    const Json& m_json;
    std::string m_pointer;
    std::optional<Error>& m_problem;
    std::vector<std::string> m_asked;
};

}  // namespace bl
