#include "core/base/hmac.h"
#include "tests/support/catch.h"

#include <string>

using bl::hmacSha256;

TEST_CASE("HMAC-SHA-256 gives the standard's known answers", "[base][hmac]")
{
    // RFC 4231, cases 2 and 6
    CHECK(hmacSha256("Jefe", "what do ya want for nothing?").toHex()
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hmacSha256(
              std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")
              .toHex()
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("Secret hashes are the same only when all of them is", "[base][hmac]")
{
    const auto one = hmacSha256("key", "text");
    auto other = one;
    CHECK(bl::isSameSecretly(one, other));
    other.bytes.back() ^= 1;
    CHECK_FALSE(bl::isSameSecretly(one, other));
}
