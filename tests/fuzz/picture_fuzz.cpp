#include "core/base/assert.h"
#include "core/ports/bitmap_png.h"

#include <cstddef>

/// Pictures of templates and documents: within their limits, and the same when written again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto picture = bl::decodePng({data, size});
    if (!picture)
        return 0;
    BL_ASSERT(picture->width > 0 && picture->width <= bl::kMaxPictureWidth);
    BL_ASSERT(picture->rows > 0 && picture->rows <= bl::kMaxPictureRows);
    BL_ASSERT(picture->bits.size()
        == static_cast<std::size_t>(picture->rowBytes()) * static_cast<std::size_t>(picture->rows));
    const auto again = bl::decodePng(bl::encodePng(*picture));
    BL_ASSERT(again && *again == *picture);
    return 0;
}
