#pragma once

#include "core/base/json.h"
#include "core/journal/entity.h"
#include "core/services/organisation/organisation_plan.h"
#include "core/services/service_context.h"

#include <map>

namespace bl::services {

/// What was applied, by kind; kinds without change are not named.
struct ApplySummary {
    struct Count {
        std::int64_t created = 0;
        std::int64_t changed = 0;
    };
    std::map<journal::EntityKind, Count> counts;

    bool isEmpty() const { return counts.empty(); }

    /// `{"product":{"created":200,"changed":0},…}`
    Json toJson() const;
};

/// Brings the organisation to what a plan describes: what is new is made, what differs is changed,
/// each a line of HQ's own journal. Products and templates are HQ's own; a store's product of the
/// same code and a store's template of the same name stay the store's.
class OrganisationService {
public:
    explicit OrganisationService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Makes the hashes of new PINs and passwords, about 70 ms each, before anybody else has to
    /// wait for them: on any connection, outside a transaction. `apply` makes those that are
    /// missing.
    static Result<void> settleSecrets(OrganisationPlan& plan, sql::Database& database);

    /// All or nothing, in one transaction; where nothing differs there is no line. Prices that
    /// differ get the next release, which comes last. Fails with InvalidOrganisation.
    Result<ApplySummary> apply(const OrganisationPlan& plan, UserId by);

private:
    ServiceContext m_context;
};

}  // namespace bl::services
