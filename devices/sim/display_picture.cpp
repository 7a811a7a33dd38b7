#include "devices/sim/display_picture.h"

#include <QFont>
#include <QPainter>

namespace bl::sim {

namespace {

constexpr int kColumn = 24;
constexpr int kRow = 56;
constexpr int kMargin = 20;
constexpr int kShownColumns = 20;
constexpr int kGlyphPixels = 34;
constexpr QRgb kGlass = 0xFF10201C;
constexpr QRgb kGlow = 0xFF6FF5D8;

QString lampText(char lamp)
{
    switch (lamp) {
    case '1': return QStringLiteral("单价");
    case '2': return QStringLiteral("总计");
    case '3': return QStringLiteral("收款");
    case '4': return QStringLiteral("找零");
    default: return {};
    }
}

}  // namespace

QImage drawDisplay(const DisplayPicture& picture)
{
    QImage image(kShownColumns * kColumn + 2 * kMargin, 3 * kRow, QImage::Format_RGB32);
    image.fill(kGlass);
    QPainter painter(&image);
    QFont font(QStringLiteral("Noto Sans Mono CJK SC"));
    font.setPixelSize(kGlyphPixels);
    painter.setFont(font);
    painter.setPen(QColor::fromRgb(kGlow));
    for (std::size_t row = 0; row < picture.lines.size(); ++row) {
        // Each character in its columns, two for a Chinese one, as on the glass.
        int column = 0;
        const auto characters = QString::fromStdString(picture.lines[row]).toUcs4();
        for (const auto character : characters) {
            const int width = character < 0x80 ? 1 : 2;
            const QRect cell(kMargin + column * kColumn, kMargin / 2 + static_cast<int>(row) * kRow,
                width * kColumn, kRow);
            painter.drawText(cell, Qt::AlignCenter,
                QString::fromUcs4(reinterpret_cast<const char32_t*>(&character), 1));
            column += width;
        }
    }
    const QRect below(kMargin, 2 * kRow, image.width() - 2 * kMargin, kRow);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, lampText(picture.lamp));
    return image;
}

}  // namespace bl::sim
