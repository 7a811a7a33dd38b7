#include "core/services/stock_service.h"

namespace bl::services {

Result<stock::StockCorrection> StockService::correct(
    OperationWriter::Batch& batch, CorrectionRequest request, UserId by)
{
    const auto& site = batch.site();
    if (!site.store)
        return Error{ErrorCode::NotEnrolled, {}};
    if (request.difference.isZero())
        return Error{ErrorCode::InvalidQuantity, {plainQuantity(request.difference)}};
    stock::StockCorrection correction;
    correction.store = *site.store;
    correction.product = request.product.id;
    correction.code = request.product.code;
    correction.quantity = request.difference;
    correction.reason = std::move(request.reason);
    correction.time = request.time.value_or(batch.now());
    correction.day = site.timeZone.dayAt(correction.time);
    correction.external = std::move(request.external);
    BL_CHECK(batch.add(by, correction));
    return correction;
}

}  // namespace bl::services
