#pragma once

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/counter_view.h"
#include "app/desktop/counter/member_presenter.h"
#include "app/desktop/counter/quick_keys_presenter.h"
#include "app/desktop/counter/receipts_presenter.h"

namespace bl::desktop {

/// The counter, whole: presenters and screen. The composition adds `view` to the window and
/// connects `view`'s requests, `presenter`'s shiftNeeded, and what the status strip shows.
struct Counter {
    Counter(Till& till, RandomSource& random, PrintDesk& printer, const Theme& theme,
        ActionCollection& actions)
        : presenter(till, random, printer)
        , members(till)
        , quickKeys(till)
        , receipts(till, printer)
        , view(new CounterView({presenter, members, quickKeys, receipts}, theme, actions))
    {
    }

    /// Somebody logged in.
    void start(const Cashier& cashier)
    {
        members.setCashier(cashier.id);
        presenter.start(cashier);
        quickKeys.load();
        // So that they are there when somebody is registered.
        members.listTiers();
    }

    CounterPresenter presenter;
    MemberPresenter members;
    QuickKeysPresenter quickKeys;
    ReceiptsPresenter receipts;
    CounterView* view;  ///< the window that it is added to owns it, and goes before this
};

}  // namespace bl::desktop
