#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bl {

/// Black and white dots, row by row, each row padded with white to whole bytes; the highest bit is
/// the leftmost dot, 1 is black.
struct Bitmap {
    int width = 0;
    int rows = 0;
    std::vector<std::uint8_t> bits;

    int rowBytes() const { return (width + 7) / 8; }
    bool isBlack(int x, int y) const
    {
        const auto byte = static_cast<std::size_t>(y * rowBytes() + x / 8);
        return ((bits[byte] >> (7 - x % 8)) & 1) != 0;
    }
    void blacken(int x, int y)
    {
        auto& byte = bits[static_cast<std::size_t>(y * rowBytes() + x / 8)];
        byte = static_cast<std::uint8_t>(byte | (0x80 >> (x % 8)));
    }

    /// All white.
    static Bitmap blank(int width, int rows)
    {
        Bitmap bitmap{width, rows, {}};
        bitmap.bits.assign(static_cast<std::size_t>(bitmap.rowBytes() * rows), 0);
        return bitmap;
    }

    friend bool operator==(const Bitmap&, const Bitmap&) = default;
};

}  // namespace bl
