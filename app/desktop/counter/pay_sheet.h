#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "core/money/money.h"

class QLabel;
class QLineEdit;

namespace bl::desktop {

class CounterPresenter;
class MoneyLabel;

/// Takes the money: cash, with quick amounts and the change.
class PaySheet final : public CounterSheet {
    Q_OBJECT
public:
    PaySheet(CounterPresenter& presenter, const Theme& theme, ActionCollection& actions,
        QWidget* window);

    void open(Money due);
    QLineEdit* amountField() const { return m_amount; }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* newCashRow();
    void setDue(Money due);
    void showQuickAmounts();
    void showChange();
    QString amountText(Money amount) const;
    text::MoneyFormat money() const;
    void takeCash();
    void finish();

    CounterPresenter& m_presenter;
    Money m_dueAmount;
    QLabel* m_dueCaption;
    MoneyLabel* m_due;
    ActionButton* m_cash;
    QLabel* m_cashCaption = nullptr;
    QLineEdit* m_amount = nullptr;
    QLabel* m_applied = nullptr;
    QHBoxLayout* m_quick;
    QList<ActionButton*> m_quickButtons;
    QLabel* m_changeCaption;
    MoneyLabel* m_change;
    QLabel* m_remaining;
    PrimaryButton* m_finish = nullptr;
};

}  // namespace bl::desktop
