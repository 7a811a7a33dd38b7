#include "core/storage/confirmed_rows.h"

#include "core/journal/effects.h"
#include "core/journal/line.h"
#include "core/money/rounding.h"
#include "core/storage/applier.h"
#include "core/storage/fed_sales.h"
#include "core/storage/journal_store.h"
#include "core/storage/line_id.h"
#include "core/storage/local_settings.h"
#include "core/storage/pending_lines.h"

#include <algorithm>
#include <optional>

namespace bl::storage {

using journal::Entity;
using journal::EntityKind;

namespace {

constexpr const char* kBalanceKind = "balance";
constexpr const char* kSaleKind = "sale";
constexpr const char* kReadSchemasKey = "feed.read-schemas";

bool knowsAllFields(const journal::EntitySchema& schema, const Json& data)
{
    for (const auto& field : data.items()) {
        if (!schema.find(field.key()))
            return false;
    }
    return true;
}

/// Changes whenever this version reads other kinds or fields than another one.
std::string schemasFingerprint()
{
    Sha256 sum;
    sum.add(kSaleKind).add(std::to_string(journal::typeOf(sales::Sale{}).version)).add("\n");
    for (const auto& schema : journal::entitySchemas()) {
        sum.add(schema.name).add("\n");
        for (const auto& field : schema.fields)
            sum.add("\t").add(field.name).add("\n");
    }
    return sum.finish().toHex();
}

std::string rawText(const ConfirmedRow& row)
{
    return dumpJson(Json{{"version", row.version}, {"data", row.data}});
}

}  // namespace

bool FeedStamp::lacks(std::int64_t seq) const
{
    return seq > applied || std::binary_search(quarantined.begin(), quarantined.end(), seq);
}

Result<std::int64_t> ConfirmedRows::registerNo()
{
    BL_TRY(const auto number, m_database.selectInteger("SELECT register_no FROM site"));
    if (!number)
        return Error{ErrorCode::NotEnrolled, {}};
    return *number;
}

Result<void> ConfirmedRows::rememberAgain(std::int64_t number, std::int64_t seq)
{
    BL_TRY(const auto stored, JournalStore(m_database).findLine(number, seq));
    if (!stored)
        return {};
    BL_TRY(const auto decoded, journal::decodeLine(stored->line));
    return PendingLines().lineAdded(m_database, decoded.operation);
}

Result<void> ConfirmedRows::settle(const FeedStamp& before, const FeedStamp& now)
{
    BL_TRY(const auto number, registerNo());
    // An HQ that was restored from a backup lacks lines that it once had.
    for (std::int64_t seq = now.applied + 1; seq <= before.applied; ++seq)
        BL_CHECK(rememberAgain(number, seq));
    for (const auto seq : now.quarantined) {
        if (!before.lacks(seq))
            BL_CHECK(rememberAgain(number, seq));
    }
    std::vector<std::int64_t> covered;
    {
        BL_TRY(auto rows,
            m_database.select("SELECT DISTINCT seq FROM entity_lines WHERE seq <= ?", now.applied));
        while (rows.next()) {
            if (!now.lacks(rows.integer(0)))
                covered.push_back(rows.integer(0));
        }
        BL_CHECK(rows.status());
    }
    for (const auto seq : covered)
        BL_CHECK(m_database.run("DELETE FROM entity_lines WHERE seq = ?", seq));
    return {};
}

Result<void> ConfirmedRows::apply(const FeedStamp& stamp, std::span<const ConfirmedRow> rows)
{
    std::optional<Pending> pending;
    BL_TRY(const auto anyRaw, m_database.selectInteger("SELECT 1 FROM unknown_rows LIMIT 1"));
    for (const auto& row : rows) {
        if (anyRaw)
            BL_CHECK(forgetRaw(row));
        if (row.kind == kBalanceKind) {
            if (!pending) {
                BL_TRY(pending, pendingPostings(stamp));
            }
            BL_CHECK(applyBalance(stamp, *pending, row));
            continue;
        }
        if (row.kind == kSaleKind) {
            BL_CHECK(applySale(row));
            continue;
        }
        const auto* schema = journal::findSchema(row.kind);
        const auto id = Uuid::parse(row.id);
        if (!schema || !id) {
            BL_CHECK(keepRaw(row));
            continue;
        }
        const auto entity = journal::entityFromJson(schema->kind, *id, row.data);
        if (!entity || !knowsAllFields(*schema, row.data))
            BL_CHECK(keepRaw(row));
        if (entity)
            BL_CHECK(applyEntity(stamp, *entity, row.version));
    }
    return {};
}

Result<ConfirmedRows::Pending> ConfirmedRows::pendingPostings(const FeedStamp& stamp)
{
    BL_TRY(const auto number, registerNo());
    Pending pending;
    const auto collect = [&](std::int64_t first, std::int64_t last) -> Result<void> {
        BL_TRY(auto rows,
            m_database.select("SELECT account_id, SUM(amount) FROM postings"
                              " WHERE line_id BETWEEN ? AND ? GROUP BY account_id",
                lineId(number, first), lineId(number, last)));
        while (rows.next()) {
            auto& sum = pending.sums[rows.integer(0)];
            const auto added = checkedAdd(sum, rows.integer(1));
            if (!added)
                return Error{ErrorCode::AmountOverflow, {"own postings"}};
            sum = *added;
        }
        return rows.status();
    };
    for (const auto seq : stamp.quarantined) {
        if (seq <= stamp.applied)
            BL_CHECK(collect(seq, seq));
    }
    BL_CHECK(collect(stamp.applied + 1, kLinesPerRegister - 1));
    return pending;
}

Result<void> ConfirmedRows::applyBalance(
    const FeedStamp& stamp, const Pending& pending, const ConfirmedRow& row)
{
    const auto tab = row.id.find('\t');
    const auto amount = integerAt(row.data, "amount");
    if (tab == std::string::npos || !amount)
        return keepRaw(row);
    const std::string account = row.id.substr(0, tab);
    const std::string unit = row.id.substr(tab + 1);
    std::int64_t own = 0;
    {
        BL_TRY(auto known,
            m_database.select("SELECT account_id, version FROM accounts WHERE account = ? AND"
                              " unit = ?",
                account, unit));
        if (known.next()) {
            if (known.integer(1) >= row.version)
                return {};
            const auto sum = pending.sums.find(known.integer(0));
            own = sum == pending.sums.end() ? 0 : sum->second;
        }
        BL_CHECK(known.status());
    }
    const auto balance = checkedAdd(*amount, own);
    if (!balance)
        return Error{ErrorCode::AmountOverflow, {account}};
    std::string missing;
    for (const auto seq : stamp.quarantined)
        missing += (missing.empty() ? "" : ",") + std::to_string(seq);
    BL_CHECK(m_database.run(
        "INSERT INTO accounts (account, unit, balance, confirmed, confirmed_seq,"
        " confirmed_missing, version) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (unit, account) DO UPDATE SET balance = excluded.balance,"
        " confirmed = excluded.confirmed, confirmed_seq = excluded.confirmed_seq,"
        " confirmed_missing = excluded.confirmed_missing, version = excluded.version",
        account, unit, *balance, *amount, stamp.applied, missing, row.version));
    return {};
}

Result<void> ConfirmedRows::applySale(const ConfirmedRow& row)
{
    const auto line = lineOfSaleName(row.id);
    if (!line || !journal::saleRecordFromJson(row.data))
        return keepRaw(row);
    BL_TRY(const auto own, registerNo());
    if (registerNoOf(*line) == own)
        return {};  // its line is here
    return FedSales(m_database).add(*line, row.data);
}

Result<void> ConfirmedRows::applyEntity(
    const FeedStamp& stamp, const Entity& entity, std::int64_t version)
{
    if (entity.kind == EntityKind::Price)
        BL_CHECK(keepEarlierPrice(entity, version));
    BL_TRY(const bool replaced, m_entities.replace(entity, version));
    if (!replaced)
        return {};
    // HQ's row holds the last writers' values; stamps of own changes would keep those from being
    // laid over it again.
    BL_CHECK(m_database.run("DELETE FROM field_stamps WHERE kind = ? AND entity_id = ?",
        journal::schemaOf(entity.kind).name, entity.id));
    return addOwnChanges(stamp, entity.kind, entity.id);
}

Result<void> ConfirmedRows::keepEarlierPrice(const Entity& price, std::int64_t version)
{
    const auto product = price.uuid("product");
    if (!product)
        return {};
    BL_TRY(const auto highest, m_database.selectInteger("SELECT MAX(number) FROM releases"));
    const std::int64_t current = highest.value_or(0);
    std::int64_t oldRelease = 0;
    std::int64_t oldAmount = 0;
    {
        BL_TRY(auto rows,
            m_database.select("SELECT version, release_no, amount_minor FROM prices WHERE"
                              " price_id = ?",
                price.id));
        if (!rows.next())
            return rows.status();
        if (rows.integer(0) >= version)
            return {};
        oldRelease = rows.integer(1);
        oldAmount = rows.integer(2);
    }
    const bool waits = price.integer("release") > current;
    if (waits && oldRelease > current)
        return {};  // the price in force is among the earlier ones already
    BL_CHECK(m_database.run("DELETE FROM earlier_prices WHERE product_id = ?", *product));
    if (waits)
        BL_CHECK(m_database.run("INSERT INTO earlier_prices (product_id, release_no, amount_minor)"
                                " VALUES (?, ?, ?)",
            *product, oldRelease, oldAmount));
    return {};
}

Result<void> ConfirmedRows::addOwnChanges(const FeedStamp& stamp, EntityKind kind, const Uuid& id)
{
    std::vector<std::int64_t> lines;
    {
        BL_TRY(auto rows,
            m_database.select("SELECT seq FROM entity_lines WHERE kind = ? AND entity_id = ?"
                              " ORDER BY seq",
                journal::schemaOf(kind).name, id));
        while (rows.next()) {
            if (stamp.lacks(rows.integer(0)))
                lines.push_back(rows.integer(0));
        }
        BL_CHECK(rows.status());
    }
    if (lines.empty())
        return {};
    BL_TRY(const auto number, registerNo());
    for (const auto seq : lines) {
        BL_TRY(const auto stored, JournalStore(m_database).findLine(number, seq));
        if (!stored)
            return Error{ErrorCode::DatabaseCorrupt,
                {m_database.file(), "journal line " + std::to_string(seq) + " is missing"}};
        BL_TRY(const auto decoded, journal::decodeLine(stored->line));
        BL_TRY(const auto effects, journal::effects(decoded.operation));
        journal::Effects own;
        for (const auto& change : effects.changes) {
            const auto* set = std::get_if<journal::SetField>(&change);
            const auto* advance = std::get_if<journal::Advance>(&change);
            if ((set && set->kind == kind && set->id == id)
                || (advance && advance->shape->entity == kind
                    && advance->cells.front() == journal::Cell{id}))
                own.changes.push_back(change);
        }
        // Neither postings nor counters: there is nothing to flush.
        BL_CHECK(BatchApplier(m_database)
                     .add({lineId(number, seq), number,
                              {decoded.operation.hlc, decoded.operation.registerId}},
                         own));
    }
    return {};
}

Result<void> ConfirmedRows::keepRaw(const ConfirmedRow& row)
{
    BL_CHECK(m_database.run("INSERT INTO unknown_rows (kind, id, row) VALUES (?, ?, ?)"
                            " ON CONFLICT (kind, id) DO UPDATE SET row = excluded.row",
        row.kind, row.id, rawText(row)));
    return {};
}

Result<void> ConfirmedRows::forgetRaw(const ConfirmedRow& row)
{
    BL_CHECK(
        m_database.run("DELETE FROM unknown_rows WHERE kind = ? AND id = ?", row.kind, row.id));
    return {};
}

Result<void> ConfirmedRows::readKeptRows(const FeedStamp& stamp)
{
    LocalSettings settings(m_database);
    const std::string now = schemasFingerprint();
    BL_TRY(const auto last, settings.find(kReadSchemasKey));
    if (last == now)
        return {};
    std::vector<ConfirmedRow> kept;
    {
        BL_TRY(auto rows, m_database.select("SELECT kind, id, row FROM unknown_rows"));
        while (rows.next()) {
            const std::string kind = rows.text(0);
            if (kind != kBalanceKind && kind != kSaleKind && !journal::findSchema(kind))
                continue;
            BL_TRY(Json raw, parseJson(rows.text(2)));
            BL_TRY(const auto version, integerAt(raw, "version"));
            BL_TRY(const Json* data, objectAt(raw, "data"));
            kept.push_back({kind, rows.text(1), version, *data});
        }
        BL_CHECK(rows.status());
    }
    for (const auto& row : kept) {
        // The part that the earlier version understood is in the table under this version: let the
        // whole row replace it.
        const auto* schema = journal::findSchema(row.kind);
        const auto id = Uuid::parse(row.id);
        if (schema && id)
            BL_CHECK(m_database.run("UPDATE " + std::string(schema->table)
                    + " SET version = version - 1 WHERE " + std::string(schema->key)
                    + " = ? AND version = ?",
                *id, row.version));
        BL_CHECK(apply(stamp, {&row, 1}));
    }
    return settings.set(kReadSchemasKey, now);
}

}  // namespace bl::storage
