#include "core/base/hex.h"
#include "core/base/sha256.h"
#include "tests/support/catch.h"

using bl::Hash;
using bl::Sha256;

TEST_CASE("SHA-256 gives the standard's known answers", "[base][sha256]")
{
    // FIPS 180-4 examples and NIST's long message
    CHECK(Sha256().finish().toHex()
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(Sha256().add("abc").finish().toHex()
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(Sha256().add("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").finish().toHex()
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(Sha256().add(std::string(1'000'000, 'a')).finish().toHex()
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("A hash does not depend on how its input was cut", "[base][sha256]")
{
    const std::string text =
        "The quick brown fox jumps over the lazy dog, again and again and again and again.";
    const Hash whole = Sha256().add(text).finish();
    for (std::size_t cut = 0; cut <= text.size(); ++cut)
        CHECK(Sha256().add(text.substr(0, cut)).add(text.substr(cut)).finish() == whole);
}

TEST_CASE("A hash that is added counts with its 32 bytes", "[base][sha256]")
{
    const Hash first = Sha256().add("abc").finish();
    const std::string bytes(first.bytes.begin(), first.bytes.end());
    CHECK(Sha256().add(first).add("x").finish() == Sha256().add(bytes + "x").finish());
}

TEST_CASE("A hash is read from 64 lower-case digits only", "[base][sha256]")
{
    const std::string hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(Hash::parse(hex) == Sha256().add("abc").finish());
    CHECK_FALSE(Hash::parse(""));
    CHECK_FALSE(Hash::parse(hex.substr(2)));
    CHECK_FALSE(Hash::parse(hex + "00"));
    CHECK_FALSE(Hash::parse("BA" + hex.substr(2)));
    CHECK_FALSE(Hash::parse("g" + hex.substr(1)));
}

TEST_CASE("Bytes survive being written as hexadecimal digits", "[base][hex]")
{
    std::vector<std::uint8_t> bytes;
    for (int i = 0; i < 256; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i));
    CHECK(bl::toHex(bytes).substr(0, 8) == "00010203");
    CHECK(bl::toHex(bytes).substr(508) == "feff");
    CHECK(bl::fromHex(bl::toHex(bytes)) == bytes);
    CHECK(bl::fromHex("") == std::vector<std::uint8_t>{});
}

TEST_CASE("Other spellings of hexadecimal digits are refused", "[base][hex]")
{
    CHECK_FALSE(bl::fromHex("abc"));
    CHECK_FALSE(bl::fromHex("AB"));
    CHECK_FALSE(bl::fromHex("0x"));
    CHECK_FALSE(bl::fromHex(" 1"));
    CHECK_FALSE(bl::fromHex("1g"));
}
