#include "core/base/hex.h"
#include "core/journal/chain.h"
#include "tests/support/catch.h"

using namespace bl;

TEST_CASE("The start of a chain is the protocol's check value", "[journal]")
{
    journal::Nonce nonce{};
    for (std::size_t i = 0; i < nonce.size(); ++i)
        nonce[i] = static_cast<std::uint8_t>(i);

    const auto start =
        journal::chainStart(*OrganisationId::parse("01935140-0000-7000-8000-000000000001"),
            *RegisterId::parse("01935140-0000-7000-8000-000000000002"), nonce);

    CHECK(start.toHex() == "eada5761fccce9e2b2dd3cfbcf9eceb6392db25ff02b65da97561425ee4e9429");
}

TEST_CASE("A chain depends on every byte of every line", "[journal]")
{
    const Hash start;
    const auto once = journal::chainNext(start, "{\"seq\":1}");

    CHECK(journal::chainNext(start, "{\"seq\":2}") != once);
    CHECK(journal::chainNext(once, "{\"seq\":1}") != once);
    CHECK(journal::chainNext(start, "{\"seq\":1}") == once);
}
