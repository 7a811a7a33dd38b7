#include "app/desktop/widgets/row_delegate.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace bl::desktop {

namespace {

Colour cellColour(const QModelIndex& index)
{
    const QVariant tone = index.data(ToneRole);
    return tone.isValid() ? toneColour(static_cast<Tone>(tone.toInt())) : Colour::Text;
}

}  // namespace

RowDelegate::RowDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void RowDelegate::setGlow(int row, int percent)
{
    m_glowRow = row;
    m_glow = percent;
}

QFont RowDelegate::cellFont(const QModelIndex& index) const
{
    return m_theme.font(
        Size::Text, index.data(StrongRole).toBool() ? Weight::Bold : Weight::Regular);
}

void RowDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QRect cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor fill = m_theme.colour(selected ? Colour::AccentSoft : Colour::Surface);
    if (index.row() == m_glowRow && m_glow > 0)
        fill = mixed(fill, m_theme.colour(Colour::Accent), m_glow * 2 / 5);
    painter->fillRect(cell, fill);
    const int hairline = m_theme.size(Size::Hairline);
    painter->fillRect(QRect(cell.left(), cell.bottom() - hairline + 1, cell.width(), hairline),
        m_theme.colour(Colour::Border));
    if (selected && index.column() == 0)
        painter->fillRect(QRect(cell.left(), cell.top(), m_theme.size(Size::Edge), cell.height()),
            m_theme.colour(Colour::Accent));

    const int padding = m_theme.size(Size::Space3);
    const QRect inside = cell.adjusted(padding, 0, -padding, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString note = index.data(NoteRole).toString();
    const QFont font = cellFont(index);
    const QFont small = m_theme.font(Size::TextSmall);
    const QFontMetrics metrics(font);
    const QFontMetrics smallMetrics(small);
    const int gap = text.isEmpty() || note.isEmpty() ? 0 : m_theme.size(Size::Space1);
    // The note gives way before the text does.
    const QString shownText = metrics.elidedText(text, Qt::ElideRight, inside.width());
    const int textWidth = metrics.horizontalAdvance(shownText);
    const QString shownNote = smallMetrics.elidedText(
        note, Qt::ElideRight, std::max(0, inside.width() - textWidth - gap));
    const int noteWidth = smallMetrics.horizontalAdvance(shownNote);

    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const bool right = alignment.isValid() && (alignment.toInt() & Qt::AlignRight) != 0;
    const int x = right ? inside.right() + 1 - textWidth - gap - noteWidth : inside.left();
    // Text and note share a baseline.
    const int baseline =
        cell.top() + (cell.height() - hairline + metrics.ascent() - metrics.descent()) / 2;
    painter->setFont(font);
    painter->setPen(m_theme.colour(cellColour(index)));
    painter->drawText(x, baseline, shownText);
    painter->setFont(small);
    painter->setPen(m_theme.colour(Colour::Muted));
    painter->drawText(x + textWidth + gap, baseline, shownNote);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    (void)option;
    const QString note = index.data(NoteRole).toString();
    int width = 2 * m_theme.size(Size::Space3)
        + QFontMetrics(cellFont(index)).horizontalAdvance(index.data(Qt::DisplayRole).toString());
    if (!note.isEmpty())
        width += m_theme.size(Size::Space1)
            + QFontMetrics(m_theme.font(Size::TextSmall)).horizontalAdvance(note);
    return QSize(width, m_theme.size(Size::RowOffice));
}

ResultDelegate::ResultDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ResultDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QColor surface = m_theme.colour(Colour::Surface);
    if (selected)
        painter->fillRect(option.rect, m_theme.colour(Colour::AccentSoft));
    else if (hovered)
        painter->fillRect(option.rect, mixed(surface, m_theme.colour(Colour::Accent), 5));
    if (selected) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), m_theme.size(Size::Edge),
                              option.rect.height()),
            m_theme.colour(Colour::Accent));
    }

    QRect inside =
        option.rect.adjusted(m_theme.size(Size::Space4), 0, -m_theme.size(Size::Space4), 0);
    const int side = m_theme.size(Size::Icon);
    const auto icon = static_cast<Icon>(index.data(IconRole).toInt());
    if (icon != Icon::None) {
        painter->drawPixmap(inside.left(), inside.center().y() - side / 2,
            iconPixmap(
                icon, m_theme.colour(Colour::Muted), side, painter->device()->devicePixelRatioF()));
        inside.setLeft(inside.left() + side + m_theme.size(Size::Space3));
    }

    const QFontMetrics metrics(m_theme.font(Size::Text));
    const QFontMetrics small(m_theme.font(Size::TextSmall));
    const QString trailing = index.data(TrailingRole).toString();
    painter->setFont(m_theme.font(Size::Text, Weight::Bold));
    painter->setPen(m_theme.colour(cellColour(index)));
    painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, trailing);
    if (!trailing.isEmpty())
        inside.setRight(inside.right() - painter->fontMetrics().horizontalAdvance(trailing)
            - m_theme.size(Size::Space3));

    const QString detail = index.data(DetailRole).toString();
    // Chinese glyphs are higher than the first font says; without a gap the lines would touch.
    const int gap = m_theme.size(Size::Space1);
    const int textHeight = metrics.height() + (detail.isEmpty() ? 0 : gap + small.height());
    const int top = inside.top() + (inside.height() - textHeight) / 2;
    painter->setFont(m_theme.font(Size::Text));
    painter->setPen(m_theme.colour(Colour::Text));
    painter->drawText(QRect(inside.left(), top, inside.width(), metrics.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, inside.width()));
    painter->setFont(m_theme.font(Size::TextSmall));
    painter->setPen(m_theme.colour(Colour::Muted));
    painter->drawText(
        QRect(inside.left(), top + metrics.height() + gap, inside.width(), small.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        small.elidedText(detail, Qt::ElideRight, inside.width()));
    painter->restore();
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    (void)index;
    const int lines = QFontMetrics(m_theme.font(Size::Text)).height()
        + QFontMetrics(m_theme.font(Size::TextSmall)).height();
    return QSize(option.rect.width(),
        std::max(m_theme.size(Size::Control), lines + m_theme.size(Size::Space2)));
}

}  // namespace bl::desktop
