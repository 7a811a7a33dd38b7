#include "core/journal/sale_record.h"

#include "core/base/json.h"
#include "core/journal/data_codec.h"
#include "core/journal/effects.h"

#include <algorithm>
#include <iterator>

namespace bl::journal {

std::optional<SaleRecord> saleRecordOf(const Operation& operation, const Hash& hash)
{
    const auto* sale = std::get_if<sales::Sale>(&operation.data);
    if (!sale)
        return std::nullopt;
    return SaleRecord{*sale, operation.by, operation.at, operation.rules, hash};
}

Json saleRecordToJson(const SaleRecord& record)
{
    const auto type = typeOf(record.sale);
    Json json = Json::object();
    json["type"] = type.name;
    json["v"] = type.version;
    json["at"] = record.at;
    json["by"] = record.by.toString();
    json["rules"] = record.rules;
    json["hash"] = record.hash.toHex();
    json["data"] = encodeData(record.sale);
    return json;
}

Result<SaleRecord> saleRecordFromJson(const Json& json)
{
    SaleRecord record;
    BL_TRY(const std::string type, textAt(json, "type"));
    BL_TRY(const std::int64_t version, integerAt(json, "v"));
    BL_TRY(record.at, textAt(json, "at"));
    BL_TRY(record.by, idAt<UserId>(json, "by"));
    BL_TRY(record.rules, textAt(json, "rules"));
    BL_TRY(const std::string hash, textAt(json, "hash"));
    const auto parsed = Hash::parse(hash);
    if (!parsed)
        return Error{ErrorCode::InvalidJson, {"hash", "64 hex digits expected"}};
    record.hash = *parsed;
    BL_TRY(const Json* data, objectAt(json, "data"));
    BL_TRY(auto decoded, decodeData(type, version, *data));
    auto* sale = std::get_if<sales::Sale>(&decoded);
    if (!sale)
        return Error{ErrorCode::InvalidJson, {"type", "a sale expected"}};
    record.sale = std::move(*sale);
    return record;
}

Result<std::vector<Change>> saleRows(const SaleRecord& record)
{
    Operation operation;
    operation.by = record.by;
    operation.data = record.sale;
    BL_TRY(auto all, effects(operation));
    std::vector<Change> rows;
    std::copy_if(
        all.changes.begin(), all.changes.end(), std::back_inserter(rows), [](const Change& change) {
            const auto* insert = std::get_if<Insert>(&change);
            return insert && std::holds_alternative<LineRef>(insert->cells.front());
        });
    return rows;
}

}  // namespace bl::journal
