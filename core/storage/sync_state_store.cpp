#include "core/storage/sync_state_store.h"

#include <charconv>

namespace bl::storage {

namespace {

std::string joinedNumbers(const std::vector<std::int64_t>& numbers)
{
    std::string text;
    for (const auto number : numbers)
        text += (text.empty() ? "" : ",") + std::to_string(number);
    return text;
}

std::vector<std::int64_t> splitNumbers(const std::string& text)
{
    std::vector<std::int64_t> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        std::int64_t number = 0;
        const auto [next, problem] = std::from_chars(at, end, number);
        if (problem != std::errc{})
            break;
        numbers.push_back(number);
        at = next + 1;  // behind the comma
    }
    return numbers;
}

}  // namespace

Result<std::optional<SyncRecord>> SyncStateStore::find()
{
    BL_TRY(auto rows,
        m_database.select("SELECT hq_url, epoch, cursor, acknowledged, applied, quarantined,"
                          " last_contact_ms, skew_ms, complete, token_issued_ms,"
                          " ca_file FROM sync_state WHERE one = 1"));
    std::optional<SyncRecord> record;
    if (rows.next()) {
        record.emplace();
        record->hqUrl = rows.text(0);
        record->epoch = rows.text(1);
        record->cursor = rows.text(2);
        record->acknowledged = rows.integer(3);
        record->applied = rows.integer(4);
        record->quarantined = splitNumbers(rows.text(5));
        record->lastContact = fromMillis(rows.integer(6));
        record->skewMs = rows.integer(7);
        record->complete = rows.integer(8) != 0;
        record->tokenIssued = fromMillis(rows.integer(9));
        record->caFile = rows.text(10);
    }
    BL_CHECK(rows.status());
    return record;
}

Result<SyncRecord> SyncStateStore::load()
{
    BL_TRY(auto record, find());
    if (!record)
        return Error{ErrorCode::NotEnrolled, {}};
    return *std::move(record);
}

Result<void> SyncStateStore::create(const std::string& hqUrl, const std::string& caFile,
    const std::string& epoch, Instant tokenIssued)
{
    BL_CHECK(m_database.run("INSERT INTO sync_state (one, hq_url, ca_file, epoch, token_issued_ms)"
                            " VALUES (1, ?, ?, ?, ?)",
        hqUrl, caFile, epoch, tokenIssued));
    return {};
}

Result<void> SyncStateStore::setTokenIssued(Instant issued)
{
    BL_TRY(const auto changed,
        m_database.run("UPDATE sync_state SET token_issued_ms = ? WHERE one = 1", issued));
    if (changed != 1)
        return Error{ErrorCode::NotEnrolled, {}};
    return {};
}

Result<void> SyncStateStore::save(const SyncRecord& record)
{
    BL_TRY(const auto changed,
        m_database.run("UPDATE sync_state SET epoch = ?, cursor = ?, acknowledged = ?, applied = ?,"
                       " quarantined = ?, last_contact_ms = ?, skew_ms = ?, complete = ?"
                       " WHERE one = 1",
            record.epoch, record.cursor, record.acknowledged, record.applied,
            joinedNumbers(record.quarantined), record.lastContact, record.skewMs,
            record.complete ? 1 : 0));
    if (changed != 1)
        return Error{ErrorCode::NotEnrolled, {}};
    return {};
}

}  // namespace bl::storage
