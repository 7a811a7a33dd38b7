#pragma once

#include "app/desktop/counter/counter_sheet.h"

class QLabel;

namespace bl::desktop {

class CounterPresenter;
class OpenPayments;
class PayEntry;
class PaymentRows;

/// Payments that no sale stands for, each with what can be done about it.
class OpenPaymentsSheet final : public CounterSheet {
    Q_OBJECT
public:
    /// What the sheet is in the way of.
    enum class Next { Nothing, CloseShift };

    OpenPaymentsSheet(CounterPresenter& counter, OpenPayments& presenter, const Theme& theme,
        ActionCollection& actions, QWidget* window);

    void open(Next next);

Q_SIGNALS:
    /// The shift is to be closed, whatever is still open.
    void shiftCloseRequested();

protected:
    void retranslate() override;

private:
    void refresh();
    void showRows();
    text::MoneyFormat money() const;

    CounterPresenter& m_counter;
    OpenPayments& m_presenter;
    Next m_next = Next::Nothing;
    QLabel* m_hint;
    PaymentRows* m_rows;
    PayEntry* m_entry;
    ActionButton* m_back;
    PrimaryButton* m_close;
};

}  // namespace bl::desktop
