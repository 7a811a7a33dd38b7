#include "app/desktop/theme/theme.h"

#include "app/desktop/theme/style_sheet.h"

#include <QApplication>
#include <QFontInfo>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace bl::desktop {

namespace {

/// Draws an icon in the colour that the theme has at the moment of drawing.
class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(const Theme& theme, Icon icon, Colour colour)
        : m_theme(theme)
        , m_icon(icon)
        , m_colour(colour)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->drawPixmap(rect, drawn(rect.size(), mode, painter->device()->devicePixelRatioF()));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(size, mode, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt gives device pixels and sets the ratio itself.
        (void)scale;
        return drawn(size, mode, 1.0);
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(m_theme, m_icon, m_colour); }

private:
    QPixmap drawn(const QSize& size, QIcon::Mode mode, qreal ratio) const
    {
        const Colour token = mode == QIcon::Disabled ? Colour::Muted : m_colour;
        return iconPixmap(
            m_icon, m_theme.colour(token), std::min(size.width(), size.height()), ratio);
    }

    const Theme& m_theme;
    Icon m_icon;
    Colour m_colour;
};

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.colour(Colour::Background));
    palette.setColor(QPalette::WindowText, theme.colour(Colour::Text));
    palette.setColor(QPalette::Base, theme.colour(Colour::Surface));
    palette.setColor(QPalette::AlternateBase, theme.colour(Colour::Background));
    palette.setColor(QPalette::Text, theme.colour(Colour::Text));
    palette.setColor(QPalette::PlaceholderText, theme.colour(Colour::Muted));
    palette.setColor(QPalette::Button, theme.colour(Colour::Surface));
    palette.setColor(QPalette::ButtonText, theme.colour(Colour::Text));
    palette.setColor(QPalette::BrightText, theme.colour(Colour::Danger));
    palette.setColor(QPalette::ToolTipBase, theme.colour(Colour::Surface));
    palette.setColor(QPalette::ToolTipText, theme.colour(Colour::Text));
    palette.setColor(QPalette::Highlight, theme.colour(Colour::Accent));
    palette.setColor(QPalette::HighlightedText, theme.colour(Colour::OnAccent));
    palette.setColor(QPalette::Link, theme.colour(Colour::Accent));
    palette.setColor(QPalette::LinkVisited, theme.colour(Colour::Accent));
    palette.setColor(QPalette::Light, theme.colour(Colour::Surface));
    palette.setColor(QPalette::Midlight, theme.colour(Colour::Background));
    palette.setColor(QPalette::Mid, theme.colour(Colour::Border));
    palette.setColor(QPalette::Dark, theme.colour(Colour::Border));
    palette.setColor(QPalette::Shadow, theme.colour(Colour::Border));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.colour(Colour::Muted));
    return palette;
}

int desktopScale(const ThemeTable& table)
{
    const int pixels = QFontInfo(QApplication::font()).pixelSize();
    return 100 * pixels / table.size(Size::Text);
}

}  // namespace

Theme::Theme(QApplication& application, const ThemeTable& table)
    : m_application(application)
    , m_desktopFont(QApplication::font())
    , m_table(table)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    setScale(desktopScale(table));
}

Theme::~Theme()
{
    m_application.setStyleSheet({});
    QApplication::setFont(m_desktopFont);
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
}

void Theme::setScale(int percent)
{
    m_scale = std::clamp(percent, 100, 300);
}

void Theme::setFontFamilies(const QStringList& families)
{
    // Qt keeps its font engines by the first family alone and would go on drawing the Chinese
    // glyphs of the language before. A style hint of their own keeps the lists apart; the families
    // exist, so that it has no other effect.
    constexpr std::array kHints{QFont::AnyStyle, QFont::SansSerif, QFont::System, QFont::Serif};
    if (!m_seenFamilies.contains(families))
        m_seenFamilies << families;
    m_styleHint =
        kHints[static_cast<std::size_t>(m_seenFamilies.indexOf(families)) % kHints.size()];
    m_families = families;
}

void Theme::apply()
{
    QApplication::setFont(font(Size::Text));
    QApplication::setPalette(paletteOf(*this));
    m_application.setStyleSheet(styleSheet(*this));
}

int Theme::size(Size token) const
{
    const int atHundred = m_table.size(token);
    return std::max(1, (atHundred * m_scale + 50) / 100);
}

QFont Theme::font(Size token, Weight weight) const
{
    QFont font = QApplication::font();
    if (!m_families.isEmpty())
        font.setFamilies(m_families);
    font.setStyleHint(m_styleHint);
    font.setPixelSize(size(token));
    font.setBold(weight == Weight::Bold);
    return font;
}

QIcon Theme::icon(Icon icon, Colour colour) const
{
    return QIcon(new ThemedIconEngine(*this, icon, colour));
}

QPixmap Theme::pixmap(Icon icon, Colour token, int side, const QWidget& on) const
{
    return iconPixmap(icon, colour(token), side, on.devicePixelRatioF());
}

Colour toneColour(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Colour::Muted;
    case Tone::Accent: return Colour::Accent;
    case Tone::Success: return Colour::Success;
    case Tone::Warning: return Colour::Warning;
    case Tone::Danger: return Colour::Danger;
    }
    return Colour::Text;
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return QStringLiteral("neutral");
    case Tone::Accent: return QStringLiteral("accent");
    case Tone::Success: return QStringLiteral("success");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Danger: return QStringLiteral("danger");
    }
    return {};
}

QColor mixed(const QColor& ground, const QColor& over, int share)
{
    const auto channel = [share](int a, int b) {
        return (a * (100 - share) + b * share) / 100;
    };
    return QColor(channel(ground.red(), over.red()), channel(ground.green(), over.green()),
        channel(ground.blue(), over.blue()));
}

void setStyleProperty(QWidget& widget, const char* name, const QString& value)
{
    if (widget.property(name).toString() == value)
        return;
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

}  // namespace bl::desktop
