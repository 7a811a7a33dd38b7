#pragma once

#include "core/catalog/product.h"
#include "core/members/member.h"
#include "core/sales/ticket.h"
#include "core/services/sell_service.h"
#include "core/storage/site_store.h"

#include <QString>

#include <optional>
#include <vector>

/// The values that go from the counter's presenters to its screens.
namespace bl::desktop {

/// Who is at the counter.
struct Cashier {
    UserId id;
    QString name;
};

/// One line as the cart shows it.
struct CartLine {
    sales::TicketLine item;
    Money reduction;  ///< what rules take off; negative or zero
    Money net;
};

struct Cart {
    std::vector<CartLine> lines;
    Money reductions;
    Money total;
};

/// A member as lists and the panel show them.
struct MemberCard {
    members::Member member;
    QString tier;  ///< empty without one
    bool birthdayToday = false;
};

/// What a search found: products first.
struct SearchResults {
    std::vector<catalog::Product> products;
    std::vector<MemberCard> members;
    std::optional<Quantity> measured;  ///< of the one product, as its code says

    bool isEmpty() const { return products.empty() && members.empty(); }
};

/// The last sale, for the line that stays until the next scan.
struct SaleSummary {
    std::string receipt;
    Money total;
    Money received;
    Money change;
};

/// A ticket in the list of those that were put aside.
struct ParkedTicket {
    TicketId id;
    QString label;
    QString member;
    Instant changedAt;
    std::size_t lines = 0;
    Money total;
    QString owner;  ///< who parked it, and at which register
};

}  // namespace bl::desktop
