#include "app/desktop/printing/picture_import.h"

#include "core/ports/bitmap_png.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <vector>

namespace bl::desktop {

namespace {

constexpr int kBlackBelow = 128;
constexpr qint64 kLargestFile = 32 * 1024 * 1024;

QImage drawnSvg(const QByteArray& svg, int width)
{
    QSvgRenderer renderer(svg);
    const QSize natural = renderer.defaultSize();
    if (!renderer.isValid() || natural.isEmpty())
        return {};
    QImage image(natural.scaled(width, kMaxPictureRows, Qt::KeepAspectRatio).expandedTo({1, 1}),
        QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

QImage onWhite(const QImage& picture)
{
    QImage white(picture.size(), QImage::Format_RGB32);
    white.fill(Qt::white);
    QPainter(&white).drawImage(0, 0, picture);
    return white;
}

}  // namespace

Bitmap blackAndWhite(const QImage& picture, int widestDots, Dithering dithering)
{
    QImage image = onWhite(picture);
    if (image.width() > widestDots || image.height() > kMaxPictureRows)
        image = image.scaled(
            widestDots, kMaxPictureRows, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const int width = image.width();
    const int rows = image.height();
    Bitmap bitmap = Bitmap::blank(width, rows);
    // Sixteenths of grey that are passed on to this row and to the next.
    std::vector<int> here(static_cast<std::size_t>(width) + 2);
    std::vector<int> below(here.size());
    for (int y = 0; y < rows; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < width; ++x) {
            const auto at = static_cast<std::size_t>(x) + 1;
            const int grey = qGray(line[x]) + (here[at] + 8) / 16;
            const bool black = grey < kBlackBelow;
            if (black)
                bitmap.blacken(x, y);
            if (dithering == Dithering::Drawing)
                continue;
            const int left = grey - (black ? 0 : 255);
            here[at + 1] += 7 * left;
            below[at - 1] += 3 * left;
            below[at] += 5 * left;
            below[at + 1] += left;
        }
        std::swap(here, below);
        std::fill(below.begin(), below.end(), 0);
    }
    return bitmap;
}

Result<Bitmap> importPicture(const QString& file, int widestDots, Dithering dithering)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::UnreadableFile, {file.toStdString(), in.errorString().toStdString()}};
    const auto refused = [&](const char* reason) {
        return Error{ErrorCode::UnsupportedFormat, {file.toStdString(), reason}};
    };
    if (in.size() > kLargestFile)
        return refused("picture-size");
    QByteArray bytes = in.readAll();
    QImage image;
    if (file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        image = drawnSvg(bytes, widestDots);
    } else {
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        reader.setAutoTransform(true);  // telephones turn their photos by a note in the file
        image = reader.read();
    }
    if (image.isNull())
        return refused("no-picture");
    const Bitmap bitmap = blackAndWhite(image, widestDots, dithering);
    if (encodePng(bitmap).size() > kMaxPictureBytes)
        return refused("picture-size");
    return bitmap;
}

}  // namespace bl::desktop
