#pragma once

#include "sync/server/feed.h"
#include "sync/server/http_server.h"
#include "sync/server/ingest.h"
#include "sync/server/register_tokens.h"
#include "sync/server/router.h"
#include "sync/server/trouble_log.h"

namespace bl::sync {

/// HQ without threads and sockets: requests in, answers out.
///
/// To drive it, give it an Executor, a clock, a random source and a DatabaseAccess, call `handle`
/// and run the executor: tasks in order, timers when their time has come. A simulator's
/// DatabaseAccess runs each job on the spot: `write` with the one Writer of the file, which
/// `storage::migrationsOf(Side::Hq)` and `branchline-hq init` have prepared; `read` with a Reader
/// of the same file or with the Writer itself, while no job is running. Nothing is kept in memory
/// that the database does not hold, so a crash is the end of this object, of the executor's tasks
/// and of the connections; a new one on the same file goes on. Answers that were not given by then
/// never come.
///
/// Made, used and destroyed where the executor runs, or while it stands still; `handle`, `changed`
/// and `shuttingDown` may be called from any thread.
class HqApplication final : public HttpHandler {
public:
    /// `log` takes a line about each failure of HQ's own, from any thread.
    explicit HqApplication(
        const HqContext& context, const IngestOptions& ingest = {}, TroubleLog::Write log = {});

    /// From now on counts and tells how transactions of the writer's connection end. The connection
    /// ends before this object, or makes no more of them.
    void watch(sql::Database& writer);

    std::size_t bodyLimit(const HttpRequest& head) const override
    {
        return m_router.bodyLimit(head);
    }
    void handle(HttpRequest request, HttpRespond respond) override
    {
        m_router.handle(std::move(request), std::move(respond));
    }
    void shuttingDown() override { m_router.shuttingDown(); }

    /// Something other than a request wrote to the database: whoever waits for news looks again,
    /// and tokens are read anew.
    void changed();

private:
    void registersChanged();

    HqContext m_context;
    TroubleLog m_troubles;
    RegisterTokens m_tokens;
    Feed m_feed;
    Ingest m_ingest;
    Router m_router;
    Lifetime m_lifetime;
};

}  // namespace bl::sync
