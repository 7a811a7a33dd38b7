#include "app/desktop/counter/chip_layout.h"

#include <algorithm>

namespace bl::desktop {

ChipLayout::ChipLayout(int spacing)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

ChipLayout::~ChipLayout()
{
    while (QLayoutItem* item = takeAt(0))
        delete item;
}

void ChipLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* ChipLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* ChipLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int ChipLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Mode::Measure);
}

QSize ChipLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void ChipLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Mode::Place);
}

int ChipLayout::arrange(const QRect& rect, Mode mode) const
{
    int x = rect.left();
    int y = rect.top();
    int rowHeight = 0;
    for (QLayoutItem* item : m_items) {
        const QSize size = item->sizeHint();
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            x = rect.left();
            y += rowHeight + spacing();
            rowHeight = 0;
        }
        if (mode == Mode::Place)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight - rect.top();
}

}  // namespace bl::desktop
