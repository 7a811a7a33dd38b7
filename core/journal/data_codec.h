#pragma once

#include "core/base/json.h"
#include "core/journal/operation.h"

#include <string_view>

namespace bl::journal {

/// The `data` of a line. Every released (type, version) is read for ever.
Json encodeData(const OperationData& data);
Result<OperationData> decodeData(std::string_view type, std::int64_t version, const Json& data);

}  // namespace bl::journal
