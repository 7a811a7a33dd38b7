#pragma once

#include "app/desktop/shell.h"

namespace bl::desktop::test {

/// Fills a window with the controls that no sample screen shows: pads, messages, empty states,
/// badges.
void buildControls(Shell& shell, QWidget& window);

}  // namespace bl::desktop::test
