#pragma once

#include "core/base/result.h"
#include "core/storage/confirmed_rows.h"
#include "sync/protocol/messages.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bl::sync {

/// Rows that are committed together.
struct FeedPart {
    std::vector<storage::ConfirmedRow> rows;
    std::optional<std::string> cursor;  ///< where to go on once these rows are in the tables
};

/// A whole answer of the feed, cut into parts.
struct FeedAnswer {
    FeedHeader header;
    std::vector<FeedPart> parts;  ///< at least one, the last one with a cursor
    bool more = false;

    storage::FeedStamp stamp() const;
};

/// Reads an answer; parts end at each cursor and after `rowsPerPart` rows. Fails with HqUnreadable
/// where it is cut off or makes no sense.
Result<FeedAnswer> readFeedAnswer(std::string_view body, std::size_t rowsPerPart);

}  // namespace bl::sync
