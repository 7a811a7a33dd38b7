#include "core/catalog/in_store_code.h"

#include "core/base/text.h"
#include "core/catalog/barcode.h"
#include "core/money/rounding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bl::catalog {

namespace {

constexpr std::size_t kShortestCode = 8;
constexpr std::size_t kLongestCode = 20;
constexpr std::size_t kLongestMeasure = 9;
constexpr int kKilogramDecimals = 3;

bool isCodeDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::int64_t numberOf(std::string_view digits)
{
    std::int64_t value = 0;
    for (const char c : digits)
        value = 10 * value + (c - '0');
    return value;
}

std::int64_t powerOfTen(int exponent)
{
    std::int64_t value = 1;
    for (int i = 0; i < exponent; ++i)
        value *= 10;
    return value;
}

/// `value` with `from` decimal places as one with `to`, to the nearest.
std::optional<std::int64_t> rescaled(std::int64_t value, int from, int to)
{
    return multiplyDivideRound(value, powerOfTen(to), powerOfTen(from));
}

/// The value of the first identifier of the family `310n`, and its decimal places.
std::optional<std::pair<std::string, int>> findMeasure(
    const Gs1Elements& elements, std::string_view family)
{
    for (const auto& [identifier, value] : elements) {
        if (identifier.size() == family.size() + 1 && identifier.starts_with(family))
            return std::pair{value, identifier.back() - '0'};
    }
    return std::nullopt;
}

std::optional<MeasuredCode> readMeasuredGs1(std::string_view code)
{
    const auto elements = parseGs1(code);
    if (!elements || !elements->contains("01"))
        return std::nullopt;
    MeasuredCode measured;
    measured.articles = articleCodes(elements->at("01"));
    if (const auto weight = findMeasure(*elements, "310"))
        measured.grams = rescaled(numberOf(weight->first), weight->second, kKilogramDecimals);
    if (auto price = findMeasure(*elements, "392")) {
        measured.price = numberOf(price->first);
        measured.priceDecimals = price->second;
    } else if ((price = findMeasure(*elements, "393"))) {
        // Behind three digits of the currency.
        measured.price = numberOf(price->first.substr(3));
        measured.priceDecimals = price->second;
    }
    if (!measured.grams && !measured.price)
        return std::nullopt;
    return measured;
}

}  // namespace

Result<InStorePattern> InStorePattern::parse(std::string_view text)
{
    const auto invalid = [&](const char* reason) {
        return Error{ErrorCode::InvalidArgument, {reason, std::string(text)}};
    };
    InStorePattern pattern;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isCodeDigit(c)) {
            pattern.m_places.push_back({Meaning::Literal, c});
        } else if (c == '.') {
            pattern.m_places.push_back({Meaning::Article, ' '});
        } else if (c == '{') {
            const auto end = text.find('}', i);
            if (end == std::string_view::npos
                || !pattern.addMeasure(text.substr(i + 1, end - i - 1)))
                return invalid("in-store-measure");
            i = end;
        } else {
            return invalid("in-store-character");
        }
    }
    const auto has = [&](Meaning meaning) {
        return std::ranges::find(pattern.m_places, meaning, &Place::meaning)
            != pattern.m_places.end();
    };
    const std::size_t length = pattern.m_places.size() + 1;
    if (!has(Meaning::Article))
        return invalid("in-store-article");
    if (!has(Meaning::Weight) && !has(Meaning::Price))
        return invalid("in-store-nothing");
    if (length < kShortestCode || length > kLongestCode)
        return invalid("in-store-length");
    return pattern;
}

Result<void> InStorePattern::addMeasure(std::string_view inside)
{
    const bool price = inside.starts_with('$');
    if (price)
        inside.remove_prefix(1);
    const auto meaning = price ? Meaning::Price : Meaning::Weight;
    const auto whole = static_cast<std::size_t>(std::ranges::count(inside, 'N'));
    const auto decimals = static_cast<std::size_t>(std::ranges::count(inside, 'D'));
    const bool twice = std::ranges::find(m_places, meaning, &Place::meaning) != m_places.end();
    const bool ordered = inside == std::string(whole, 'N') + std::string(decimals, 'D');
    if (twice || !ordered || inside.empty() || inside.size() > kLongestMeasure)
        return Error{ErrorCode::InvalidArgument, {std::string(inside)}};
    m_places.insert(m_places.end(), inside.size(), {meaning, ' '});
    (price ? m_priceDecimals : m_weightDecimals) = static_cast<int>(decimals);
    return {};
}

std::optional<MeasuredCode> InStorePattern::read(std::string_view code) const
{
    if (code.size() != m_places.size() + 1 || !hasGs1CheckDigit(code))
        return std::nullopt;
    std::string prefix;
    std::string article;
    std::string weight;
    std::string price;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        switch (m_places[i].meaning) {
        case Meaning::Literal:
            if (code[i] != m_places[i].literal)
                return std::nullopt;
            if (article.empty())
                prefix += code[i];
            break;
        case Meaning::Article: article += code[i]; break;
        case Meaning::Weight: weight += code[i]; break;
        case Meaning::Price: price += code[i]; break;
        }
    }
    MeasuredCode measured;
    measured.articles.push_back(prefix + article);
    measured.articles.push_back(article);
    if (const auto first = article.find_first_not_of('0'); first != 0 && first != std::string::npos)
        measured.articles.push_back(article.substr(first));
    if (!weight.empty())
        measured.grams = rescaled(numberOf(weight), m_weightDecimals, kKilogramDecimals);
    if (!price.empty()) {
        measured.price = numberOf(price);
        measured.priceDecimals = m_priceDecimals;
    }
    return measured;
}

Result<InStorePatterns> parseInStorePatterns(std::string_view lines)
{
    InStorePatterns patterns;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const std::string line = trimmed(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (line.empty() || line.front() == '#')
            continue;
        BL_TRY(auto pattern, InStorePattern::parse(line));
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

std::optional<MeasuredCode> readMeasuredCode(std::string_view code, const InStorePatterns& patterns)
{
    for (const auto& pattern : patterns) {
        if (auto measured = pattern.read(code))
            return measured;
    }
    return readMeasuredGs1(code);
}

std::optional<Quantity> weighedQuantity(std::int64_t grams, std::string_view unit)
{
    struct WeightName {
        std::string_view name;
        std::int64_t grams;
    };
    constexpr std::array kWeightNames{
        WeightName{"kg", 1000},
        WeightName{"KG", 1000},
        WeightName{"Kg", 1000},
        WeightName{"千克", 1000},
        WeightName{"公斤", 1000},
        WeightName{"斤", 500},
        WeightName{"市斤", 500},
        WeightName{"两", 50},
        WeightName{"g", 1},
        WeightName{"克", 1},
        WeightName{"公克", 1},
    };
    const auto known = std::ranges::find(kWeightNames, unit, &WeightName::name);
    if (known == kWeightNames.end())
        return std::nullopt;
    const auto thousandths = multiplyDivideRound(grams, 1000, known->grams);
    if (!thousandths)
        return std::nullopt;
    return Quantity::thousandths(*thousandths);
}

Result<MeasuredSale> measuredSale(
    const MeasuredCode& code, const Product& product, const Currency& currency)
{
    const Error unfit{ErrorCode::InvalidQuantity, {product.code}};
    std::optional<std::int64_t> price;
    if (code.price)
        price = rescaled(*code.price, code.priceDecimals, currency.digits);
    MeasuredSale sale{product, Quantity{}};
    if (product.saleUnit == SaleUnit::Piece) {
        if (!price)
            return unfit;
        sale.product.price = Money::minor(*price);
        sale.quantity = Quantity::thousandths(1000);
        return sale;
    }
    std::optional<Quantity> quantity;
    if (code.grams) {
        quantity = weighedQuantity(*code.grams, product.unit);
    } else if (price && product.price > Money{}) {
        if (const auto bought = multiplyDivideRound(*price, 1000, product.price.minor()))
            quantity = Quantity::thousandths(*bought);
    }
    if (!quantity || !isSaleable(product, *quantity))
        return unfit;
    sale.quantity = *quantity;
    return sale;
}

}  // namespace bl::catalog
