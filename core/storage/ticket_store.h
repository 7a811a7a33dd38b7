#pragma once

#include "core/base/clock.h"
#include "core/sales/ticket.h"
#include "core/sql/database.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

enum class TicketState {
    Open,    ///< in front of a cashier
    Parked,  ///< put aside
};

struct StoredTicket {
    sales::Ticket ticket;
    TicketState state;
    UserId user;
    std::string label;
    Instant changedAt;
};

/// Tickets before they are paid: saved with every edit, so that none is lost with the power.
class TicketStore {
public:
    explicit TicketStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<void> save(const StoredTicket& ticket);
    Result<std::optional<StoredTicket>> find(TicketId id);
    Result<std::vector<StoredTicket>> list(TicketState state);

    /// Whether it was there.
    Result<bool> remove(TicketId id);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
