#pragma once

#include "core/journal/effects.h"
#include "core/storage/applier.h"
#include "core/storage/line_id.h"
#include "core/storage/schema.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

/// The tables held against the journals' lines. A breach is an Error of BrokenInvariant with the
/// number that the ledger's invariants have and what was found; every other error means that it
/// could not be checked.
namespace bl::storage {

Error breach(int invariant, std::string what);

/// "line 57 of register 2"
std::string lineName(std::int64_t lineId);

/// Facts: walks along the tables of facts while the lines go by in rising order of their ids, so
/// that neither is ever held in memory. Counters of days and shifts are added up on the way.
class FactAudit {
public:
    /// `counted`: the lines whose sales count in the totals of members; on a register its own.
    FactAudit(sql::Database& database, const LineRange& counted);
    ~FactAudit();

    /// The next line with what it does; nothing for a quarantined one. Sales of other registers,
    /// whose lines are not here, go by in the same order with their rows.
    Result<void> line(const LineContext& line, const std::vector<journal::Change>& changes);

    /// After the last line: rows that belong to none, and the counters.
    Result<void> finish();

private:
    struct Walk;
    struct Counter;

    Result<void> compareRows(const LineContext& line, const std::vector<journal::Change>& changes);
    Result<Walk*> walkOf(const journal::RowShape& shape);
    Result<void> compareKeyed(const LineContext& line, const journal::Insert& change);
    Result<void> compareState(const LineContext& line, const journal::Advance& change);
    Result<std::int64_t> countKeyed(const std::string& table);
    void addUp(const LineContext& line, const journal::Add& change);
    Result<void> compareCounters();
    Result<void> compareMembers();

    sql::Database& m_database;
    LineRange m_counted;
    std::map<std::string, std::unique_ptr<Walk>, std::less<>> m_walks;  ///< by table
    std::map<std::string, std::int64_t, std::less<>> m_keyedRows;       ///< rows expected, by table
    std::vector<std::unique_ptr<Counter>> m_counters;
    std::unordered_map<std::string, Counter*> m_counterByKey;
};

/// The ledger: the table of postings held against the lines, and every balance against its
/// postings. Memory grows with the accounts, not with the postings.
class LedgerAudit {
public:
    explicit LedgerAudit(sql::Database& database);
    ~LedgerAudit();

    Result<void> line(std::int64_t lineId, const ledger::PostingSet& postings);

    /// After the last line: postings that belong to none, balances, goods.
    Result<void> finish();

    std::int64_t postings() const { return m_count; }
    std::int64_t accounts() const { return static_cast<std::int64_t>(m_accounts.size()); }

private:
    struct Account;
    struct Row;

    Result<void> loadAccounts();
    Result<void> nextRow();
    Result<void> compareBalances();
    Result<void> compareGoods();
    Result<std::string> nameOf(std::int64_t accountId);

    sql::Database& m_database;
    std::unordered_map<std::int64_t, Account> m_accounts;
    std::unordered_map<std::int64_t, std::vector<std::int64_t>>
        m_missing;  ///< own lines that HQ's figure lacks
    std::unique_ptr<sql::Cursor> m_rows;
    std::unique_ptr<Row> m_row;
    bool m_loaded = false;
    bool m_isConfirmed = false;  ///< whether HQ's figures are in any balance
    std::int64_t m_count = 0;
};

/// Entities: every line's values are in the rows unless a later writer set others. On a register a
/// row of HQ's holds what HQ made of them.
class EntityAudit {
public:
    EntityAudit(sql::Database& database, Side side)
        : m_database(database)
        , m_entities(database)
        , m_side(side)
    {
    }

    Result<void> line(const LineContext& line, const std::vector<journal::Change>& changes);

private:
    struct Stamps;

    Result<void> compare(const LineContext& line, const journal::Entity& entity);
    Result<void> compare(const LineContext& line, const journal::SetField& change);
    Result<std::optional<Stamps>> stampsOf(journal::EntityKind kind, const Uuid& id);

    sql::Database& m_database;
    EntityStore m_entities;
    Side m_side;
};

/// What HQ noted when lines came in; in rising order.
struct IngestNotes {
    std::vector<std::int64_t> quarantined;  ///< stored, and not applied
    std::vector<std::int64_t> clockAhead;   ///< of registers whose clocks ran ahead
};

/// Nothing on a register.
Result<IngestNotes> ingestNotes(sql::Database& database);

/// Whether all lines belong to one of the registers, whose numbers rise. Fails with the breach.
Result<void> checkStrayLines(sql::Database& database, const std::vector<std::int64_t>& registers);

}  // namespace bl::storage
