#include "core/base/json_fwd.h"
#include "core/ledger/account.h"
#include "core/money/limits.h"
#include "core/storage/ledger_store.h"
#include "core/storage/member_store.h"
#include "core/storage/product_store.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

using namespace bl;
using namespace bl::test;

namespace {

constexpr auto kCashier = RegisterFixture::kCashier;

std::int64_t balanceOf(
    RegisterFixture& till, const ledger::AccountId& account, const ledger::Unit& unit)
{
    return must(storage::LedgerStore(*till.database).balance(account, unit));
}

struct Shop {
    TempDirectory directory;
    RegisterFixture till{directory.file("branchline.db")};
    storage::Site site = must(storage::SiteStore(*till.database).load());
    ledger::AccountId cash = ledger::accounts::registerTender(site.registerId, "cash");
    ledger::Unit money = ledger::Unit::money(site.currency);

    std::int64_t lines()
    {
        return must(storage::JournalStore(*till.database).find(site.registerNo))->head.seq;
    }
};

}  // namespace

TEST_CASE("A sale takes the money into the drawer and the goods out of stock", "[services][sell]")
{
    Shop shop;
    const auto product = shop.till.product("A1", 1250);
    must(services::ShiftService(*shop.till.context).open(Money::minor(5000), kCashier));

    auto ticket = shop.till.ticket({product, product});
    const auto sale = must(shop.till.sell(ticket));

    CHECK(sale.sale.total == Money::minor(2500));
    CHECK(balanceOf(shop.till, shop.cash, shop.money) == 7500);
    CHECK(balanceOf(shop.till, ledger::accounts::stock(*shop.site.store, product.id),
              ledger::Unit::goods(product.id))
        == -2000);
    const auto printed =
        must(services::SellService(*shop.till.context).findByReceipt(sale.sale.receipt));
    REQUIRE(printed);
    CHECK(printed->sale == sale.sale);
    CHECK(printed->line.hash == sale.line.hash);
}

TEST_CASE("Pay pressed twice sells once", "[services][sell]")
{
    Shop shop;
    const auto product = shop.till.product("A1", 1250);
    must(services::ShiftService(*shop.till.context).open(Money{}, kCashier));
    const auto ticket = shop.till.ticket({product});
    must(shop.till.sell(ticket));

    const auto again = services::SellService(*shop.till.context)
                           .pay(ticket.id(), {{"cash", ticket.total(), ticket.total()}}, kCashier);

    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::TicketNotFound);
    CHECK(balanceOf(shop.till, shop.cash, shop.money) == 1250);
}

TEST_CASE("What cannot be sold leaves ticket, journal and numbers as they were", "[services][sell]")
{
    Shop shop;
    const auto product = shop.till.product("A1", 1250);
    const auto ticket = shop.till.ticket({product});
    services::TicketService tickets(*shop.till.context);
    services::SellService sell(*shop.till.context);
    must(tickets.save(ticket, kCashier));
    const auto exact = [&] {
        return std::vector<sales::Tender>{{"cash", ticket.total(), ticket.total()}};
    };

    SECTION("without a shift") {
        CHECK(sell.pay(ticket.id(), exact(), kCashier).error().code == ErrorCode::NoOpenShift);
    }
    SECTION("with too little money") {
        must(services::ShiftService(*shop.till.context).open(Money{}, kCashier));
        CHECK(sell.pay(ticket.id(), {{"cash", Money::minor(1000), Money::minor(1000)}}, kCashier)
                  .error()
                  .code
            == ErrorCode::TenderShort);
        CHECK(sell.pay(ticket.id(), {{"cash", Money::minor(1250), Money::minor(1200)}}, kCashier)
                  .error()
                  .code
            == ErrorCode::TenderShort);
        CHECK(sell.pay(ticket.id(), {{"card", Money::minor(1250), Money::minor(1300)}}, kCashier)
                  .error()
                  .code
            == ErrorCode::ChangeWithoutCash);
        CHECK(sell.pay(ticket.id(), {{"cash", Money::minor(-1), Money::minor(-1)}}, kCashier)
                  .error()
                  .code
            == ErrorCode::InvalidPrice);
    }
    const auto linesBefore = shop.lines();
    const auto open = must(tickets.openTickets());
    REQUIRE(open.size() == 1);
    CHECK(open[0].ticket == ticket);
    CHECK(shop.lines() == linesBefore);

    if (!must(services::ShiftService(*shop.till.context).current()))
        must(services::ShiftService(*shop.till.context).open(Money{}, kCashier));
    CHECK(must(sell.pay(ticket.id(), exact(), kCashier)).sale.receipt == "S01-1-000001");
}

TEST_CASE(
    "A refund without receipt gives the money back and takes the goods in", "[services][sell]")
{
    Shop shop;
    const auto product = shop.till.product("A1", 1250);
    must(services::ShiftService(*shop.till.context).open(Money::minor(5000), kCashier));
    auto batch = must(shop.till.writer->begin());
    services::Settlement settlement;
    settlement.kind = sales::SaleKind::Refund;
    settlement.tenders = {{"cash", Money::minor(1250), Money::minor(1250)}};

    must(services::SellService(*shop.till.context)
             .record(batch, shop.till.ticket({product}), settlement, kCashier));
    must(batch.commit());

    CHECK(balanceOf(shop.till, shop.cash, shop.money) == 3750);
    CHECK(balanceOf(shop.till, ledger::accounts::stock(*shop.site.store, product.id),
              ledger::Unit::goods(product.id))
        == 1000);
}

TEST_CASE("A shift is counted blind, its difference booked and its money put into the safe",
    "[services][shift]")
{
    Shop shop;
    const auto product = shop.till.product("A1", 1250);
    services::ShiftService shifts(*shop.till.context);
    must(shifts.open(Money::minor(5000), kCashier));
    must(shop.till.sell(shop.till.ticket({product})));

    const auto report = must(shifts.close(Money::minor(6200), kCashier));

    CHECK(report.expectedCash == Money::minor(6250));
    CHECK(report.shift.counted == Money::minor(6200));
    CHECK(report.totals.sales == 1);
    CHECK(report.totals.sold == Money::minor(1250));
    CHECK(balanceOf(shop.till, shop.cash, shop.money) == 0);
    CHECK(
        balanceOf(shop.till, ledger::accounts::storeOverShort(*shop.site.store), shop.money) == 50);
    CHECK(balanceOf(shop.till, ledger::accounts::storeSafe(*shop.site.store), shop.money) == 1200);
    CHECK(shifts.close(Money{}, kCashier).error().code == ErrorCode::NoOpenShift);
    CHECK(must(shifts.open(Money{}, kCashier)).number == 2);
    CHECK(shifts.open(Money{}, kCashier).error().code == ErrorCode::ShiftAlreadyOpen);
}

TEST_CASE("A parked ticket is taken back by one cashier only", "[services][ticket]")
{
    Shop shop;
    const auto product = shop.till.product("A1", 1250);
    services::TicketService tickets(*shop.till.context);
    const auto ticket = shop.till.ticket({product});
    must(tickets.save(ticket, kCashier));
    const auto parked = must(tickets.park(ticket, "red coat", kCashier));
    CHECK(must(tickets.openTickets()).empty());
    REQUIRE(must(tickets.parked()).size() == 1);

    CHECK(must(tickets.recall(parked, kCashier)) == ticket.withId(parked));
    CHECK(tickets.recall(parked, kCashier).error().code == ErrorCode::TicketNotFound);
    CHECK(must(tickets.parked()).empty());
}

TEST_CASE("A product's number that is scanned into the wrong field is neither a quantity nor cash",
    "[services][ticket][shift]")
{
    Shop shop;
    sales::Ticket ticket(shop.till.context->newId<TicketId>());
    const auto scanned = must(Quantity::pieces(6901234567892));
    CHECK(ticket.add(shop.till.product("A1", 1250), scanned).error().code
        == ErrorCode::InvalidQuantity);

    services::ShiftService shifts(*shop.till.context);
    const auto amount = Money::minor(690123456789200);
    if (must(shifts.current()))
        CHECK(shifts.close(amount, RegisterFixture::kCashier).error().code
            == ErrorCode::ImpossibleCash);
    else
        CHECK(shifts.open(amount, RegisterFixture::kCashier).error().code
            == ErrorCode::ImpossibleCash);
}

TEST_CASE("A ticket holds only what can be sold", "[services][ticket]")
{
    Shop shop;
    auto piece = shop.till.product("A1", 1250);
    sales::Ticket ticket(shop.till.context->newId<TicketId>());

    CHECK(
        ticket.add(piece, Quantity::thousandths(1500)).error().code == ErrorCode::InvalidQuantity);
    CHECK(ticket.add(piece, Quantity{}).error().code == ErrorCode::InvalidQuantity);
    piece.price = Money::minor(kMaxAmount);
    CHECK(ticket.add(piece, Quantity::thousandths(2000)).error().code == ErrorCode::AmountOverflow);
    CHECK(ticket.isEmpty());
    CHECK(must(ticket.add(piece, Quantity::thousandths(1000))) == 0);
    CHECK(ticket.add(piece, Quantity::thousandths(1000)).error().code == ErrorCode::AmountOverflow);
    CHECK(ticket.lines().size() == 1);
    CHECK(ticket.total() == Money::minor(kMaxAmount));
}

TEST_CASE("Members are found by any four digits, the beginning of the name and pinyin initials",
    "[services][member]")
{
    Shop shop;
    const auto wang = shop.till.member("王小明", "138 0000-6021");
    shop.till.member("李娜", "13912345678");
    storage::MemberStore members(*shop.till.database);
    const auto finds = [&](const char* typed) {
        const auto found = must(members.search(typed, 10));
        return found.size() == 1 && found[0].id == wang.id;
    };

    CHECK(finds("6021"));
    CHECK(finds("0060"));
    CHECK(finds("00006021"));
    CHECK(finds("王小"));
    CHECK(finds("wxm"));
    CHECK(finds("WX"));
    CHECK(finds(wang.number.c_str()));
    CHECK(must(members.search("9999", 10)).empty());
    CHECK(must(members.search("%", 10)).empty());
    CHECK(must(members.search("139", 10)).size() == 1);
}

TEST_CASE(
    "A second member with the same phone is refused with the number masked", "[services][member]")
{
    Shop shop;
    shop.till.member("王小明", "13800006021");
    members::Member draft;
    draft.name = "王大明";
    draft.phone = "138-0000-6021";

    const auto second = services::MemberService(*shop.till.context).create(draft, kCashier);

    REQUIRE_FALSE(second);
    CHECK(second.error() == Error{ErrorCode::DuplicatePhone, {"****6021"}});
}

TEST_CASE("Products are found by code, initials and any part of the name", "[services][product]")
{
    Shop shop;
    const auto product = shop.till.product("6901234567892", 5900, "氨基酸洁面乳 100ml");
    shop.till.product("2000001", 100, "矿泉水");
    storage::ProductStore products(*shop.till.database);
    const auto finds = [&](const char* typed) {
        const auto found = must(products.search(typed, 10));
        return found.size() == 1 && found[0].id == product.id
            && found[0].price == Money::minor(5900);
    };

    CHECK(finds("6901234567892"));
    CHECK(finds("69012"));
    CHECK(finds("ajsj"));
    CHECK(finds("洁面"));
    CHECK(finds("面"));
    CHECK(finds("100ML"));
    CHECK(must(products.search("泉水", 10)).size() == 1);
    CHECK(must(products.search("面洁", 10)).empty());
    CHECK(must(products.findByCode("6901234567892"))->id == product.id);
}
