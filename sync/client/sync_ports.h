#pragma once

#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/sql/database.h"
#include "sync/protocol/transport.h"

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace bl::sync {

/// Runs a job on the register's writer: on its thread in the product, on the spot in the simulator.
/// The job posts what comes next onto the executor. Jobs that wait when the program ends may be
/// dropped or run, but not half.
using DatabaseRunner = std::function<void(std::function<void(sql::Database&)>)>;

/// Keeps a new token where the register's token is kept and says on the executor how that went.
using TokenKeeper =
    std::function<void(const std::string& token, std::function<void(Result<void>)> kept)>;

/// What the register's side works with. All of it outlives the engine.
struct SyncPorts {
    Transport& transport;
    const WallClock& clock;
    Executor& executor;
    RandomSource& random;
    DatabaseRunner database;
    TokenKeeper keepToken;
};

/// Keeps callbacks from reaching an owner that has gone, or has moved on since. Only used on the
/// executor.
class CallbackScope {
public:
    CallbackScope() = default;
    CallbackScope(const CallbackScope&) = delete;
    CallbackScope& operator=(const CallbackScope&) = delete;

    template <typename Task>
    auto guard(Task task) const
    {
        return [scope = std::weak_ptr<const int>(m_scope), task = std::move(task)](
                   auto&&... arguments) mutable {
            if (!scope.expired())
                task(std::forward<decltype(arguments)>(arguments)...);
        };
    }

    /// From now on the callbacks that were guarded so far do nothing.
    void renew() { m_scope = std::make_shared<const int>(0); }

private:
    std::shared_ptr<const int> m_scope = std::make_shared<const int>(0);
};

/// Runs `work(Database&)` on the writer and `then(its value)` on the executor, unless the scope has
/// ended by then.
template <typename Work, typename Then>
void runOnDatabase(const SyncPorts& ports, const CallbackScope& scope, Work work, Then then)
{
    using Answer = std::invoke_result_t<Work&, sql::Database&>;
    ports.database([executor = &ports.executor, work = std::move(work),
                       then = scope.guard(std::move(then))](sql::Database& database) mutable {
        auto answer = std::make_shared<Answer>(work(database));
        executor->post([answer = std::move(answer), then]() mutable { then(std::move(*answer)); });
    });
}

}  // namespace bl::sync
