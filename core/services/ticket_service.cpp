#include "core/services/ticket_service.h"

#include "core/services/payment_service.h"
#include "core/storage/payment_store.h"

namespace bl::services {

using storage::OpenTicket;
using storage::ParkedTicket;
using storage::TicketStore;

namespace {

Result<StoreId> storeOfBatch(const OperationWriter::Batch& batch)
{
    if (!batch.site().store)
        return Error{ErrorCode::NotEnrolled, {}};
    return *batch.site().store;
}

}  // namespace

Result<void> TicketService::save(const sales::Ticket& ticket, UserId by)
{
    if (ticket.isEmpty())
        return discard(ticket.id());
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_CHECK(TicketStore(m_context.database).save({ticket, by, m_context.clock.now()}));
    return transaction.commit();
}

Result<std::vector<OpenTicket>> TicketService::openTickets()
{
    return TicketStore(m_context.database).open();
}

Result<TicketId> TicketService::park(
    const sales::Ticket& ticket, const std::string& label, UserId by)
{
    if (ticket.lines().empty())
        return Error{ErrorCode::EmptyTicket, {}};
    BL_TRY(auto batch, m_context.writer.begin());
    BL_TRY(const auto store, storeOfBatch(batch));
    storage::PaymentStore payments(m_context.database);
    BL_CHECK(checkNoPayments(ticket.id(), payments));
    BL_TRY(const bool open, TicketStore(m_context.database).remove(ticket.id()));
    if (!open)
        return Error{ErrorCode::TicketNotFound, {ticket.id().toString()}};
    const auto id = m_context.newId<TicketId>();
    BL_CHECK(batch.add(by, sales::TicketParked{store, ticket.withId(id), label, batch.now()}));
    BL_CHECK(batch.commit());
    return id;
}

Result<void> TicketService::putAside(
    const sales::Ticket& ticket, const std::string& label, UserId by)
{
    // One without lines is nothing to come back to, unless it was charged.
    std::optional<Error> why;
    if (ticket.lines().empty()) {
        if (const auto gone = discard(ticket.id()); !gone)
            why = gone.error();
    } else if (const auto parked = park(ticket, label, by); !parked) {
        why = parked.error();
    }
    if (!why || why->code == ErrorCode::PaymentUnsettled || why->code == ErrorCode::PaymentAttached)
        return {};
    return *why;
}

Result<std::vector<ParkedTicket>> TicketService::parked()
{
    return TicketStore(m_context.database).parked();
}

Result<sales::Ticket> TicketService::end(
    OperationWriter::Batch& batch, TicketId id, sales::TicketEnd how, UserId by)
{
    BL_TRY(const auto store, storeOfBatch(batch));
    BL_TRY(auto parked, TicketStore(m_context.database).findParked(id));
    if (!parked)
        return Error{ErrorCode::TicketNotFound, {id.toString()}};
    BL_CHECK(batch.add(by, sales::TicketEnded{store, id, how, batch.now()}));
    return std::move(parked->ticket);
}

Result<sales::Ticket> TicketService::takeUp(TicketId id, UserId by)
{
    BL_TRY(auto open, TicketStore(m_context.database).find(id));
    if (!open)
        return recall(id, by);
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_CHECK(TicketStore(m_context.database).save({open->ticket, by, m_context.clock.now()}));
    BL_CHECK(transaction.commit());
    return std::move(open->ticket);
}

Result<sales::Ticket> TicketService::recall(TicketId id, UserId by)
{
    BL_TRY(auto batch, m_context.writer.begin());
    BL_TRY(auto ticket, end(batch, id, sales::TicketEnd::Recalled, by));
    BL_CHECK(TicketStore(m_context.database).save({ticket, by, batch.now()}));
    BL_CHECK(batch.commit());
    return ticket;
}

Result<void> TicketService::discard(TicketId id)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    storage::PaymentStore payments(m_context.database);
    BL_CHECK(checkNoPayments(id, payments));
    BL_TRY([[maybe_unused]] const bool removed, TicketStore(m_context.database).remove(id));
    return transaction.commit();
}

Result<void> TicketService::discardParked(TicketId id, UserId by)
{
    BL_TRY(const auto open, TicketStore(m_context.database).find(id));
    if (open)
        return discard(id);
    BL_TRY(auto batch, m_context.writer.begin());
    BL_CHECK(end(batch, id, sales::TicketEnd::Discarded, by));
    return batch.commit();
}

}  // namespace bl::services
