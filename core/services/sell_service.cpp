#include "core/services/sell_service.h"

#include "core/money/limits.h"
#include "core/services/payment_service.h"
#include "core/storage/line_id.h"
#include "core/storage/local_settings.h"
#include "core/storage/payment_store.h"
#include "core/storage/sale_store.h"
#include "core/storage/shift_store.h"
#include "core/storage/ticket_store.h"

#include <algorithm>
#include <cstdio>

namespace bl::services {

namespace {

Result<void> checkTender(const sales::Tender& tender)
{
    if (tender.amount.isNegative() || tender.amount.minor() > kMaxAmount)
        return Error{ErrorCode::InvalidPrice, {std::to_string(tender.amount.minor())}};
    if (tender.received < tender.amount)
        return Error{
            ErrorCode::TenderShort, {std::to_string((tender.amount - tender.received).minor())}};
    if (tender.kind != sales::kCash && tender.received != tender.amount)
        return Error{ErrorCode::ChangeWithoutCash,
            {std::to_string((tender.received - tender.amount).minor())}};
    return {};
}

Result<void> checkTenders(const std::vector<sales::Tender>& tenders, Money payable)
{
    Money paid;
    for (const auto& tender : tenders) {
        BL_CHECK(checkTender(tender));
        paid += tender.amount;
    }
    if (paid != payable)
        return Error{ErrorCode::TenderShort, {std::to_string((payable - paid).minor())}};
    return {};
}

Error notOfThis(const payments::PaymentId& payment)
{
    return {ErrorCode::PaymentMismatch, {payment.toString()}};
}

/// The stored payment behind a tender of this ticket, which nothing else was paid with.
Result<payments::PaymentAttempt> paymentBehind(const sales::Tender& tender, TicketId ticket,
    const std::string& currency, storage::PaymentStore& store)
{
    if (!tender.payment)
        return Error{ErrorCode::PaymentMismatch, {tender.kind}};
    const auto id = tender.payment->id;
    BL_TRY(const auto found, store.find(id));
    BL_TRY(const auto sale, store.saleOf(id));
    BL_TRY(const auto reversal, store.reversalOf(id));
    if (!found || sale || reversal || found->kind != payments::PaymentKind::Authorisation
        || found->state != payments::PaymentState::Approved || found->ticket != ticket
        || found->tender != tender.kind || found->amount != tender.amount
        || found->currency != currency)
        return notOfThis(id);
    return *found;
}

sales::TenderPayment printedOf(const payments::PaymentAttempt& attempt)
{
    const auto& said = attempt.evidence;
    return {attempt.id, said.card, said.cardName, said.terminal, said.receipt, said.approval,
        said.trace};
}

/// Checks the payments behind the tenders, and completes what receipts print of them. Everything
/// that the ticket was charged for has to be among them.
Result<std::vector<payments::PaymentId>> takePayments(std::vector<sales::Tender>& tenders,
    TicketId ticket, const std::string& currency, storage::PaymentStore& store)
{
    std::vector<payments::PaymentId> taken;
    for (auto& tender : tenders) {
        if (tender.kind == sales::kCash)
            continue;
        BL_CHECK(checkTender(tender));
        BL_TRY(const auto attempt, paymentBehind(tender, ticket, currency, store));
        if (std::ranges::find(taken, attempt.id) != taken.end())
            return notOfThis(attempt.id);
        tender.payment = printedOf(attempt);
        taken.push_back(attempt.id);
    }
    BL_CHECK(checkNoPayments(ticket, store, taken));
    return taken;
}

/// Cash needs the drawer.
Result<storage::PrintJobId> queueReceipt(
    const CompletedSale& completed, const std::string& printer, OperationWriter::Batch& batch)
{
    storage::PrintJob job;
    job.printer = printer;
    job.title = completed.sale.receipt;
    job.saleSeq = completed.line.seq;
    const bool cash = std::ranges::any_of(
        completed.sale.tenders, [](const auto& tender) { return tender.kind == sales::kCash; });
    job.drawer = cash ? DrawerPulse::Open : DrawerPulse::None;
    job.createdAt = batch.now();
    return storage::PrintJobStore(batch.database()).add(job);
}

std::string receiptNumber(const std::string& registerCode, std::int64_t number)
{
    char digits[32];
    std::snprintf(digits, sizeof digits, "%06lld", static_cast<long long>(number));
    return registerCode + '-' + digits;
}

}  // namespace

Money CompletedSale::change() const
{
    Money change;
    for (const auto& tender : sale.tenders)
        change += tender.received - tender.amount;
    return change;
}

Result<CompletedSale> SellService::record(
    OperationWriter::Batch& batch, const sales::Ticket& ticket, Settlement settlement, UserId by)
{
    const auto& site = batch.site();
    if (!site.store)
        return Error{ErrorCode::NotEnrolled, {}};
    if (ticket.lines().empty())
        return Error{ErrorCode::EmptyTicket, {}};
    BL_TRY(const auto shift, storage::ShiftStore(batch.database()).findOpen(site.registerNo));
    if (!shift)
        return Error{ErrorCode::NoOpenShift, {}};

    sales::Sale sale;
    sale.kind = settlement.kind;
    sale.store = *site.store;
    sale.shift = shift->id;
    sale.day = shift->day;
    sale.time = settlement.time.value_or(batch.now());
    sale.currency = site.currency.code;
    sale.member = ticket.member();
    for (std::size_t i = 0; i < ticket.lines().size(); ++i) {
        const auto& line = ticket.lines()[i];
        sale.lines.push_back(
            {line.product, line.code, line.name, line.quantity, line.unitPrice, ticket.net(i)});
    }
    sale.total = ticket.total();
    BL_CHECK(checkTenders(settlement.tenders, sale.payable()));
    sale.tenders = std::move(settlement.tenders);
    sale.external = std::move(settlement.external);
    BL_TRY(const auto number, storage::LocalSettings(batch.database()).nextNumber("receipt"));
    sale.receipt = receiptNumber(site.registerCode, number);

    BL_TRY(auto line, batch.add(by, sale));
    return CompletedSale{std::move(sale), by, std::move(line), batch.rules(), {}};
}

Result<CompletedSale> SellService::pay(
    TicketId ticketId, std::vector<sales::Tender> tenders, UserId by, const std::string& printer)
{
    BL_TRY(auto batch, m_context.writer.begin());
    storage::TicketStore tickets(m_context.database);
    BL_TRY(const auto stored, tickets.find(ticketId));
    if (!stored)
        return Error{ErrorCode::TicketNotFound, {ticketId.toString()}};
    storage::PaymentStore paymentStore(m_context.database);
    BL_TRY(const auto taken,
        takePayments(tenders, ticketId, batch.site().currency.code, paymentStore));
    Settlement settlement;
    settlement.tenders = std::move(tenders);
    BL_TRY(auto completed, record(batch, stored->ticket, std::move(settlement), by));
    for (const auto& payment : taken)
        BL_CHECK(paymentStore.claim(payment, completed.line.seq));
    BL_TRY(const bool removed, tickets.remove(ticketId));
    BL_ASSERT(removed);
    if (!printer.empty()) {
        BL_TRY(completed.printJob, queueReceipt(completed, printer, batch));
    }
    BL_CHECK(batch.commit());
    return completed;
}

CompletedSale toCompletedSale(std::int64_t lineId, journal::SaleRecord record)
{
    return {std::move(record.sale), record.by,
        {storage::seqOf(lineId), record.hash, std::move(record.at)}, std::move(record.rules), {}};
}

Result<std::optional<CompletedSale>> SellService::findByReceipt(const std::string& receipt)
{
    BL_TRY(auto stored, storage::SaleStore(m_context.database).findByReceipt(receipt));
    if (!stored)
        return std::optional<CompletedSale>{};
    return std::optional{toCompletedSale(stored->lineId, std::move(stored->record))};
}

Result<std::vector<CompletedSale>> SellService::recent(std::int64_t limit)
{
    BL_TRY(const auto site, storage::SiteStore(m_context.database).load());
    BL_TRY(
        auto stored, storage::SaleStore(m_context.database).newestOfStore(site.registerNo, limit));
    std::vector<CompletedSale> sales;
    for (auto& sale : stored)
        sales.push_back(toCompletedSale(sale.lineId, std::move(sale.record)));
    return sales;
}

}  // namespace bl::services
