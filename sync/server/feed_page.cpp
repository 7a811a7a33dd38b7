#include "sync/server/feed_page.h"

#include "core/journal/line.h"
#include "core/storage/entity_store.h"
#include "core/storage/line_id.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "sync/server/feed_cursor.h"
#include "sync/server/feed_positions.h"
#include "sync/server/sale_row.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace bl::sync {

namespace {

using journal::Entity;
using journal::EntityKind;

constexpr std::int64_t kVersionCounters = packedVersion(1, 0);

/// The rows of one kind behind a version, read in portions.
class FeedSource {
public:
    struct Row {
        std::int64_t version = 0;
        FeedRow row;
        bool inScope = true;
    };

    FeedSource(sql::Database& database, StoreId store, std::int64_t after)
        : m_database(database)
        , m_store(store)
        , m_after(after)
    {
    }
    virtual ~FeedSource() = default;
    FeedSource(const FeedSource&) = delete;
    FeedSource& operator=(const FeedSource&) = delete;

    /// The next row, or nullptr at the end.
    Result<const Row*> peek()
    {
        if (m_rows.empty() && !m_ended) {
            BL_CHECK(read(m_after, kPortion));
            m_ended = m_rows.size() < static_cast<std::size_t>(kPortion);
            if (!m_rows.empty())
                m_after = m_rows.back().version;
        }
        return m_rows.empty() ? nullptr : &m_rows.front();
    }
    void pop() { m_rows.pop_front(); }

protected:
    virtual Result<void> read(std::int64_t after, std::int64_t rows) = 0;

    static constexpr std::int64_t kPortion = 500;

    sql::Database& m_database;
    StoreId m_store;
    std::deque<Row> m_rows;

private:
    std::int64_t m_after;
    bool m_ended = false;
};

class EntitySource final : public FeedSource {
public:
    /// `oldest`: tickets that ended before are not told of.
    EntitySource(
        sql::Database& database, StoreId store, std::int64_t after, EntityKind kind, Instant oldest)
        : FeedSource(database, store, after)
        , m_kind(kind)
        , m_oldest(oldest)
    {
    }

private:
    Result<void> read(std::int64_t after, std::int64_t rows) override
    {
        const std::string name(schemaOf(m_kind).name);
        return storage::EntityStore(m_database)
            .visitChanged(m_kind, after, rows,
                [&](const Entity& entity, std::int64_t version) -> Result<bool> {
                    BL_TRY(const bool inScope, isInScope(entity));
                    Json data = Json::object();
                    if (inScope)
                        data = fields(entity);
                    m_rows.push_back({version,
                        {name, entity.id.toString(), version / kVersionCounters,
                            version % kVersionCounters, std::move(data)},
                        inScope});
                    return true;
                });
    }

    static Json fields(const Entity& entity)
    {
        if (entity.kind != EntityKind::User)
            return journal::entityToJson(entity);
        // A register knows PINs only: passwords open HQ.
        Entity known = entity;
        known.set("passwordHash", {});
        return journal::entityToJson(known);
    }

    Result<bool> isInScope(const Entity& entity)
    {
        if (m_kind == EntityKind::ParkedTicket)
            return entity.uuid("store") == m_store.uuid
                && (entity.integer("state") == 0
                    || entity.integer("endedAt") >= toMillis(m_oldest));
        std::optional<Uuid> owner;
        if (m_kind == EntityKind::Product || m_kind == EntityKind::Template) {
            owner = entity.uuid("store");
        } else if (m_kind == EntityKind::Price) {
            BL_TRY(auto rows,
                m_database.select("SELECT store_id FROM products WHERE product_id = ?",
                    ProductId{entity.uuid("product").value_or(Uuid{})}));
            if (rows.next() && !rows.isNull(0))
                owner = rows.id<StoreId>(0).uuid;
            BL_CHECK(rows.status());
        }
        return !owner || *owner == m_store.uuid;
    }

    EntityKind m_kind;
    Instant m_oldest;
};

class BalanceSource final : public FeedSource {
public:
    using FeedSource::FeedSource;

private:
    Result<void> read(std::int64_t after, std::int64_t count) override
    {
        // "version > 0" lets SQLite use the partial index.
        BL_TRY(auto rows,
            m_database.select("SELECT account, unit, balance, version FROM accounts WHERE version "
                              "> 0 AND version > ?"
                              " ORDER BY version LIMIT ?",
                after, count));
        while (rows.next()) {
            const std::string account = rows.text(0);
            const auto version = rows.integer(3);
            const auto scope = scopeOfAccount(account);
            m_rows.push_back({version,
                {"balance", account + '\t' + rows.text(1), version / kVersionCounters,
                    version % kVersionCounters, Json{{"amount", rows.integer(2)}}},
                scope && (!scope->store || *scope->store == m_store)});
        }
        return rows.status();
    }
};

/// Sales of the store's other registers, as far back as registers keep them.
class SaleSource final : public FeedSource {
public:
    SaleSource(
        sql::Database& database, const RegisterIdentity& reader, std::int64_t after, Instant oldest)
        : FeedSource(database, reader.store, after)
        , m_own(storage::linesOf(reader.registerNo))
        , m_oldest(oldest)
    {
    }

private:
    Result<void> read(std::int64_t after, std::int64_t count) override
    {
        BL_TRY(auto rows,
            m_database.select("SELECT line_id, version FROM sale_positions WHERE store_id = ? AND"
                              " version > ? AND sold_at_ms >= ? AND line_id NOT BETWEEN ? AND ?"
                              " ORDER BY version LIMIT ?",
                m_store, after, m_oldest, m_own.first, m_own.last, count));
        while (rows.next()) {
            const auto version = rows.integer(1);
            BL_TRY(auto sale, loadSaleRow(m_database, rows.integer(0)));
            m_rows.push_back({version,
                {"sale", std::move(sale.id), version / kVersionCounters, version % kVersionCounters,
                    std::move(sale.data)},
                true});
        }
        return rows.status();
    }

    storage::LineRange m_own;
    Instant m_oldest;
};

struct FeedState {
    std::string epoch;
    EpochId epochId;
    std::int64_t version = 0;  ///< of the newest row
    std::string key;
};

Result<FeedState> loadState(sql::Database& database)
{
    BL_TRY(auto rows,
        database.select(
            "SELECT epoch, epoch_no, position, cursor_key FROM hq_state WHERE one = 1"));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return Error{ErrorCode::NotEnrolled, {}};
    }
    const auto epoch = EpochId::parse(rows.text(0));
    if (!epoch)
        return Error{ErrorCode::DatabaseCorrupt, {database.file(), "epoch"}};
    return FeedState{
        rows.text(0), *epoch, packedVersion(rows.integer(1), rows.integer(2)), rows.bytes(3)};
}

Result<FeedHeader> loadHeader(sql::Database& database, const RegisterIdentity& reader)
{
    FeedHeader header;
    {
        BL_TRY(auto rows,
            database.select("SELECT c.head_seq, r.state FROM chains c JOIN registers r ON "
                            "r.register_id = c.register_id"
                            " WHERE c.register_no = ? AND c.register_id = ?",
                reader.registerNo, reader.registerId));
        if (!rows.next()) {
            BL_CHECK(rows.status());
            return Error{ErrorCode::Unauthorised, {}};
        }
        if (rows.text(1) != "active")
            return Error{ErrorCode::RegisterRevoked, {}};
        header.applied = rows.integer(0);
    }
    BL_TRY(auto rows,
        database.select("SELECT line_id FROM quarantined_lines WHERE line_id >= ? AND line_id < ? "
                        "ORDER BY line_id",
            storage::lineId(reader.registerNo, 0), storage::lineId(reader.registerNo + 1, 0)));
    while (rows.next())
        header.quarantined.push_back(storage::seqOf(rows.integer(0)));
    BL_CHECK(rows.status());
    BL_TRY(const auto own,
        database.selectInteger(
            "SELECT head_hlc FROM chains WHERE register_no = (SELECT register_no FROM site)"));
    header.hlc.value = static_cast<std::uint64_t>(own.value_or(0));
    return header;
}

using Sources = std::vector<std::unique_ptr<FeedSource>>;

/// The source with the lowest version in front, or nullptr when all are at their ends.
Result<FeedSource*> firstOf(const Sources& sources)
{
    FeedSource* first = nullptr;
    auto lowest = std::numeric_limits<std::int64_t>::max();
    for (const auto& source : sources) {
        BL_TRY(const auto* row, source->peek());
        if (row && row->version < lowest) {
            lowest = row->version;
            first = source.get();
        }
    }
    return first;
}

}  // namespace

Result<FeedPage> readFeedPage(sql::Database& database, const FeedQuery& query, Instant now)
{
    BL_TRY(const auto snapshot, sql::Snapshot::begin(database));
    BL_TRY(const auto state, loadState(database));
    FeedPlace place{state.epochId, 0, 0};
    if (!query.cursor.empty()) {
        BL_TRY(place, decodeCursor(query.cursor, query.reader.registerId, state.key));
        if (place.epoch != state.epochId)
            return Error{ErrorCode::EpochChanged, {state.epoch}};
    }
    BL_TRY(auto header, loadHeader(database, query.reader));
    header.epoch = state.epoch;
    header.time = toMillis(now);

    FeedPage page;
    page.body = encodeFeedLine(header) + '\n';
    const auto cursor = [&] {
        return encodeCursor(place, query.reader.registerId, state.key);
    };
    bool more = false;
    // Goes on from `reached` as far as the page has room.
    const auto writeRows = [&](const Sources& sources, std::int64_t& reached) -> Result<void> {
        for (;;) {
            BL_TRY(FeedSource* const source, firstOf(sources));
            if (!source) {
                reached = std::max(reached, state.version);
                return {};
            }
            if (page.rows > 0 && page.body.size() >= query.maxBytes) {
                more = true;
                return {};
            }
            BL_TRY(const auto* row, source->peek());
            reached = row->version;
            if (row->inScope) {
                page.body += encodeFeedLine(row->row) + '\n';
                ++page.rows;
                if (page.rows % static_cast<std::int64_t>(kFeedPageRows) == 0)
                    page.body += encodeFeedLine(FeedCursor{cursor(), false, false}) + '\n';
            }
            source->pop();
        }
    };

    Sources thin;
    for (const auto& schema : journal::entitySchemas())
        thin.push_back(std::make_unique<EntitySource>(
            database, query.reader.store, place.version, schema.kind, now - kStoreHistory));
    thin.push_back(std::make_unique<BalanceSource>(database, query.reader.store, place.version));
    BL_CHECK(writeRows(thin, place.version));
    if (!more) {
        // Behind everything that a counter needs to work, and many.
        Sources sales;
        sales.push_back(
            std::make_unique<SaleSource>(database, query.reader, place.sales, now - kStoreHistory));
        BL_CHECK(writeRows(sales, place.sales));
    }
    page.cursor = cursor();
    page.body += encodeFeedLine(FeedCursor{page.cursor, true, more}) + '\n';
    return page;
}

}  // namespace bl::sync
