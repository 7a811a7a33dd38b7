#include "core/services/print_service.h"
#include "core/services/verifier.h"
#include "core/storage/product_store.h"
#include "tests/support/catch.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/register_fixture.h"

using namespace bl;
using namespace bl::test;

namespace {

/// A sale whose receipt began to print after so many writes.
struct Printed {
    std::size_t step;
    std::string receipt;
};

std::int64_t countSales(sql::Database& database, const std::string& receipt)
{
    return must(database.selectInteger("SELECT COUNT(*) FROM sales WHERE receipt = ?", receipt))
        .value_or(0);
}

/// After a power cut: all that was printed is there once, the chain holds, and what the ledger says
/// is what the sales say.
void checkAfterPowerCut(const std::string& file, const std::vector<Printed>& printed,
    std::size_t step, std::int64_t price)
{
    RegisterFixture after(file);
    auto& database = *after.database;
    for (const auto& sale : printed) {
        const auto count = countSales(database, sale.receipt);
        if (sale.step <= step)
            CHECK(count == 1);
        else
            CHECK(count <= 1);
    }
    const auto sales = must(database.selectInteger("SELECT COUNT(*) FROM sales")).value_or(0);
    const auto cash = must(
        database.selectInteger("SELECT balance FROM accounts WHERE account LIKE 'register/%/cash'"))
                          .value_or(0);
    CHECK(cash == sales * price);

    const auto verified = services::Verifier(database).run();
    CAPTURE(verified ? std::string() : describe(verified.error()));
    CHECK(verified);
    // The register goes on with the next number.
    const auto next = must(
        after.sell(after.ticket({must(storage::ProductStore(database).findByCode("A1")).value()})));
    CHECK(countSales(database, next.sale.receipt) == 1);
}

/// Pays a saved ticket as a counter with a printer does.
Result<services::CompletedSale> sellWithReceipt(RegisterFixture& till, const sales::Ticket& ticket)
{
    return services::SellService(*till.context)
        .pay(ticket.id(), {{sales::kCash, ticket.total(), ticket.total()}},
            RegisterFixture::kCashier, "receipt-printer-1");
}

}  // namespace

TEST_CASE("A sale whose receipt began to print survives a power cut at any write", "[durability]")
{
    constexpr std::int64_t kPrice = 1250;
    auto& vfs = CrashVfs::install();
    TempDirectory directory;
    std::vector<Printed> printed;
    {
        RegisterFixture till(directory.file("branchline.db"));
        const auto product = till.product("A1", kPrice);
        must(services::ShiftService(*till.context).open(Money{}, RegisterFixture::kCashier));
        must(till.database->checkpoint());
        vfs.watch(directory.path());
        for (int i = 0; i < 6; ++i) {
            const auto sale = must(till.sell(till.ticket({product})));
            printed.push_back({vfs.steps(), sale.sale.receipt});
            if (i == 3)
                must(till.database->checkpoint());
        }
    }
    REQUIRE(vfs.steps() > 50);
    const auto watched = directory.path();
    // The images were taken; opening the copies must not add to them.
    const std::size_t steps = vfs.steps();
    for (std::size_t step = 0; step < steps; ++step) {
        CAPTURE(step);
        TempDirectory lost;
        CrashVfs::restore(vfs.image(step), watched, lost.path());
        checkAfterPowerCut(lost.file("branchline.db"), printed, step, kPrice);
        TempDirectory torn;
        CrashVfs::restore(vfs.tornImage(step, step), watched, torn.path());
        checkAfterPowerCut(torn.file("branchline.db"), printed, step, kPrice);
    }
}

TEST_CASE("A power cut leaves a sale with its receipt's print job, or neither", "[durability]")
{
    auto& vfs = CrashVfs::install();
    TempDirectory directory;
    {
        RegisterFixture till(directory.file("branchline.db"));
        const auto product = till.product("A1", 1250);
        must(services::ShiftService(*till.context).open(Money{}, RegisterFixture::kCashier));
        const auto ticket = till.ticket({product});
        must(services::TicketService(*till.context).save(ticket, RegisterFixture::kCashier));
        must(till.database->checkpoint());
        vfs.watch(directory.path());
        must(sellWithReceipt(till, ticket));
        must(till.database->checkpoint());
    }
    const auto watched = directory.path();
    const std::size_t steps = vfs.steps();
    std::int64_t most = 0;
    for (std::size_t step = 0; step < steps; ++step) {
        CAPTURE(step);
        TempDirectory torn;
        CrashVfs::restore(vfs.tornImage(step, step), watched, torn.path());
        RegisterFixture after(torn.file("branchline.db"));
        const auto sales =
            must(after.database->selectInteger("SELECT COUNT(*) FROM sales")).value_or(0);
        const auto left = must(services::PrintService(*after.context).recover());
        CHECK(static_cast<std::int64_t>(left.size()) == sales);
        most = std::max(most, sales);
    }
    CHECK(most == 1);
}

TEST_CASE("A sale costs exactly one sync to disk", "[durability]")
{
    auto& vfs = CrashVfs::install();
    TempDirectory directory;
    RegisterFixture till(directory.file("branchline.db"));
    const auto product = till.product("A1", 1250);
    must(services::ShiftService(*till.context).open(Money{}, RegisterFixture::kCashier));
    const auto ticket = till.ticket({product});
    must(services::TicketService(*till.context).save(ticket, RegisterFixture::kCashier));

    vfs.watch(directory.path());
    must(sellWithReceipt(till, ticket));

    CHECK(vfs.syncs("-wal") == 1);
    CHECK(vfs.syncs("") == 1);
}

TEST_CASE("On a full disk a sale is refused whole, and goes through when there is space again",
    "[durability]")
{
    auto& vfs = CrashVfs::install();
    TempDirectory directory;
    RegisterFixture till(directory.file("branchline.db"));
    const auto product = till.product("A1", 1250);
    must(services::ShiftService(*till.context).open(Money{}, RegisterFixture::kCashier));
    vfs.watch(directory.path());
    const auto countAll = [&] {
        return must(till.database->selectInteger("SELECT COUNT(*) FROM sales")).value_or(0);
    };

    int refused = 0;
    for (bool sold = false; !sold; ++refused) {
        CAPTURE(refused);
        const auto before = countAll();
        const auto ticket = till.ticket({product});
        vfs.fillUpAfter(refused);
        const auto sale = till.sell(ticket);
        vfs.fillUpAfter(std::nullopt);
        sold = bool(sale);
        if (!sold) {
            REQUIRE(sale.error().code == ErrorCode::DiskFull);
            REQUIRE(countAll() == before);
            must(services::Verifier(*till.database).run());
            must(till.sell(ticket));
        }
        REQUIRE(countAll() == before + 1);
    }
    // Every write of a sale was refused once.
    CHECK(refused > 10);
    must(services::Verifier(*till.database).run());
}
