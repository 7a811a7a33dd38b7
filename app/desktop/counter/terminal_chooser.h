#pragma once

#include "app/desktop/payments/payment_desk.h"
#include "app/desktop/widgets/choice_box.h"

namespace bl::desktop {

/// Which of several card terminals is to charge. A register with one has nothing to choose.
class TerminalChooser final : public ChoiceBox {
    Q_OBJECT
public:
    TerminalChooser(const Theme& theme, QWidget* parent);

    void setTerminals(
        const std::vector<PaymentDesk::Terminal>& terminals, const std::string& chosen);
    bool hasChoice() const { return m_terminals.size() > 1; }
    void retranslate();

Q_SIGNALS:
    void chosen(const std::string& slot);

private:
    std::vector<PaymentDesk::Terminal> m_terminals;
};

}  // namespace bl::desktop
