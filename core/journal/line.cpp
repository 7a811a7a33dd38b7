#include "core/journal/line.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/journal/chain.h"
#include "core/journal/data_codec.h"

#include <algorithm>

namespace bl::journal {

namespace {

/// Every integer must survive readers that keep numbers as doubles, and every text must be UTF-8.
Result<void> checkValues(const Json& json)
{
    if (json.is_number_integer()) {
        const auto number = json.get<std::int64_t>();
        if (number > kMaxJsonInteger || number < -kMaxJsonInteger)
            return Error{ErrorCode::AmountOverflow, {std::to_string(number)}};
    } else if (json.is_string()) {
        if (!isUtf8(json.get_ref<const std::string&>()))
            return Error{ErrorCode::InvalidEncoding, {"text in an operation"}};
    } else if (json.is_structured()) {
        for (const auto& item : json)
            BL_CHECK(checkValues(item));
    }
    return {};
}

bool isPrinted(const ledger::Posting& posting)
{
    return !posting.unit.isGoods();
}

}  // namespace

Result<std::string> encodeLine(const Operation& operation, const ledger::PostingSet& postings)
{
    const auto type = typeOf(operation.data);
    Json post = Json::array();
    for (const auto& posting : postings.postings()) {
        if (isPrinted(posting))
            post.push_back(Json::array({posting.account.path, posting.unit.code, posting.amount}));
    }
    Json line = Json::object();
    line["register"] = operation.registerId.toString();
    line["seq"] = operation.seq;
    line["hlc"] = operation.hlc.toString();
    line["at"] = operation.at;
    line["by"] = operation.by.toString();
    line["type"] = type.name;
    line["v"] = type.version;
    line["rules"] = operation.rules;
    line["post"] = std::move(post);
    line["ph"] = postings.fingerprint();
    line["data"] = encodeData(operation.data);
    BL_CHECK(checkValues(line));
    std::string text = dumpJson(line);
    if (text.size() > kMaxLineBytes)
        return Error{ErrorCode::LineTooLong, {std::to_string(text.size())}};
    return text;
}

Result<DecodedLine> decodeLine(std::string_view text)
{
    if (text.size() > kMaxLineBytes)
        return Error{ErrorCode::LineTooLong, {std::to_string(text.size())}};
    BL_TRY(const Json json, parseJson(text));
    DecodedLine line;
    BL_TRY(line.operation.registerId, idAt<RegisterId>(json, "register"));
    BL_TRY(line.operation.seq, integerAt(json, "seq"));
    BL_TRY(const std::string hlc, textAt(json, "hlc"));
    const auto time = HybridTime::parse(hlc);
    if (!time)
        return Error{ErrorCode::InvalidJson, {"hlc", "16 hex digits expected"}};
    line.operation.hlc = *time;
    BL_TRY(line.operation.at, textAt(json, "at"));
    BL_TRY(line.operation.by, idAt<UserId>(json, "by"));
    BL_TRY(line.operation.rules, textAt(json, "rules"));
    BL_TRY(line.fingerprint, textAt(json, "ph"));
    BL_TRY(const Json* post, arrayAt(json, "post"));
    for (const auto& item : *post) {
        if (!item.is_array() || item.size() != 3 || !item[0].is_string() || !item[1].is_string()
            || !item[2].is_number_integer())
            return Error{ErrorCode::InvalidJson, {"post", "[account, unit, amount] expected"}};
        line.post.push_back({{item[0].get<std::string>()}, {item[1].get<std::string>()},
            item[2].get<std::int64_t>()});
    }
    BL_TRY(const std::string type, textAt(json, "type"));
    BL_TRY(const std::int64_t version, integerAt(json, "v"));
    BL_TRY(const Json* data, objectAt(json, "data"));
    BL_TRY(line.operation.data, decodeData(type, version, *data));
    return line;
}

Result<void> checkPostings(const DecodedLine& line, const ledger::PostingSet& postings)
{
    std::vector<ledger::Posting> printed;
    std::copy_if(postings.postings().begin(), postings.postings().end(),
        std::back_inserter(printed), isPrinted);
    if (printed != line.post)
        return Error{
            ErrorCode::UnbalancedOperation, {"post", "other postings than the operation gives"}};
    if (postings.fingerprint() != line.fingerprint)
        return Error{
            ErrorCode::UnbalancedOperation, {"ph", "other postings than the operation gives"}};
    return {};
}

}  // namespace bl::journal
