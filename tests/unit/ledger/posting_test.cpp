#include "core/ledger/posting.h"
#include "tests/support/catch.h"

#include <limits>

using namespace bl;
using namespace bl::ledger;

namespace {
const Unit kMoney{"CNY"};
const AccountId kCash{"register/01935140-0000-7000-8000-000000000002/cash"};
const AccountId kSales{"store/01935140-0000-7000-8000-000000000003/sales"};
}  // namespace

TEST_CASE("Postings must add up to zero in every unit", "[ledger]")
{
    CHECK(PostingSet::create({{kCash, kMoney, 100}, {kSales, kMoney, -100}}));

    const auto uneven = PostingSet::create({{kCash, kMoney, 100}, {kSales, kMoney, -99}});
    REQUIRE_FALSE(uneven);
    CHECK(uneven.error() == Error{ErrorCode::UnbalancedOperation, {"CNY", "1"}});

    const auto mixed = PostingSet::create({{kCash, kMoney, 100}, {kSales, Unit{"PTS"}, -100}});
    REQUIRE_FALSE(mixed);
    CHECK(mixed.error().code == ErrorCode::UnbalancedOperation);
}

TEST_CASE("One product cannot be turned into another", "[ledger]")
{
    const auto a = Unit::goods(*ProductId::parse("01935140-0000-7000-8000-00000000000a"));
    const auto b = Unit::goods(*ProductId::parse("01935140-0000-7000-8000-00000000000b"));

    CHECK_FALSE(PostingSet::create({{kCash, a, 1000}, {kSales, b, -1000}}));
}

TEST_CASE("A posting of zero and a sum beyond 64 bits are refused", "[ledger]")
{
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();

    CHECK(PostingSet::create({{kCash, kMoney, 0}}).error().code == ErrorCode::ZeroPosting);
    CHECK(
        PostingSet::create({{kCash, kMoney, kMost}, {kSales, kMoney, 1}, {kSales, kMoney, -kMost}})
            .error()
            .code
        == ErrorCode::AmountOverflow);
    CHECK(
        PostingSet::create({{kCash, kMoney, std::numeric_limits<std::int64_t>::min()}}).error().code
        == ErrorCode::AmountOverflow);
}

TEST_CASE("The fingerprint is SHA-256 over account, unit and amount of every posting in order",
    "[ledger]")
{
    const auto set = *PostingSet::create({{{"a"}, kMoney, 1}, {{"b"}, kMoney, -1}});

    // printf 'a\tCNY\t1\nb\tCNY\t-1\n' | sha256sum
    CHECK(set.fingerprint() == "624e08646e5647f0");
    CHECK(set.reversed().fingerprint() != set.fingerprint());
}

TEST_CASE(
    "A register posts to its own accounts, its store's and members', and to no others", "[ledger]")
{
    const auto self = *RegisterId::parse("01935140-0000-7000-8000-000000000002");
    const auto store = *StoreId::parse("01935140-0000-7000-8000-000000000003");
    const auto product = *ProductId::parse("01935140-0000-7000-8000-00000000000a");
    const auto otherStore = *StoreId::parse("01935140-0000-7000-8000-000000000004");

    CHECK(mayPost(self, store, accounts::registerTender(self, "cash")));
    CHECK(mayPost(self, store, accounts::stock(store, product)));
    CHECK(mayPost(self, store, {"member/01935140-0000-7000-8000-000000000009/principal"}));
    CHECK(mayPost(self, store, {"transit/01935140-0000-7000-8000-00000000000a"}));
    CHECK_FALSE(mayPost(self, store, accounts::stock(otherStore, product)));
    CHECK_FALSE(mayPost(self, store, {"register/01935140-0000-7000-8000-000000000005/cash"}));
    CHECK_FALSE(mayPost(self, store, {"opening"}));
    CHECK_FALSE(mayPost(self, store, {"bank/1/cash"}));
    CHECK_FALSE(mayPost(self, store, {"store/not-an-id/sales"}));
}
