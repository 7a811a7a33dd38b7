#pragma once

#include "core/journal/entity.h"
#include "core/money/money.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bl::services {

/// The setting that holds the name of the business, as it stands at the head of receipts.
inline constexpr std::string_view kOrganisationName = "organisation.name";

/// The first store and the owner of a new organisation; the roles that every organisation begins
/// with.
inline constexpr std::string_view kFirstStore = "S01";
inline constexpr std::string_view kOwnerLogin = "owner";

/// The logins of staff::kSystemUser and staff::kImportUser. No file may name them.
inline constexpr std::string_view kSystemLogin = "system";
inline constexpr std::string_view kImportLogin = "import";

/// A PIN or password that a user shall have.
struct PlannedSecret {
    std::string plain;    ///< as the file gives it; empty where it gives the hash
    std::string hash;     ///< what is to be stored; empty until it is made
    std::string matches;  ///< a stored hash that `plain` is known to fit
};

/// What the file says of one entity. What it does not say stays as it is.
struct PlannedEntity {
    std::string pointer;  ///< where in the file: `/users/3`
    std::string key;      ///< code, login or number
    std::vector<std::pair<std::size_t, journal::FieldValue>>
        fields;             ///< position in the schema, value
    std::string reference;  ///< a user's role, a product's category, a member's tier: its code
    std::optional<PlannedSecret> pin;
    std::optional<PlannedSecret> password;
    std::optional<Money> price;
};

struct PlannedSection {
    journal::EntityKind kind{};
    std::vector<PlannedEntity> entities;
};

/// What one organisation file describes: sections in the order in which later ones may refer to
/// earlier ones.
struct OrganisationPlan {
    std::optional<std::string> name;
    std::vector<PlannedSection> sections;
};

}  // namespace bl::services
