#include "core/storage/search_grams.h"

#include <set>
#include <vector>

namespace bl::storage {

namespace {

constexpr std::size_t kPhoneRun = 4;

/// The characters of a name that count: letters, digits and everything beyond ASCII.
std::vector<std::string> nameCharacters(std::string_view name)
{
    std::vector<std::string> characters;
    for (const char c : lowerAscii(name)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 && byte < 0xc0) {
            if (!characters.empty())
                characters.back() += c;
        } else if (byte >= 0xc0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            characters.emplace_back(1, c);
        }
    }
    return characters;
}

/// A gram as one token that the tokenizer cannot take apart: the hex digits of its bytes.
std::string token(std::string_view gram)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "x";
    for (const char c : gram) {
        text += kDigits[static_cast<unsigned char>(c) >> 4];
        text += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string joined(const std::set<std::string>& tokens, std::string_view separator)
{
    std::string text;
    for (const auto& item : tokens)
        text += (text.empty() ? "" : std::string(separator)) + item;
    return text;
}

std::string digitsOf(std::string_view phone)
{
    std::string digits;
    for (const char c : phone) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    return digits;
}

/// The last four digits, by which people tell their number.
std::string tailToken(std::string_view digits)
{
    return "t" + std::string(digits.substr(digits.size() - kPhoneRun));
}

std::set<std::string> phoneTokens(std::string_view phone)
{
    const std::string digits = digitsOf(phone);
    std::set<std::string> tokens;
    for (std::size_t i = 0; i + kPhoneRun <= digits.size(); ++i)
        tokens.insert(digits.substr(i, kPhoneRun));
    return tokens;
}

}  // namespace

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string prefixEnd(std::string_view prefix)
{
    return std::string(prefix) + "\xf4\x8f\xbf\xbf";  // U+10FFFF, the last code point
}

std::string phoneGrams(std::string_view phone)
{
    auto tokens = phoneTokens(phone);
    const std::string digits = digitsOf(phone);
    if (digits.size() >= kPhoneRun)
        tokens.insert(tailToken(digits));
    return joined(tokens, " ");
}

std::string phoneTailQuery(std::string_view typed)
{
    const std::string digits = digitsOf(typed);
    return digits.size() == kPhoneRun ? tailToken(digits) : std::string{};
}

std::string phoneQuery(std::string_view typed)
{
    return joined(phoneTokens(typed), " AND ");
}

std::string nameGrams(std::string_view name)
{
    const auto characters = nameCharacters(name);
    std::set<std::string> tokens;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        tokens.insert(token(characters[i]));
        if (i + 1 < characters.size())
            tokens.insert(token(characters[i] + characters[i + 1]));
    }
    return joined(tokens, " ");
}

std::string nameQuery(std::string_view typed)
{
    const auto characters = nameCharacters(typed);
    std::set<std::string> tokens;
    if (characters.size() == 1)
        tokens.insert(token(characters[0]));
    for (std::size_t i = 0; i + 1 < characters.size(); ++i)
        tokens.insert(token(characters[i] + characters[i + 1]));
    return joined(tokens, " AND ");
}

}  // namespace bl::storage
