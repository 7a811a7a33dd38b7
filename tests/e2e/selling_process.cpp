#include "core/storage/product_store.h"
#include "tests/support/register_fixture.h"

#include <cstdio>
#include <cstdlib>

/// Sells without end and "prints" each receipt by one line on standard output, until it is killed.
/// Arguments: database, seed.
int main(int argc, char** argv)
{
    using namespace bl;
    if (argc != 3)
        return 2;
    try {
        test::RegisterFixture till(
            argv[1], "S01-1", 2, static_cast<std::uint64_t>(std::atoll(argv[2])));
        till.clock.set(SystemWallClock().now());
        services::ShiftService shifts(*till.context);
        if (!test::must(shifts.current()))
            (void)test::must(shifts.open(Money::minor(10000), test::RegisterFixture::kCashier));
        auto product = test::must(storage::ProductStore(*till.database).findByCode("A1"));
        if (!product)
            product = till.product("A1", 1250);
        std::puts("ready");
        std::fflush(stdout);
        for (;;) {
            const auto sale = test::must(till.sell(till.ticket({*product, *product, *product})));
            std::puts(sale.sale.receipt.c_str());
            std::fflush(stdout);
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
