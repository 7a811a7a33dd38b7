#include "core/ports/bitmap_png.h"
#include "tests/support/catch.h"

#include <random>

namespace bl {

namespace {

Bitmap randomPicture(int width, int rows, unsigned seed)
{
    std::mt19937 random(seed);
    Bitmap bitmap = Bitmap::blank(width, rows);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < width; ++x)
            if (random() % 3 == 0)
                bitmap.blacken(x, y);
    return bitmap;
}

std::string reasonOf(const Result<Bitmap>& result)
{
    REQUIRE_FALSE(result);
    REQUIRE(result.error().code == ErrorCode::InvalidArgument);
    return result.error().detail.at(0);
}

// 10×3 dots whose rows have the filters none, up and Paeth, as other programs write them.
constexpr const char* kForeign =
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAADAQAAAACCRqPYAAAAEUlEQVR42mPg/8/EwMAi4AAAB/"
    "IBZbab7qIAAAAASUVORK5CYII=";

}  // namespace

TEST_CASE("A picture comes back from its PNG dot for dot", "[ports][png]")
{
    const int width = GENERATE(1, 7, 8, 9, 384, 576);
    const Bitmap picture = randomPicture(width, GENERATE(1, 40), static_cast<unsigned>(width));
    const auto back = readPicture(pictureText(picture));
    REQUIRE(back);
    CHECK(*back == picture);
}

TEST_CASE("A picture that another program packed is read as well", "[ports][png]")
{
    const auto picture = readPicture(kForeign);
    REQUIRE(picture);
    CHECK(*picture == Bitmap{10, 3, {0xf0, 0x00, 0xf0, 0x00, 0xe0, 0xc0}});
}

TEST_CASE("What is no picture of ours is refused with the reason", "[ports][png]")
{
    auto png = encodePng(randomPicture(30, 20, 1));
    CHECK(reasonOf(readPicture("no base64!")) == "picture-format");
    CHECK(reasonOf(decodePng({})) == "picture-format");
    SECTION("a byte that fell over") {
        png[png.size() / 2] ^= 0x10;
        CHECK(reasonOf(decodePng(png)) == "picture-damaged");
    }
    SECTION("the end is missing") {
        png.resize(png.size() - 12);
        CHECK(reasonOf(decodePng(png)) == "picture-damaged");
    }
    SECTION("too wide, too high, too large") {
        CHECK(reasonOf(decodePng(encodePng(Bitmap::blank(577, 1)))) == "picture-size");
        CHECK(reasonOf(decodePng(encodePng(Bitmap::blank(8, 2001)))) == "picture-size");
        CHECK(decodePng(encodePng(Bitmap::blank(576, 2000))));
        CHECK(
            reasonOf(decodePng(std::vector<std::uint8_t>(kMaxPictureBytes + 1))) == "picture-size");
    }
}

TEST_CASE("No byte that fell over in a PNG does harm", "[ports][png]")
{
    const auto png = encodePng(randomPicture(60, 20, 2));
    std::mt19937 random(GENERATE(range(0u, 200u)));
    auto broken = png;
    for (int i = 0; i < 3; ++i)
        broken[random() % broken.size()] = static_cast<std::uint8_t>(random());
    if (const auto picture = decodePng(broken))
        CHECK(
            picture->bits.size() == static_cast<std::size_t>(picture->rowBytes() * picture->rows));
}

}  // namespace bl
