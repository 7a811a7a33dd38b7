#include "core/catalog/barcode.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace bl::catalog {

namespace {

constexpr char kFnc1 = 0x1D;

bool isNumeric(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// GS1's character set 82.
bool isGs1Text(std::string_view text)
{
    constexpr std::string_view kMarks = "!\"%&'()*+,-./_:;<=>?";
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || kMarks.find(c) != std::string_view::npos;
    });
}

enum class Gs1Value { CheckedDigits, Digits, Text };

/// One application identifier. `n` in its name stands for the number of decimal places.
struct Gs1Rule {
    std::string_view identifier;
    Gs1Value value;
    std::size_t shortest;
    std::size_t longest;
    bool ends;  ///< of variable length: FNC1 or the end of the text ends it
};

constexpr std::array kGs1Rules{
    Gs1Rule{"00", Gs1Value::CheckedDigits, 18, 18, false},   // logistic unit
    Gs1Rule{"01", Gs1Value::CheckedDigits, 14, 14, false},   // article
    Gs1Rule{"02", Gs1Value::CheckedDigits, 14, 14, false},   // article within a unit
    Gs1Rule{"10", Gs1Value::Text, 1, 20, true},              // batch
    Gs1Rule{"11", Gs1Value::Digits, 6, 6, false},            // produced
    Gs1Rule{"12", Gs1Value::Digits, 6, 6, false},            // payment due
    Gs1Rule{"13", Gs1Value::Digits, 6, 6, false},            // packed
    Gs1Rule{"15", Gs1Value::Digits, 6, 6, false},            // best before
    Gs1Rule{"16", Gs1Value::Digits, 6, 6, false},            // sell by
    Gs1Rule{"17", Gs1Value::Digits, 6, 6, false},            // expires
    Gs1Rule{"20", Gs1Value::Digits, 2, 2, false},            // variant
    Gs1Rule{"21", Gs1Value::Text, 1, 20, true},              // serial number
    Gs1Rule{"22", Gs1Value::Text, 1, 20, true},              // consumer variant
    Gs1Rule{"240", Gs1Value::Text, 1, 30, true},             // additional article number
    Gs1Rule{"241", Gs1Value::Text, 1, 30, true},             // customer's part number
    Gs1Rule{"30", Gs1Value::Digits, 1, 8, true},             // count of pieces that vary
    Gs1Rule{"310n", Gs1Value::Digits, 6, 6, false},          // net weight, kg
    Gs1Rule{"311n", Gs1Value::Digits, 6, 6, false},          // length, m
    Gs1Rule{"314n", Gs1Value::Digits, 6, 6, false},          // area, m²
    Gs1Rule{"315n", Gs1Value::Digits, 6, 6, false},          // net volume, l
    Gs1Rule{"320n", Gs1Value::Digits, 6, 6, false},          // net weight, lb
    Gs1Rule{"37", Gs1Value::Digits, 1, 8, true},             // count within a unit
    Gs1Rule{"390n", Gs1Value::Digits, 1, 15, true},          // amount to be paid
    Gs1Rule{"391n", Gs1Value::Digits, 4, 18, true},          // the same, behind a currency
    Gs1Rule{"392n", Gs1Value::Digits, 1, 15, true},          // price of a piece that varies
    Gs1Rule{"393n", Gs1Value::Digits, 4, 18, true},          // the same, behind a currency
    Gs1Rule{"400", Gs1Value::Text, 1, 30, true},             // order
    Gs1Rule{"410", Gs1Value::CheckedDigits, 13, 13, false},  // ship to
    Gs1Rule{"414", Gs1Value::CheckedDigits, 13, 13, false},  // place
    Gs1Rule{"422", Gs1Value::Digits, 3, 3, true},            // country of origin
    Gs1Rule{"8005", Gs1Value::Digits, 6, 6, true},           // price of a unit of measure
    Gs1Rule{"8020", Gs1Value::Text, 1, 25, true},            // reference of a payment slip
};

/// Whether the text begins with this identifier.
bool beginsWith(std::string_view text, const Gs1Rule& rule)
{
    if (text.size() < rule.identifier.size())
        return false;
    for (std::size_t i = 0; i < rule.identifier.size(); ++i) {
        const bool places = rule.identifier[i] == 'n';
        if (places ? text[i] < '0' || text[i] > '9' : text[i] != rule.identifier[i])
            return false;
    }
    return true;
}

bool isValueOf(std::string_view value, const Gs1Rule& rule)
{
    if (value.size() < rule.shortest || value.size() > rule.longest)
        return false;
    switch (rule.value) {
    case Gs1Value::CheckedDigits: return isNumeric(value) && hasGs1CheckDigit(value);
    case Gs1Value::Digits: return isNumeric(value);
    case Gs1Value::Text: return isGs1Text(value);
    }
    return false;
}

}  // namespace

char gs1CheckDigit(std::string_view digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int value = digits[digits.size() - 1 - i] - '0';
        sum += i % 2 == 0 ? 3 * value : value;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool hasGs1CheckDigit(std::string_view digits)
{
    return digits.size() >= 2 && isNumeric(digits)
        && digits.back() == gs1CheckDigit(digits.substr(0, digits.size() - 1));
}

std::optional<std::string> expandUpcE(std::string_view digits)
{
    if (digits.size() != 8 || !isNumeric(digits) || digits[0] > '1')
        return std::nullopt;
    const std::string d(digits.substr(1, 6));
    std::string body;
    switch (d[5]) {
    case '0':
    case '1':
    case '2': body = d.substr(0, 2) + d[5] + "0000" + d.substr(2, 3); break;
    case '3': body = d.substr(0, 3) + "00000" + d.substr(3, 2); break;
    case '4': body = d.substr(0, 4) + "00000" + d[4]; break;
    default: body = d.substr(0, 5) + "0000" + d[5]; break;
    }
    std::string upcA = digits[0] + body + digits[7];
    if (!hasGs1CheckDigit(upcA))
        return std::nullopt;
    return upcA;
}

std::optional<Gs1Elements> parseGs1(std::string_view text)
{
    Gs1Elements elements;
    if (text.starts_with(kFnc1))
        text.remove_prefix(1);
    if (text.empty())
        return std::nullopt;
    while (!text.empty()) {
        const auto rule = std::ranges::find_if(
            kGs1Rules, [&](const Gs1Rule& one) { return beginsWith(text, one); });
        if (rule == kGs1Rules.end())
            return std::nullopt;
        std::string identifier(text.substr(0, rule->identifier.size()));
        text.remove_prefix(identifier.size());
        const auto end = std::min(text.find(kFnc1), text.size());
        const auto value = text.substr(0, rule->ends ? end : std::min(rule->longest, end));
        if (!isValueOf(value, *rule)
            || !elements.emplace(std::move(identifier), std::string(value)).second)
            return std::nullopt;
        text.remove_prefix(value.size());
        if (text.starts_with(kFnc1))
            text.remove_prefix(1);
    }
    return elements;
}

std::vector<std::string> articleCodes(std::string_view scanned)
{
    std::vector<std::string> codes{std::string(scanned)};
    const auto add = [&](std::string code) {
        if (std::ranges::find(codes, code) == codes.end())
            codes.push_back(std::move(code));
    };
    const auto addForms = [&](std::string_view code) {
        // A GTIN-14 of one piece is the EAN-13 behind a zero, a UPC-A an EAN-13 with a zero before.
        if (code.size() == 14 && code.front() == '0' && hasGs1CheckDigit(code))
            code.remove_prefix(1);
        if (code.size() == 13 && hasGs1CheckDigit(code)) {
            add(std::string(code));
            if (code.front() == '0')
                add(std::string(code.substr(1)));
        }
        if (code.size() == 12 && hasGs1CheckDigit(code)) {
            add(std::string(code));
            add("0" + std::string(code));
        }
    };
    addForms(scanned);
    if (const auto upcA = expandUpcE(scanned))
        addForms(*upcA);
    if (const auto elements = parseGs1(scanned)) {
        for (const char* article : {"01", "02"}) {
            if (const auto found = elements->find(article); found != elements->end()) {
                add(found->second);
                addForms(found->second);
            }
        }
    }
    return codes;
}

}  // namespace bl::catalog
