#include "app/desktop/theme/icons.h"

#include "resources/embedded_file.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <string>

namespace bl::resources {

const std::vector<EmbeddedFile>& iconFiles();

}  // namespace bl::resources

namespace bl::desktop {

namespace {

// In the order of the enumeration.
constexpr std::array<const char*, static_cast<std::size_t>(Icon::Count_)> kIconNames{"",
    "arrow-down", "arrow-left", "arrow-right", "arrow-up", "backspace", "branchline", "check",
    "chevron-down", "close", "cloud", "cloud-off", "discount", "drawer", "info", "label",
    "language", "lock", "member", "member-add", "minus", "moon", "more", "office", "park", "pay",
    "plus", "printer", "product", "quantity", "recall", "receipt", "refund", "scan", "search",
    "settings", "shift", "stock", "store", "sun", "sync", "sync-off", "trash", "warning"};

QByteArray drawing(Icon icon)
{
    const std::string file = std::string(iconName(icon)) + ".svg";
    for (const auto& embedded : resources::iconFiles()) {
        if (embedded.name == file)
            return QByteArray(embedded.text.data(), static_cast<qsizetype>(embedded.text.size()));
    }
    return {};
}

}  // namespace

const char* iconName(Icon icon)
{
    return kIconNames[static_cast<std::size_t>(icon)];
}

QPixmap iconPixmap(Icon icon, const QColor& colour, int side, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("branchline/%1/%2/%3/%4")
                            .arg(QLatin1String(iconName(icon)), colour.name(QColor::HexArgb))
                            .arg(side)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    const int pixels = std::max(1, qRound(side * devicePixelRatio));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    const QByteArray svg = drawing(icon).replace("currentColor", colour.name().toLatin1());
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

}  // namespace bl::desktop
