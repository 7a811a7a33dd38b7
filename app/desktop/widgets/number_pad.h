#pragma once

#include "app/desktop/theme/theme.h"

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace bl::desktop {

class ActionButton;

/// Keys for fingers: digits, a backspace and, by kind, a decimal point or an Enter.
///
/// The keys type into the target field, which keeps the focus, so that the keyboard goes on working
/// beside them.
class NumberPad final : public QWidget {
    Q_OBJECT
public:
    enum class Kind {
        Pin,      ///< backspace, 0, Enter
        Decimal,  ///< point, 0, backspace
    };

    NumberPad(const Theme& theme, Kind kind, QWidget* parent = nullptr);

    /// The field that the keys type into; the pad does not own it.
    void setTarget(QLineEdit* field);

Q_SIGNALS:
    /// The Enter of a Pin pad.
    void enterPressed();

protected:
    void changeEvent(QEvent* event) override;

private:
    ActionButton* addKey(int row, int column, const QString& label);
    void type(const QString& text);
    void retranslate();

    const Theme& m_theme;
    QGridLayout* m_grid;
    ActionButton* m_backspace = nullptr;
    ActionButton* m_enter = nullptr;
    ActionButton* m_point = nullptr;
    QPointer<QLineEdit> m_target;
};

}  // namespace bl::desktop
