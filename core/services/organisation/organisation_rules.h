#pragma once

#include "core/base/result.h"
#include "core/base/strict_object.h"
#include "core/journal/entity.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the schema of the organisation file says, as tables and checks of single values.
namespace bl::services::rules {

/// What a field may hold. The names are those of the schema.
enum class Rule {
    Code,
    StoreCode,
    Login,
    Name,
    Address,
    Unit,
    Note,
    Phone,
    OptionalPhone,  ///< may be empty
    Permissions,
    Rank,
    Price,
    Sale,
    Birthday,
    Active,
    Pin,
    Password,
    SecretHash,
    ReceiptTemplate,
    LabelTemplate,
};

/// What becomes of a field: a column of the entity, or something that has to be looked up or worked
/// out first.
enum class Target {
    Field,
    Reference,
    Pin,
    PinHash,
    Password,
    PasswordHash,
    Price,
    Template,  ///< its content; the name in the file is its purpose
};

struct FieldRule {
    std::string_view json;
    Rule rule;
    Target target = Target::Field;
    std::string_view field{};  ///< of the entity's schema, where it is called otherwise
};

struct SectionRules {
    std::string_view section;  ///< `stores`
    journal::EntityKind kind;
    FieldRule key;
    std::span<const FieldRule> fields;
};

/// In the order in which sections are applied.
std::span<const SectionRules> sections();
const SectionRules* findSection(std::string_view name);

/// The value as it is stored: texts without blanks at their ends, empty ones as null. Where it
/// breaks the rule, the error's detail is the reason alone.
Result<journal::FieldValue> readValue(Rule rule, const Json& value);

/// InvalidOrganisation at a place of the file.
Error wrongAt(std::string pointer, std::vector<std::string> reason);

}  // namespace bl::services::rules
