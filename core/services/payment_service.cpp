#include "core/services/payment_service.h"

#include "core/money/limits.h"
#include "core/payments/card_masking.h"
#include "core/storage/payment_store.h"

#include <algorithm>

namespace bl::services {

using payments::PaymentAttempt;
using payments::PaymentEvidence;
using payments::PaymentId;
using payments::PaymentKind;
using payments::PaymentState;
using storage::PaymentStore;

namespace {

Error paymentError(ErrorCode code, const PaymentAttempt& attempt)
{
    return {code, {attempt.id.toString(), std::string(payments::stateName(attempt.state))}};
}

Error paymentConflict(const PaymentAttempt& attempt, PaymentState next)
{
    Error error = paymentError(ErrorCode::PaymentConflict, attempt);
    error.detail.emplace_back(payments::stateName(next));
    return error;
}

Result<void> checkTicket(TicketId ticket, PaymentStore& store)
{
    BL_TRY(const auto attempts, store.ofTicket(ticket));
    for (const auto& attempt : attempts) {
        if (payments::isUnsettled(attempt.state))
            return paymentError(ErrorCode::PaymentUnsettled, attempt);
    }
    return {};
}

/// A reversal takes back the whole of an approved authorisation, once.
Result<void> checkOriginal(const PaymentRequest& request, PaymentStore& store)
{
    const auto id = request.original.value_or(PaymentId{});
    BL_TRY(const auto original, store.find(id));
    const bool whole = original && request.amount == original->amount;
    const bool fits = original && request.amount <= original->amount
        && (whole || request.kind == PaymentKind::Refund);
    // A receipt's number is another payment's at another terminal.
    const bool elsewhere =
        original && request.kind == PaymentKind::Reversal && request.device != original->device;
    if (!fits || elsewhere || original->kind != PaymentKind::Authorisation
        || original->state != PaymentState::Approved || original->currency != request.currency)
        return Error{ErrorCode::PaymentMismatch, {id.toString()}};
    // What a sale stands for is given back with the sale.
    BL_TRY(const auto sale, store.saleOf(id));
    if (sale && request.kind == PaymentKind::Reversal)
        return Error{ErrorCode::PaymentMismatch, {id.toString()}};
    BL_TRY(const auto reversal, store.reversalOf(id));
    if (!reversal)
        return {};
    return payments::isUnsettled(reversal->state)
        ? paymentError(ErrorCode::PaymentUnsettled, *reversal)
        : Error{ErrorCode::PaymentMismatch, {id.toString()}};
}

/// What people type is text from outside: no card's number stays in it.
PaymentEvidence maskedTyping(PaymentEvidence read)
{
    for (const auto field : {&PaymentEvidence::receipt, &PaymentEvidence::card,
             &PaymentEvidence::approval, &PaymentEvidence::text})
        read.*field = payments::maskCardNumbers(read.*field);
    read.amount.reset();
    return read;
}

}  // namespace

Result<void> checkNoPayments(TicketId ticket, PaymentStore& store, std::span<const PaymentId> taken)
{
    BL_TRY(const auto attempts, store.ofTicket(ticket));
    for (const auto& attempt : attempts) {
        if (payments::isUnsettled(attempt.state))
            return paymentError(ErrorCode::PaymentUnsettled, attempt);
        if (attempt.kind != PaymentKind::Authorisation || attempt.state != PaymentState::Approved
            || std::ranges::find(taken, attempt.id) != taken.end())
            continue;
        BL_TRY(const auto sale, store.saleOf(attempt.id));
        BL_TRY(const auto reversal, store.reversalOf(attempt.id));
        if (!sale && !reversal)
            return Error{ErrorCode::PaymentAttached,
                {attempt.id.toString(), std::to_string(attempt.amount.minor())}};
    }
    return {};
}

PaymentRequest reversalOf(const PaymentAttempt& charge)
{
    PaymentRequest request;
    request.kind = PaymentKind::Reversal;
    request.tender = charge.tender;
    request.device = charge.device;
    request.amount = charge.amount;
    request.currency = charge.currency;
    request.original = charge.id;
    request.ticket = charge.ticket;
    return request;
}

/// Within the transaction of what goes with it.
Result<PaymentAttempt> PaymentService::add(const PaymentRequest& request)
{
    if (request.amount <= Money{} || request.amount.minor() > kMaxAmount)
        return Error{ErrorCode::InvalidPrice, {std::to_string(request.amount.minor())}};
    PaymentStore store(m_database);
    if (request.ticket)
        BL_CHECK(checkTicket(*request.ticket, store));
    if (request.original || request.kind == PaymentKind::Reversal)
        BL_CHECK(checkOriginal(request, store));

    PaymentAttempt attempt;
    attempt.id = PaymentId{m_ids.next()};
    attempt.kind = request.kind;
    attempt.tender = request.tender;
    attempt.device = request.device;
    attempt.amount = request.amount;
    attempt.currency = request.currency;
    BL_TRY(attempt.earlierTrace, store.lastTrace(request.device));
    attempt.original = request.original;
    attempt.ticket = request.ticket;
    attempt.by = request.by;
    attempt.createdAt = m_clock.now();
    attempt.changedAt = attempt.createdAt;
    BL_CHECK(store.insert(attempt));
    return attempt;
}

Result<PaymentAttempt> PaymentService::begin(const PaymentRequest& request)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    BL_TRY(auto attempt, add(request));
    BL_CHECK(transaction.commit());
    return attempt;
}

Result<void> PaymentService::record(const PaymentAttempt& attempt)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    BL_CHECK(PaymentStore(m_database).update(attempt));
    return transaction.commit();
}

Result<std::optional<PaymentAttempt>> PaymentService::find(PaymentId id)
{
    return PaymentStore(m_database).find(id);
}

Result<std::vector<PaymentAttempt>> PaymentService::unsettled(const std::string& device)
{
    return PaymentStore(m_database).unsettled(device);
}

Result<std::vector<PaymentAttempt>> PaymentService::ofTicket(TicketId ticket)
{
    return PaymentStore(m_database).ofTicket(ticket);
}

Result<std::vector<PaymentAttempt>> PaymentService::newest(std::int64_t limit)
{
    return PaymentStore(m_database).newest(limit);
}

Result<std::vector<PaymentAttempt>> PaymentService::unclaimed()
{
    return PaymentStore(m_database).unclaimed();
}

Result<std::string> PaymentService::lastTrace(const std::string& device)
{
    return PaymentStore(m_database).lastTrace(device);
}

Result<std::optional<PaymentId>> PaymentService::findByTrace(
    const std::string& device, const std::string& trace, Instant since)
{
    return PaymentStore(m_database).findByTrace(device, trace, since);
}

Result<PaymentAttempt> PaymentService::decide(
    PaymentId id, PaymentVerdict verdict, const PaymentEvidence& read, UserId by)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    PaymentStore store(m_database);
    BL_TRY(const auto found, store.find(id));
    if (!found)
        return Error{ErrorCode::NotFound, {id.toString()}};
    const bool charged = verdict == PaymentVerdict::Charged;
    PaymentAttempt attempt = *found;
    const auto next = charged ? PaymentState::Approved : PaymentState::Aborted;
    const bool otherAmount = attempt.evidence.amount && *attempt.evidence.amount != attempt.amount;
    if (attempt.state != PaymentState::Unknown || (charged && otherAmount))
        return paymentConflict(attempt, next);
    attempt.state = next;
    attempt.evidence = payments::joined(std::move(attempt.evidence), maskedTyping(read));
    if (charged)
        attempt.evidence.amount = attempt.amount;
    attempt.decidedBy = by;
    attempt.changedAt = m_clock.now();
    BL_CHECK(store.update(attempt));
    BL_CHECK(transaction.commit());
    return attempt;
}

Result<PaymentAttempt> PaymentService::recordGivenBack(
    PaymentId charge, const PaymentEvidence& read, const staff::Actor& by)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    PaymentStore store(m_database);
    BL_TRY(const auto found, store.find(charge));
    if (!found)
        return Error{ErrorCode::NotFound, {charge.toString()}};
    auto request = reversalOf(*found);
    request.by = by.user;
    BL_TRY(auto reversal, add(request));
    // The journal lets nothing be approved that was not under way before.
    reversal.state = PaymentState::Sent;
    BL_CHECK(store.update(reversal));
    reversal.state = PaymentState::Approved;
    reversal.evidence = maskedTyping(read);
    reversal.evidence.amount = reversal.amount;
    reversal.decidedBy = by.approvedBy.value_or(by.user);
    BL_CHECK(store.update(reversal));
    BL_CHECK(transaction.commit());
    return reversal;
}

Result<std::vector<PaymentAttempt>> PaymentService::recover()
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    PaymentStore store(m_database);
    BL_TRY(auto attempts, store.unsettled());
    for (auto& attempt : attempts) {
        if (attempt.state == PaymentState::Unknown)
            continue;
        attempt.state =
            attempt.state == PaymentState::Created ? PaymentState::Aborted : PaymentState::Unknown;
        attempt.changedAt = m_clock.now();
        BL_CHECK(store.update(attempt));
    }
    BL_CHECK(transaction.commit());
    std::erase_if(attempts,
        [](const PaymentAttempt& attempt) { return attempt.state != PaymentState::Unknown; });
    return attempts;
}

}  // namespace bl::services
