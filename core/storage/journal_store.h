#pragma once

#include "core/base/hybrid_clock.h"
#include "core/journal/chain.h"
#include "core/sql/database.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

/// One register's chain as far as it is in this database.
struct Chain {
    std::int64_t registerNo = 0;
    RegisterId registerId;
    journal::Nonce nonce{};
    journal::ChainHead head;
    HybridTime hlc;  ///< of the head
};

struct StoredLine {
    std::int64_t seq = 0;
    std::string line;
    Hash hash;
};

/// Journals as bytes: the chains' heads and the lines.
class JournalStore {
public:
    explicit JournalStore(sql::Database& database)
        : m_database(database)
    {
    }

    /// Starts a chain; the head is h(0).
    Result<void> create(std::int64_t registerNo, RegisterId owner, OrganisationId organisation,
        const journal::Nonce& nonce);

    Result<std::optional<Chain>> find(std::int64_t registerNo);
    Result<std::vector<Chain>> all();

    /// Stores lines behind the head, whose hashes are known, and moves the head. Within a
    /// transaction.
    Result<void> append(
        const Chain& chain, std::int64_t seq, const std::string& line, const Hash& hash);
    Result<void> moveHead(const Chain& chain);

    /// Stamps of the own journal will be later than one that was heard of: a change that was made
    /// in knowledge of another wins over it, whatever the clocks say.
    Result<void> observe(HybridTime heard);

    Result<std::optional<StoredLine>> findLine(std::int64_t registerNo, std::int64_t seq);

    /// Calls `visit` for the lines from `first` on, in order, until it returns false or `lines`
    /// were visited.
    Result<void> visit(std::int64_t registerNo, std::int64_t first, std::int64_t lines,
        const std::function<Result<bool>(const StoredLine&)>& visit);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
