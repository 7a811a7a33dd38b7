#include "core/services/organisation/organisation_setup.h"

#include "core/access/password.h"
#include "core/access/permission.h"
#include "core/base/uuid.h"
#include "core/services/operation_writer.h"
#include "core/services/organisation/organisation_plan.h"
#include "core/staff/user.h"
#include "core/storage/hq_state_store.h"

#include <array>
#include <cstdio>

namespace bl::services {

namespace {

using access::Permission;
using journal::Entity;
using journal::EntityKind;

constexpr std::int64_t kHqRegisterNo = 1;
constexpr const char* kHqRegisterCode = "HQ";

std::string oneTimePin(RandomSource& random)
{
    for (;;) {
        std::array<char, 16> digits{};
        std::snprintf(
            digits.data(), digits.size(), "%06u", static_cast<unsigned>(random.below(1'000'000)));
        if (access::checkPin(digits.data()))
            return digits.data();
    }
}

/// The entities that every organisation begins with, as lines of HQ's journal.
class FirstEntities {
public:
    FirstEntities(OperationWriter::Batch& batch, UuidFactory& ids)
        : m_batch(batch)
        , m_ids(ids)
    {
    }

    Result<void> setting(std::string_view key, const std::string& value)
    {
        return add(Entity(EntityKind::Setting, m_ids.next())
                       .set("key", std::string(key))
                       .set("value", value));
    }

    Result<RoleId> role(
        const char* code, const std::string& name, const access::Permissions& permissions)
    {
        const RoleId id{m_ids.next()};
        BL_CHECK(add(Entity(EntityKind::Role, id.uuid)
                         .set("code", code)
                         .set("name", name)
                         .set("permissions", access::formatPermissions(permissions))
                         .set("active", std::int64_t{1})));
        return id;
    }

    /// Without role and PIN: somebody who acts in the journal and cannot log in.
    Result<void> systemUser(UserId id, std::string_view login, const std::string& name)
    {
        return add(userEntity(id, login, name));
    }

    Result<void> owner(const std::string& name, RoleId role, const std::string& pinHash)
    {
        return add(userEntity(UserId{m_ids.next()}, kOwnerLogin, name)
                       .set("role", role.uuid)
                       .set("pinHash", pinHash)
                       .set("pinTemporary", std::int64_t{1}));
    }

    Result<void> store(std::string_view code, const std::string& name)
    {
        return add(Entity(EntityKind::Store, m_ids.next())
                       .set("code", std::string(code))
                       .set("name", name)
                       .set("active", std::int64_t{1}));
    }

private:
    static Entity userEntity(UserId id, std::string_view login, const std::string& name)
    {
        return Entity(EntityKind::User, id.uuid)
            .set("login", std::string(login))
            .set("name", name)
            .set("active", std::int64_t{1});
    }

    Result<void> add(const Entity& entity)
    {
        BL_CHECK(m_batch.add(staff::kSystemUser, journal::EntityCreated{entity}));
        return {};
    }

    OperationWriter::Batch& m_batch;
    UuidFactory& m_ids;
};

Result<void> addFirstEntities(
    FirstEntities& first, const SetupRequest& request, const std::string& ownerPin)
{
    const auto& names = request.names;
    BL_CHECK(first.systemUser(staff::kSystemUser, kSystemLogin, names.systemUser));
    BL_CHECK(first.systemUser(staff::kImportUser, kImportLogin, names.importUser));
    if (!request.name.empty())
        BL_CHECK(first.setting(kOrganisationName, request.name));
    const access::Permissions all{Permission::Sell, Permission::Refund, Permission::Stock,
        Permission::Shift, Permission::Member, Permission::Settings, Permission::Reports,
        Permission::Approve};
    BL_TRY(const auto ownerRole, first.role("owner", names.ownerRole, all));
    BL_CHECK(first.role("manager", names.managerRole, all));
    BL_CHECK(first.role(
        "cashier", names.cashierRole, {Permission::Sell, Permission::Shift, Permission::Member}));
    BL_TRY(const auto pinHash, access::hashSecret(ownerPin));
    BL_CHECK(first.owner(names.owner, ownerRole, pinHash));
    return first.store(kFirstStore, names.store);
}

}  // namespace

Result<NewOrganisation> OrganisationSetup::create(sql::Database& database,
    const SetupRequest& request, const WallClock& clock, RandomSource& random,
    storage::AppliedListener& listener)
{
    UuidFactory ids(clock, random);
    const OrganisationId organisation{ids.next()};
    const RegisterId hq{ids.next()};
    journal::Nonce nonce{};
    random.fill(nonce);
    std::array<std::uint8_t, 32> cursorKey{};
    random.fill(cursorKey);

    BL_TRY(auto transaction, sql::Transaction::begin(database));
    storage::SiteStore sites(database);
    BL_TRY(const auto existing, sites.find());
    if (existing)
        return Error{ErrorCode::DataDirectoryOccupied, {database.file()}};
    BL_CHECK(sites.save({organisation, request.currency, request.timeZone, hq, kHqRegisterNo,
        kHqRegisterCode, std::nullopt}));
    BL_CHECK(storage::JournalStore(database).create(kHqRegisterNo, hq, organisation, nonce));
    BL_CHECK(storage::HqStateStore(database).create(EpochId{ids.next()}, cursorKey));

    OperationWriter writer(database, clock, listener);
    BL_TRY(auto batch, writer.begin(std::move(transaction)));
    FirstEntities first(batch, ids);
    const auto ownerPin = oneTimePin(random);
    BL_CHECK(addFirstEntities(first, request, ownerPin));
    BL_CHECK(batch.commit());
    return NewOrganisation{organisation, ownerPin};
}

}  // namespace bl::services
