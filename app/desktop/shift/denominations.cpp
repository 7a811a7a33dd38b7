#include "app/desktop/shift/denominations.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace bl::desktop {

namespace {

struct Cash {
    std::string_view currency;
    std::array<std::int64_t, 12> minor;  // what is 0 is not there
};

constexpr std::array kCash{
    Cash{"CNY", {100'00, 50'00, 20'00, 10'00, 5'00, 1'00, 50, 10}},
    Cash{"TWD", {2000'00, 1000'00, 500'00, 100'00, 50'00, 10'00, 5'00, 1'00}},
    Cash{"HKD", {1000'00, 500'00, 100'00, 50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10}},
    Cash{"GBP", {50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5, 2, 1}},
    Cash{"EUR", {200'00, 100'00, 50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5}},
    Cash{"USD", {100'00, 50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 25, 10, 5, 1}},
    Cash{"JPY", {10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1}},
};

}  // namespace

std::vector<Money> denominationsOf(const Currency& currency)
{
    std::vector<Money> values;
    for (const Cash& cash : kCash) {
        if (cash.currency != currency.code)
            continue;
        for (const std::int64_t minor : cash.minor) {
            if (minor > 0)
                values.push_back(Money::minor(minor));
        }
    }
    return values;
}

}  // namespace bl::desktop
