#pragma once

#include "core/base/result.h"
#include "core/services/organisation/organisation_plan.h"

#include <string_view>

namespace bl::services {

/// Reads an organisation file (resources/schema/organisation.schema.json) and checks all that can
/// be known without the organisation. Fails with InvalidOrganisation at the first thing that is
/// wrong: its JSON pointer (`#` for the whole file) and the reason.
Result<OrganisationPlan> parseOrganisation(std::string_view text);

}  // namespace bl::services
