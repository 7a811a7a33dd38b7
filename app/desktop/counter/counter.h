#pragma once

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/counter_view.h"
#include "app/desktop/counter/member_presenter.h"
#include "app/desktop/counter/pay_presenter.h"
#include "app/desktop/counter/quick_keys_presenter.h"
#include "app/desktop/counter/receipts_presenter.h"
#include "app/desktop/payments/open_payments.h"
#include "app/desktop/printing/print_queue.h"

#include <utility>

namespace bl::desktop {

/// The counter, whole: presenters and screen. The composition adds `view` to the window and
/// connects `view`'s requests, `presenter`'s shiftNeeded, and what the status strip shows.
struct Counter {
    Counter(Till& till, RandomSource& random, PrintDesk& printer, PaymentDesk& payments,
        const Theme& theme, ActionCollection& actions)
        : prints(till, printer)
        , presenter(till, random, prints)
        , pay(presenter, payments)
        , openPayments(till, payments)
        , members(till)
        , quickKeys(till)
        , receipts(till, printer, prints)
        , view(new CounterView(
              {presenter, pay, openPayments, members, quickKeys, receipts}, theme, actions))
    {
        // Payments that a sale stands for now are not open any more.
        QObject::connect(
            &presenter, &CounterPresenter::sold, &openPayments, &OpenPayments::refresh);
        QObject::connect(
            &payments, &PaymentDesk::slipWanted, &presenter, &CounterPresenter::printSlip);
    }

    /// Somebody logged in.
    void start(const Cashier& cashier)
    {
        members.setCashier(cashier.id);
        presenter.start(cashier);
        openPayments.setUser(cashier.id);
        openPayments.refresh();
        if (!std::exchange(recovered, true))
            prints.recover();
        quickKeys.load();
        // So that they are there when somebody is registered.
        members.listTiers();
    }

    PrintQueue prints;
    CounterPresenter presenter;
    PayPresenter pay;
    OpenPayments openPayments;
    MemberPresenter members;
    QuickKeysPresenter quickKeys;
    ReceiptsPresenter receipts;
    bool recovered = false;  ///< whether the last run's prints were looked after
    CounterView* view;       ///< the window that it is added to owns it, and goes before this
};

}  // namespace bl::desktop
