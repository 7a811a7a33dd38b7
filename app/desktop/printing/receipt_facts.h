#pragma once

#include "core/base/time_zone.h"
#include "core/members/member.h"
#include "core/receipts/receipt_template.h"
#include "core/services/sell_service.h"
#include "core/storage/ledger_store.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::desktop {

struct TillQueries;

/// What one rate of tax makes of the total.
struct ReceiptTax {
    std::string name;  ///< `13%`
    Money amount;
};

/// Everything a receipt says: the sale and the names behind its ids, as they are when it is
/// printed.
struct ReceiptFacts {
    services::CompletedSale sale;
    std::string store;  ///< empty where HQ's row has not arrived yet
    std::string address;
    std::string phone;
    std::string registerCode;
    std::string cashier;  ///< empty for users who are gone
    std::optional<members::Member> member;
    storage::LedgerStore::MemberValue value;  ///< the member's, as it is now
    std::vector<ReceiptTax> taxes;            ///< in the total; none where none are kept
    Currency currency;
    TimeZone timeZone;
    /// The store's or the chain's own template; none: the product's.
    std::optional<receipts::ReceiptTemplate> form;
};

/// Looks the names up. Fails with NotEnrolled or what reading fails with.
Result<ReceiptFacts> findReceiptFacts(TillQueries& queries, services::CompletedSale sale);

}  // namespace bl::desktop
