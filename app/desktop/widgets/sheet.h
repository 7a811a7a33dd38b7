#pragma once

#include "app/desktop/theme/theme.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace bl::desktop {

/// A modal card over the dimmed window: asks for one thing and leaves. No window of the system is
/// involved, so it appears at once, on the same monitor, and the scanner keeps typing into the
/// application.
///
/// While it is open, the keyboard and the mouse reach nothing below it. Shortcuts of the screen
/// below stay silent as long as they are `Qt::WidgetWithChildrenShortcut`, which the action
/// collection sees to.
class Sheet : public QWidget {
    Q_OBJECT
public:
    /// `window` is what gets covered; it owns the sheet.
    Sheet(const Theme& theme, QWidget* window);

    void setTitle(const QString& title);
    /// How wide the card would like to be, in pixels at 100 %; it never leaves the window.
    void setCardWidth(int pixels);

    /// On the right of the title: the amount due, for example.
    QHBoxLayout* header() const { return m_header; }
    QVBoxLayout* body() const { return m_body; }
    /// Buttons: the way back on the left, the next step on the right.
    QHBoxLayout* footer() const { return m_footer; }

    /// Shows the sheet and gives `first` the focus.
    void openAt(QWidget* first);
    /// Hides it, gives the focus back to where it was, and says so with `closed`.
    void dismiss();
    bool isOpen() const { return isVisible(); }

    /// The card's place within the sheet.
    QRect cardRect() const;

Q_SIGNALS:
    /// Esc was pressed; the owner decides whether the sheet may go and calls `dismiss`.
    void backRequested();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent* event) override;
    bool event(QEvent* event) override;

private:
    void keepFocus(QWidget* focused);
    void place();

    const Theme& m_theme;
    QWidget* m_card;
    QLabel* m_title;
    QHBoxLayout* m_header;
    QVBoxLayout* m_body;
    QHBoxLayout* m_footer;
    QPointer<QWidget> m_before;
    QPointer<QWidget> m_inside;  ///< where the focus was last within the card
    int m_cardWidth = 860;
};

}  // namespace bl::desktop
