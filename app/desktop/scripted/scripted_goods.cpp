#include "app/desktop/scripted/scripted_goods.h"

#include "app/desktop/till/till.h"

#include <optional>

namespace bl::desktop {

namespace {

constexpr std::int64_t kOfEach = 60;

}  // namespace

Result<ScriptedGoods> readScriptedGoods(TillQueries& queries)
{
    ScriptedGoods goods;
    BL_TRY(const auto categories, queries.products.categories());
    std::vector<std::optional<CategoryId>> shelves;
    for (const auto& category : categories)
        shelves.emplace_back(category.id);
    if (shelves.empty())
        shelves.emplace_back(std::nullopt);
    for (const auto& shelf : shelves) {
        BL_TRY(const auto products, queries.products.list(shelf, 0, kOfEach));
        for (const auto& product : products) {
            if (product.price <= Money{})
                continue;
            const bool measured = product.saleUnit == catalog::SaleUnit::Measure;
            (measured ? goods.measured : goods.pieces).push_back(product);
        }
    }
    // Mobile numbers begin so; whoever is found by another number has a phone or not.
    BL_TRY(const auto found, queries.members.search("1", kOfEach));
    for (const auto& member : found) {
        if (member.phone.size() > 4)
            goods.members.push_back(member);
    }
    return goods;
}

}  // namespace bl::desktop
