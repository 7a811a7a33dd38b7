#include "core/sql/database_thread.h"

namespace bl::sql {

namespace {
/// From 4 MiB of log on an idle writer checkpoints; from 64 MiB on a busy one does too, so that the
/// log stays bounded. A writer between two jobs of a busy hour is not idle: a checkpoint then costs
/// the next job two syncs, and the same pages are copied again soon.
constexpr int kIdleCheckpointPages = 1024;
constexpr std::chrono::milliseconds kIdleAfter{100};
constexpr int kBusyCheckpointPages = 16384;
}  // namespace

Result<std::unique_ptr<DatabaseThread>> DatabaseThread::start(
    const std::string& file, Access access, std::function<Result<void>(Database&)> prepare)
{
    std::unique_ptr<DatabaseThread> thread(new DatabaseThread);
    std::promise<Result<void>> started;
    auto result = started.get_future();
    thread->m_thread = std::thread([self = thread.get(), file, access, &prepare, &started] {
        self->run(file, access, prepare, started);
    });
    BL_CHECK(result.get());
    return thread;
}

DatabaseThread::~DatabaseThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void DatabaseThread::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void DatabaseThread::run(const std::string& file, Access access,
    const std::function<Result<void>(Database&)>& prepare, std::promise<Result<void>>& started)
{
    auto opened = Database::open(file, access);
    if (opened && prepare) {
        if (auto prepared = prepare(**opened); !prepared) {
            const Error error = prepared.error();
            opened = error;
        }
    }
    if (!opened) {
        started.set_value(opened.error());
        return;
    }
    Database& database = **opened;
    started.set_value({});

    std::unique_lock lock(m_mutex);
    for (;;) {
        if (m_jobs.empty()) {
            if (m_stopping)
                return;
            if (access == Access::Writer && database.walPages() >= kIdleCheckpointPages) {
                if (m_wake.wait_for(lock, kIdleAfter) == std::cv_status::no_timeout
                    || !m_jobs.empty() || m_stopping)
                    continue;
                lock.unlock();
                (void)
                    database.checkpoint();  // a failed checkpoint loses nothing and is tried again
                lock.lock();
                continue;
            }
            m_wake.wait(lock);
            continue;
        }
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job(database);
        job = nullptr;
        if (access == Access::Writer && database.walPages() >= kBusyCheckpointPages)
            (void)database.checkpoint();
        lock.lock();
    }
}

}  // namespace bl::sql
