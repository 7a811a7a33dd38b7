#pragma once

#include "app/desktop/theme/theme.h"

#include <QStringList>

class QWidget;

namespace bl::desktop::test {

/// What is wrong with a window's layout: text that is cut off, controls too small for a finger,
/// controls without an accessible name. Empty when all is well. Screens' tests use it too.
QStringList layoutFaults(const QWidget& window, const Theme& theme);

}  // namespace bl::desktop::test
