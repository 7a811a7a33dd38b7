#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

#include <array>

/// Line drawings (resources/icons/*.svg) in the colour of the text beside them.
namespace bl::desktop {

enum class Icon {
    None,
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    Backspace,
    Branchline,
    Check,
    ChevronDown,
    Close,
    Cloud,
    CloudOff,
    Discount,
    Drawer,
    Info,
    Label,
    Language,
    Lock,
    Member,
    MemberAdd,
    Minus,
    Moon,
    More,
    Office,
    Park,
    Pay,
    Plus,
    Printer,
    Product,
    Quantity,
    Recall,
    Receipt,
    Refund,
    Scan,
    Search,
    Settings,
    Shift,
    Stock,
    Store,
    Sun,
    Sync,
    SyncOff,
    Trash,
    Warning,
    Count_,
};

/// The drawing's file name without `.svg`.
const char* iconName(Icon icon);

/// The drawing `side` logical pixels wide and high, with `colour` for its `currentColor`; kept for
/// the next time.
QPixmap iconPixmap(Icon icon, const QColor& colour, int side, qreal devicePixelRatio);

}  // namespace bl::desktop
