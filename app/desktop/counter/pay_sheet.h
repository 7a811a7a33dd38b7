#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "core/money/money.h"

class QFrame;
class QLabel;
class QLineEdit;

namespace bl::desktop {

class CounterPresenter;
class MoneyLabel;
class PayPresenter;

/// Takes the money: cash with quick amounts and the change, a card terminal, and any split of them.
/// What was paid stays in its row, what remains is always to be seen, and a payment of which nobody
/// knows what became of it is settled before anything else is charged.
class PaySheet final : public CounterSheet {
    Q_OBJECT
public:
    PaySheet(CounterPresenter& counter, PayPresenter& presenter, const Theme& theme,
        ActionCollection& actions, QWidget* window);

    void open(Money due);
    QLineEdit* amountField() const { return m_amount; }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What the entry row is for.
    enum class Entry {
        Cash,      ///< what was handed over
        Card,      ///< what the terminal is to charge
        Approval,  ///< the number that a terminal without a cable shows
        Nothing,   ///< a payment is under way, or has to be settled first
    };

    QWidget* newEntryRow();
    Entry entry() const;
    void choose(Entry entry);
    void refresh();
    void showRows();
    void showEntry();
    void fillAmount();
    void showQuickAmounts();
    void showSums();
    QString amountText(Money amount) const;
    text::MoneyFormat money() const;
    void confirm();
    void leave();

    PayPresenter& m_presenter;
    Entry m_chosen = Entry::Cash;
    Entry m_shown = Entry::Nothing;
    Money m_shownRemaining;
    QLabel* m_dueCaption;
    MoneyLabel* m_due;
    ActionButton* m_cash;
    ActionButton* m_card;
    QVBoxLayout* m_rows;
    QFrame* m_entry = nullptr;
    QLabel* m_caption = nullptr;
    QLabel* m_prompt = nullptr;
    QLineEdit* m_amount = nullptr;
    QLabel* m_applied = nullptr;
    ActionButton* m_charge = nullptr;
    ActionButton* m_giveUp = nullptr;
    QHBoxLayout* m_quick;
    QList<ActionButton*> m_quickButtons;
    QLabel* m_changeCaption;
    MoneyLabel* m_change;
    QLabel* m_remaining;
    ActionButton* m_back = nullptr;
    PrimaryButton* m_finish = nullptr;
};

}  // namespace bl::desktop
