#pragma once

#include "app/desktop/theme/theme.h"

#include <QStyledItemDelegate>

namespace bl::desktop {

/// What the models say about a cell beside Qt's own roles. Alignment comes by
/// Qt::TextAlignmentRole.
enum ItemRole {
    NoteRole =
        Qt::UserRole + 100,  ///< QString: small and muted behind the text: why a price was reduced
    ToneRole,                ///< int(Tone): the text's colour; negative amounts are Danger
    StrongRole,              ///< bool: bold
    IconRole,                ///< int(Icon): a drawing in front of a search result
    DetailRole,              ///< QString: the second line of a search result
    TrailingRole,            ///< QString: on the right of a search result: a price, a balance
};

/// Draws a table's cells: hairlines, the accent's edge on the selected row, notes, and rows that
/// fade from the accent.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RowDelegate(const Theme& theme, QObject* parent = nullptr);

    /// How much of the accent a row still shows, 0 to 100.
    void setGlow(int row, int percent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QFont cellFont(const QModelIndex& index) const;

    const Theme& m_theme;
    int m_glowRow = -1;
    int m_glow = 0;
};

/// Draws search results in two lines with a drawing in front and an amount on the right.
class ResultDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ResultDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace bl::desktop
