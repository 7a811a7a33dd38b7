#include "sync/server/push_lines.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "sync/protocol/limits.h"

#include <algorithm>

namespace bl::sync {

namespace {

using journal::EntityKind;

LineProblem toProblem(const Error& error)
{
    LineProblem problem{std::string(codeName(error.code)), {}};
    for (const auto& part : error.detail)
        problem.detail += (problem.detail.empty() ? "" : ", ") + excerpt(part, 200);
    return problem;
}

LineProblem denied(std::string detail)
{
    return {std::string(codeName(ErrorCode::PermissionDenied)), std::move(detail)};
}

LineProblem foreign(std::string detail)
{
    return {std::string(codeName(ErrorCode::ForeignAccount)), std::move(detail)};
}

/// What a line is about, from a line whose data cannot be read.
std::optional<LineSubject> guessedSubject(std::string_view bytes)
{
    const auto json = parseJson(bytes);
    if (!json)
        return std::nullopt;
    const auto type = textAt(*json, "type");
    const auto data = objectAt(*json, "data");
    if (!type || !data)
        return std::nullopt;
    std::string kind = type->substr(0, std::min(type->find('.'), type->size()));
    const bool isNoun = kind == "shift" || kind == "ticket";
    const auto id = textAt(**data, isNoun ? kind.c_str() : "id");
    const auto uuid = id ? Uuid::parse(*id) : std::nullopt;
    if (!uuid || kind.size() > kMaxLineBytes / 1024)
        return std::nullopt;
    return LineSubject{std::move(kind), *uuid};
}

std::optional<LineSubject> subjectOf(const journal::OperationData& data)
{
    struct Visitor {
        std::optional<LineSubject> operator()(const sales::Sale&) const { return std::nullopt; }
        std::optional<LineSubject> operator()(const stock::StockCorrection&) const
        {
            return std::nullopt;
        }
        std::optional<LineSubject> operator()(const shifts::ShiftOpening& opening) const
        {
            return LineSubject{"shift", opening.shift.uuid};
        }
        std::optional<LineSubject> operator()(const shifts::ShiftClosing& closing) const
        {
            return LineSubject{"shift", closing.shift.uuid};
        }
        std::optional<LineSubject> operator()(const sales::TicketParked& parked) const
        {
            return LineSubject{"ticket", parked.ticket.id().uuid};
        }
        std::optional<LineSubject> operator()(const sales::TicketEnded& ended) const
        {
            return LineSubject{"ticket", ended.ticket.uuid};
        }
        std::optional<LineSubject> operator()(const journal::EntityCreated& created) const
        {
            return LineSubject{std::string(schemaOf(created.entity.kind).name), created.entity.id};
        }
        std::optional<LineSubject> operator()(const journal::EntityChanged& changed) const
        {
            return LineSubject{std::string(schemaOf(changed.kind).name), changed.id};
        }
    };
    return std::visit(Visitor{}, data);
}

/// Whether a register may make or change such a thing (journal-and-sync: who owns what). What
/// depends on rows is checked with the database.
std::optional<LineProblem> ownershipProblem(
    const journal::OperationData& data, const RegisterIdentity& from)
{
    if (const auto* created = std::get_if<journal::EntityCreated>(&data)) {
        const auto& schema = schemaOf(created->entity.kind);
        if (schema.ownership == journal::Ownership::Hq)
            return denied(std::string(schema.name) + " belongs to HQ");
        // A price has its product's owner, which only the rows tell.
        if (schema.ownership == journal::Ownership::Store
            && created->entity.kind != EntityKind::Price
            && created->entity.uuid("store") != from.store.uuid)
            return denied("a " + std::string(schema.name) + " of another store");
        return std::nullopt;
    }
    if (const auto* changed = std::get_if<journal::EntityChanged>(&data)) {
        const auto& schema = schemaOf(changed->kind);
        const auto names = [&](auto allowed) {
            return std::all_of(changed->fields.begin(), changed->fields.end(),
                [&](const auto& field) { return allowed(schema.fields[field.first].name); });
        };
        // A PIN is changed where its owner stands.
        const auto isPin = [](std::string_view name) {
            return name == "pinHash" || name == "pinTemporary";
        };
        if (schema.ownership == journal::Ownership::Hq
            && !(changed->kind == EntityKind::User && names(isPin)))
            return denied(std::string(schema.name) + " belongs to HQ");
        // What a thing belongs to is HQ's to change.
        const auto isNoOwner = [](std::string_view name) {
            return name != "store" && name != "product";
        };
        if (schema.ownership == journal::Ownership::Store && !names(isNoOwner))
            return denied("the owner of a " + std::string(schema.name));
    }
    return std::nullopt;
}

std::optional<StoreId> storeOf(const journal::OperationData& data)
{
    if (const auto* sale = std::get_if<sales::Sale>(&data))
        return sale->store;
    if (const auto* correction = std::get_if<stock::StockCorrection>(&data))
        return correction->store;
    if (const auto* opening = std::get_if<shifts::ShiftOpening>(&data))
        return opening->store;
    if (const auto* closing = std::get_if<shifts::ShiftClosing>(&data))
        return closing->store;
    if (const auto* parked = std::get_if<sales::TicketParked>(&data))
        return parked->store;
    if (const auto* ended = std::get_if<sales::TicketEnded>(&data))
        return ended->store;
    return std::nullopt;
}

std::optional<LineProblem> checkedProblem(
    ReceivedLine& line, const RegisterIdentity& from, std::int64_t seq)
{
    auto& decoded = *line.decoded;
    const auto& operation = decoded.operation;
    if (operation.registerId != from.registerId)
        return LineProblem{
            std::string(codeName(ErrorCode::BrokenChain)), "register: another one's line"};
    if (operation.seq != seq)
        return LineProblem{
            std::string(codeName(ErrorCode::BrokenChain)), "seq: " + std::to_string(operation.seq)};
    if (auto problem = ownershipProblem(operation.data, from))
        return problem;
    auto effects = journal::effects(operation);
    if (!effects)
        return toProblem(effects.error());
    line.effects = *std::move(effects);
    if (const auto checked = journal::checkPostings(decoded, line.effects.postings); !checked)
        return toProblem(checked.error());
    if (const auto store = storeOf(operation.data); store && *store != from.store)
        return foreign("store: " + store->toString());
    for (const auto& posting : line.effects.postings.postings()) {
        if (!ledger::mayPost(from.registerId, from.store, posting.account))
            return foreign(excerpt(posting.account.path, 200));
    }
    return std::nullopt;
}

void readLine(ReceivedLine& line, const RegisterIdentity& from, std::int64_t seq)
{
    auto decoded = journal::decodeLine(line.bytes);
    if (!decoded) {
        line.problem = toProblem(decoded.error());
        line.subject = guessedSubject(line.bytes);
        return;
    }
    line.decoded = *std::move(decoded);
    line.subject = subjectOf(line.decoded->operation.data);
    line.problem = checkedProblem(line, from, seq);
}

Error tooLarge(const char* what, std::size_t limit)
{
    return {ErrorCode::TooLarge, {what, std::to_string(limit)}};
}

}  // namespace

Result<ReceivedLines> ReceivedLines::read(
    std::string body, const RegisterIdentity& from, std::int64_t first)
{
    ReceivedLines received;
    received.m_first = first;
    received.m_body = std::make_unique<const std::string>(std::move(body));
    std::string_view rest = *received.m_body;
    if (rest.empty())
        return Error{ErrorCode::InvalidArgument, {"body: no lines"}};
    if (rest.size() > kMaxPushBytes)
        return tooLarge("bytes", kMaxPushBytes);
    if (rest.back() == '\n')
        rest.remove_suffix(1);
    const auto count = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n')) + 1;
    if (count > kMaxPushLines)
        return tooLarge("lines", kMaxPushLines);

    // The effects of a line point into it: no line may move once it was read.
    received.m_lines.resize(count);
    for (auto& line : received.m_lines) {
        line.bytes = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.bytes.size() + 1, rest.size()));
        if (line.bytes.empty())
            return Error{ErrorCode::InvalidArgument, {"body: an empty line"}};
        if (line.bytes.size() > kMaxLineBytes)
            return tooLarge("bytes of a line", kMaxLineBytes);
    }
    std::int64_t seq = first;
    for (auto& line : received.m_lines)
        readLine(line, from, seq++);
    return received;
}

}  // namespace bl::sync
