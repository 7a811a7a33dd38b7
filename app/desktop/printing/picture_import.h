#pragma once

#include "core/base/result.h"
#include "core/ports/bitmap.h"

#include <QImage>
#include <QString>

namespace bl::desktop {

/// How grey becomes black and white.
enum class Dithering {
    Drawing,  ///< dark is black, light is white: lettering, line art
    Photo,    ///< dots that are denser where it is darker (Floyd–Steinberg)
};

/// A picture as a receipt printer prints it, no wider than that and no higher than pictures may be.
/// Transparent is white. Integers only, so that every machine makes the same dots.
Bitmap blackAndWhite(const QImage& picture, int widestDots, Dithering dithering);

/// Reads PNG, JPEG or SVG. Fails with UnreadableFile, or UnsupportedFormat where it is no picture
/// or becomes too large a one.
Result<Bitmap> importPicture(const QString& file, int widestDots, Dithering dithering);

}  // namespace bl::desktop
