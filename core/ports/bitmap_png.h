#pragma once

#include "core/base/result.h"
#include "core/ports/bitmap.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Pictures in files and in the journal: PNG with one bit a dot, black and white, not interlaced,
/// and its base64 in JSON.
namespace bl {

constexpr int kMaxPictureWidth = 576;
constexpr int kMaxPictureRows = 2000;
constexpr std::size_t kMaxPictureBytes = std::size_t{64} * 1024;  ///< of the PNG

std::vector<std::uint8_t> encodePng(const Bitmap& bitmap);

/// Fails with InvalidArgument {reason}: `picture-format`, `picture-size`, `picture-damaged`.
Result<Bitmap> decodePng(std::span<const std::uint8_t> png);

std::string pictureText(const Bitmap& bitmap);
/// Fails as decodePng() does.
Result<Bitmap> readPicture(std::string_view base64);

}  // namespace bl
