#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace bl {

/// Reads one JSON document strictly: valid UTF-8, integers only with |n| ≤ 2⁵³ − 1, no duplicate
/// keys, at most 32 levels. Fails with InvalidJson, naming line and column.
Result<Json> parseJson(std::string_view text);

/// One line without spaces. The document must hold valid UTF-8 (parsed or checked before).
std::string dumpJson(const Json& json);

/// Members of an object, with their type checked; fail with InvalidJson naming the key.
Result<std::string> textAt(const Json& object, const char* key);
Result<std::int64_t> integerAt(const Json& object, const char* key);
Result<const Json*> arrayAt(const Json& object, const char* key);
Result<const Json*> objectAt(const Json& object, const char* key);

/// The text at `key`, or empty where it is absent or null.
Result<std::string> optionalTextAt(const Json& object, const char* key);

/// The id (any StrongId) at `key`.
template <typename Id>
Result<Id> idAt(const Json& object, const char* key)
{
    BL_TRY(const std::string text, textAt(object, key));
    const auto id = Id::parse(text);
    if (!id)
        return Error{ErrorCode::InvalidJson, {key, "id-expected"}};
    return *id;
}

template <typename Id>
Result<std::optional<Id>> optionalIdAt(const Json& object, const char* key)
{
    BL_TRY(const std::string text, optionalTextAt(object, key));
    if (text.empty())
        return std::optional<Id>{};
    const auto id = Id::parse(text);
    if (!id)
        return Error{ErrorCode::InvalidJson, {key, "id-expected"}};
    return id;
}

}  // namespace bl
