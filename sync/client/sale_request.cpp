#include "sync/client/sale_request.h"

#include "core/base/json.h"
#include "core/storage/fed_sales.h"
#include "sync/client/hq_request.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"

namespace bl::sync {

namespace {

Result<storage::StoredSale> readSale(std::string_view body)
{
    BL_TRY(const Json json, parseJson(body));
    BL_TRY(const std::string id, textAt(json, "id"));
    const auto line = storage::lineOfSaleName(id);
    if (!line)
        return Error{ErrorCode::InvalidJson, {"id", "numbers of a register and a line expected"}};
    BL_TRY(const Json* data, objectAt(json, "data"));
    BL_TRY(auto record, journal::saleRecordFromJson(*data));
    return storage::StoredSale{*line, std::move(record)};
}

Result<storage::StoredSale> saleIn(const Result<HttpResponse>& answer, const std::string& receipt)
{
    if (const auto failure = failureOf(answer)) {
        if (failure->status == 404)
            return Error{ErrorCode::ReceiptNotFound, {receipt}};
        return failure->error;
    }
    auto sale = readSale(answer->body);
    if (!sale)
        return unreadable(sale.error()).error;
    return sale;
}

}  // namespace

void requestSale(Transport& transport, const std::string& token, const std::string& receipt,
    std::function<void(Result<storage::StoredSale>)> answered)
{
    // What is percent-encoded in a query is so in a path, too.
    auto target = std::string(paths::kSales) + queryValue(receipt);
    transport.send(hqRequest("GET", std::move(target), token), kRequestTimeout,
        [receipt, answered = std::move(answered)](
            const Result<HttpResponse>& answer) { answered(saleIn(answer, receipt)); });
}

}  // namespace bl::sync
