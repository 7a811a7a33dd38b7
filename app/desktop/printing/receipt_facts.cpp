#include "app/desktop/printing/receipt_facts.h"

#include "app/desktop/till/till.h"

namespace bl::desktop {

Result<ReceiptFacts> findReceiptFacts(TillQueries& queries, services::CompletedSale sale)
{
    BL_TRY(auto site, queries.site.load());
    ReceiptFacts facts{
        std::move(sale), {}, {}, {}, {}, {}, {}, {}, {}, site.currency, site.timeZone, {}};
    const auto& made = facts.sale.sale;
    // Its number begins with the register that printed it, which may be another one.
    facts.registerCode = made.receipt.substr(0, made.receipt.rfind('-'));
    BL_TRY(facts.currency, Currency::create(made.currency));
    BL_TRY(const auto store, queries.entities.find(journal::EntityKind::Store, made.store.uuid));
    if (store) {
        facts.store = store->text("name");
        facts.address = store->text("address");
        facts.phone = store->text("phone");
    }
    // Not from UserStore, which knows only those who still work here.
    BL_TRY(const auto user, queries.entities.find(journal::EntityKind::User, facts.sale.user.uuid));
    if (user)
        facts.cashier = user->text("name");
    if (made.member) {
        BL_TRY(facts.member, queries.members.find(*made.member));
        BL_TRY(facts.value,
            queries.ledger.memberValue(*made.member, ledger::Unit::money(facts.currency)));
    }
    BL_TRY(facts.form, queries.templates.receiptInUse(site.store));
    return facts;
}

}  // namespace bl::desktop
