#include "app/desktop/theme/style_sheet.h"
#include "tests/desktop/desktop_test.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

namespace bl::desktop::test {

TEST_CASE("All text is readable on every ground it stands on", "[desktop][theme]")
{
    const ThemeTable& table = ThemeTable::embedded();
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        for (const Colour ground : {Colour::Background, Colour::Surface, Colour::AccentSoft}) {
            for (const Colour ink : {Colour::Text, Colour::Muted, Colour::Danger, Colour::Warning,
                     Colour::Success, Colour::Accent}) {
                INFO("mode " << static_cast<int>(mode) << ", ink "
                             << table.colour(mode, ink).name().toStdString() << " on "
                             << table.colour(mode, ground).name().toStdString());
                CHECK(contrast(table.colour(mode, ink), table.colour(mode, ground)) >= 4.5);
            }
        }
        CHECK(contrast(table.colour(mode, Colour::OnAccent), table.colour(mode, Colour::Accent))
            >= 4.5);
        CHECK(
            contrast(table.colour(mode, Colour::OnAccent), table.colour(mode, Colour::AccentStrong))
            >= 4.5);
    }
}

TEST_CASE("Messages are readable on their tinted ground", "[desktop][theme]")
{
    const ThemeTable& table = ThemeTable::embedded();
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        for (const Tone tone : {Tone::Danger, Tone::Warning, Tone::Success}) {
            const QColor ground =
                mixed(table.colour(mode, Colour::Surface), table.colour(mode, toneColour(tone)), 6);
            CHECK(contrast(table.colour(mode, Colour::Text), ground) >= 4.5);
            CHECK(contrast(table.colour(mode, toneColour(tone)), ground) >= 4.5);
        }
    }
}

TEST_CASE("Contrast is what WCAG says", "[desktop][theme]")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrast(QColor(0x77, 0x77, 0x77), Qt::white) == Approx(4.48).margin(0.01));
}

TEST_CASE("A table that lacks a token or holds an unknown one is refused", "[desktop][theme]")
{
    CHECK_FALSE(ThemeTable::parse("not json"));
    CHECK_FALSE(ThemeTable::parse("{}"));
    const auto refused = ThemeTable::parse(R"({"colours": {"light": {"backgruond": "#ffffff"}}})");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::InvalidJson);
}

TEST_CASE("The style sheet knows all its tokens", "[desktop][theme]")
{
    const QString sheet = styleSheet(shell().theme());
    CHECK(sheet.size() > 1000);
    CHECK_FALSE(sheet.contains(QLatin1Char('@')));
}

TEST_CASE("Chinese glyphs change with the language while the program runs", "[desktop][theme]")
{
    const auto drawn = [](QFont font) {
        QImage image(60, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font);
        painter.drawText(10, 45, QStringLiteral("骨"));
        return image;
    };
    const auto reference = [&](const char* family) {
        QFont font(QStringList{QString::fromLatin1(family)});
        font.setPixelSize(shell().theme().size(Size::TextTotal));
        return drawn(font);
    };
    const QImage simplified = reference("Noto Sans CJK SC");
    const QImage traditional = reference("Noto Sans CJK TC");
    REQUIRE(simplified != traditional);
    for (int round = 0; round < 2; ++round) {
        shell().setLanguage(text::Language::SimplifiedChinese);
        CHECK(drawn(shell().theme().font(Size::TextTotal)) == simplified);
        shell().setLanguage(text::Language::TraditionalChinese);
        CHECK(drawn(shell().theme().font(Size::TextTotal)) == traditional);
    }
}

TEST_CASE("Sizes follow the scale up to three times", "[desktop][theme]")
{
    QApplication& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
    Theme theme(application, ThemeTable::embedded());
    theme.setScale(150);
    CHECK(theme.size(Size::Control) == 66);
    theme.setScale(1000);
    CHECK(theme.size(Size::Control) == 132);
    theme.setScale(10);
    CHECK(theme.size(Size::Control) == 44);
}

TEST_CASE("Every icon is carried and takes the colour it is asked for", "[desktop][theme]")
{
    for (int id = 1; id < static_cast<int>(Icon::Count_); ++id) {
        const auto icon = static_cast<Icon>(id);
        INFO(iconName(icon));
        const QImage drawn = iconPixmap(icon, QColor(Qt::red), 24, 2.0).toImage();
        CHECK(drawn.width() == 48);
        bool red = false;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x)
                red = red || drawn.pixelColor(x, y) == QColor(Qt::red);
        }
        // The product's own sign keeps its colours.
        CHECK(red == (icon != Icon::Branchline));
    }
}

}  // namespace bl::desktop::test
