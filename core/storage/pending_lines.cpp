#include "core/storage/pending_lines.h"

namespace bl::storage {

Result<void> PendingLines::lineAdded(sql::Database& database, const journal::Operation& operation)
{
    const auto remember = [&](journal::EntityKind kind, const Uuid& id) -> Result<void> {
        BL_CHECK(database.run("INSERT INTO entity_lines (kind, entity_id, seq) VALUES (?, ?, ?) ON "
                              "CONFLICT DO NOTHING",
            journal::schemaOf(kind).name, id, operation.seq));
        return {};
    };
    if (const auto* parked = std::get_if<sales::TicketParked>(&operation.data))
        return remember(journal::EntityKind::ParkedTicket, parked->ticket.id().uuid);
    if (const auto* ended = std::get_if<sales::TicketEnded>(&operation.data))
        return remember(journal::EntityKind::ParkedTicket, ended->ticket.uuid);
    if (const auto* created = std::get_if<journal::EntityCreated>(&operation.data))
        return remember(created->entity.kind, created->entity.id);
    if (const auto* changed = std::get_if<journal::EntityChanged>(&operation.data))
        return remember(changed->kind, changed->id);
    return {};
}

Result<void> PendingLines::batchApplied(sql::Database&, const Touched&)
{
    return {};
}

}  // namespace bl::storage
