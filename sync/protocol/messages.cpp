#include "sync/protocol/messages.h"

namespace bl::sync {

namespace {

Result<Hash> hashAt(const Json& json, const char* key)
{
    BL_TRY(const std::string text, textAt(json, key));
    const auto hash = Hash::parse(text);
    if (!hash)
        return Error{ErrorCode::InvalidJson, {std::string(key), "64 hex digits expected"}};
    return *hash;
}

Result<FeedLine> decodeRow(const Json& json)
{
    FeedRow row;
    BL_TRY(row.kind, textAt(json, "kind"));
    BL_TRY(row.id, textAt(json, "id"));
    BL_TRY(const Json* version, arrayAt(json, "version"));
    if (version->size() != 2 || !(*version)[0].is_number_integer()
        || !(*version)[1].is_number_integer())
        return Error{ErrorCode::InvalidJson, {"version", "[epoch, counter] expected"}};
    row.epochNo = (*version)[0].get<std::int64_t>();
    row.counter = (*version)[1].get<std::int64_t>();
    BL_TRY(const Json* data, objectAt(json, "data"));
    row.data = *data;
    return FeedLine{std::move(row)};
}

Result<FeedLine> decodeHeader(const Json& json)
{
    FeedHeader header;
    BL_TRY(header.epoch, textAt(json, "epoch"));
    BL_TRY(const Json* applied, objectAt(json, "applied"));
    BL_TRY(header.applied, integerAt(*applied, "seq"));
    BL_TRY(const Json* quarantined, arrayAt(json, "quarantined"));
    for (const auto& seq : *quarantined) {
        if (!seq.is_number_integer())
            return Error{ErrorCode::InvalidJson, {"quarantined", "integers expected"}};
        header.quarantined.push_back(seq.get<std::int64_t>());
    }
    BL_TRY(header.time, integerAt(json, "time"));
    BL_TRY(const auto stamp, textAt(json, "hlc"));
    const auto hlc = HybridTime::parse(stamp);
    if (!hlc)
        return Error{ErrorCode::InvalidJson, {"hlc", "16 hex digits expected"}};
    header.hlc = *hlc;
    return FeedLine{std::move(header)};
}

}  // namespace

Json EnrolmentRequest::toJson() const
{
    return Json{{"code", code}, {"device", device}};
}

Result<EnrolmentRequest> EnrolmentRequest::fromJson(const Json& json)
{
    EnrolmentRequest request;
    BL_TRY(request.code, textAt(json, "code"));
    BL_TRY(request.device, textAt(json, "device"));
    return request;
}

Json EnrolmentAnswer::toJson() const
{
    return Json{{"organisation", organisation.toString()}, {"currency", currency},
        {"timeZone", timeZone}, {"store", store.toString()}, {"register", registerId.toString()},
        {"number", registerNo}, {"code", registerCode}, {"token", token}, {"nonce", nonce},
        {"epoch", epoch}, {"time", time}};
}

Result<EnrolmentAnswer> EnrolmentAnswer::fromJson(const Json& json)
{
    EnrolmentAnswer answer;
    BL_TRY(answer.organisation, idAt<OrganisationId>(json, "organisation"));
    BL_TRY(answer.currency, textAt(json, "currency"));
    BL_TRY(answer.timeZone, textAt(json, "timeZone"));
    BL_TRY(answer.store, idAt<StoreId>(json, "store"));
    BL_TRY(answer.registerId, idAt<RegisterId>(json, "register"));
    BL_TRY(answer.registerNo, integerAt(json, "number"));
    BL_TRY(answer.registerCode, textAt(json, "code"));
    BL_TRY(answer.token, textAt(json, "token"));
    BL_TRY(answer.nonce, textAt(json, "nonce"));
    BL_TRY(answer.epoch, textAt(json, "epoch"));
    BL_TRY(answer.time, integerAt(json, "time"));
    return answer;
}

Json TokenAnswer::toJson() const
{
    return Json{{"token", token}, {"time", time}};
}

Result<TokenAnswer> TokenAnswer::fromJson(const Json& json)
{
    TokenAnswer answer;
    BL_TRY(answer.token, textAt(json, "token"));
    if (answer.token.empty())
        return Error{ErrorCode::InvalidJson, {"token", "empty"}};
    BL_TRY(answer.time, integerAt(json, "time"));
    return answer;
}

Json HeadAnswer::toJson() const
{
    return Json{{"seq", seq}, {"hash", hash.toHex()}, {"epoch", epoch}};
}

Result<HeadAnswer> HeadAnswer::fromJson(const Json& json)
{
    HeadAnswer answer;
    BL_TRY(answer.seq, integerAt(json, "seq"));
    BL_TRY(answer.hash, hashAt(json, "hash"));
    BL_TRY(answer.epoch, textAt(json, "epoch"));
    return answer;
}

Json PushAnswer::toJson() const
{
    Json held = Json::array();
    for (const auto& line : quarantined)
        held.push_back(Json{{"seq", line.seq}, {"problem", line.problem}});
    Json flagged = Json::array();
    for (const auto& flag : flags)
        flagged.push_back(Json{{"seq", flag.seq}, {"flag", flag.flag}});
    return Json{
        {"acknowledged", Json{{"seq", acknowledgedSeq}, {"hash", acknowledgedHash.toHex()}}},
        {"quarantined", std::move(held)}, {"flags", std::move(flagged)}, {"time", time}};
}

Result<PushAnswer> PushAnswer::fromJson(const Json& json)
{
    PushAnswer answer;
    BL_TRY(const Json* acknowledged, objectAt(json, "acknowledged"));
    BL_TRY(answer.acknowledgedSeq, integerAt(*acknowledged, "seq"));
    BL_TRY(answer.acknowledgedHash, hashAt(*acknowledged, "hash"));
    BL_TRY(const Json* held, arrayAt(json, "quarantined"));
    for (const auto& item : *held) {
        QuarantinedLine line;
        BL_TRY(line.seq, integerAt(item, "seq"));
        BL_TRY(line.problem, textAt(item, "problem"));
        answer.quarantined.push_back(std::move(line));
    }
    BL_TRY(const Json* flagged, arrayAt(json, "flags"));
    for (const auto& item : *flagged) {
        LineFlag flag;
        BL_TRY(flag.seq, integerAt(item, "seq"));
        BL_TRY(flag.flag, textAt(item, "flag"));
        answer.flags.push_back(std::move(flag));
    }
    BL_TRY(answer.time, integerAt(json, "time"));
    return answer;
}

std::string encodeFeedLine(const FeedLine& line)
{
    struct Visitor {
        Json operator()(const FeedHeader& header) const
        {
            return Json{{"epoch", header.epoch}, {"applied", Json{{"seq", header.applied}}},
                {"quarantined", header.quarantined}, {"time", header.time},
                {"hlc", header.hlc.toString()}};
        }
        Json operator()(const FeedRow& row) const
        {
            return Json{{"kind", row.kind}, {"id", row.id},
                {"version", Json::array({row.epochNo, row.counter})}, {"data", row.data}};
        }
        Json operator()(const FeedCursor& cursor) const
        {
            Json json{{"cursor", cursor.cursor}};
            if (cursor.last)
                json["more"] = cursor.more;
            return json;
        }
    };
    return dumpJson(std::visit(Visitor{}, line));
}

Result<FeedLine> decodeFeedLine(std::string_view line)
{
    BL_TRY(const Json json, parseJson(line));
    if (json.contains("kind"))
        return decodeRow(json);
    if (json.contains("epoch"))
        return decodeHeader(json);
    FeedCursor cursor;
    BL_TRY(cursor.cursor, textAt(json, "cursor"));
    const auto more = json.find("more");
    cursor.last = more != json.end();
    cursor.more = cursor.last && more->is_boolean() && more->get<bool>();
    return FeedLine{std::move(cursor)};
}

Result<Problem> Problem::fromJson(const Json& json)
{
    Problem problem;
    BL_TRY(const std::int64_t status, integerAt(json, "status"));
    problem.status = static_cast<int>(status);
    BL_TRY(problem.code, textAt(json, "code"));
    BL_TRY(problem.title, optionalTextAt(json, "title"));
    BL_TRY(problem.detail, optionalTextAt(json, "detail"));
    const auto retryable = json.find("retryable");
    problem.retryable =
        retryable != json.end() && retryable->is_boolean() && retryable->get<bool>();
    if (json.contains("acknowledged")) {
        BL_TRY(problem.acknowledged, integerAt(json, "acknowledged"));
    }
    return problem;
}

}  // namespace bl::sync
