#include "app/desktop/widgets/tile.h"

#include "app/desktop/widgets/paint.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace bl::desktop {

namespace {

constexpr int kNameLines = 2;

/// The name broken into lines of `width`; the last one is elided where more would follow.
QStringList brokenName(const QString& name, const QFont& font, int width)
{
    QTextLayout layout(name, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == kNameLines - 1) {
            lines << QFontMetrics(font).elidedText(
                name.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << name.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

int lineHeight(const Theme& theme)
{
    // Chinese glyphs come from another font and are higher than the first font says.
    return theme.size(Size::Text) + theme.size(Size::Space1);
}

}  // namespace

Tile::Tile(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Tile::naturalSize(const Theme& theme)
{
    return QSize(theme.size(Size::Pay) + theme.size(Size::Space4),
        theme.size(Size::RowOffice) + kNameLines * lineHeight(theme) + theme.size(Size::Space1)
            + 2 * theme.size(Size::Space2));
}

QSize Tile::sizeHint() const
{
    return naturalSize(m_theme);
}

void Tile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    Ground ground{m_theme.colour(Colour::Surface), m_theme.colour(Colour::Border),
        m_theme.size(Size::Hairline), m_theme.size(Size::Radius)};
    if (isDown())
        ground.fill = m_theme.colour(Colour::AccentSoft);
    else if (underMouse() && isEnabled())
        ground.fill = mixed(ground.fill, m_theme.colour(Colour::Accent), 5);
    if (hasFocus()) {
        ground.border = m_theme.colour(Colour::Accent);
        ground.borderWidth = m_theme.size(Size::Focus);
    }
    paintGround(painter, rect(), ground);

    const int padding = m_theme.size(Size::Space2);
    const int side = m_theme.size(Size::RowOffice);
    const QRect picture(padding, padding, side, side);
    QPainterPath rounded;
    rounded.addRoundedRect(picture, m_theme.size(Size::Space1), m_theme.size(Size::Space1));
    painter.fillPath(rounded, m_theme.colour(Colour::AccentSoft));
    painter.setPen(m_theme.colour(Colour::Accent));
    painter.setFont(m_theme.font(Size::Text));
    painter.drawText(picture, Qt::AlignCenter, text().left(1));

    const QFont font = m_theme.font(Size::Text);
    const QStringList lines = brokenName(text(), font, width() - 2 * padding);
    painter.setFont(font);
    painter.setPen(m_theme.colour(isEnabled() ? Colour::Text : Colour::Muted));
    int y = height() - padding - static_cast<int>(lines.size()) * lineHeight(m_theme);
    for (const QString& line : lines) {
        painter.drawText(QRect(padding, y, width() - 2 * padding, lineHeight(m_theme)),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, line);
        y += lineHeight(m_theme);
    }
}

void Tile::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

}  // namespace bl::desktop
