#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bl {

/// What a weight is in where a frame does not say; and whether pounds are taken at all.
enum class WeightUnit { Kilogram, Gram, Pound };

std::optional<WeightUnit> findWeightUnit(std::string_view name);  ///< `kg`, `g`, `lb`, any case

/// A decimal weight (`+0001.234`, `-  0.5`) in whole grams, halves away from zero; nothing where it
/// is no number or above a thousand tonnes.
std::optional<std::int64_t> parseGrams(std::string_view number, WeightUnit unit);

}  // namespace bl
