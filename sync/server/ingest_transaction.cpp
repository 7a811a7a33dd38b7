#include "sync/server/ingest_transaction.h"

#include "core/storage/line_id.h"
#include "sync/server/feed_positions.h"

#include <algorithm>

namespace bl::sync {

namespace {

/// A register whose clock runs ahead must not win every later change of a field.
constexpr std::chrono::minutes kMaxStampAhead{5};
constexpr std::size_t kMaxKnownProducts = 500'000;

HybridTime stampTime(HybridTime line, Instant now)
{
    const HybridTime latest{static_cast<std::uint64_t>(toMillis(now + kMaxStampAhead)) << 16};
    return std::min(line, latest);
}

FeedChange changeOf(const storage::Touched& touched)
{
    FeedChange change;
    // Parked tickets are for their own store, whose register wrote the line.
    change.everywhere = std::any_of(touched.entities.begin(), touched.entities.end(),
        [](const auto& entity) { return entity.first != journal::EntityKind::ParkedTicket; });
    for (const auto& account : touched.accounts) {
        const auto scope = scopeOfAccount(account.path);
        if (!scope)
            continue;
        if (scope->store)
            change.stores.insert(*scope->store);
        else
            change.everywhere = true;
    }
    return change;
}

}  // namespace

Result<FeedChange> IngestTransaction::run(const std::vector<Push*>& pushes)
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    for (Push* push : pushes)
        BL_CHECK(take(*push));
    BL_TRY(const auto touched, m_applier.flush());
    BL_CHECK(FeedPositions().batchApplied(m_database, touched));
    BL_CHECK(flagNegativeStock(touched));
    BL_CHECK(m_journal.observe(m_newest));
    for (const auto registerNo : m_grown)
        BL_CHECK(m_journal.moveHead(m_chains.at(registerNo)));
    BL_CHECK(transaction.commit());
    if (m_known.size() > kMaxKnownProducts)
        m_known.clear();
    m_known.insert(m_newProducts.begin(), m_newProducts.end());
    FeedChange change = changeOf(touched);
    for (const auto& applied : m_applied) {
        const auto& data = applied.line->decoded->operation.data;
        if (std::holds_alternative<sales::Sale>(data)
            || std::holds_alternative<sales::TicketParked>(data)
            || std::holds_alternative<sales::TicketEnded>(data))
            change.stores.insert(applied.push->from.store);
    }
    return change;
}

Result<storage::Chain*> IngestTransaction::chainOf(const RegisterIdentity& from)
{
    if (const auto it = m_chains.find(from.registerNo); it != m_chains.end())
        return &it->second;
    BL_TRY(auto chain, m_journal.find(from.registerNo));
    if (!chain || chain->registerId != from.registerId)
        return nullptr;
    return &m_chains.emplace(from.registerNo, *std::move(chain)).first->second;
}

Result<std::optional<Error>> IngestTransaction::refusal(
    const Push& push, const storage::Chain& chain)
{
    {
        BL_TRY(auto rows,
            m_database.select(
                "SELECT state FROM registers WHERE register_id = ?", push.from.registerId));
        if (!rows.next()) {
            BL_CHECK(rows.status());
            return std::optional{Error{ErrorCode::Unauthorised, {}}};
        }
        if (rows.text(0) != "active")
            return std::optional{Error{ErrorCode::RegisterRevoked, {}}};
    }
    const auto first = push.lines.first();
    if (first > chain.head.seq + 1)
        return std::optional{Error{ErrorCode::Gap, {std::to_string(chain.head.seq)}}};

    const auto& lines = push.lines.lines();
    const auto known =
        std::min(chain.head.seq - first + 1, static_cast<std::int64_t>(lines.size()));
    std::optional<Error> fork;
    if (known > 0) {
        BL_CHECK(m_journal.visit(
            chain.registerNo, first, known, [&](const storage::StoredLine& stored) -> Result<bool> {
                if (lines[static_cast<std::size_t>(stored.seq - first)].bytes == stored.line)
                    return true;
                fork = Error{ErrorCode::Fork, {std::to_string(stored.seq)}};
                return false;
            }));
    }
    return fork;
}

Result<void> IngestTransaction::take(Push& push)
{
    BL_TRY(storage::Chain* const chain, chainOf(push.from));
    if (!chain) {
        push.outcome = Error{ErrorCode::Unauthorised, {}};
        return {};
    }
    // All that can refuse the push comes before its first write.
    BL_TRY(auto refused, refusal(push, *chain));
    if (refused) {
        push.outcome = *std::move(refused);
        return {};
    }
    push.outcome = PushAnswer{};
    const auto& lines = push.lines.lines();
    const auto known =
        std::min(chain->head.seq - push.lines.first() + 1, static_cast<std::int64_t>(lines.size()));
    if (known > 0)
        BL_CHECK(recallOutcome(push, chain->registerNo, push.lines.first() + known - 1));
    for (auto i = static_cast<std::size_t>(known); i < lines.size(); ++i)
        BL_CHECK(takeLine(push, *chain, lines[i]));
    if (static_cast<std::size_t>(known) < lines.size())
        m_grown.insert(chain->registerNo);
    auto& answer = push.outcome.value();
    answer.acknowledgedSeq = chain->head.seq;
    answer.acknowledgedHash = chain->head.hash;
    answer.time = toMillis(m_now);
    return {};
}

/// A register that did not hear the first answer hears the same again.
Result<void> IngestTransaction::recallOutcome(
    Push& push, std::int64_t registerNo, std::int64_t last)
{
    auto& answer = push.outcome.value();
    const auto from = storage::lineId(registerNo, push.lines.first());
    const auto to = storage::lineId(registerNo, last);
    {
        BL_TRY(auto rows,
            m_database.select("SELECT line_id, problem FROM quarantined_lines WHERE line_id "
                              "BETWEEN ? AND ? ORDER BY line_id",
                from, to));
        while (rows.next())
            answer.quarantined.push_back({storage::seqOf(rows.integer(0)), rows.text(1)});
        BL_CHECK(rows.status());
    }
    BL_TRY(auto rows,
        m_database.select("SELECT line_id, flag FROM line_flags WHERE line_id BETWEEN ? AND ? "
                          "ORDER BY line_id, flag",
            from, to));
    while (rows.next())
        answer.flags.push_back({storage::seqOf(rows.integer(0)), rows.text(1)});
    return rows.status();
}

Result<void> IngestTransaction::takeLine(
    Push& push, storage::Chain& chain, const ReceivedLine& line)
{
    const auto seq = chain.head.seq + 1;
    const auto lineId = storage::lineId(chain.registerNo, seq);
    const Hash hash = journal::chainNext(chain.head.hash, line.bytes);
    BL_CHECK(m_journal.append(chain, seq, std::string(line.bytes), hash));
    chain.head = {seq, hash};
    if (line.decoded)
        chain.hlc = std::max(chain.hlc, line.decoded->operation.hlc);

    if (line.problem)
        return holdBack(push, lineId, line, *line.problem);
    BL_TRY(const auto missing, missingDependency(line, push.from));
    if (missing)
        return holdBack(push, lineId, line, *missing);
    const storage::Stamp stamp{stampTime(line.decoded->operation.hlc, m_now), push.from.registerId};
    m_newest = std::max(m_newest, stamp.hlc);
    BL_CHECK(m_applier.add({lineId, chain.registerNo, stamp}, line.effects));
    m_applied.push_back({&push, &line, lineId});
    return flagLine(m_applied.back());
}

Result<void> IngestTransaction::holdBack(
    Push& push, std::int64_t lineId, const ReceivedLine& line, const LineProblem& problem)
{
    const auto kind = line.subject ? std::optional{line.subject->kind} : std::nullopt;
    const auto entity = line.subject ? std::optional{line.subject->id} : std::nullopt;
    BL_CHECK(m_database.run(
        "INSERT INTO quarantined_lines (line_id, problem, detail, kind, entity_id, received_at_ms)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        lineId, problem.code, problem.detail, kind, entity, m_now));
    push.outcome.value().quarantined.push_back({storage::seqOf(lineId), problem.code});
    return {};
}

/// A register only changes what it knows: where HQ lacks the row, the line that made it is held
/// back.
Result<std::optional<LineProblem>> IngestTransaction::missingDependency(
    const ReceivedLine& line, const RegisterIdentity& from)
{
    using journal::EntityKind;
    using Answer = std::optional<LineProblem>;
    const auto& data = line.decoded->operation.data;
    const LineProblem missing{kDependsOnHeldBack,
        line.subject ? line.subject->kind + ' ' + line.subject->id.toString() : ""};
    if (const auto* closing = std::get_if<shifts::ShiftClosing>(&data)) {
        BL_TRY(const auto found,
            m_database.selectInteger("SELECT 1 FROM shifts WHERE shift_id = ? AND register_no = ?",
                closing->shift, from.registerNo));
        return found ? Answer{} : Answer{missing};
    }
    if (const auto* ended = std::get_if<sales::TicketEnded>(&data)) {
        BL_TRY(const auto found,
            m_database.selectInteger(
                "SELECT 1 FROM parked_tickets WHERE ticket_id = ? AND store_id = ?", ended->ticket,
                from.store));
        return found ? Answer{} : Answer{missing};
    }
    const auto* created = std::get_if<journal::EntityCreated>(&data);
    const auto* changed = std::get_if<journal::EntityChanged>(&data);
    const bool isPrice = (created && created->entity.kind == EntityKind::Price)
        || (changed && changed->kind == EntityKind::Price);
    const bool isOwned =
        changed && (changed->kind == EntityKind::Product || changed->kind == EntityKind::Template);
    if (!isPrice && !isOwned) {
        if (!changed)
            return Answer{};
        const auto& schema = schemaOf(changed->kind);
        BL_TRY(const auto found,
            m_database.selectInteger("SELECT 1 FROM " + std::string(schema.table) + " WHERE "
                    + std::string(schema.key) + " = ?",
                changed->id));
        return found ? Answer{} : Answer{missing};
    }
    // A price has its product's id and owner.
    if (created && created->entity.uuid("product") != created->entity.id)
        return Answer{LineProblem{
            std::string(codeName(ErrorCode::InvalidJson)), "product: not the price's own"}};
    const auto& owner = schemaOf(isPrice ? EntityKind::Product : changed->kind);
    BL_TRY(auto rows,
        m_database.select("SELECT store_id FROM " + std::string(owner.table) + " WHERE "
                + std::string(owner.key) + " = ?",
            line.subject->id));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return Answer{missing};
    }
    if (rows.optionalId<StoreId>(0) != from.store)
        return Answer{LineProblem{std::string(codeName(ErrorCode::PermissionDenied)),
            "a " + std::string(owner.name) + " that is not the store's own"}};
    return Answer{};
}

}  // namespace bl::sync
