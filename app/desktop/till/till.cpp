#include "app/desktop/till/till.h"

#include "core/sql/migrator.h"
#include "core/storage/schema.h"

#include <QMetaObject>

namespace bl::desktop {

TillServices::TillServices(const services::ServiceContext& context, services::PinGuard& guard)
    : sell(context)
    , shifts(context)
    , members(context)
    , tickets(context)
    , login(context, guard)
    , templates(context)
    , payments(context.database, context.clock, context.ids)
    , prints(context)
    , settings(context.database)
{
}

TillQueries::TillQueries(sql::Database& database)
    : products(database)
    , members(database)
    , site(database)
    , settings(database)
    , sync(database)
    , shifts(database)
    , tickets(database)
    , users(database)
    , entities(database)
    , templates(database)
    , ledger(database)
{
}

Result<void> AddedLines::lineAdded(sql::Database& database, const journal::Operation& operation)
{
    m_added = true;
    return m_pending.lineAdded(database, operation);
}

Result<void> AddedLines::batchApplied(sql::Database& database, const storage::Touched& touched)
{
    return m_pending.batchApplied(database, touched);
}

Till::Till(const WallClock& wall, const MonotonicClock& monotonic, RandomSource& random)
    : m_wall(wall)
    , m_random(random)
    , m_guard(monotonic)
    , m_ids(wall, random)
{
}

Till::~Till() = default;

Result<std::unique_ptr<Till>> Till::open(const std::string& file, const WallClock& wall,
    const MonotonicClock& monotonic, RandomSource& random)
{
    std::unique_ptr<Till> till(new Till(wall, monotonic, random));
    BL_TRY(till->m_writer,
        sql::DatabaseThread::start(file, sql::Access::Writer,
            [&wall, &ids = till->m_ids](sql::Database& database) -> Result<void> {
                BL_CHECK(
                    sql::migrate(database, storage::migrationsOf(storage::Side::Register), wall));
                // Before anything is charged: what the last run left in the middle is unknown.
                BL_CHECK(services::PaymentService(database, wall, ids).recover());
                return {};
            }));
    BL_TRY(till->m_reader, sql::DatabaseThread::start(file, sql::Access::Reader));
    return till;
}

TillServices& Till::servicesOn(sql::Database& database)
{
    if (!m_services) {
        m_operations = std::make_unique<services::OperationWriter>(database, m_wall, m_addedLines);
        m_services = std::make_unique<TillServices>(
            services::ServiceContext{database, m_wall, m_random, m_ids, *m_operations}, m_guard);
    }
    return *m_services;
}

void Till::answer(const QPointer<QObject>& receiver, std::function<void()> deliver)
{
    // The receiver may die on its own thread at any moment: the delivery goes through this object,
    // which outlives both database threads, and looks there again.
    QMetaObject::invokeMethod(
        this,
        [receiver, deliver = std::move(deliver)] {
            if (receiver)
                deliver();
        },
        Qt::QueuedConnection);
}

}  // namespace bl::desktop
