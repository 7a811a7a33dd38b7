#pragma once

#include "core/base/result.h"

#include <QColor>

#include <array>
#include <string_view>

/// The one table of colours, sizes and spacings (resources/theme/theme.json).
namespace bl::desktop {

enum class Colour {
    Background,  ///< the window
    Surface,     ///< panels, tables, buttons
    Border,      ///< hairlines
    Text,
    Muted,         ///< labels, hints, shortcuts
    Accent,        ///< pay, the selected row's edge, the focus ring
    AccentStrong,  ///< the accent under the pointer
    AccentSoft,    ///< selected rows, chips, the ground of pictures
    OnAccent,      ///< text on the accent
    Danger,        ///< negative amounts, blocked cards
    Warning,       ///< what waits
    Success,       ///< what is done
    Scrim,         ///< over the window behind a sheet; half transparent
    Count_,
};

enum class Size {
    TextSmall,
    Text,
    TextMedium,
    TextAmount,
    TextTitle,
    TextDue,
    TextTotal,
    Space1,  ///< 4 px; the others by the grid of 4
    Space2,
    Space3,
    Space4,
    Space6,
    RowCounter,
    RowOffice,
    Control,  ///< the least height of anything a finger touches
    Action,   ///< a button with its shortcut below its label
    Pay,
    Icon,
    Radius,
    Edge,   ///< the selected row's edge
    Focus,  ///< the focus ring
    Hairline,
    Count_,
};

enum class Mode { Light, Dark };

/// The table as read: values at 100 %.
struct ThemeTable {
    std::array<QColor, static_cast<std::size_t>(Colour::Count_)> light;
    std::array<QColor, static_cast<std::size_t>(Colour::Count_)> dark;
    std::array<int, static_cast<std::size_t>(Size::Count_)> sizes{};

    /// Fails with InvalidJson, naming the token that is missing, unknown or wrong.
    static Result<ThemeTable> parse(std::string_view json);

    /// The table that the program carries.
    static const ThemeTable& embedded();

    const QColor& colour(Mode mode, Colour token) const
    {
        return (mode == Mode::Light ? light : dark)[static_cast<std::size_t>(token)];
    }
    int size(Size token) const { return sizes[static_cast<std::size_t>(token)]; }
};

/// The contrast of two opaque colours by WCAG 2: 1 (none) to 21 (black on white).
double contrast(const QColor& a, const QColor& b);

}  // namespace bl::desktop
