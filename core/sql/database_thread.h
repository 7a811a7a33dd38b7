#pragma once

#include "core/sql/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace bl::sql {

/// A connection on a thread of its own that works off jobs in order: the one writer of a file, or a
/// reader. A writer checkpoints when nobody wants anything of it.
class DatabaseThread {
public:
    using Job = std::function<void(Database&)>;

    /// Opens the file on the new thread and runs `prepare` (migrations) there; fails with what
    /// either of them says.
    static Result<std::unique_ptr<DatabaseThread>> start(const std::string& file, Access access,
        std::function<Result<void>(Database&)> prepare = {});
    /// Works off what is queued, then ends.
    ~DatabaseThread();

    void post(Job job);

    /// Runs `work(Database&)` there and waits for its value. Never call it from a job.
    template <typename Work>
    auto call(Work work)
    {
        using Answer = std::invoke_result_t<Work, Database&>;
        std::promise<Answer> promise;
        auto future = promise.get_future();
        post([&promise, &work](Database& database) { promise.set_value(work(database)); });
        return future.get();
    }

private:
    DatabaseThread() = default;
    void run(const std::string& file, Access access,
        const std::function<Result<void>(Database&)>& prepare, std::promise<Result<void>>& started);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace bl::sql
