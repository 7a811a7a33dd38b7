#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "app/desktop/counter/pay_entry.h"
#include "core/money/money.h"

class QLabel;

namespace bl::desktop {

class CounterPresenter;
class MoneyLabel;
class PaymentRows;
class PayPresenter;
class TerminalChooser;

/// Takes the money: cash with quick amounts and the change, a card terminal,
/// the code on the customer's phone, and any split of them.
/// What was paid stays in its row, what remains is always to be seen, and a payment of which nobody
/// knows what became of it is settled before anything else is charged.
class PaySheet final : public CounterSheet {
    Q_OBJECT
public:
    PaySheet(CounterPresenter& counter, PayPresenter& presenter, const Theme& theme,
        ActionCollection& actions, QWidget* window);

    /// With a code that the customer held out already, it only has to be confirmed.
    void open(Money due, const QString& code = {});
    QLineEdit* field() const { return m_entry->field(); }
    /// A customer's code, scanned at any time, pays what remains or what was entered for it.
    bool take(const DeviceEvent& event) override;

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    PayEntry::Kind entry() const;
    void choose(PayEntry::Kind entry);
    void refresh();
    void showEntry();
    QString waitingText() const;
    void fillEntry();
    void showQuickAmounts();
    void showSums();
    QString amountText(Money amount) const;
    text::MoneyFormat money() const;
    void confirm();
    void leave();
    Money codeAmount() const;

    PayPresenter& m_presenter;
    PayEntry::Kind m_chosen = PayEntry::Kind::Cash;
    PayEntry::Kind m_shown = PayEntry::Kind::Nothing;
    std::optional<Money> m_codeAmount;  ///< what the code is to pay; all that remains where none
    Money m_shownRemaining;
    QLabel* m_dueCaption;
    MoneyLabel* m_due;
    ActionButton* m_cash;
    ActionButton* m_code;
    ActionButton* m_card;
    TerminalChooser* m_terminals;
    PaymentRows* m_rows;
    PayEntry* m_entry;
    QHBoxLayout* m_quick;
    QList<ActionButton*> m_quickButtons;
    QLabel* m_changeCaption;
    MoneyLabel* m_change;
    QLabel* m_remaining;
    ActionButton* m_back = nullptr;
    PrimaryButton* m_finish = nullptr;
};

}  // namespace bl::desktop
