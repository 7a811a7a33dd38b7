#pragma once

#include "tests/support/catch.h"
#include "tests/support/hq_fixture.h"

namespace bl::test {

/// A shop that sold one thing: a product, its price, a shift and a sale.
struct Shop {
    explicit Shop(HqFixture& hq, const std::string& store = "S01")
        : till(hq.enrol(store))
        , product(till.shop->product("6901234567892", 1500))
    {
        till.openShift();
        (void)sell();
    }

    services::CompletedSale sell() { return must(till.shop->sell(till.shop->ticket({product}))); }

    TestRegister till;
    catalog::Product product;
};
constexpr std::int64_t kShopLines = 4;

inline std::int64_t stockOf(HqFixture& hq, const catalog::Product& product, StoreId store)
{
    return hq.number("SELECT balance FROM accounts WHERE account = 'store/" + store.toString()
        + "/stock/" + product.id.toString() + "'");
}

/// The line with something else in it. The chain still goes on, because the bytes are what they
/// are.
inline std::string withText(std::string line, const std::string& what, const std::string& by)
{
    const auto at = line.find(what);
    REQUIRE(at != std::string::npos);
    return line.replace(at, what.size(), by);
}

}  // namespace bl::test
