#include "core/ledger/account.h"

#include <array>

namespace bl::ledger {

namespace {

AccountId storeAccount(StoreId store, std::string_view purpose)
{
    return {"store/" + store.toString() + '/' + std::string(purpose)};
}

std::string_view takePart(std::string_view& rest)
{
    const auto end = std::min(rest.find('/'), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

struct KindName {
    std::string_view name;
    AccountOwner::Kind kind;
};
constexpr std::array kOwnedKinds{KindName{"register", AccountOwner::Kind::Register},
    KindName{"store", AccountOwner::Kind::Store}, KindName{"member", AccountOwner::Kind::Member},
    KindName{"giftcard", AccountOwner::Kind::GiftCard},
    KindName{"supplier", AccountOwner::Kind::Supplier},
    KindName{"partner", AccountOwner::Kind::Partner}, KindName{"staff", AccountOwner::Kind::Staff}};

}  // namespace

namespace accounts {

AccountId registerTender(RegisterId owner, std::string_view tender)
{
    return {"register/" + owner.toString() + '/' + std::string(tender)};
}
AccountId storeSales(StoreId store)
{
    return storeAccount(store, "sales");
}
AccountId storeRounding(StoreId store)
{
    return storeAccount(store, "rounding");
}
AccountId storeSafe(StoreId store)
{
    return storeAccount(store, "safe");
}
AccountId storeOverShort(StoreId store)
{
    return storeAccount(store, "over-short");
}
AccountId memberPrincipal(MemberId member)
{
    return {"member/" + member.toString() + "/principal"};
}
AccountId memberBonus(MemberId member)
{
    return {"member/" + member.toString() + "/bonus"};
}
AccountId stock(StoreId store, ProductId product)
{
    return storeAccount(store, "stock/" + product.toString());
}
AccountId stockSold(StoreId store, ProductId product)
{
    return storeAccount(store, "stock-sold/" + product.toString());
}
AccountId stockAdjusted(StoreId store, ProductId product)
{
    return storeAccount(store, "stock-adjusted/" + product.toString());
}

}  // namespace accounts

std::optional<AccountOwner> ownerOf(const AccountId& account)
{
    std::string_view rest = account.path;
    const auto kind = takePart(rest);
    if (kind == "opening" && rest.empty())
        return AccountOwner{AccountOwner::Kind::Opening, {}, {}, {}};
    if (kind == "transit" && !rest.empty())
        return AccountOwner{AccountOwner::Kind::Transit, {}, {}, rest};
    for (const auto& known : kOwnedKinds) {
        if (known.name != kind)
            continue;
        const auto id = Uuid::parse(takePart(rest));
        const auto purpose = takePart(rest);
        if (!id || purpose.empty())
            return std::nullopt;
        return AccountOwner{known.kind, *id, purpose, rest};
    }
    return std::nullopt;
}

bool mayPost(RegisterId poster, StoreId store, const AccountId& account)
{
    const auto owner = ownerOf(account);
    if (!owner)
        return false;
    switch (owner->kind) {
    case AccountOwner::Kind::Register: return owner->id == poster.uuid;
    case AccountOwner::Kind::Store: return owner->id == store.uuid;
    case AccountOwner::Kind::Member:
    case AccountOwner::Kind::GiftCard:
    case AccountOwner::Kind::Transit: return true;
    case AccountOwner::Kind::Supplier:
    case AccountOwner::Kind::Partner:
    case AccountOwner::Kind::Staff:
    case AccountOwner::Kind::Opening: return false;
    }
    return false;
}

}  // namespace bl::ledger
