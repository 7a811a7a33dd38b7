#include "tests/sim/agreement.h"

#include "core/journal/effects.h"
#include "core/journal/line.h"
#include "core/services/verifier.h"
#include "core/storage/fed_sales.h"
#include "core/storage/journal_store.h"
#include "core/storage/sale_store.h"
#include "core/storage/sync_state_store.h"
#include "sync/server/feed_positions.h"
#include "tests/support/register_fixture.h"

#include <map>
#include <utility>

namespace bl::test {

using journal::Entity;
using journal::EntityKind;

namespace {

using Balances = std::map<std::pair<std::string, std::string>, std::int64_t>;
using Rows = std::map<std::string, std::string>;
using Difference = std::optional<std::string>;

std::map<std::int64_t, std::string> linesOf(sql::Database& database, std::int64_t registerNo)
{
    std::map<std::int64_t, std::string> lines;
    must(storage::JournalStore(database).visit(
        registerNo, 1, 1'000'000, [&](const storage::StoredLine& line) -> Result<bool> {
            lines[line.seq] = line.line;
            return true;
        }));
    return lines;
}

Balances foldedBalances(sql::Database& database)
{
    Balances sums;
    for (const auto& chain : must(storage::JournalStore(database).all())) {
        for (const auto& [seq, line] : linesOf(database, chain.registerNo)) {
            const auto decoded = must(journal::decodeLine(line));
            const auto effects = must(journal::effects(decoded.operation));
            for (const auto& posting : effects.postings.postings())
                sums[{posting.account.path, posting.unit.code}] += posting.amount;
        }
    }
    return sums;
}

Balances storedBalances(sql::Database& database)
{
    Balances balances;
    auto rows = must(database.select("SELECT account, unit, balance FROM accounts"));
    while (rows.next())
        balances[{rows.text(0), rows.text(1)}] = rows.integer(2);
    must(rows.status());
    return balances;
}

/// What a register of that store is fed of HQ's entities; all that is there at a register.
Rows entitiesOf(sql::Database& database, const std::optional<StoreId>& fedTo)
{
    Rows rows;
    std::map<Uuid, std::optional<Uuid>> owners;
    storage::EntityStore store(database);
    must(store.visitAll(EntityKind::Product, [&](const Entity& product) {
        owners[product.id] = product.uuid("store");
        return Result<void>();
    }));
    const auto isForeign = [&](const Uuid& product) {
        const auto owner = owners.find(product);
        return fedTo && owner != owners.end() && owner->second && *owner->second != fedTo->uuid;
    };
    for (const auto& schema : journal::entitySchemas()) {
        must(store.visitAll(schema.kind, [&](const Entity& found) {
            Entity entity = found;
            if (entity.kind == EntityKind::User)
                entity.set("passwordHash", {});
            const bool ofProduct =
                entity.kind == EntityKind::Product || entity.kind == EntityKind::Price;
            if (fedTo && entity.kind == EntityKind::ParkedTicket
                && entity.uuid("store") != fedTo->uuid)
                return Result<void>();
            if (fedTo && entity.kind == EntityKind::Template
                && entity.uuid("store").value_or(fedTo->uuid) != fedTo->uuid)
                return Result<void>();
            if (!ofProduct || !isForeign(entity.id))
                rows[std::string(schema.name) + ' ' + entity.id.toString()] =
                    dumpJson(journal::entityToJson(entity));
            return Result<void>();
        }));
    }
    return rows;
}

/// Sales and refunds of a store with all that their receipts print.
Rows salesOf(sql::Database& database, StoreId store)
{
    std::vector<std::int64_t> lines;
    {
        auto rows = must(database.select("SELECT line_id FROM sales WHERE store_id = ?", store));
        while (rows.next())
            lines.push_back(rows.integer(0));
        must(rows.status());
    }
    Rows sales;
    for (const auto line : lines)
        sales[storage::saleName(line)] = dumpJson(journal::saleRecordToJson(
            must(storage::SaleStore(database).find(line)).value().record));
    return sales;
}

template <typename Map>
Difference firstDifference(const Map& wanted, const Map& got, const std::string& what)
{
    const auto text = [](const auto& entry) {
        if constexpr (std::is_same_v<Map, Balances>)
            return entry.first.first + ' ' + entry.first.second + " = "
                + std::to_string(entry.second);
        else
            return entry.first + " = " + entry.second;
    };
    for (const auto& entry : wanted) {
        const auto it = got.find(entry.first);
        if (it == got.end())
            return what + ": missing " + text(entry);
        if (it->second != entry.second)
            return what + ": " + text(entry) + " expected, but " + text(*it);
    }
    for (const auto& entry : got) {
        if (!wanted.contains(entry.first))
            return what + ": too much " + text(entry);
    }
    return std::nullopt;
}

Difference compareJournals(SimHq& hq, SimRegister& reg, const storage::Site& site)
{
    const auto own = linesOf(reg.database(), site.registerNo);
    const auto copy = linesOf(hq.database(), site.registerNo);
    if (own == copy)
        return std::nullopt;
    return "journal of " + site.registerCode + ": " + std::to_string(own.size()) + " lines, HQ has "
        + std::to_string(copy.size()) + " or others";
}

Difference comparePrinted(SimHq& hq, SimRegister& reg)
{
    for (const auto& receipt : reg.printedReceipts()) {
        const auto found = must(
            hq.database().selectInteger("SELECT COUNT(*) FROM sales WHERE receipt = ?", receipt));
        if (found != 1)
            return "receipt " + receipt + " is at HQ " + std::to_string(found.value_or(0))
                + " times";
    }
    return std::nullopt;
}

/// Balances without zeros: an account that never moved and one that came back to zero are equal.
Balances fedBalances(const Balances& all, StoreId store)
{
    Balances fed;
    for (const auto& [account, balance] : all) {
        const auto scope = sync::scopeOfAccount(account.first);
        if (scope && (!scope->store || *scope->store == store) && balance != 0)
            fed[account] = balance;
    }
    return fed;
}

Difference compareRegister(SimHq& hq, SimRegister& reg, const Balances& folded)
{
    const auto site = must(storage::SiteStore(reg.database()).load());
    if (auto difference = compareJournals(hq, reg, site))
        return difference;
    if (auto difference = comparePrinted(hq, reg))
        return difference;
    if (auto difference = firstDifference(entitiesOf(hq.database(), site.store),
            entitiesOf(reg.database(), {}), "entities at " + site.registerCode))
        return difference;
    if (auto difference = firstDifference(salesOf(hq.database(), *site.store),
            salesOf(reg.database(), *site.store), "sales at " + site.registerCode))
        return difference;
    if (const auto verified = services::Verifier(reg.database()).run(); !verified)
        return site.registerCode + ": " + describe(verified.error());
    const auto shown = storedBalances(reg.database());
    if (auto difference = firstDifference(fedBalances(storedBalances(hq.database()), *site.store),
            fedBalances(shown, *site.store), "balances at " + site.registerCode))
        return difference;
    const std::string own = "register/" + site.registerId.toString() + '/';
    for (const auto& [account, balance] : folded) {
        if (account.first.starts_with(own) && shown.at(account) != balance)
            return site.registerCode + ": " + account.first + " is not the sum of its journal";
    }
    if (must(reg.database().selectInteger("SELECT COUNT(*) FROM entity_lines")) != 0)
        return site.registerCode + ": lines are still remembered as pending";
    const auto record = must(storage::SyncStateStore(reg.database()).load());
    if (!record.quarantined.empty())
        return site.registerCode + ": line " + std::to_string(record.quarantined.front())
            + " is held back";
    return std::nullopt;
}

std::string dumpDatabase(sql::Database& database)
{
    std::string text;
    for (const auto& [key, row] : entitiesOf(database, {}))
        text += key + ' ' + row + '\n';
    for (const auto& [account, balance] : storedBalances(database))
        text += account.first + ' ' + account.second + ' ' + std::to_string(balance) + '\n';
    for (const auto& chain : must(storage::JournalStore(database).all()))
        text += std::to_string(chain.registerNo) + ' ' + chain.head.hash.toHex() + '\n';
    return text;
}

}  // namespace

bool registerHasHeardAll(SimRegister& reg)
{
    const auto site = must(storage::SiteStore(reg.database()).load());
    const auto chain = must(storage::JournalStore(reg.database()).find(site.registerNo));
    const auto record = must(storage::SyncStateStore(reg.database()).load());
    return record.acknowledged == chain->head.seq && record.applied == chain->head.seq;
}

std::optional<std::string> findDisagreement(SimHq& hq, const SimRegisters& registers)
{
    const auto folded = foldedBalances(hq.database());
    if (auto difference = firstDifference(folded, storedBalances(hq.database()), "HQ's balances"))
        return difference;
    if (const auto verified = services::Verifier(hq.database()).run(); !verified)
        return "HQ: " + describe(verified.error());
    for (const auto& reg : registers) {
        if (auto difference = compareRegister(hq, *reg, folded))
            return difference;
    }
    return std::nullopt;
}

std::string dumpOf(SimHq& hq, const SimRegisters& registers)
{
    std::string text = dumpDatabase(hq.database());
    text += std::to_string(
        must(hq.database().selectInteger("SELECT position FROM hq_state")).value_or(-1));
    for (const auto& reg : registers)
        text += '\n' + dumpDatabase(reg->database());
    return text;
}

std::string describeRest(SimHq& hq, const SimRegisters& registers)
{
    std::string text = hq.isUp() ? "HQ up" : "HQ down";
    for (const auto& reg : registers) {
        if (!reg->isUp()) {
            text += "; a register is down";
            continue;
        }
        const auto& status = reg->status();
        const auto record = must(storage::SyncStateStore(reg->database()).load());
        text += "; state " + std::to_string(static_cast<int>(status.state)) + ", "
            + std::to_string(status.waitingLines) + " waiting, acknowledged "
            + std::to_string(record.acknowledged) + ", applied " + std::to_string(record.applied)
            + (status.error ? ", " + describe(*status.error) : std::string());
    }
    return text;
}

std::int64_t linesAt(SimHq& hq)
{
    return must(hq.database().selectInteger("SELECT COUNT(*) FROM journal")).value_or(0);
}

}  // namespace bl::test
