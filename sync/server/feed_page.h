#pragma once

#include "core/base/clock.h"
#include "core/sql/database.h"
#include "sync/server/register_tokens.h"

#include <cstddef>
#include <string>

namespace bl::sync {

struct FeedQuery {
    RegisterIdentity reader;
    std::string cursor;  ///< empty: from the beginning
    std::size_t maxBytes = 0;
};

/// One answer of the feed.
struct FeedPage {
    std::string body;  ///< NDJSON: header, rows, cursors
    std::int64_t rows = 0;
    std::string cursor;  ///< of the last line
};

/// Reads the rows behind the cursor that the register may see, in one snapshot of the database:
/// entities and balances by rising version, and behind all of them sales. Stops at `maxBytes`, but
/// never before the first row. Fails with InvalidArgument (cursor), EpochChanged, RegisterRevoked,
/// NotEnrolled where the database is no HQ's.
Result<FeedPage> readFeedPage(sql::Database& reader, const FeedQuery& query, Instant now);

}  // namespace bl::sync
