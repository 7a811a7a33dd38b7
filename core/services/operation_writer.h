#pragma once

#include "core/base/clock.h"
#include "core/base/hybrid_clock.h"
#include "core/journal/operation.h"
#include "core/storage/applied_listener.h"
#include "core/storage/journal_store.h"
#include "core/storage/site_store.h"

#include <optional>
#include <string>

namespace bl::services {

/// A line that was added to the own journal.
struct AddedLine {
    std::int64_t seq = 0;
    Hash hash;  ///< of the chain up to this line; a receipt prints its first 8 digits
    std::string at;
};

/// The way from a decision to the disk: each operation becomes a line of the own journal and is
/// applied to the tables, all in one transaction.
class OperationWriter {
public:
    OperationWriter(
        sql::Database& database, const WallClock& clock, storage::AppliedListener& listener)
        : m_database(database)
        , m_clock(clock)
        , m_listener(listener)
    {
    }

    /// Operations that belong together. Nothing of them is kept unless `commit` says so.
    class Batch {
    public:
        Batch(Batch&&) = default;

        /// Adds the line; what it does to balances and counters is in the tables after `flush` or
        /// `commit`.
        Result<AddedLine> add(UserId by, journal::OperationData data);
        Result<void> flush();

        /// One fdatasync. Fails as a whole: with DiskFull, for example.
        Result<void> commit();

        const storage::Site& site() const { return m_site; }
        sql::Database& database() { return m_writer->m_database; }
        const std::string& rules() const { return m_rules; }
        Instant now() const { return m_writer->m_clock.now(); }

    private:
        friend class OperationWriter;
        Batch(OperationWriter& writer, sql::Transaction transaction, storage::Site site,
            const storage::Chain& chain, std::string rules);

        OperationWriter* m_writer;
        sql::Transaction m_transaction;
        storage::Site m_site;
        storage::Chain m_chain;
        std::string m_rules;
        storage::BatchApplier m_applier;
    };

    /// Fails with NotEnrolled, DatabaseBusy, DatabaseFailed.
    Result<Batch> begin();

    /// Goes on within a transaction that was begun before: what it wrote is kept or lost with the
    /// batch.
    Result<Batch> begin(sql::Transaction transaction);

    /// One operation in a transaction of its own.
    Result<AddedLine> write(UserId by, journal::OperationData data);

private:
    sql::Database& m_database;
    const WallClock& m_clock;
    storage::AppliedListener& m_listener;
};

}  // namespace bl::services
