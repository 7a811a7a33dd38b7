#pragma once

#include <QString>

namespace bl::desktop {

class Theme;

/// The style sheet of the whole application, from the theme's tokens. Widgets are selected by
/// class, or by the properties `look`, `tone` and `text` that widgets/ set; screens set no style
/// sheets of their own.
QString styleSheet(const Theme& theme);

}  // namespace bl::desktop
