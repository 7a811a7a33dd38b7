#pragma once

#include "app/desktop/theme/theme.h"

#include <QPointer>
#include <QPushButton>

class QAction;

namespace bl::desktop {

/// A button that shows the key which does the same, for counters where keyboard, touch and scanner
/// are equals.
///
/// A click does not take the focus from the scan field; Tab does reach the button, and Enter or the
/// space bar press it.
class ActionButton : public QPushButton {
    Q_OBJECT
public:
    /// Where the shortcut stands: below the label (a row of keys) or beside it (a footer).
    enum class Arrangement { Stacked, Beside };
    /// Quiet buttons have no border until the pointer or the focus is on them: close, clear.
    enum class Emphasis { Normal, Primary, Danger, Quiet };

    explicit ActionButton(const Theme& theme, QWidget* parent = nullptr);
    ActionButton(const Theme& theme, QAction* action, QWidget* parent = nullptr);
    /// As pages have them: the drawing, the label, and the key beside it.
    ActionButton(const Theme& theme, Icon drawing, QWidget* parent);

    /// Label, shortcut, tool tip, enabled and checked state follow the action from now on; pressing
    /// triggers it.
    void setAction(QAction* action);
    void setArrangement(Arrangement arrangement);
    void setEmphasis(Emphasis emphasis);
    /// A drawing in front of the label, or alone where the label is empty (then give an accessible
    /// name).
    void setDrawing(Icon icon);
    /// Larger labels for the keys of pads.
    void setLabelSize(Size size);
    /// For buttons without an action: what is shown as their key.
    void setHint(const QString& hint);

    /// The shortcut's text as shown.
    QString hint() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

    const Theme& theme() const { return m_theme; }

private:
    void followAction();
    QFont labelFont() const;
    QFont hintFont() const;
    QColor labelColour() const;
    void paintStacked(QPainter& painter) const;
    void paintBeside(QPainter& painter) const;

    const Theme& m_theme;
    QPointer<QAction> m_action;
    Arrangement m_arrangement = Arrangement::Stacked;
    Emphasis m_emphasis = Emphasis::Normal;
    Icon m_drawing = Icon::None;
    Size m_labelSize = Size::Text;
    QString m_hint;
};

/// The one action that a screen is for: pay, log in, open the shift.
class PrimaryButton final : public ActionButton {
    Q_OBJECT
public:
    explicit PrimaryButton(const Theme& theme, QWidget* parent = nullptr);
    PrimaryButton(const Theme& theme, QAction* action, QWidget* parent = nullptr);
};

}  // namespace bl::desktop
