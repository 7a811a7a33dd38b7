#pragma once

#include "core/catalog/product.h"
#include "core/services/service_context.h"

namespace bl::services {

/// A store's own products.
class ProductService {
public:
    explicit ProductService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Fills in id, initials and store. Its price holds at once. Fails with MissingName,
    /// DuplicateCode, InvalidPrice.
    Result<catalog::Product> create(
        OperationWriter::Batch& batch, catalog::Product draft, UserId by);

private:
    ServiceContext m_context;
};

}  // namespace bl::services
