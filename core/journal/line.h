#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/journal/effects.h"
#include "core/journal/operation.h"

#include <string>
#include <string_view>

namespace bl::journal {

/// The line of an operation: one line of UTF-8 JSON with a fixed order of keys. The bytes are the
/// truth: stored, sent and hashed as they are and never made again. Fails with LineTooLong, or
/// AmountOverflow where an integer is above 2⁵³ − 1, or InvalidEncoding.
Result<std::string> encodeLine(const Operation& operation, const ledger::PostingSet& postings);

/// A line as it was read.
struct DecodedLine {
    Operation operation;
    std::vector<ledger::Posting> post;
    std::string fingerprint;
};

/// Fails with InvalidJson where it does not parse, or UnknownOperation for a (type, v) of a newer
/// version.
Result<DecodedLine> decodeLine(std::string_view line);

/// Fails with UnbalancedOperation unless `post` and `ph` of the line are those of the effects.
Result<void> checkPostings(const DecodedLine& line, const ledger::PostingSet& postings);

/// An entity's fields as JSON, in the schema's order without nulls; and back. Fails with
/// InvalidJson for a wrong type or a required field that is missing; a name that the schema does
/// not know is skipped.
Json entityToJson(const Entity& entity);
Result<Entity> entityFromJson(EntityKind kind, const Uuid& id, const Json& fields);

}  // namespace bl::journal
