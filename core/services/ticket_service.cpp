#include "core/services/ticket_service.h"

namespace bl::services {

using storage::StoredTicket;
using storage::TicketState;
using storage::TicketStore;

Result<void> TicketService::save(const sales::Ticket& ticket, UserId by)
{
    if (ticket.isEmpty())
        return discard(ticket.id());
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_CHECK(TicketStore(m_context.database)
                 .save({ticket, TicketState::Open, by, {}, m_context.clock.now()}));
    return transaction.commit();
}

Result<std::vector<StoredTicket>> TicketService::openTickets()
{
    return TicketStore(m_context.database).list(TicketState::Open);
}

Result<void> TicketService::park(const sales::Ticket& ticket, const std::string& label, UserId by)
{
    if (ticket.lines().empty())
        return Error{ErrorCode::EmptyTicket, {}};
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_CHECK(TicketStore(m_context.database)
                 .save({ticket, TicketState::Parked, by, label, m_context.clock.now()}));
    return transaction.commit();
}

Result<std::vector<StoredTicket>> TicketService::parked()
{
    return TicketStore(m_context.database).list(TicketState::Parked);
}

Result<sales::Ticket> TicketService::recall(TicketId id, UserId by)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    TicketStore tickets(m_context.database);
    BL_TRY(auto stored, tickets.find(id));
    if (!stored || stored->state != TicketState::Parked)
        return Error{ErrorCode::TicketNotFound, {id.toString()}};
    BL_CHECK(tickets.save(
        {stored->ticket, TicketState::Open, by, stored->label, m_context.clock.now()}));
    BL_CHECK(transaction.commit());
    return stored->ticket;
}

Result<void> TicketService::discard(TicketId id)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_context.database));
    BL_TRY([[maybe_unused]] const bool removed, TicketStore(m_context.database).remove(id));
    return transaction.commit();
}

}  // namespace bl::services
