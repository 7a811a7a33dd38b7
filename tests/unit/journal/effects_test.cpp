#include "core/journal/effects.h"
#include "core/journal/operation.h"
#include "tests/support/catch.h"
#include "tests/support/fake_random.h"

#include <map>

using namespace bl;
using journal::Operation;

namespace {

template <typename Id>
Id anId(test::SeededRandom& random)
{
    Id id;
    random.fill({id.uuid.bytes.data(), id.uuid.bytes.size()});
    return id;
}

Operation aSale(test::SeededRandom& random, sales::SaleKind kind)
{
    sales::Sale sale;
    sale.kind = kind;
    sale.store = anId<StoreId>(random);
    sale.shift = anId<ShiftId>(random);
    sale.currency = "CNY";
    const auto lines = 1 + random.below(6);
    for (std::uint64_t i = 0; i < lines; ++i) {
        sales::SaleLine line;
        line.product = anId<ProductId>(random);
        line.quantity = Quantity::thousandths(1 + static_cast<std::int64_t>(random.below(9000)));
        line.unitPrice = Money::minor(static_cast<std::int64_t>(random.below(100000)));
        line.net = *extend(line.unitPrice, line.quantity);
        sale.total += line.net;
        sale.lines.push_back(line);
    }
    sale.rounding = Money::minor(sale.total.minor() % 10);
    sale.tenders = {{"cash", sale.payable(), sale.payable()}};
    Operation operation;
    operation.registerId = anId<RegisterId>(random);
    operation.data = sale;
    return operation;
}

std::map<std::pair<std::string, std::string>, std::int64_t> balances(const ledger::PostingSet& set)
{
    std::map<std::pair<std::string, std::string>, std::int64_t> sums;
    for (const auto& posting : set.postings())
        sums[{posting.account.path, posting.unit.code}] += posting.amount;
    return sums;
}

}  // namespace

TEST_CASE("A sale debits the drawer with what was paid and moves the goods", "[journal][ledger]")
{
    test::SeededRandom random(1);
    const auto operation = aSale(random, sales::SaleKind::Sale);
    const auto& sale = std::get<sales::Sale>(operation.data);

    const auto effects = journal::effects(operation);

    REQUIRE(effects);
    const auto sums = balances(effects->postings);
    CHECK(sums.at({"register/" + operation.registerId.toString() + "/cash", "CNY"})
        == sale.payable().minor());
    CHECK(sums.at({"store/" + sale.store.toString() + "/sales", "CNY"}) == -sale.total.minor());
    for (const auto& line : sale.lines) {
        const auto product = line.product.toString();
        CHECK(sums.at({"store/" + sale.store.toString() + "/stock/" + product, "goods/" + product})
            == -line.quantity.thousandths());
        CHECK(sums.at(
                  {"store/" + sale.store.toString() + "/stock-sold/" + product, "goods/" + product})
            == line.quantity.thousandths());
    }
}

TEST_CASE("A refund of a sale is its exact negative, whatever was rounded", "[journal][ledger]")
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        test::SeededRandom random(seed);
        auto operation = aSale(random, sales::SaleKind::Sale);
        const auto sold = journal::effects(operation);
        REQUIRE(sold);
        std::get<sales::Sale>(operation.data).kind = sales::SaleKind::Refund;
        const auto refunded = journal::effects(operation);
        REQUIRE(refunded);

        auto sums = balances(sold->postings);
        for (const auto& [key, amount] : balances(refunded->postings))
            sums[key] += amount;

        for (const auto& [key, sum] : sums)
            CHECK(sum == 0);
    }
}

TEST_CASE("A sale whose total is not the sum of its lines does not exist", "[journal]")
{
    test::SeededRandom random(3);
    auto operation = aSale(random, sales::SaleKind::Sale);
    auto& sale = std::get<sales::Sale>(operation.data);
    sale.total += Money::minor(1);
    sale.rounding += Money::minor(1);

    const auto effects = journal::effects(operation);

    REQUIRE_FALSE(effects);
    CHECK(effects.error().code == ErrorCode::UnbalancedOperation);
}

TEST_CASE("A free sale posts goods and no money", "[journal][ledger]")
{
    test::SeededRandom random(4);
    auto operation = aSale(random, sales::SaleKind::Sale);
    auto& sale = std::get<sales::Sale>(operation.data);
    for (auto& line : sale.lines)
        line.net = line.unitPrice = Money{};
    sale.total = sale.rounding = Money{};
    sale.tenders.clear();

    const auto effects = journal::effects(operation);

    REQUIRE(effects);
    REQUIRE_FALSE(effects->postings.postings().empty());
    for (const auto& posting : effects->postings.postings())
        CHECK(posting.unit.isGoods());
}

TEST_CASE("Closing a shift books the difference and empties the drawer into the safe",
    "[journal][ledger]")
{
    Operation operation;
    test::SeededRandom random(5);
    operation.registerId = anId<RegisterId>(random);
    const auto store = anId<StoreId>(random);
    operation.data = shifts::ShiftClosing{
        store, anId<ShiftId>(random), {}, "CNY", Money::minor(990), Money::minor(1000)};

    const auto effects = journal::effects(operation);

    REQUIRE(effects);
    const auto sums = balances(effects->postings);
    CHECK(sums.at({"register/" + operation.registerId.toString() + "/cash", "CNY"}) == -1000);
    CHECK(sums.at({"store/" + store.toString() + "/over-short", "CNY"}) == 10);
    CHECK(sums.at({"store/" + store.toString() + "/safe", "CNY"}) == 990);
}
