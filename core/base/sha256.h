#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bl {

/// A SHA-256 digest (FIPS 180-4).
struct Hash {
    std::array<std::uint8_t, 32> bytes{};

    std::string toHex() const;
    static std::optional<Hash> parse(std::string_view hex);

    friend bool operator==(const Hash&, const Hash&) = default;
};

/// SHA-256 over pieces that are added one after the other.
class Sha256 {
public:
    Sha256();
    Sha256& add(std::string_view bytes);
    Sha256& add(const Hash& hash);
    Hash finish();

private:
    alignas(8) std::array<std::uint8_t, 128> m_state;
};

}  // namespace bl
