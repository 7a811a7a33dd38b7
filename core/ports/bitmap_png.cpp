#include "core/ports/bitmap_png.h"

#include "core/base/assert.h"
#include "core/base/base64.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace bl {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::array<std::uint8_t, 8> kSignature{0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
constexpr std::size_t kHeaderBytes = 13;

Error unusable(const char* reason)
{
    return {ErrorCode::InvalidArgument, {reason}};
}

void putNumber(Bytes& bytes, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
}

std::uint32_t numberAt(std::span<const std::uint8_t> bytes)
{
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16)
        | (std::uint32_t{bytes[2]} << 8) | bytes[3];
}

void putChunk(Bytes& png, std::string_view type, std::span<const std::uint8_t> data)
{
    putNumber(png, static_cast<std::uint32_t>(data.size()));
    const auto start = png.size();
    png.insert(png.end(), type.begin(), type.end());
    png.insert(png.end(), data.begin(), data.end());
    const auto sum = crc32(0, png.data() + start, static_cast<uInt>(png.size() - start));
    putNumber(png, static_cast<std::uint32_t>(sum));
}

/// The parts of a PNG that matter here, joined.
struct Parts {
    Bytes header;
    Bytes packed;
};

Result<Parts> partsOf(std::span<const std::uint8_t> png)
{
    if (png.size() < kSignature.size()
        || !std::equal(kSignature.begin(), kSignature.end(), png.begin()))
        return unusable("picture-format");
    Parts parts;
    for (auto rest = png.subspan(kSignature.size()); rest.size() >= 12;) {
        const std::size_t length = numberAt(rest);
        if (length > rest.size() - 12)
            return unusable("picture-damaged");
        const auto sum = crc32(0, rest.data() + 4, static_cast<uInt>(length + 4));
        if (numberAt(rest.subspan(8 + length)) != sum)
            return unusable("picture-damaged");
        const std::string_view type(reinterpret_cast<const char*>(rest.data() + 4), 4);
        const auto data = rest.subspan(8, length);
        if (type == "IHDR")
            parts.header.assign(data.begin(), data.end());
        else if (type == "IDAT")
            parts.packed.insert(parts.packed.end(), data.begin(), data.end());
        else if (type == "IEND")
            return parts;
        rest = rest.subspan(12 + length);
    }
    return unusable("picture-damaged");
}

std::uint8_t predicted(int filter, std::uint8_t left, std::uint8_t above, std::uint8_t corner)
{
    switch (filter) {
    case 1: return left;
    case 2: return above;
    case 3: return static_cast<std::uint8_t>((left + above) / 2);
    case 4: {
        const int estimate = left + above - corner;
        const int toLeft = std::abs(estimate - left);
        const int toAbove = std::abs(estimate - above);
        const int toCorner = std::abs(estimate - corner);
        if (toLeft <= toAbove && toLeft <= toCorner)
            return left;
        return toAbove <= toCorner ? above : corner;
    }
    default: return 0;
    }
}

}  // namespace

Bytes encodePng(const Bitmap& bitmap)
{
    Bytes header;
    putNumber(header, static_cast<std::uint32_t>(bitmap.width));
    putNumber(header, static_cast<std::uint32_t>(bitmap.rows));
    header.insert(header.end(), {1, 0, 0, 0, 0});  // one bit of grey
    const auto rowBytes = static_cast<std::size_t>(bitmap.rowBytes());
    Bytes rows;
    for (std::size_t y = 0; y < static_cast<std::size_t>(bitmap.rows); ++y) {
        rows.push_back(0);  // no filter
        for (std::size_t x = 0; x < rowBytes; ++x)
            rows.push_back(static_cast<std::uint8_t>(~bitmap.bits[y * rowBytes + x]));
    }
    Bytes packed(compressBound(static_cast<uLong>(rows.size())));
    auto length = static_cast<uLongf>(packed.size());
    const int done =
        compress2(packed.data(), &length, rows.data(), static_cast<uLong>(rows.size()), 9);
    BL_ASSERT(done == Z_OK);
    packed.resize(length);

    Bytes png(kSignature.begin(), kSignature.end());
    putChunk(png, "IHDR", header);
    putChunk(png, "IDAT", packed);
    putChunk(png, "IEND", {});
    return png;
}

Result<Bitmap> decodePng(std::span<const std::uint8_t> png)
{
    if (png.size() > kMaxPictureBytes)
        return unusable("picture-size");
    BL_TRY(const Parts parts, partsOf(png));
    constexpr std::array<std::uint8_t, 5> kOneBitGrey{1, 0, 0, 0, 0};
    if (parts.header.size() != kHeaderBytes
        || !std::equal(kOneBitGrey.begin(), kOneBitGrey.end(), parts.header.begin() + 8))
        return unusable("picture-format");
    const auto width = numberAt(parts.header);
    const auto rows = numberAt(std::span(parts.header).subspan(4));
    if (width == 0 || rows == 0 || width > kMaxPictureWidth || rows > kMaxPictureRows)
        return unusable("picture-size");

    Bitmap bitmap = Bitmap::blank(static_cast<int>(width), static_cast<int>(rows));
    const auto rowBytes = static_cast<std::size_t>(bitmap.rowBytes());
    Bytes unpacked((rowBytes + 1) * rows);
    auto length = static_cast<uLongf>(unpacked.size());
    if (uncompress(
            unpacked.data(), &length, parts.packed.data(), static_cast<uLong>(parts.packed.size()))
            != Z_OK
        || length != unpacked.size())
        return unusable("picture-damaged");
    Bytes above(rowBytes);
    for (std::size_t y = 0; y < rows; ++y) {
        std::uint8_t* row = unpacked.data() + y * (rowBytes + 1) + 1;
        const int filter = row[-1];
        if (filter > 4)
            return unusable("picture-damaged");
        for (std::size_t x = 0; x < rowBytes; ++x) {
            const std::uint8_t left = x > 0 ? row[x - 1] : std::uint8_t{0};
            const std::uint8_t corner = x > 0 ? above[x - 1] : std::uint8_t{0};
            row[x] = static_cast<std::uint8_t>(row[x] + predicted(filter, left, above[x], corner));
        }
        std::copy(row, row + rowBytes, above.begin());
        for (std::size_t x = 0; x < rowBytes; ++x)
            bitmap.bits[y * rowBytes + x] = static_cast<std::uint8_t>(~row[x]);
        // What stands behind the last dot is nobody's.
        if (const auto used = width % 8; used != 0) {
            auto& last = bitmap.bits[(y + 1) * rowBytes - 1];
            last = static_cast<std::uint8_t>(last & (0xff00u >> used));
        }
    }
    return bitmap;
}

std::string pictureText(const Bitmap& bitmap)
{
    return toBase64(encodePng(bitmap));
}

Result<Bitmap> readPicture(std::string_view base64)
{
    if (base64.size() > (kMaxPictureBytes + 2) / 3 * 4)
        return unusable("picture-size");
    const auto png = fromBase64(base64);
    if (!png)
        return unusable("picture-format");
    return decodePng(*png);
}

}  // namespace bl
