#pragma once

#include "devices/sim/simulated_display.h"

#include <QImage>

namespace bl::sim {

/// A display's two lines of twenty columns as they glow, and the lamp of an LED8.
QImage drawDisplay(const DisplayPicture& picture);

}  // namespace bl::sim
