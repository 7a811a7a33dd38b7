#pragma once

#include "core/catalog/product.h"
#include "core/services/service_context.h"
#include "core/stock/correction.h"

#include <optional>
#include <string>

namespace bl::services {

struct CorrectionRequest {
    catalog::Product product;
    Quantity difference;
    std::string reason;
    std::string external;         ///< the number in the system it is imported from
    std::optional<Instant> time;  ///< of an imported correction; now otherwise
};

/// Setting stock right.
class StockService {
public:
    explicit StockService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Fails with InvalidQuantity for a difference of zero.
    Result<stock::StockCorrection> correct(
        OperationWriter::Batch& batch, CorrectionRequest request, UserId by);

private:
    ServiceContext m_context;
};

}  // namespace bl::services
