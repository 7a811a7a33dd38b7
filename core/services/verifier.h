#pragma once

#include "core/services/journal_audit.h"
#include "core/storage/invariants.h"
#include "core/storage/journal_store.h"
#include "core/storage/site_store.h"

#include <cstdint>
#include <functional>
#include <string>

namespace bl::services {

/// What was checked.
struct VerifyReport {
    std::int64_t registers = 0;
    std::int64_t lines = 0;
    std::int64_t quarantined = 0;
    std::int64_t postings = 0;
    std::int64_t accounts = 0;
};

/// Checks the invariants of the ledger over a whole database, a register's or HQ's: reads every
/// journal once, from its first line to its head, and holds the tables against what the lines do.
/// It reads only; wrap it into a snapshot where somebody writes at the same time.
///
/// The first breach is an Error of BrokenInvariant with the invariant's number: 1 a line does not
/// balance or its postings are others, 2 a balance is not the sum of its postings, 3 value is
/// overdrawn, 6 a journal has a gap or its chain is broken, 7 the tables are not what the journals
/// make, 8 goods do not add up to zero.
class Verifier {
public:
    explicit Verifier(sql::Database& database)
        : m_database(database)
    {
    }

    /// Fails with NotEnrolled where the database belongs to nobody yet.
    Result<VerifyReport> run();

private:
    struct Audits;

    Result<void> checkChain(const storage::Site& site, const storage::Chain& chain, Audits& audits);
    Result<void> checkFedSales(const storage::LineRange& lines, Audits& audits);

    sql::Database& m_database;
    VerifyReport m_report;
};

/// Reads the journal of one register out of a database: the header, and then each line.
class JournalExport {
public:
    /// `registerCode` may be empty for the own one. Fails with NotFound for a register whose lines
    /// are not here.
    static Result<JournalExport> create(sql::Database& database, const std::string& registerCode);

    JournalHeader header() const;
    const std::string& name() const { return m_name; }
    Result<void> visit(const std::function<Result<void>(const std::string& line)>& visit) const;

private:
    JournalExport(sql::Database& database, OrganisationId organisation, storage::Chain chain,
        std::string name);

    sql::Database* m_database;
    OrganisationId m_organisation;
    storage::Chain m_chain;
    std::string m_name;
};

}  // namespace bl::services
