#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the codes on goods mean.
namespace bl::catalog {

/// Whether the last digit is the check digit of those before it, as GS1 computes it for EAN-8,
/// UPC-A, EAN-13 and GTIN-14 alike.
bool hasGs1CheckDigit(std::string_view digits);

/// The check digit that belongs behind these digits.
char gs1CheckDigit(std::string_view digits);

/// The 12 digits of UPC-A that 8 digits of UPC-E stand for; nothing where they stand for none.
std::optional<std::string> expandUpcE(std::string_view digits);

/// Application identifiers (`01`, `3103`) and their values; decimal places are the identifier's
/// last digit where it ends with `n` in the GS1 General Specifications.
using Gs1Elements = std::map<std::string, std::string>;

/// Reads an element string, with FNC1 as GS (0x1D) between elements of variable length. Nothing
/// where an identifier is unknown, comes twice, a value is too short, too long, of wrong
/// characters, or has a wrong check digit.
std::optional<Gs1Elements> parseGs1(std::string_view text);

/// The codes under which a product may be on file that was scanned like this, best first: the
/// code itself, a UPC-A as the EAN-13 that it is, a GTIN-14 of one piece as EAN-13, the article in
/// a GS1 element string.
std::vector<std::string> articleCodes(std::string_view scanned);

}  // namespace bl::catalog
