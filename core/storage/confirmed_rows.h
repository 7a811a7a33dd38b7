#pragma once

#include "core/base/json.h"
#include "core/journal/entity.h"
#include "core/sql/database.h"
#include "core/storage/entity_store.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace bl::storage {

/// Which of this register's lines are in the rows of one answer of HQ.
struct FeedStamp {
    std::int64_t applied = 0;               ///< lines up to this one …
    std::vector<std::int64_t> quarantined;  ///< … but for these; in rising order

    /// Whether an own line is not in the answer's rows.
    bool lacks(std::int64_t seq) const;
};

/// The newest state of one thing at HQ.
struct ConfirmedRow {
    std::string kind;  ///< an entity's (`member`), `balance` or `sale`
    std::string id;    ///< the entity's id; of a balance, account and unit with a tab between; of a
                       ///< sale, its saleName
    std::int64_t version = 0;
    Json data;
};

/// Brings HQ's rows into a register's tables. What the counter sees is HQ's row and the effects of
/// own lines that the row does not hold yet, so that none is lost or counted twice while pages,
/// quarantined lines and repairs come in whatever order.
///
/// Everything happens within the caller's transaction. A row that is here already changes nothing,
/// so a page may be applied in parts and again.
class ConfirmedRows {
public:
    explicit ConfirmedRows(sql::Database& database)
        : m_database(database)
        , m_entities(database)
    {
    }

    /// Goes from the last answer's stamp to a newer one: forgets which entities the lines touched
    /// that HQ's rows now hold, and remembers again those that HQ has lost. Before an answer's
    /// first row.
    Result<void> settle(const FeedStamp& before, const FeedStamp& now);

    /// Applies rows of the answer with that stamp. What this version does not understand is kept
    /// raw.
    Result<void> apply(const FeedStamp& stamp, std::span<const ConfirmedRow> rows);

    /// Reads the rows that an earlier version of the program kept raw, as far as this one
    /// understands them. Does nothing where the same version did so before.
    Result<void> readKeptRows(const FeedStamp& stamp);

private:
    struct Pending {
        std::map<std::int64_t, std::int64_t> sums;  ///< by account: own postings that HQ lacks
    };

    Result<std::int64_t> registerNo();
    Result<void> rememberAgain(std::int64_t registerNo, std::int64_t seq);
    Result<Pending> pendingPostings(const FeedStamp& stamp);
    Result<void> applyBalance(
        const FeedStamp& stamp, const Pending& pending, const ConfirmedRow& row);
    Result<void> applySale(const ConfirmedRow& row);
    Result<void> applyEntity(
        const FeedStamp& stamp, const journal::Entity& entity, std::int64_t version);
    Result<void> keepEarlierPrice(const journal::Entity& price, std::int64_t version);
    Result<void> addOwnChanges(const FeedStamp& stamp, journal::EntityKind kind, const Uuid& id);
    Result<void> keepRaw(const ConfirmedRow& row);
    Result<void> forgetRaw(const ConfirmedRow& row);

    sql::Database& m_database;
    EntityStore m_entities;
};

}  // namespace bl::storage
