#include "app/desktop/widgets/choice_box.h"

#include <QPainter>

namespace bl::desktop {

ChoiceBox::ChoiceBox(const Theme& theme, QWidget* parent)
    : QComboBox(parent)
    , m_theme(theme)
{
}

void ChoiceBox::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int side = m_theme.size(Size::Icon);
    const int edge = m_theme.size(Size::Space2);
    const int left = layoutDirection() == Qt::RightToLeft ? edge : width() - side - edge;
    painter.drawPixmap(left, (height() - side) / 2,
        m_theme.pixmap(
            Icon::ChevronDown, hasFocus() ? Colour::Accent : Colour::Muted, side, *this));
}

}  // namespace bl::desktop
