#include "core/services/product_service.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"
#include "core/money/limits.h"
#include "core/services/entity_conversion.h"
#include "core/storage/product_store.h"

namespace bl::services {

Result<catalog::Product> ProductService::create(
    OperationWriter::Batch& batch, catalog::Product draft, UserId by)
{
    draft.code = trimmed(draft.code);
    draft.name = trimmed(draft.name);
    if (draft.name.empty() || draft.code.empty())
        return Error{ErrorCode::MissingName, {}};
    if (draft.price.isNegative() || draft.price.minor() > kMaxAmount)
        return Error{ErrorCode::InvalidPrice, {std::to_string(draft.price.minor())}};
    BL_TRY(const auto other, storage::ProductStore(m_context.database).findByCode(draft.code));
    if (other)
        return Error{ErrorCode::DuplicateCode, {draft.code}};
    draft.id = m_context.newId<ProductId>();
    draft.store = batch.site().store;
    if (draft.initials.empty())
        draft.initials = searchInitials(draft.name);
    BL_CHECK(batch.add(by, journal::EntityCreated{toEntity(draft)}));
    BL_CHECK(batch.add(by, journal::EntityCreated{priceEntity(draft.id, draft.price, 0)}));
    return draft;
}

}  // namespace bl::services
