#include "tests/sim/sim_hq.h"

#include "core/services/entity_conversion.h"
#include "core/services/operation_writer.h"
#include "core/staff/user.h"
#include "core/storage/hq_state_store.h"
#include "core/storage/product_store.h"
#include "sync/server/enrolment.h"
#include "tests/support/register_fixture.h"

namespace bl::test {

using journal::Entity;
using journal::EntityChanged;
using journal::EntityCreated;
using journal::EntityKind;
using journal::OperationData;

/// Jobs on the spot, on the one connection.
class SimHq::Access final : public sync::DatabaseAccess {
public:
    explicit Access(sql::Database& database)
        : m_database(database)
    {
    }

    void write(Job job) override { job(m_database); }
    void read(Job job) override { job(m_database); }

private:
    sql::Database& m_database;
};

SimHq::SimHq(VirtualTime& time, const std::string& file, std::uint64_t seed)
    : SimProcess(time, file, storage::Side::Hq, seed)
{
}

SimHq::~SimHq()
{
    unmade();
}

void SimHq::made()
{
    m_access = std::make_unique<Access>(database());
    m_application = std::make_unique<sync::HqApplication>(
        sync::HqContext{*m_executor, m_clock, m_random, *m_access});
}

void SimHq::unmade()
{
    m_application.reset();
    m_access.reset();
}

void SimHq::makeOrganisation()
{
    const storage::Site site{OrganisationId{m_ids->next()}, must(Currency::create("CNY")),
        must(TimeZone::create("Asia/Shanghai")), RegisterId{m_ids->next()}, 1, "HQ", std::nullopt};
    {
        auto transaction = must(sql::Transaction::begin(database()));
        must(storage::SiteStore(database()).save(site));
        must(storage::JournalStore(database()).create(1, site.registerId, site.organisation, {}));
        std::array<std::uint8_t, 32> key{};
        m_random.fill(key);
        must(storage::HqStateStore(database()).create(EpochId{m_ids->next()}, key));
        must(transaction.commit());
    }
    std::vector<OperationData> first;
    for (const char* code : {"S01", "S02"})
        first.emplace_back(EntityCreated{Entity(EntityKind::Store, m_ids->next())
                                             .set("code", code)
                                             .set("name", code)
                                             .set("active", std::int64_t{1})});
    first.emplace_back(EntityCreated{Entity(EntityKind::User, staff::kSystemUser.uuid)
                                         .set("login", "system")
                                         .set("name", "System")
                                         .set("passwordHash", "$argon2id$never to a register")
                                         .set("active", std::int64_t{1})});
    must(write(first));
    for (int i = 0; i < 4; ++i)
        must(write(newProduct()));
}

std::string SimHq::enrolmentCode(const std::string& storeCode)
{
    return must(sync::Enrolment(database(), m_clock, m_random).createCode(storeCode));
}

Result<void> SimHq::write(const std::vector<OperationData>& operations)
{
    services::OperationWriter writer(database(), m_clock, m_positions);
    BL_TRY(auto batch, writer.begin());
    for (const auto& operation : operations)
        BL_CHECK(batch.add(staff::kSystemUser, operation));
    BL_CHECK(batch.commit());
    m_application->changed();
    return {};
}

std::vector<OperationData> SimHq::newProduct()
{
    catalog::Product product;
    product.id = ProductId{m_ids->next()};
    product.code = "HQ" + std::to_string(++m_made);
    product.name = "洁面乳 " + std::to_string(m_made);
    product.initials = "jmr";
    product.unit = "件";
    return {EntityCreated{services::toEntity(product)},
        EntityCreated{
            services::priceEntity(product.id, Money::minor(m_random.between(100, 9999)), 0)}};
}

/// New prices of some products, and the release that brings them into force.
std::vector<OperationData> SimHq::newPrices()
{
    const auto release = must(storage::ProductStore(database()).currentRelease()) + 1;
    std::vector<OperationData> operations;
    const auto& schema = journal::schemaOf(EntityKind::Price);
    for (const auto& product : must(storage::ProductStore(database()).list({}, 0, 100))) {
        if (product.store || m_random.below(3) != 0)
            continue;
        EntityChanged changed;
        changed.kind = EntityKind::Price;
        changed.id = product.id.uuid;
        changed.fields.emplace_back(*schema.find("release"), release);
        changed.fields.emplace_back(*schema.find("amount"), m_random.between(100, 9999));
        operations.emplace_back(std::move(changed));
    }
    operations.emplace_back(
        EntityCreated{Entity(EntityKind::Release, m_ids->next()).set("number", release)});
    return operations;
}

std::vector<OperationData> SimHq::changedMember()
{
    std::vector<Uuid> members;
    must(storage::EntityStore(database()).visitAll(EntityKind::Member, [&](const Entity& entity) {
        members.push_back(entity.id);
        return Result<void>();
    }));
    if (members.empty())
        return newProduct();
    EntityChanged changed;
    changed.kind = EntityKind::Member;
    changed.id = members[m_random.below(members.size())];
    changed.fields.emplace_back(*journal::schemaOf(EntityKind::Member).find("note"),
        "HQ wrote " + std::to_string(m_random.below(1000)));
    return {changed};
}

void SimHq::work()
{
    switch (m_random.below(4)) {
    case 0: (void)write(newProduct()); break;  // a kill may refuse the commit
    case 1: (void)write(newPrices()); break;
    default: (void)write(changedMember()); break;
    }
}

}  // namespace bl::test
