#include "core/storage/ticket_store.h"

#include "core/base/json.h"

namespace bl::storage {

namespace {

constexpr const char* kOpenColumns = "SELECT content, user_id, changed_at_ms FROM tickets ";
constexpr const char* kParkedColumns =
    "SELECT content, label, user_id, register_no, parked_at_ms FROM parked_tickets ";

Result<sales::Ticket> readContent(const sql::Cursor& rows)
{
    BL_TRY(const Json json, parseJson(rows.text(0)));
    return sales::Ticket::fromJson(json);
}

Result<std::vector<OpenTicket>> readOpen(Result<sql::Cursor> started)
{
    BL_TRY(auto rows, std::move(started));
    std::vector<OpenTicket> tickets;
    while (rows.next()) {
        BL_TRY(auto ticket, readContent(rows));
        tickets.push_back({std::move(ticket), rows.id<UserId>(1), fromMillis(rows.integer(2))});
    }
    BL_CHECK(rows.status());
    return tickets;
}

Result<std::vector<ParkedTicket>> readParked(Result<sql::Cursor> started)
{
    BL_TRY(auto rows, std::move(started));
    std::vector<ParkedTicket> tickets;
    while (rows.next()) {
        BL_TRY(auto ticket, readContent(rows));
        tickets.push_back({std::move(ticket), rows.text(1), rows.id<UserId>(2), rows.integer(3),
            fromMillis(rows.integer(4))});
    }
    BL_CHECK(rows.status());
    return tickets;
}

template <typename Row>
Result<std::optional<Row>> firstOf(Result<std::vector<Row>> read)
{
    BL_TRY(auto tickets, std::move(read));
    if (tickets.empty())
        return std::optional<Row>{};
    return std::optional{std::move(tickets.front())};
}

}  // namespace

Result<void> TicketStore::save(const OpenTicket& ticket)
{
    BL_CHECK(m_database.run(
        "INSERT INTO tickets (ticket_id, user_id, changed_at_ms, content) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (ticket_id) DO UPDATE SET user_id = excluded.user_id,"
        " changed_at_ms = excluded.changed_at_ms, content = excluded.content",
        ticket.ticket.id(), ticket.user, ticket.changedAt, dumpJson(ticket.ticket.toJson())));
    return {};
}

Result<std::optional<OpenTicket>> TicketStore::find(TicketId id)
{
    return firstOf(
        readOpen(m_database.select(std::string(kOpenColumns) + "WHERE ticket_id = ?", id)));
}

Result<std::vector<OpenTicket>> TicketStore::open()
{
    return readOpen(m_database.select(std::string(kOpenColumns) + "ORDER BY changed_at_ms DESC"));
}

Result<bool> TicketStore::remove(TicketId id)
{
    BL_TRY(const auto removed, m_database.run("DELETE FROM tickets WHERE ticket_id = ?", id));
    return removed > 0;
}

Result<std::optional<ParkedTicket>> TicketStore::findParked(TicketId id)
{
    return firstOf(readParked(
        m_database.select(std::string(kParkedColumns) + "WHERE ticket_id = ? AND state = 0", id)));
}

Result<std::vector<ParkedTicket>> TicketStore::parked()
{
    return readParked(m_database.select(std::string(kParkedColumns)
        + "WHERE state = 0 ORDER BY parked_at_ms DESC, ticket_id DESC"));
}

Result<std::optional<std::int64_t>> TicketStore::otherTaker(TicketId id)
{
    return m_database.selectInteger(
        "SELECT t.ended_register_no FROM parked_tickets t JOIN site s"
        " WHERE t.ticket_id = ? AND t.state > 0 AND t.ended_register_no <> s.register_no",
        id);
}

}  // namespace bl::storage
