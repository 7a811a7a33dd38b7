#pragma once

#include "core/base/time_zone.h"
#include "core/members/member.h"
#include "core/services/sell_service.h"

#include <optional>
#include <string>

namespace bl::desktop {

struct TillQueries;

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
    Currency currency;
    TimeZone timeZone;
};

/// Looks the names up. Fails with NotEnrolled or what reading fails with.
Result<ReceiptFacts> findReceiptFacts(TillQueries& queries, services::CompletedSale sale);

}  // namespace bl::desktop
