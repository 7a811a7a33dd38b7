#pragma once

#include "app/desktop/theme/theme.h"

#include <QRect>

class QPainter;

namespace bl::desktop {

/// How a control's ground is drawn: filled, with a border that lies inside the rectangle.
struct Ground {
    QColor fill;
    QColor border;
    int borderWidth = 1;  ///< logical pixels
    int radius = 6;       ///< logical pixels
};

void paintGround(QPainter& painter, const QRect& rect, const Ground& ground);

}  // namespace bl::desktop
