#include "app/desktop/counter/look_up.h"

#include "app/desktop/counter/member_card.h"
#include "app/desktop/till/in_store_codes.h"
#include "core/catalog/barcode.h"
#include "core/payments/card_number.h"

namespace bl::desktop {

namespace {

constexpr std::int64_t kResults = 20;

/// What a code with a weight or a price in it sells; nothing where the text is none of those.
Result<std::optional<catalog::MeasuredSale>> findMeasured(
    TillQueries& queries, const std::string& text)
{
    BL_TRY(const auto kept, readInStoreCodes(queries.settings));
    BL_TRY(const auto patterns, catalog::parseInStorePatterns(kept.patterns));
    const auto measured = catalog::readMeasuredCode(text, patterns);
    if (!measured)
        return std::optional<catalog::MeasuredSale>{};
    BL_TRY(const auto product, findArticle(queries.products, measured->articles));
    if (!product)
        return std::optional<catalog::MeasuredSale>{};
    BL_TRY(const auto site, queries.site.load());
    BL_TRY(auto sale, catalog::measuredSale(*measured, *product, site.currency));
    return std::optional{std::move(sale)};
}

}  // namespace

Result<SearchResults> searchBoth(TillQueries& queries, const std::string& text, Instant now)
{
    SearchResults found;
    BL_TRY(found.products, queries.products.search(text, kResults));
    BL_TRY(found.members, findMembers(queries, text, kResults, now));
    return found;
}

Result<SearchResults> lookUp(TillQueries& queries, const std::string& text, Instant now)
{
    SearchResults found;
    BL_TRY(auto product, queries.products.findByCode(text));
    if (!product) {
        BL_TRY(auto measured, findMeasured(queries, text));
        if (measured) {
            found.products.push_back(std::move(measured->product));
            found.measured = measured->quantity;
            return found;
        }
        BL_TRY(product, findArticle(queries.products, catalog::articleCodes(text)));
    }
    if (product) {
        found.products.push_back(*std::move(product));
        return found;
    }
    BL_TRY(auto member, queries.members.findByNumber(text));
    if (!member) {
        BL_TRY(member, queries.members.findByPhone(text));
    }
    if (member) {
        BL_TRY(const auto site, queries.site.load());
        BL_TRY(auto card, memberCard(queries, *std::move(member), site.timeZone.dayAt(now)));
        found.members.push_back(std::move(card));
        return found;
    }
    // Neither looked for nor told: it goes nowhere from here.
    if (payments::isPaymentCard(text))
        return Error{ErrorCode::PaymentCardRefused, {}};
    return searchBoth(queries, text, now);
}

}  // namespace bl::desktop
