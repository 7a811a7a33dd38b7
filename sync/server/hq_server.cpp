#include "sync/server/hq_server.h"

#include "core/base/thread_executor.h"
#include "core/sql/migrator.h"
#include "core/storage/schema.h"
#include "core/storage/site_store.h"
#include "sync/server/enrolment.h"
#include "sync/server/hq_application.h"

#include <algorithm>
#include <atomic>
#include <vector>

namespace bl::sync {

/// The parts in the order in which they are made. They end the other way round: first nothing comes
/// in any more, then the executor stands still, then the database threads finish their jobs, and
/// only then what jobs and tasks use goes.
class HqServer::Threads {
public:
    /// Jobs on threads: one writer, and readers in turn.
    class Database final : public DatabaseAccess {
    public:
        void write(Job job) override { writer->post(std::move(job)); }
        void read(Job job) override
        {
            readers[m_next.fetch_add(1, std::memory_order_relaxed) % readers.size()]->post(
                std::move(job));
        }

        std::unique_ptr<sql::DatabaseThread> writer;
        std::vector<std::unique_ptr<sql::DatabaseThread>> readers;

    private:
        std::atomic<std::size_t> m_next{0};
    };

    Threads(const WallClock& clock, RandomSource& random)
        : m_clock(clock)
        , m_random(random)
    {
    }
    ~Threads() { stop(); }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

    Result<void> start(HqServerOptions options);
    void stop();

    const WallClock& m_clock;
    RandomSource& m_random;
    std::chrono::milliseconds m_patience{0};
    Database m_database;
    std::unique_ptr<ThreadExecutor> m_executor;
    std::unique_ptr<HqApplication> m_application;
    std::unique_ptr<HttpServer> m_http;
};

Result<void> HqServer::Threads::start(HqServerOptions options)
{
    m_patience = options.drainPatience;
    BL_TRY(m_database.writer,
        sql::DatabaseThread::start(options.databaseFile, sql::Access::Writer,
            [this](sql::Database& database) { return prepareHq(database, m_clock); }));
    for (int i = 0; i < std::max(1, options.readers); ++i) {
        BL_TRY(auto reader, sql::DatabaseThread::start(options.databaseFile, sql::Access::Reader));
        m_database.readers.push_back(std::move(reader));
    }
    m_executor = std::make_unique<ThreadExecutor>();
    m_application = std::make_unique<HqApplication>(
        HqContext{*m_executor, m_clock, m_random, m_database}, options.ingest, options.log);
    m_database.writer->post([application = m_application.get()](
                                sql::Database& database) { application->watch(database); });
    BL_TRY(m_http, HttpServer::create(std::move(options.http), *m_application));
    return {};
}

void HqServer::Threads::stop()
{
    if (m_http)
        m_http->drain(m_patience);
    if (m_executor)
        m_executor->stop();
    m_database.readers.clear();
    m_database.writer.reset();
    // Tasks and polls that are left hold ways to answer, which lead into the server.
    m_application.reset();
    m_executor.reset();
    m_http.reset();
}

Result<void> prepareHq(sql::Database& database, const WallClock& clock)
{
    const auto prepare = [&]() -> Result<void> {
        BL_CHECK(sql::migrate(database, storage::migrationsOf(storage::Side::Hq), clock));
        BL_CHECK(storage::SiteStore(database).load());
        return {};
    };
    const auto prepared = prepare();
    // Said of HQ's database, both mean that it is not the one that `init` made.
    if (!prepared
        && (prepared.error().code == ErrorCode::NotEnrolled
            || prepared.error().code == ErrorCode::DatabaseMissing))
        return Error{ErrorCode::OrganisationMissing, {database.file()}};
    return prepared;
}

HqServer::HqServer() = default;

HqServer::~HqServer() = default;

Result<std::unique_ptr<HqServer>> HqServer::start(
    HqServerOptions options, const WallClock& clock, RandomSource& random)
{
    std::unique_ptr<HqServer> server(new HqServer);
    server->m_threads = std::make_unique<Threads>(clock, random);
    BL_CHECK(server->m_threads->start(std::move(options)));
    return server;
}

int HqServer::port() const
{
    return m_threads && m_threads->m_http ? m_threads->m_http->port() : 0;
}

void HqServer::stop()
{
    m_threads->stop();
}

Result<std::string> HqServer::createEnrolmentCode(const std::string& storeCode)
{
    return writer().call([this, &storeCode](sql::Database& database) {
        return Enrolment(database, m_threads->m_clock, m_threads->m_random).createCode(storeCode);
    });
}

sql::DatabaseThread& HqServer::writer()
{
    BL_ASSERT(m_threads->m_database.writer);
    return *m_threads->m_database.writer;
}

void HqServer::changed()
{
    if (m_threads->m_application)
        m_threads->m_application->changed();
}

}  // namespace bl::sync
