#include "core/storage/payment_store.h"

namespace bl::storage {

using payments::PaymentAttempt;
using payments::PaymentId;

namespace {

constexpr const char* kPaymentColumns =
    "SELECT payment_id, kind, tender, device, amount_minor, currency, state, earlier_trace,"
    " original_id, ticket_id, user_id, decided_by, created_at_ms, changed_at_ms, result,"
    " charged_minor, trace, receipt, terminal, card, card_name, approval, device_time, message, raw"
    " FROM payments ";

constexpr const char* kOpenPayment = "state NOT IN ('approved', 'declined', 'aborted') ";

Result<PaymentAttempt> readPayment(const sql::Cursor& rows)
{
    PaymentAttempt attempt;
    attempt.id = rows.id<PaymentId>(0);
    const auto kind = payments::findKind(rows.text(1));
    const auto state = payments::findState(rows.text(6));
    if (!kind || !state)
        return Error{ErrorCode::DatabaseFailed, {"payment " + attempt.id.toString()}};
    attempt.kind = *kind;
    attempt.tender = rows.text(2);
    attempt.device = rows.text(3);
    attempt.amount = rows.money(4);
    attempt.currency = rows.text(5);
    attempt.state = *state;
    attempt.earlierTrace = rows.text(7);
    attempt.original = rows.optionalId<PaymentId>(8);
    attempt.ticket = rows.optionalId<TicketId>(9);
    attempt.by = rows.optionalId<UserId>(10);
    attempt.decidedBy = rows.optionalId<UserId>(11);
    attempt.createdAt = fromMillis(rows.integer(12));
    attempt.changedAt = fromMillis(rows.integer(13));
    auto& evidence = attempt.evidence;
    evidence.result = rows.text(14);
    if (!rows.isNull(15))
        evidence.amount = rows.money(15);
    evidence.trace = rows.text(16);
    evidence.receipt = rows.text(17);
    evidence.terminal = rows.text(18);
    evidence.card = rows.text(19);
    evidence.cardName = rows.text(20);
    evidence.approval = rows.text(21);
    evidence.time = rows.text(22);
    evidence.text = rows.text(23);
    evidence.raw = rows.text(24);
    return attempt;
}

Result<std::vector<PaymentAttempt>> readPayments(Result<sql::Cursor> started)
{
    BL_TRY(auto rows, std::move(started));
    std::vector<PaymentAttempt> list;
    while (rows.next()) {
        BL_TRY(auto attempt, readPayment(rows));
        list.push_back(std::move(attempt));
    }
    BL_CHECK(rows.status());
    return list;
}

Result<std::optional<PaymentAttempt>> firstPayment(Result<sql::Cursor> started)
{
    BL_TRY(auto list, readPayments(std::move(started)));
    if (list.empty())
        return std::optional<PaymentAttempt>{};
    return std::optional{std::move(list.front())};
}

std::string selectPayments(std::string_view rest)
{
    return std::string(kPaymentColumns) + std::string(rest);
}

}  // namespace

Result<void> PaymentStore::insert(const PaymentAttempt& attempt)
{
    BL_CHECK(m_database.run(
        "INSERT INTO payments (payment_id, kind, tender, device, amount_minor, currency, state,"
        " earlier_trace, original_id, ticket_id, user_id, created_at_ms, changed_at_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        attempt.id, payments::kindName(attempt.kind), attempt.tender, attempt.device,
        attempt.amount, attempt.currency, payments::stateName(attempt.state), attempt.earlierTrace,
        attempt.original, attempt.ticket, attempt.by, attempt.createdAt, attempt.changedAt));
    return {};
}

Result<void> PaymentStore::update(const PaymentAttempt& attempt)
{
    BL_TRY(const auto stored, find(attempt.id));
    if (!stored)
        return Error{ErrorCode::NotFound, {attempt.id.toString()}};
    // More is sometimes learned of an outcome that stays unknown.
    const bool stays =
        stored->state == payments::PaymentState::Unknown && attempt.state == stored->state;
    if (!stays && !payments::mayFollow(stored->state, attempt.state))
        return Error{ErrorCode::PaymentConflict,
            {attempt.id.toString(), std::string(payments::stateName(stored->state)),
                std::string(payments::stateName(attempt.state))}};
    const auto& evidence = attempt.evidence;
    BL_CHECK(m_database.run(
        "UPDATE payments SET state = ?, decided_by = ?, changed_at_ms = ?, result = ?,"
        " charged_minor = ?, trace = ?, receipt = ?, terminal = ?, card = ?, card_name = ?,"
        " approval = ?, device_time = ?, message = ?, raw = ? WHERE payment_id = ?",
        payments::stateName(attempt.state), attempt.decidedBy, attempt.changedAt, evidence.result,
        evidence.amount, evidence.trace, evidence.receipt, evidence.terminal, evidence.card,
        evidence.cardName, evidence.approval, evidence.time, evidence.text, evidence.raw,
        attempt.id));
    return {};
}

Result<std::optional<PaymentAttempt>> PaymentStore::find(PaymentId id)
{
    return firstPayment(m_database.select(selectPayments("WHERE payment_id = ?"), id));
}

Result<std::vector<PaymentAttempt>> PaymentStore::unsettled(const std::string& device)
{
    return readPayments(m_database.select(selectPayments(std::string("WHERE ") + kOpenPayment
                                              + "AND (?1 = '' OR device = ?1)"
                                                " ORDER BY created_at_ms, payment_id"),
        device));
}

Result<std::vector<PaymentAttempt>> PaymentStore::ofTicket(TicketId ticket)
{
    return readPayments(m_database.select(
        selectPayments("WHERE ticket_id = ? ORDER BY created_at_ms, payment_id"), ticket));
}

Result<std::vector<PaymentAttempt>> PaymentStore::unclaimed()
{
    return readPayments(m_database.select(
        selectPayments("WHERE state = 'approved' AND kind = 'authorisation' AND sale_seq IS NULL"
                       " AND NOT EXISTS (SELECT 1 FROM payments r WHERE"
                       " r.original_id = payments.payment_id AND r.kind = 'reversal'"
                       " AND r.state = 'approved') ORDER BY created_at_ms, payment_id")));
}

Result<std::vector<PaymentAttempt>> PaymentStore::newest(std::int64_t limit)
{
    return readPayments(m_database.select(
        selectPayments("ORDER BY created_at_ms DESC, payment_id DESC LIMIT ?"), limit));
}

Result<std::optional<PaymentAttempt>> PaymentStore::reversalOf(PaymentId original)
{
    return firstPayment(m_database.select(selectPayments("WHERE original_id = ?"
                                                         " AND kind = 'reversal' AND state NOT IN"
                                                         " ('declined', 'aborted')"),
        original));
}

Result<std::optional<std::int64_t>> PaymentStore::saleOf(PaymentId id)
{
    return m_database.selectInteger("SELECT sale_seq FROM payments WHERE payment_id = ?", id);
}

Result<void> PaymentStore::claim(PaymentId id, std::int64_t saleSeq)
{
    BL_CHECK(m_database.run("UPDATE payments SET sale_seq = ? WHERE payment_id = ?", saleSeq, id));
    return {};
}

Result<std::string> PaymentStore::lastTrace(const std::string& device)
{
    BL_TRY(auto rows,
        m_database.select("SELECT trace FROM payments WHERE device = ? AND trace <> ''"
                          " ORDER BY created_at_ms DESC, payment_id DESC LIMIT 1",
            device));
    std::string trace;
    if (rows.next())
        trace = rows.text(0);
    BL_CHECK(rows.status());
    return trace;
}

Result<std::optional<PaymentId>> PaymentStore::findByTrace(
    const std::string& device, const std::string& trace, Instant since)
{
    BL_TRY(auto rows,
        m_database.select("SELECT payment_id FROM payments WHERE device = ? AND trace = ?"
                          " AND created_at_ms >= ? ORDER BY created_at_ms DESC LIMIT 1",
            device, trace, since));
    std::optional<PaymentId> found;
    if (rows.next())
        found = rows.id<PaymentId>(0);
    BL_CHECK(rows.status());
    return found;
}

}  // namespace bl::storage
