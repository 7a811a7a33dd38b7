#include "sync/server/feed_cursor.h"

#include <sodium.h>

#include <array>

namespace bl::sync {

namespace {

constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kPlaceBytes = kIdBytes + 16;
constexpr std::size_t kCursorBytes = kPlaceBytes + crypto_auth_BYTES;
constexpr int kCursorAlphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

void writeNumber(unsigned char* bytes, std::int64_t number)
{
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (56 - 8 * i));
}

std::int64_t readNumber(const unsigned char* bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8 | bytes[i];
    return static_cast<std::int64_t>(number);
}

using Mac = std::array<unsigned char, crypto_auth_BYTES>;

Mac cursorMac(const unsigned char* place, RegisterId owner, std::string_view key)
{
    std::array<unsigned char, crypto_auth_KEYBYTES> secret{};
    std::copy_n(key.begin(), std::min(key.size(), secret.size()), secret.begin());
    std::array<unsigned char, kPlaceBytes + kIdBytes> text{};
    std::copy_n(place, kPlaceBytes, text.begin());
    std::copy(owner.uuid.bytes.begin(), owner.uuid.bytes.end(), text.begin() + kPlaceBytes);
    Mac mac{};
    crypto_auth(mac.data(), text.data(), text.size(), secret.data());
    return mac;
}

}  // namespace

std::string encodeCursor(const FeedPlace& place, RegisterId owner, std::string_view key)
{
    std::array<unsigned char, kCursorBytes> bytes{};
    std::copy(place.epoch.uuid.bytes.begin(), place.epoch.uuid.bytes.end(), bytes.begin());
    writeNumber(bytes.data() + kIdBytes, place.version);
    writeNumber(bytes.data() + kIdBytes + 8, place.sales);
    const Mac mac = cursorMac(bytes.data(), owner, key);
    std::copy(mac.begin(), mac.end(), bytes.begin() + kPlaceBytes);
    std::string text(sodium_base64_ENCODED_LEN(kCursorBytes, kCursorAlphabet), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kCursorAlphabet);
    text.pop_back();  // the zero byte
    return text;
}

Result<FeedPlace> decodeCursor(std::string_view cursor, RegisterId owner, std::string_view key)
{
    const Error wrong{ErrorCode::InvalidArgument, {"after: not a cursor of this register"}};
    std::array<unsigned char, kCursorBytes> bytes{};
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), cursor.data(), cursor.size(), nullptr,
            &length, &end, kCursorAlphabet)
            != 0
        || length != bytes.size() || end != cursor.data() + cursor.size())
        return wrong;
    const Mac mac = cursorMac(bytes.data(), owner, key);
    if (sodium_memcmp(mac.data(), bytes.data() + kPlaceBytes, mac.size()) != 0)
        return wrong;
    FeedPlace place;
    std::copy_n(bytes.begin(), kIdBytes, place.epoch.uuid.bytes.begin());
    place.version = readNumber(bytes.data() + kIdBytes);
    place.sales = readNumber(bytes.data() + kIdBytes + 8);
    return place;
}

}  // namespace bl::sync
