#pragma once

#include "app/desktop/shift/shift_desk.h"
#include "app/desktop/shift/shift_text.h"
#include "app/desktop/widgets/sheet.h"

class QLabel;
class QLineEdit;

namespace bl::desktop {

class ActionButton;
class Banner;
class NumberPad;

/// Asks for the float and opens the shift. Esc leaves the register without a shift: nothing can be
/// sold then.
class OpenShiftSheet final : public Sheet {
    Q_OBJECT
public:
    OpenShiftSheet(ShiftDesk& desk, const Theme& theme, QWidget* window);

    void ask(const ShiftFormat& format);

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void retranslate();

    ShiftDesk& m_desk;
    std::optional<ShiftFormat> m_format;
    QLabel* m_explanation;
    QLabel* m_caption;
    QLineEdit* m_float;
    NumberPad* m_pad;
    Banner* m_banner;
    ActionButton* m_back;
    ActionButton* m_open;
};

}  // namespace bl::desktop
