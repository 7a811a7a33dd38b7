#include "core/storage/member_store.h"
#include "core/storage/product_store.h"
#include "tests/bench/bench.h"
#include "tests/support/register_fixture.h"

#include <cstdio>

namespace bl::bench {

namespace {

constexpr int kLookups = 2000;
constexpr std::int64_t kShown = 20;

void benchMembers(
    const std::string& what, storage::MemberStore& members, const std::vector<std::string>& typed)
{
    Samples samples;
    std::size_t found = 0;
    for (const auto& text : typed)
        samples.add(timed([&] { found += test::must(members.search(text, kShown)).size(); }));
    report(what, samples);
    if (found == 0)
        std::printf("    nothing was found: the figure is worth nothing\n");
}

}  // namespace

void benchSearch(const std::string& directory)
{
    const auto database =
        test::must(sql::Database::open(largeRegister(directory), sql::Access::Reader));
    storage::ProductStore products(*database);
    storage::MemberStore members(*database);
    test::SeededRandom random(11);

    Samples byCode;
    for (int i = 0; i < kLookups; ++i) {
        char code[32];
        std::snprintf(code, sizeof code, "69%011d", static_cast<int>(random.below(100'000)));
        byCode.add(timed([&] {
            if (!test::must(products.findByCode(code)))
                std::printf("    %s is missing\n", code);
        }));
    }
    report("product by code among 100,000", byCode);

    std::vector<std::string> digits, names, initials;
    for (int i = 0; i < kLookups; ++i) {
        char text[8];
        std::snprintf(text, sizeof text, "%04d", static_cast<int>(random.below(10'000)));
        digits.emplace_back(text);
        const auto someone = test::must(members.findByNumber(
            "8" + std::string(8 - std::to_string(i * 499).size(), '0') + std::to_string(i * 499)));
        if (!someone)
            continue;
        names.push_back(someone->name.substr(0, i % 2 == 0 ? 3 : 6));
        initials.push_back(someone->initials.substr(0, i % 2 == 0 ? 2 : 3));
    }
    benchMembers("member by 4 digits of the phone among 1,000,000", members, digits);
    benchMembers("member by the beginning of the name", members, names);
    benchMembers("member by pinyin initials", members, initials);
}

}  // namespace bl::bench
