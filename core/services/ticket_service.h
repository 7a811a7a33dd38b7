#pragma once

#include "core/sales/parked_ticket.h"
#include "core/services/service_context.h"
#include "core/storage/ticket_store.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::services {

/// Tickets that are not paid yet. Open ones are this register's own affair; what happens to parked
/// ones is a line of the journal, because the whole store sees them.
class TicketService {
public:
    explicit TicketService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Saves the ticket in front of the cashier; an empty one is forgotten, and fails as `discard`.
    /// Called with every edit.
    Result<void> save(const sales::Ticket& ticket, UserId by);

    /// What was open when the program ended, newest first.
    Result<std::vector<storage::OpenTicket>> openTickets();

    /// Puts an open ticket aside under a label, as a new ticket whose id it gives. Fails with
    /// EmptyTicket, with TicketNotFound where it is not open (any more), or as `discard`.
    Result<TicketId> park(const sales::Ticket& ticket, const std::string& label, UserId by);
    Result<std::vector<storage::ParkedTicket>> parked();

    /// Makes room for another ticket: as `park`, but one with payments stays open at this register,
    /// which alone can settle them.
    Result<void> putAside(const sales::Ticket& ticket, const std::string& label, UserId by);

    /// Takes a parked ticket back, which becomes the cashier's open one. Fails with TicketNotFound
    /// where it was recalled or discarded before. Another register of the store that has not heard
    /// of it yet can recall it too: both have a copy then.
    Result<sales::Ticket> recall(TicketId ticket, UserId by);

    /// What was put aside is the cashier's open ticket again: as `recall`, or one that stayed open.
    Result<sales::Ticket> takeUp(TicketId ticket, UserId by);

    /// Throws an open ticket away. Fails with PaymentUnsettled or PaymentAttached where it was, or
    /// may have been, charged to a card: that is taken back first.
    Result<void> discard(TicketId ticket);

    /// Throws a ticket away that was put aside. Fails with TicketNotFound as `recall`, and as
    /// `discard`.
    Result<void> discardParked(TicketId ticket, UserId by);

private:
    Result<sales::Ticket> end(
        OperationWriter::Batch& batch, TicketId ticket, sales::TicketEnd how, UserId by);

    ServiceContext m_context;
};

}  // namespace bl::services
