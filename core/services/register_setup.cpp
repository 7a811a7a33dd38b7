#include "core/services/register_setup.h"

#include "core/storage/journal_store.h"
#include "core/storage/sync_state_store.h"

namespace bl::services {

Result<void> setUpRegister(sql::Database& database, const RegisterIdentity& identity)
{
    BL_ASSERT(identity.site.store);
    BL_TRY(auto transaction, sql::Transaction::begin(database));
    storage::SiteStore sites(database);
    BL_TRY(const auto known, sites.find());
    if (known)
        return Error{ErrorCode::AlreadyEnrolled, {known->registerCode}};
    const auto& site = identity.site;
    BL_CHECK(sites.save(site));
    BL_CHECK(storage::JournalStore(database).create(
        site.registerNo, site.registerId, site.organisation, identity.nonce));
    BL_CHECK(storage::SyncStateStore(database).create(
        identity.hqUrl, identity.caFile, identity.epoch, identity.tokenIssued));
    return transaction.commit();
}

}  // namespace bl::services
