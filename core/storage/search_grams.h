#pragma once

#include <string>
#include <string_view>

/// What the full-text tables index, and how they are asked: runs of characters, because Chinese has
/// no blanks and a cashier types any four digits of a phone number.
namespace bl::storage {

/// All runs of four digits of a phone number and a mark for the last four, with blanks between.
std::string phoneGrams(std::string_view phone);

/// All pairs of neighbouring characters of a name (and each single one), lower-case, with blanks
/// between.
std::string nameGrams(std::string_view name);

/// The FTS5 query for texts that contain all grams of what was typed; empty where it is too short.
std::string phoneTailQuery(std::string_view typed);  ///< numbers that end so; for four digits only
std::string phoneQuery(std::string_view typed);
std::string nameQuery(std::string_view typed);

/// The end of the index range of all texts that begin with `prefix`.
std::string prefixEnd(std::string_view prefix);

/// ASCII letters in lower case; everything else as it is.
std::string lowerAscii(std::string_view text);

}  // namespace bl::storage
