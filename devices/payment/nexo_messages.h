#pragma once

#include "core/base/clock.h"
#include "core/money/money.h"
#include "core/payments/payment_attempt.h"
#include "core/ports/payment_terminal.h"

#include <string>
#include <string_view>

/// Messages of the nexo retailer protocol as terminals take them over HTTP: JSON, a
/// SaleToPOIRequest answered by a SaleToPOIResponse. Pure; any bytes are read.
namespace bl::nexo {

enum class Category {
    Login,
    Payment,
    Reversal,
    TransactionStatus,
    Abort,
    Diagnosis,
    Reconciliation
};

/// Who talks about what.
struct Header {
    std::string poi;      ///< the terminal
    std::string sale;     ///< the register
    std::string service;  ///< the message's own reference: 10 characters, none used twice
    Category category{};
};

/// The reference under which a terminal knows an attempt: the last ten digits of its id, which are
/// random.
std::string serviceIdOf(payments::PaymentId id);
/// What an attempt is sent as.
Category categoryOf(const payments::PaymentAttempt& attempt);

std::string login(const Header& header, Instant at);
/// Takes `attempt.amount`, or pays it out where the attempt is a refund.
std::string payment(
    const Header& header, const payments::PaymentAttempt& attempt, const Currency& currency);
/// Gives an earlier payment back, all of it or a part.
std::string reversal(const Header& header, const payments::PaymentAttempt& attempt,
    const payments::PaymentAttempt& original, const Currency& currency);
std::string transactionStatus(const Header& header, const payments::PaymentAttempt& attempt);
std::string abort(const Header& header, const payments::PaymentAttempt& attempt);
std::string diagnosis(const Header& header);
std::string reconciliation(const Header& header);

/// What a terminal answers.
struct Answer {
    enum class Result { Success, Failure, Unclear };
    Result result = Result::Unclear;
    std::string condition;  ///< why it failed: `Refusal`, `NotFound`, `InProgress` …
    std::string text;       ///< what else it says of that
    payments::PaymentEvidence evidence;
    std::string customerSlip;
    std::string merchantSlip;
    std::string identity;   ///< of a login
    TerminalTotals totals;  ///< of a reconciliation
    std::string status;     ///< of a diagnosis

    friend bool operator==(const Answer&, const Answer&) = default;
};

/// Reads the answer to a message; to a question for a transaction's status it is what was answered
/// to `about`, where the terminal repeats that. Fails with InvalidJson where it is none, or the
/// answer to something else.
bl::Result<Answer> readAnswer(std::string_view body, const Header& header, const Currency& currency,
    const payments::PaymentAttempt* about = nullptr);

}  // namespace bl::nexo
