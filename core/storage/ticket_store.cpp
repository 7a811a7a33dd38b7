#include "core/storage/ticket_store.h"

#include "core/base/json.h"

namespace bl::storage {

namespace {

constexpr const char* kTicketColumns =
    "SELECT state, user_id, label, changed_at_ms, content FROM tickets ";

const char* stateName(TicketState state)
{
    return state == TicketState::Open ? "open" : "parked";
}

Result<StoredTicket> readTicket(const sql::Cursor& rows)
{
    BL_TRY(const Json json, parseJson(rows.text(4)));
    BL_TRY(auto ticket, sales::Ticket::fromJson(json));
    return StoredTicket{std::move(ticket),
        rows.text(0) == "open" ? TicketState::Open : TicketState::Parked, rows.id<UserId>(1),
        rows.text(2), fromMillis(rows.integer(3))};
}

}  // namespace

Result<void> TicketStore::save(const StoredTicket& ticket)
{
    BL_CHECK(m_database.run(
        "INSERT INTO tickets (ticket_id, state, user_id, label, changed_at_ms, content)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (ticket_id) DO UPDATE SET state = excluded.state,"
        " user_id = excluded.user_id, label = excluded.label, changed_at_ms = "
        "excluded.changed_at_ms,"
        " content = excluded.content",
        ticket.ticket.id(), stateName(ticket.state), ticket.user, ticket.label, ticket.changedAt,
        dumpJson(ticket.ticket.toJson())));
    return {};
}

Result<std::optional<StoredTicket>> TicketStore::find(TicketId id)
{
    BL_TRY(auto rows, m_database.select(std::string(kTicketColumns) + "WHERE ticket_id = ?", id));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return std::optional<StoredTicket>{};
    }
    BL_TRY(auto ticket, readTicket(rows));
    return std::optional{std::move(ticket)};
}

Result<std::vector<StoredTicket>> TicketStore::list(TicketState state)
{
    BL_TRY(auto rows,
        m_database.select(
            std::string(kTicketColumns) + "WHERE state = ? ORDER BY changed_at_ms DESC",
            stateName(state)));
    std::vector<StoredTicket> tickets;
    while (rows.next()) {
        BL_TRY(auto ticket, readTicket(rows));
        tickets.push_back(std::move(ticket));
    }
    BL_CHECK(rows.status());
    return tickets;
}

Result<bool> TicketStore::remove(TicketId id)
{
    BL_TRY(const auto removed, m_database.run("DELETE FROM tickets WHERE ticket_id = ?", id));
    return removed > 0;
}

}  // namespace bl::storage
