#include "sync/server/hq_application.h"

namespace bl::sync {

HqApplication::HqApplication(const HqContext& context, const IngestOptions& ingest)
    : m_context(context)
    , m_tokens(context)
    , m_feed(context)
    , m_ingest(context, ingest, [this](const FeedChange& change) { m_feed.changed(change); })
    , m_router(context, m_ingest, m_feed, m_tokens, [this] { registersChanged(); })
{
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
