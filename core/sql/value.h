#pragma once

#include "core/base/sha256.h"
#include "core/base/strong_id.h"
#include "core/money/money.h"
#include "core/money/quantity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace bl::sql {

/// Bytes that are not text.
struct Blob {
    std::string bytes;

    friend auto operator<=>(const Blob&, const Blob&) = default;
};

/// What a column can hold: NULL, an integer, text in UTF-8 or bytes.
using Value = std::variant<std::monostate, std::int64_t, std::string, Blob>;

inline Value toValue(std::nullptr_t)
{
    return {};
}
inline Value toValue(std::int64_t value)
{
    return value;
}
inline Value toValue(int value)
{
    return std::int64_t{value};
}
inline Value toValue(std::string value)
{
    return value;
}
inline Value toValue(std::string_view value)
{
    return std::string(value);
}
inline Value toValue(const char* value)
{
    return std::string(value);
}
inline Value toValue(Blob value)
{
    return value;
}
inline Value toValue(Money value)
{
    return value.minor();
}
inline Value toValue(Quantity value)
{
    return value.thousandths();
}
inline Value toValue(Instant value)
{
    return toMillis(value);
}
inline Value toValue(const Uuid& id)
{
    return Blob{std::string(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size())};
}
inline Value toValue(const Hash& hash)
{
    return Blob{std::string(reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size())};
}
template <typename Tag>
Value toValue(const StrongId<Tag>& id)
{
    return toValue(id.uuid);
}
inline Value toValue(Value value)
{
    return value;
}
template <typename T>
Value toValue(const std::optional<T>& value)
{
    return value ? toValue(*value) : Value{};
}

}  // namespace bl::sql
