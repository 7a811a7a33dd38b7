#pragma once

#include "core/base/strong_id.h"
#include "core/base/time_zone.h"
#include "core/money/money.h"
#include "core/sql/database.h"

#include <optional>
#include <string>

namespace bl::storage {

/// Which organisation, store and register a database belongs to. HQ is a register too, without a
/// store.
struct Site {
    OrganisationId organisation;
    Currency currency;
    TimeZone timeZone;
    RegisterId registerId;
    std::int64_t registerNo;
    std::string registerCode;  ///< `S01-1`; `HQ`
    std::optional<StoreId> store;
};

class SiteStore {
public:
    explicit SiteStore(sql::Database& database)
        : m_database(database)
    {
    }

    /// Nothing before the enrolment.
    Result<std::optional<Site>> find();

    /// Fails with NotEnrolled before the enrolment.
    Result<Site> load();
    Result<void> save(const Site& site);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
