#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/strong_id.h"
#include "core/money/money.h"

#include <optional>
#include <string>
#include <string_view>

/// Payments that another party decides: a card terminal, or a wallet behind a scanned code. A
/// payment is never charged twice and never lost, whatever happens to the link, the program or the
/// power.
namespace bl::payments {

using PaymentId = StrongId<struct PaymentTag>;

enum class PaymentKind {
    Authorisation,
    Reversal,  ///< takes an approved authorisation back
    Refund,    ///< pays out without one
};

/// Whether money goes from the shop to the customer.
constexpr bool givesBack(PaymentKind kind)
{
    return kind != PaymentKind::Authorisation;
}

/// How far an attempt has come. Created, Sent and Interacting are stored before they are acted on;
/// whatever ends the program after Sent makes the attempt Unknown.
enum class PaymentState {
    Created,      ///< stored; no byte went out
    Sent,         ///< the request may have arrived
    Interacting,  ///< the other side answered and works, the customer perhaps too
    Approved,
    Declined,
    Aborted,  ///< ended without a charge: by the customer, the cashier, or before it was sent
    Unknown,  ///< it may have been charged. Nothing else is charged for this until it is resolved
};

constexpr const char* kCardTender = "card";

std::string_view stateName(PaymentState state);
std::optional<PaymentState> findState(std::string_view name);
std::string_view kindName(PaymentKind kind);
std::optional<PaymentKind> findKind(std::string_view name);

/// Whether an attempt may go from one state to the other. Approved, Declined and Aborted are final;
/// Unknown is left only by what the other side proves or a person decides.
bool mayFollow(PaymentState from, PaymentState to);

/// Whether nobody can say yet that it was charged or was not.
bool isUnsettled(PaymentState state);

/// What the other side said, for receipts, for resolving, and for people who must decide. Card
/// numbers are masked (first 6, last 4) before they get here.
struct PaymentEvidence {
    std::string result;  ///< its own result code: `00`
    std::optional<Money> amount;
    std::string trace;
    std::string receipt;   ///< its own receipt number: needed for a reversal
    std::string terminal;  ///< its identity
    std::string card;      ///< masked number, or the wallet's user
    std::string cardName;  ///< `VISA`, `girocard`, `支付宝`
    std::string approval;  ///< the acquirer's approval code
    std::string time;      ///< its own date and time, as it wrote them
    std::string text;      ///< what it wants people to read
    std::string raw;       ///< its last message, hexadecimal or JSON, masked

    bool isEmpty() const { return *this == PaymentEvidence{}; }
    friend bool operator==(const PaymentEvidence&, const PaymentEvidence&) = default;
};

/// What is known, with what was learned besides: that wins where both say something.
PaymentEvidence joined(PaymentEvidence known, const PaymentEvidence& added);

/// One attempt to take or give back money. A value: the journal of payments holds its newest form.
struct PaymentAttempt {
    PaymentId id;  ///< our own reference, made before anything is sent
    PaymentKind kind = PaymentKind::Authorisation;
    std::string tender;  ///< `card`, `alipay`, `wechat`, `unionpay`: the clearing account's name
    std::string device;  ///< the address of what was asked
    Money amount;        ///< above zero, also of a reversal
    std::string currency;
    PaymentState state = PaymentState::Created;
    PaymentEvidence evidence;
    std::string earlierTrace;  ///< the last trace that this device was known to have before
    std::optional<PaymentId> original;  ///< what a reversal takes back
    std::optional<TicketId> ticket;     ///< what it is paid for
    std::optional<UserId> by;
    std::optional<UserId> decidedBy;  ///< who settled it by hand
    Instant createdAt{};
    Instant changedAt{};

    friend bool operator==(const PaymentAttempt&, const PaymentAttempt&) = default;
};

/// What the other side says became of an attempt.
struct PaymentOutcome {
    PaymentState state = PaymentState::Unknown;  ///< Approved, Declined, Aborted or Unknown
    PaymentEvidence evidence;
    std::optional<Error> fault;  ///< why it is not approved, where a device or a link is the cause
    std::string customerSlip;    ///< lines that the terminal wants on the customer's receipt
    std::string merchantSlip;    ///< and on the shop's

    friend bool operator==(const PaymentOutcome&, const PaymentOutcome&) = default;
};

/// The attempt with that outcome, at that time. An approval of another amount than was asked for is
/// no approval: it becomes Unknown, with its evidence. A late answer settles an Unknown; what is
/// settled stays as it is.
PaymentAttempt settled(PaymentAttempt attempt, const PaymentOutcome& outcome, Instant at);

}  // namespace bl::payments
