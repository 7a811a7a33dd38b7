#pragma once

#include "core/storage/confirmed_rows.h"
#include "tests/support/hq_fixture.h"

#include <string>
#include <vector>

namespace bl::test {

/// The cursor at the end of an answer of the feed.
inline std::string endOf(const std::vector<sync::FeedLine>& lines)
{
    return std::get<sync::FeedCursor>(lines.back()).cursor;
}

inline std::vector<sync::FeedRow> rowsOf(
    const std::vector<sync::FeedLine>& lines, const std::string& kind)
{
    std::vector<sync::FeedRow> rows;
    for (const auto& line : lines) {
        const auto* row = std::get_if<sync::FeedRow>(&line);
        if (row && row->kind == kind)
            rows.push_back(*row);
    }
    return rows;
}

/// Brings what HQ feeds into the register's tables.
inline void takeFeed(const TestRegister& to, const std::vector<sync::FeedLine>& lines)
{
    const auto& header = std::get<sync::FeedHeader>(lines.front());
    std::vector<storage::ConfirmedRow> rows;
    for (const auto& line : lines) {
        if (const auto* row = std::get_if<sync::FeedRow>(&line))
            rows.push_back(
                {row->kind, row->id, sync::packedVersion(row->epochNo, row->counter), row->data});
    }
    auto transaction = must(sql::Transaction::begin(*to.shop->database));
    must(storage::ConfirmedRows(*to.shop->database)
             .apply({header.applied, header.quarantined}, rows));
    must(transaction.commit());
}

}  // namespace bl::test
