#pragma once

#include "core/storage/sale_store.h"
#include "sync/protocol/transport.h"

#include <functional>
#include <string>

namespace bl::sync {

/// Asks HQ for a sale of any store by its receipt's number and gives the answer on the transport's
/// executor. Fails with ReceiptNotFound, NetworkFailed or what HQ says.
void requestSale(Transport& transport, const std::string& token, const std::string& receipt,
    std::function<void(Result<storage::StoredSale>)> answered);

}  // namespace bl::sync
