#include "app/desktop/counter/terminal_chooser.h"

#include <algorithm>

namespace bl::desktop {

TerminalChooser::TerminalChooser(const Theme& theme, QWidget* parent)
    : ChoiceBox(theme, parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && static_cast<std::size_t>(index) < m_terminals.size())
            Q_EMIT chosen(m_terminals[static_cast<std::size_t>(index)].slot);
    });
}

void TerminalChooser::setTerminals(
    const std::vector<PaymentDesk::Terminal>& terminals, const std::string& chosen)
{
    if (terminals != m_terminals) {
        m_terminals = terminals;
        clear();
        for (const auto& terminal : terminals)
            addItem(terminal.name);
    }
    const auto found = std::ranges::find(m_terminals, chosen, &PaymentDesk::Terminal::slot);
    setCurrentIndex(
        found == m_terminals.end() ? -1 : static_cast<int>(found - m_terminals.begin()));
}

void TerminalChooser::retranslate()
{
    setAccessibleName(tr("The terminal that charges the card"));
}

}  // namespace bl::desktop
