#include "sync/server/feed_positions.h"

#include "core/ledger/account.h"
#include "core/storage/entity_store.h"
#include "sync/protocol/messages.h"

#include <algorithm>

namespace bl::sync {

std::optional<AccountScope> scopeOfAccount(std::string_view account)
{
    using Kind = ledger::AccountOwner::Kind;
    const ledger::AccountId id{std::string(account)};
    const auto owner = ledger::ownerOf(id);
    if (!owner)
        return std::nullopt;
    if (owner->kind == Kind::Member || owner->kind == Kind::GiftCard)
        return AccountScope{};
    if (owner->kind == Kind::Store && owner->purpose == "stock")
        return AccountScope{StoreId{owner->id}};
    return std::nullopt;
}

Result<void> FeedPositions::lineAdded(sql::Database&, const journal::Operation&)
{
    return {};
}

Result<void> FeedPositions::batchApplied(sql::Database& database, const storage::Touched& touched)
{
    auto entities = touched.entities;
    std::sort(entities.begin(), entities.end());
    entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
    std::vector<std::int64_t> accounts;
    for (const auto& account : touched.accounts) {
        if (scopeOfAccount(account.path))
            accounts.push_back(account.accountId);
    }
    const auto count =
        static_cast<std::int64_t>(entities.size() + accounts.size() + touched.sales.size());
    if (count == 0)
        return {};

    std::int64_t version = 0;
    {
        BL_TRY(auto rows,
            database.select("UPDATE hq_state SET position = position + ? WHERE one = 1 RETURNING "
                            "epoch_no, position",
                count));
        if (!rows.next()) {
            BL_CHECK(rows.status());
            return Error{ErrorCode::NotEnrolled, {}};
        }
        version = packedVersion(rows.integer(0), rows.integer(1) - count);
    }
    storage::EntityStore store(database);
    for (const auto& [kind, id] : entities)
        BL_CHECK(store.setVersion(kind, id, ++version));
    for (const auto account : accounts)
        BL_CHECK(database.run(
            "UPDATE accounts SET version = ? WHERE account_id = ?", ++version, account));
    for (const auto line : touched.sales)
        BL_CHECK(database.run("INSERT INTO sale_positions (store_id, version, line_id, sold_at_ms)"
                              " SELECT store_id, ?, line_id, sold_at_ms FROM sales"
                              " WHERE line_id = ?",
            ++version, line));
    return {};
}

}  // namespace bl::sync
