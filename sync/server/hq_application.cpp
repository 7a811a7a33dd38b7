#include "sync/server/hq_application.h"

namespace bl::sync {

HqApplication::HqApplication(
    const HqContext& context, const IngestOptions& ingest, TroubleLog::Write log)
    : m_context(context)
    , m_troubles(context.clock, std::move(log))
    , m_tokens(context)
    , m_feed(context)
    , m_ingest(context, ingest, [this](const FeedChange& change) { m_feed.changed(change); })
    , m_router(context, m_ingest, m_feed, m_tokens, m_troubles, [this] { registersChanged(); })
{
}

void HqApplication::watch(sql::Database& writer)
{
    writer.watchTransactions(
        [this](const std::optional<Error>& failure) { m_troubles.transactionEnded(failure); });
}

void HqApplication::changed()
{
    m_context.executor.post(m_lifetime.guarded([this] { registersChanged(); }));
}

void HqApplication::registersChanged()
{
    m_tokens.changed();
    m_feed.changed({true, {}});
}

}  // namespace bl::sync
