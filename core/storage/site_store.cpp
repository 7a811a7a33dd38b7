#include "core/storage/site_store.h"

namespace bl::storage {

Result<std::optional<Site>> SiteStore::find()
{
    BL_TRY(auto rows,
        m_database.select("SELECT organisation_id, currency, time_zone, register_id, register_no, "
                          "register_code, store_id"
                          " FROM site WHERE one = 1"));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return std::optional<Site>{};
    }
    BL_TRY(auto currency, Currency::create(rows.text(1)));
    BL_TRY(auto zone, TimeZone::create(rows.text(2)));
    return std::optional<Site>{
        Site{rows.id<OrganisationId>(0), std::move(currency), std::move(zone),
            rows.id<RegisterId>(3), rows.integer(4), rows.text(5), rows.optionalId<StoreId>(6)}};
}

Result<Site> SiteStore::load()
{
    BL_TRY(auto site, find());
    if (!site)
        return Error{ErrorCode::NotEnrolled, {}};
    return *std::move(site);
}

Result<void> SiteStore::save(const Site& site)
{
    BL_CHECK(m_database.run(
        "INSERT INTO site (one, organisation_id, currency, time_zone, register_id, register_no,"
        " register_code, store_id) VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
        site.organisation, site.currency.code, site.timeZone.name(), site.registerId,
        site.registerNo, site.registerCode, site.store));
    return {};
}

}  // namespace bl::storage
