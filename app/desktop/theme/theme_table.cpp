#include "app/desktop/theme/theme_table.h"

#include "core/base/assert.h"
#include "resources/embedded_file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace bl::resources {

const std::vector<EmbeddedFile>& themeFiles();

}  // namespace bl::resources

namespace bl::desktop {

namespace {

// In the order of the enumerations.
constexpr std::array<const char*, static_cast<std::size_t>(Colour::Count_)> kColourNames{
    "background", "surface", "border", "text", "muted", "accent", "accent-strong", "accent-soft",
    "on-accent", "danger", "warning", "success", "scrim"};
constexpr std::array<const char*, static_cast<std::size_t>(Size::Count_)> kSizeNames{"text-small",
    "text", "text-medium", "text-amount", "text-title", "text-due", "text-total", "space-1",
    "space-2", "space-3", "space-4", "space-6", "row-counter", "row-office", "control", "action",
    "pay", "icon", "radius", "edge", "focus", "hairline"};

Error wrongToken(const char* where, const char* why)
{
    return Error{ErrorCode::InvalidJson, {std::string("theme ") + where, why}};
}

template <std::size_t N>
Result<void> readColours(const QJsonObject& object, const std::array<const char*, N>& names,
    std::array<QColor, N>& colours)
{
    if (object.size() != static_cast<int>(N))
        return wrongToken("colours", "lacks a token or holds an unknown one");
    for (std::size_t i = 0; i < N; ++i) {
        colours[i] = QColor(object.value(QLatin1String(names[i])).toString());
        if (!colours[i].isValid())
            return wrongToken(names[i], "is missing or no colour");
    }
    return {};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

}  // namespace

Result<ThemeTable> ThemeTable::parse(std::string_view json)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(
        QByteArray(json.data(), static_cast<qsizetype>(json.size())), &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error{ErrorCode::InvalidJson, {"theme", fault.errorString().toStdString()}};
    const QJsonObject colours = document[QLatin1String("colours")].toObject();
    ThemeTable table;
    BL_CHECK(readColours(colours[QLatin1String("light")].toObject(), kColourNames, table.light));
    BL_CHECK(readColours(colours[QLatin1String("dark")].toObject(), kColourNames, table.dark));
    const QJsonObject sizes = document[QLatin1String("sizes")].toObject();
    if (sizes.size() != static_cast<int>(kSizeNames.size()))
        return wrongToken("sizes", "lacks a token or holds an unknown one");
    for (std::size_t i = 0; i < kSizeNames.size(); ++i) {
        table.sizes[i] = sizes.value(QLatin1String(kSizeNames[i])).toInt();
        if (table.sizes[i] <= 0)
            return wrongToken(kSizeNames[i], "is missing or not positive");
    }
    return table;
}

const ThemeTable& ThemeTable::embedded()
{
    static const ThemeTable table = [] {
        const auto& files = resources::themeFiles();
        BL_ASSERT(files.size() == 1);
        auto parsed = parse(files.front().text);
        BL_ASSERT(parsed);
        return std::move(parsed).value();
    }();
    return table;
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace bl::desktop
