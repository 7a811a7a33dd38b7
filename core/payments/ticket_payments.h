#pragma once

#include "core/payments/payment_attempt.h"

#include <optional>
#include <vector>

namespace bl::payments {

/// What stands of a ticket's payments, however many were tried.
struct TicketPayments {
    std::vector<PaymentAttempt> charged;      ///< approved and not taken back, oldest first
    std::optional<PaymentAttempt> unsettled;  ///< nothing else can be charged before it is settled
    Money total;                              ///< of those charged
};

/// `attempts` are all of one ticket, reversals too, oldest first.
TicketPayments summarise(const std::vector<PaymentAttempt>& attempts);

}  // namespace bl::payments
