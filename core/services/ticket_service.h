#pragma once

#include "core/services/service_context.h"
#include "core/storage/ticket_store.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::services {

/// Tickets that are not paid yet.
class TicketService {
public:
    explicit TicketService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Saves the ticket in front of the cashier; an empty one is forgotten. Called with every edit.
    Result<void> save(const sales::Ticket& ticket, UserId by);

    /// What was open when the program ended, newest first.
    Result<std::vector<storage::StoredTicket>> openTickets();

    /// Puts the ticket aside under a label. Fails with EmptyTicket.
    Result<void> park(const sales::Ticket& ticket, const std::string& label, UserId by);
    Result<std::vector<storage::StoredTicket>> parked();

    /// Takes a parked ticket back, which becomes the cashier's open one. Fails with TicketNotFound
    /// where another took it first.
    Result<sales::Ticket> recall(TicketId ticket, UserId by);

    /// Throws a ticket away.
    Result<void> discard(TicketId ticket);

private:
    ServiceContext m_context;
};

}  // namespace bl::services
