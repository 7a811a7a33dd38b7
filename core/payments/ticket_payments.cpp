#include "core/payments/ticket_payments.h"

#include <algorithm>

namespace bl::payments {

TicketPayments summarise(const std::vector<PaymentAttempt>& attempts)
{
    TicketPayments ticket;
    for (const auto& attempt : attempts) {
        if (isUnsettled(attempt.state))
            ticket.unsettled = attempt;
        if (attempt.kind != PaymentKind::Authorisation || attempt.state != PaymentState::Approved)
            continue;
        const bool takenBack = std::ranges::any_of(attempts, [&](const PaymentAttempt& other) {
            return other.kind == PaymentKind::Reversal && other.original == attempt.id
                && other.state == PaymentState::Approved;
        });
        if (takenBack)
            continue;
        ticket.charged.push_back(attempt);
        ticket.total += attempt.amount;
    }
    return ticket;
}

}  // namespace bl::payments
