#pragma once

#include "core/base/json_fwd.h"
#include "core/base/sha256.h"
#include "core/journal/change.h"
#include "core/journal/operation.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::journal {

/// A sale or refund with what its line says around it: all that a receipt prints. It goes to those
/// who do not have the line, other registers for example.
struct SaleRecord {
    sales::Sale sale;
    UserId by;
    std::string at;     ///< wall clock with offset, as in the line
    std::string rules;  ///< the release in force: `r42`
    Hash hash;          ///< of the chain up to the line

    friend bool operator==(const SaleRecord&, const SaleRecord&) = default;
};

/// What a line says about its sale; nothing for lines of other types.
std::optional<SaleRecord> saleRecordOf(const Operation& operation, const Hash& hash);

/// `{"type","v","at","by","rules","hash","data"}`; `data` as in the line.
Json saleRecordToJson(const SaleRecord& record);

/// Fails with InvalidJson or, for a version that is newer than this program, UnknownOperation.
Result<SaleRecord> saleRecordFromJson(const Json& json);

/// The rows that tell of the sale itself, without counters and references: what `effects` says of
/// them. Fails as `effects`.
Result<std::vector<Change>> saleRows(const SaleRecord& record);

}  // namespace bl::journal
