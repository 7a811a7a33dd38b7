#pragma once

#include "core/base/clock.h"
#include "core/sales/ticket.h"
#include "core/sql/database.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

/// A ticket in front of a cashier.
struct OpenTicket {
    sales::Ticket ticket;
    UserId user;
    Instant changedAt;
};

/// A ticket of the store that was put aside and waits.
struct ParkedTicket {
    sales::Ticket ticket;
    std::string label;
    UserId user;              ///< who parked it …
    std::int64_t registerNo;  ///< … and where
    Instant parkedAt;
};

/// Tickets before they are paid. Open ones are saved with every edit, so that none is lost with the
/// power; they are this register's own. Parked ones are the store's.
class TicketStore {
public:
    explicit TicketStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<void> save(const OpenTicket& ticket);
    Result<std::optional<OpenTicket>> find(TicketId id);

    /// Newest first.
    Result<std::vector<OpenTicket>> open();

    /// Removes an open ticket; whether it was there.
    Result<bool> remove(TicketId id);

    /// Nothing where it does not wait any more.
    Result<std::optional<ParkedTicket>> findParked(TicketId id);

    /// Newest first.
    Result<std::vector<ParkedTicket>> parked();

    /// The number of the register whose recall of the ticket HQ heard first, where that is not this
    /// one: both have a copy then.
    Result<std::optional<std::int64_t>> otherTaker(TicketId id);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
