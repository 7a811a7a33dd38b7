#include "app/desktop/widgets/paint.h"

#include <QPainter>
#include <QPen>

namespace bl::desktop {

void paintGround(QPainter& painter, const QRect& rect, const Ground& ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal inset = ground.borderWidth / 2.0;
    painter.setPen(
        ground.borderWidth > 0 ? QPen(ground.border, ground.borderWidth) : QPen(Qt::NoPen));
    painter.setBrush(ground.fill);
    painter.drawRoundedRect(
        QRectF(rect).adjusted(inset, inset, -inset, -inset), ground.radius, ground.radius);
    painter.restore();
}

}  // namespace bl::desktop
