#pragma once

#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme_table.h"

#include <QFont>
#include <QIcon>
#include <QList>
#include <QStringList>

class QApplication;
class QWidget;

namespace bl::desktop {

enum class Weight { Regular, Bold };

/// The look of the running program: the table's colours in one mode, its sizes at the desktop's
/// scale, and fonts by language, as Qt's font, palette and style sheet.
///
/// Everything here may change while windows are open. Qt then sends them StyleChange and
/// PaletteChange events; a widget that paints itself asks the theme in its paintEvent and keeps
/// nothing. The theme outlives all widgets.
class Theme {
public:
    /// Takes the desktop's font size as the scale. Nothing is applied before `apply`.
    Theme(QApplication& application, const ThemeTable& table);
    /// Gives the application the desktop's font back.
    ~Theme();
    Theme(const Theme&) = delete;
    Theme& operator=(const Theme&) = delete;

    void setMode(Mode mode);
    Mode mode() const { return m_mode; }

    /// In percent, 100 to 300; values beyond are bounded.
    void setScale(int percent);
    int scale() const { return m_scale; }

    void setFontFamilies(const QStringList& families);

    /// Gives the application font, palette and style sheet.
    void apply();

    QColor colour(Colour token) const { return m_table.colour(m_mode, token); }
    /// In logical pixels at the theme's scale.
    int size(Size token) const;
    QFont font(Size token, Weight weight = Weight::Regular) const;

    /// For Qt's own controls; it follows the mode by itself.
    QIcon icon(Icon icon, Colour colour = Colour::Text) const;
    /// For widgets that paint themselves.
    QPixmap pixmap(Icon icon, Colour colour, int side, const QWidget& on) const;

private:
    QApplication& m_application;
    QFont m_desktopFont;
    const ThemeTable& m_table;
    Mode m_mode = Mode::Light;
    int m_scale = 100;
    QStringList m_families;
    QFont::StyleHint m_styleHint = QFont::AnyStyle;
    QList<QStringList> m_seenFamilies;
};

/// What a message or a state means; always shown by more than colour.
enum class Tone { Neutral, Accent, Success, Warning, Danger };

Colour toneColour(Tone tone);
/// The tone's name in the style sheet's `tone` property.
QString toneName(Tone tone);

/// `share` parts in a hundred of `over` on `ground`: for hover, tinted messages and fading rows.
QColor mixed(const QColor& ground, const QColor& over, int share);

/// Sets a property that the style sheet selects by, and has the widget styled anew.
void setStyleProperty(QWidget& widget, const char* name, const QString& value);

}  // namespace bl::desktop
