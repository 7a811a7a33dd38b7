#pragma once

#include "core/base/strong_id.h"
#include "core/money/money.h"

#include <optional>
#include <string>
#include <string_view>

/// Where value is: accounts and units as the ledger names them (ledger.md, Postings).
namespace bl::ledger {

/// An account's path, for example `register/0193…/cash`.
struct AccountId {
    std::string path;

    friend auto operator<=>(const AccountId&, const AccountId&) = default;
};

/// What is counted: a currency's code in minor units, or `goods/P` in thousandths of product P's
/// unit. Each product is a unit of its own, so that an operation cannot turn one product into
/// another and still balance.
struct Unit {
    std::string code;

    static Unit money(const Currency& currency) { return {currency.code}; }
    static Unit goods(ProductId product) { return {"goods/" + product.toString()}; }
    static Unit points() { return {"points"}; }
    bool isGoods() const { return code.starts_with("goods/"); }

    friend auto operator<=>(const Unit&, const Unit&) = default;
};

namespace accounts {
AccountId registerTender(RegisterId owner, std::string_view tender);  ///< `cash` is the drawer
AccountId storeSales(StoreId store);
AccountId storeRounding(StoreId store);
AccountId storeSafe(StoreId store);
AccountId storeOverShort(StoreId store);
/// Stored value: what the member paid in, and what was given on top. Credit balances.
AccountId memberPrincipal(MemberId member);
AccountId memberBonus(MemberId member);
AccountId stock(StoreId store, ProductId product);
AccountId stockSold(StoreId store, ProductId product);
AccountId stockAdjusted(StoreId store, ProductId product);
}  // namespace accounts

/// The first parts of a path: who owns the account and what it is for.
struct AccountOwner {
    enum class Kind {
        Register,
        Store,
        Member,
        GiftCard,
        Transit,
        Supplier,
        Partner,
        Staff,
        Opening
    };

    Kind kind;
    Uuid id;                   ///< nil for Transit and Opening
    std::string_view purpose;  ///< the part behind the owner: `cash`, `stock`
    std::string_view detail;   ///< the rest: the product of a stock account
};

/// Nothing where the path is not one of ledger.md's. The views point into `account`.
std::optional<AccountOwner> ownerOf(const AccountId& account);

/// Whether a register of that store may post to the account: its own tenders, its own store,
/// members, gift cards and transit.
bool mayPost(RegisterId poster, StoreId store, const AccountId& account);

}  // namespace bl::ledger
