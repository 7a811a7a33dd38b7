#pragma once

#include "sync/server/enrolment_guard.h"
#include "sync/server/feed.h"
#include "sync/server/http_server.h"
#include "sync/server/ingest.h"
#include "sync/server/metrics.h"
#include "sync/server/register_tokens.h"
#include "sync/server/trouble_log.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace bl::sync {

/// HQ's requests (sync/protocol/openapi.yaml): tells them apart, checks method, protocol, media
/// type and token, hands them on and makes answers out of what comes back. `handle` may be called
/// from any thread; everything else happens on the executor and in database jobs.
class Router final : public HttpHandler {
public:
    /// `registersChanged` is called on the executor after an enrolment.
    Router(const HqContext& context, Ingest& ingest, Feed& feed, RegisterTokens& tokens,
        TroubleLog& troubles, std::function<void()> registersChanged);

    std::size_t bodyLimit(const HttpRequest& head) const override;
    void handle(HttpRequest request, HttpRespond respond) override;

    /// Requests that are held are answered; none is held from now on.
    void shuttingDown() override;

private:
    struct Exchange {
        HttpRequest request;
        HttpRespond respond;
        const char* route = "other";
        std::chrono::steady_clock::time_point started;
    };
    using ExchangePtr = std::shared_ptr<Exchange>;
    using Handler = void (Router::*)(const ExchangePtr&);
    using RegisterHandler = void (Router::*)(const ExchangePtr&, const RegisterIdentity&);
    struct Route;

    static const Route* findRoute(const HttpRequest& request);
    static std::string allowedMethods(std::string_view path);

    void route(const ExchangePtr& exchange);
    void identified(const ExchangePtr& exchange, RegisterHandler handler);
    void answer(const ExchangePtr& exchange, HttpResponse response) const;
    void answer(const ExchangePtr& exchange, const Result<HttpResponse>& response) const;
    void refuse(const ExchangePtr& exchange, const Error& error) const;
    void answerFrom(
        const ExchangePtr& exchange, std::function<Result<HttpResponse>(sql::Database&)> work);

    void health(const ExchangePtr& exchange);
    void readiness(const ExchangePtr& exchange);
    void metrics(const ExchangePtr& exchange);
    void status(const ExchangePtr& exchange);
    void enrol(const ExchangePtr& exchange);
    void renewToken(const ExchangePtr& exchange, const RegisterIdentity& from);
    void push(const ExchangePtr& exchange, const RegisterIdentity& from);
    void ownLines(const ExchangePtr& exchange, const RegisterIdentity& from);
    void head(const ExchangePtr& exchange, const RegisterIdentity& from);
    void feed(const ExchangePtr& exchange, const RegisterIdentity& from);
    void sale(const ExchangePtr& exchange, const RegisterIdentity& from);

    HqContext m_context;
    Ingest& m_ingest;
    Feed& m_feed;
    RegisterTokens& m_tokens;
    TroubleLog& m_troubles;
    std::function<void()> m_registersChanged;
    EnrolmentGuard m_guard;
    mutable RequestMetrics m_metrics;
    Lifetime m_lifetime;
};

}  // namespace bl::sync
