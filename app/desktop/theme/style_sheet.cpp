#include "app/desktop/theme/style_sheet.h"

#include "app/desktop/theme/theme.h"

#include <QRegularExpression>

namespace bl::desktop {

namespace {

// `@token` is a colour or a size of the table; unknown tokens are found by the tests. Fields take
// their colour from the palette, because a colour given here would make Qt 6.4 blend their
// placeholder into the ground.
constexpr const char* kSheet = R"(
* { outline: none; }
QToolTip { color: @text; background: @surface; border: @hairline solid @border; padding: @space-1 @space-2; }

QLabel[text-look="muted"] { color: @muted; }
QLabel[text-look="small"] { color: @muted; font-size: @text-small; }
QLabel[text-look="status"] { color: @muted; font-size: @text-table-head; }
QLabel[text-look="heading"] { font-size: @text-medium; font-weight: bold; }
QLabel[text-look="title"] { font-size: @text-title; font-weight: bold; }
QLabel[text-look="lead"] { font-size: @text-title; color: @muted; }
QLabel[text-look="amount"] { font-size: @text-amount; font-weight: bold; }
QLabel[text-look="due"] { font-size: @text-due; font-weight: bold; }
QLabel[text-look="total"] { font-size: @text-total; font-weight: bold; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="success"] { color: @success; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="danger"] { color: @danger; }

QFrame[look="panel"] { background: @surface; border: @hairline solid @border; border-radius: @radius; }
QFrame[look="note"] { background: @background; border: none; border-left: @edge solid @warning;
    border-top-right-radius: @space-1; border-bottom-right-radius: @space-1; }
QFrame[look="row"] { background: transparent; border: none; border-bottom: @hairline solid @border; }
QFrame[look="row-active"] { background: @accent-soft; border: none; border-left: @edge solid @accent;
    border-bottom: @hairline solid @border; }
QFrame[look="bar"] { background: @surface; border: none; border-top: @hairline solid @border; }
QFrame[look="popup"] { background: @surface; border: @hairline solid @muted; border-radius: @radius; }

QLabel[look="badge"] { font-size: @text-small; font-weight: bold; padding: @hairline @space-2; border-radius: @space-1;
    border: @hairline solid transparent; color: @text; background: @background; }
QLabel[look="badge"][tone="accent"] { color: @accent; background: @accent-soft; }
QLabel[look="badge"][tone="success"] { color: @success; background: transparent; border-color: @success; }
QLabel[look="badge"][tone="warning"] { color: @warning; background: transparent; border-color: @warning; }
QLabel[look="badge"][tone="danger"] { color: @danger; background: transparent; border-color: @danger; }

QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit {
    background: @surface; border: @hairline solid @border; border-radius: @radius;
    padding: 0 @space-3; min-height: @field; selection-background-color: @accent; selection-color: @on-accent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus {
    border: @focus solid @accent; padding: 0 @field-padding; min-height: @field-focus; }
QLineEdit[look="search"] { font-size: @text-medium; min-height: @search; }
QLineEdit[look="search"]:focus { min-height: @search-focus; }
QLineEdit:disabled, QComboBox:disabled { background: @background; }
QLineEdit[look="amount"] { font-size: @text-title; background: @background; }
QComboBox::drop-down { border: none; width: @space-6; }
QComboBox QAbstractItemView { color: @text; background: @surface; border: @hairline solid @border;
    selection-background-color: @accent-soft; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: @control; }

QCheckBox, QRadioButton { min-height: @control; spacing: @space-2; }

QTableView, QListView, QTreeView { color: @text; background: @surface; border: none; gridline-color: transparent;
    selection-background-color: @accent-soft; selection-color: @text; }
QListView[look="navigation"]::item { border-radius: @radius; padding: 0 @space-2; border-left: @edge solid transparent; }
QListView[look="navigation"]::item:hover { background: @background; }
QListView[look="navigation"]::item:selected { color: @text; background: @accent-soft; border-left: @edge solid @accent; }

QHeaderView { background: @surface; border: none; }
QHeaderView::section { color: @muted; background: @surface; border: none; border-bottom: @hairline solid @border;
    padding: 0 @space-3; font-size: @text-table-head; min-height: @row-office; }
QTableCornerButton::section { background: @surface; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: @space-3; margin: 0; }
QScrollBar::handle:vertical { background: @border; border-radius: @space-1; min-height: @control; margin: 0 @scroll-margin; }
QScrollBar:horizontal { background: transparent; height: @space-3; margin: 0; }
QScrollBar::handle:horizontal { background: @border; border-radius: @space-1; min-width: @control; margin: @scroll-margin 0; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: @border; border: none; border-radius: @focus; max-height: @space-1; min-height: @space-1; }
QProgressBar::chunk { background: @accent; border-radius: @focus; }
)";

struct SizeToken {
    const char* name;
    Size size;
};

constexpr std::array kSizeTokens{
    SizeToken{"text-small", Size::TextSmall},
    SizeToken{"text-medium", Size::TextMedium},
    SizeToken{"text-amount", Size::TextAmount},
    SizeToken{"text-title", Size::TextTitle},
    SizeToken{"text-due", Size::TextDue},
    SizeToken{"text-total", Size::TextTotal},
    SizeToken{"space-1", Size::Space1},
    SizeToken{"space-2", Size::Space2},
    SizeToken{"space-3", Size::Space3},
    SizeToken{"space-4", Size::Space4},
    SizeToken{"space-6", Size::Space6},
    SizeToken{"row-office", Size::RowOffice},
    SizeToken{"control", Size::Control},
    SizeToken{"radius", Size::Radius},
    SizeToken{"edge", Size::Edge},
    SizeToken{"focus", Size::Focus},
    SizeToken{"hairline", Size::Hairline},
};

struct ColourToken {
    const char* name;
    Colour colour;
};

constexpr std::array kColourTokens{
    ColourToken{"background", Colour::Background},
    ColourToken{"surface", Colour::Surface},
    ColourToken{"border", Colour::Border},
    ColourToken{"text", Colour::Text},
    ColourToken{"muted", Colour::Muted},
    ColourToken{"accent", Colour::Accent},
    ColourToken{"accent-soft", Colour::AccentSoft},
    ColourToken{"on-accent", Colour::OnAccent},
    ColourToken{"danger", Colour::Danger},
    ColourToken{"warning", Colour::Warning},
    ColourToken{"success", Colour::Success},
};

QString pixels(int count)
{
    return QString::number(count) + QStringLiteral("px");
}

QString tokenValue(const Theme& theme, const QString& name)
{
    for (const auto& token : kColourTokens) {
        if (name == QLatin1String(token.name))
            return theme.colour(token.colour).name();
    }
    for (const auto& token : kSizeTokens) {
        if (name == QLatin1String(token.name))
            return pixels(theme.size(token.size));
    }
    // A field keeps its outer size when the focus ring replaces the hairline.
    const int control = theme.size(Size::Control);
    if (name == QLatin1String("field"))
        return pixels(control - 2 * theme.size(Size::Hairline));
    if (name == QLatin1String("field-focus"))
        return pixels(control - 2 * theme.size(Size::Focus));
    const int search = control + theme.size(Size::Space1);
    if (name == QLatin1String("search"))
        return pixels(search - 2 * theme.size(Size::Hairline));
    if (name == QLatin1String("search-focus"))
        return pixels(search - 2 * theme.size(Size::Focus));
    if (name == QLatin1String("field-padding"))
        return pixels(
            theme.size(Size::Space3) - theme.size(Size::Focus) + theme.size(Size::Hairline));
    if (name == QLatin1String("text-table-head"))
        return pixels((theme.size(Size::Text) + theme.size(Size::TextSmall)) / 2);
    if (name == QLatin1String("scroll-margin"))
        return pixels(theme.size(Size::Space1) / 2);
    return QLatin1Char('@') + name;
}

}  // namespace

QString styleSheet(const Theme& theme)
{
    static const QRegularExpression token(QStringLiteral("@([a-z][a-z0-9-]*)"));
    const QString sheet = QString::fromLatin1(kSheet);
    QString result;
    result.reserve(sheet.size() * 2);
    qsizetype copied = 0;
    for (auto match = token.globalMatch(sheet); match.hasNext();) {
        const auto found = match.next();
        result += QStringView(sheet).mid(copied, found.capturedStart() - copied);
        result += tokenValue(theme, found.captured(1));
        copied = found.capturedEnd();
    }
    result += QStringView(sheet).mid(copied);
    return result;
}

}  // namespace bl::desktop
