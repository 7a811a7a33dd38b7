#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/time_zone.h"
#include "core/money/money.h"
#include "core/storage/applied_listener.h"

#include <string>

namespace bl::services {

/// What a new organisation's first people and things are called, in the language of whoever makes
/// it.
struct SetupNames {
    std::string store = "Main store";
    std::string ownerRole = "Owner";
    std::string managerRole = "Manager";
    std::string cashierRole = "Cashier";
    std::string owner = "Owner";
    std::string systemUser = "System";
    std::string importUser = "Import";
};

struct SetupRequest {
    Currency currency;
    TimeZone timeZone;
    std::string name;  ///< of the business; may be empty
    SetupNames names;
};

struct NewOrganisation {
    OrganisationId organisation;
    std::string ownerPin;  ///< one-time, six digits; kept nowhere else
};

/// Makes an organisation: HQ as register 1 with its journal, the roles, the users who act where no
/// person does, the owner, and the first store.
class OrganisationSetup {
public:
    /// The database is HQ's, with its tables and without an organisation. All in one transaction.
    /// Fails with DataDirectoryOccupied where an organisation is there already.
    static Result<NewOrganisation> create(sql::Database& database, const SetupRequest& request,
        const WallClock& clock, RandomSource& random, storage::AppliedListener& listener);
};

}  // namespace bl::services
