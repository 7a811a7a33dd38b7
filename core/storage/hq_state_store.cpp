#include "core/storage/hq_state_store.h"

namespace bl::storage {

Result<void> HqStateStore::create(EpochId epoch, const std::array<std::uint8_t, 32>& cursorKey)
{
    const sql::Blob key{std::string(cursorKey.begin(), cursorKey.end())};
    BL_CHECK(m_database.run(
        "INSERT INTO hq_state (one, epoch, epoch_no, position, cursor_key, last_register_no)"
        " VALUES (1, ?, 1, 0, ?, 1)",
        epoch.toString(), key));
    return {};
}

Result<void> HqStateStore::probe(Instant now)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    BL_CHECK(m_database.run("UPDATE hq_state SET probed_at_ms = ? WHERE one = 1", now));
    return transaction.commit();
}

}  // namespace bl::storage
