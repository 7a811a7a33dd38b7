#pragma once

#include "core/base/clock.h"
#include "core/sql/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

/// How far a register and its HQ are with each other.
struct SyncRecord {
    std::string hqUrl;
    std::string caFile;                     ///< PEM, an absolute path; empty: the system's
    std::string epoch;                      ///< HQ's incarnation that the cursor belongs to
    std::string cursor;                     ///< where the feed goes on; empty before the first page
    std::int64_t acknowledged = 0;          ///< the last own line that HQ has
    std::int64_t applied = 0;               ///< the last own line that is in the feed's rows …
    std::vector<std::int64_t> quarantined;  ///< … but for these; in rising order
    Instant tokenIssued{};                  ///< by HQ's clock
    Instant lastContact{};
    std::int64_t skewMs = 0;  ///< HQ's clock minus ours
    bool complete = false;    ///< whether the feed was once read to its end

    friend bool operator==(const SyncRecord&, const SyncRecord&) = default;
};

/// The one row that holds it; made by the enrolment.
class SyncStateStore {
public:
    explicit SyncStateStore(sql::Database& database)
        : m_database(database)
    {
    }

    /// Nothing before the enrolment.
    Result<std::optional<SyncRecord>> find();

    /// Fails with NotEnrolled before the enrolment.
    Result<SyncRecord> load();

    Result<void> create(const std::string& hqUrl, const std::string& caFile,
        const std::string& epoch, Instant tokenIssued);

    /// Writes all of it but the address, the certificates and the token's time.
    Result<void> save(const SyncRecord& record);

    /// HQ gave a new token.
    Result<void> setTokenIssued(Instant issued);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
