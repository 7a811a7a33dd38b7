#include "sync/server/sale_row.h"

#include "core/storage/fed_sales.h"
#include "core/storage/sale_store.h"

namespace bl::sync {

namespace {

SaleRow rowOf(const storage::StoredSale& sale)
{
    return {storage::saleName(sale.lineId), journal::saleRecordToJson(sale.record)};
}

}  // namespace

Result<SaleRow> loadSaleRow(sql::Database& database, std::int64_t lineId)
{
    BL_TRY(const auto sale, storage::SaleStore(database).find(lineId));
    if (!sale)
        return Error{
            ErrorCode::DatabaseCorrupt, {database.file(), "sale " + storage::saleName(lineId)}};
    return rowOf(*sale);
}

Result<std::optional<SaleRow>> findSaleRow(sql::Database& database, const std::string& receipt)
{
    BL_TRY(const auto sale, storage::SaleStore(database).findByReceipt(receipt));
    if (!sale)
        return std::optional<SaleRow>{};
    return std::optional{rowOf(*sale)};
}

}  // namespace bl::sync
