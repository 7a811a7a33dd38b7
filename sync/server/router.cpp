#include "sync/server/router.h"

#include "core/base/text.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "sync/server/error_problem.h"
#include "sync/server/problem.h"

#include <algorithm>
#include <cctype>

namespace bl::sync {

namespace {

bool isMediaType(std::string_view field, std::string_view expected)
{
    const std::string type = trimmed(field.substr(0, field.find(';')));
    return std::equal(type.begin(), type.end(), expected.begin(), expected.end(),
        [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

/// Whether a request's path is that of a route, which leaves its end open where it has a slash
/// there.
bool isPath(std::string_view route, std::string_view path)
{
    if (!route.ends_with('/'))
        return route == path;
    return path.starts_with(route) && path.size() > route.size()
        && path.find('/', route.size()) == std::string_view::npos;
}

}  // namespace

struct Router::Route {
    enum class Protocol {
        Any,       ///< what everybody may ask
        Required,  ///< the header must name a version that HQ speaks
        Latest,  ///< a push is never sent away for its version: what a register sold must reach HQ
    };

    std::string_view method;
    std::string_view path;  ///< with a slash at its end: of what bears one more name
    const char* name;
    Protocol protocol;
    std::string_view media;  ///< of the body; empty where there is none
    Handler handler;
    RegisterHandler registerHandler;  ///< instead, where a token is needed
};

const Router::Route* Router::findRoute(const HttpRequest& request)
{
    using Protocol = Route::Protocol;
    static const Route kRoutes[]{
        {"GET", "/healthz", "health", Protocol::Any, {}, &Router::health, nullptr},
        {"GET", "/readyz", "readiness", Protocol::Any, {}, &Router::readiness, nullptr},
        {"GET", "/metrics", "metrics", Protocol::Any, {}, &Router::metrics, nullptr},
        {"GET", paths::kStatus, "status", Protocol::Any, {}, &Router::status, nullptr},
        {"POST", paths::kEnrolments, "enrolment", Protocol::Required, kJsonType, &Router::enrol,
            nullptr},
        {"POST", paths::kToken, "token", Protocol::Required, {}, nullptr, &Router::renewToken},
        {"POST", paths::kJournal, "push", Protocol::Latest, kNdjson, nullptr, &Router::push},
        {"GET", paths::kJournal, "lines", Protocol::Required, {}, nullptr, &Router::ownLines},
        {"GET", paths::kHead, "head", Protocol::Required, {}, nullptr, &Router::head},
        {"GET", paths::kFeed, "feed", Protocol::Required, {}, nullptr, &Router::feed},
        {"GET", paths::kSales, "sale", Protocol::Required, {}, nullptr, &Router::sale},
    };
    // What may be read may be asked for without its body.
    const std::string_view method =
        request.method == "HEAD" ? std::string_view("GET") : request.method;
    const auto path = request.path();
    const auto* found = std::find_if(std::begin(kRoutes), std::end(kRoutes),
        [&](const Route& route) { return isPath(route.path, path) && route.method == method; });
    return found == std::end(kRoutes) ? nullptr : found;
}

std::string Router::allowedMethods(std::string_view path)
{
    std::string allowed;
    for (const char* method : {"GET", "HEAD", "POST"}) {
        HttpRequest request;
        request.method = method;
        request.target = path;
        if (findRoute(request))
            allowed += (allowed.empty() ? "" : ", ") + std::string(method);
    }
    return allowed;
}

Router::Router(const HqContext& context, Ingest& ingest, Feed& feed, RegisterTokens& tokens,
    TroubleLog& troubles, std::function<void()> registersChanged)
    : m_context(context)
    , m_ingest(ingest)
    , m_feed(feed)
    , m_tokens(tokens)
    , m_troubles(troubles)
    , m_registersChanged(std::move(registersChanged))
    , m_guard(context)
{
}

std::size_t Router::bodyLimit(const HttpRequest& head) const
{
    return head.method == "POST" && head.path() == paths::kJournal ? kMaxPushBytes
                                                                   : kMaxSmallBodyBytes;
}

void Router::handle(HttpRequest request, HttpRespond respond)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    exchange->respond = std::move(respond);
    exchange->started = std::chrono::steady_clock::now();
    m_context.executor.post(
        m_lifetime.guarded([this, exchange = std::move(exchange)] { route(exchange); }));
}

void Router::shuttingDown()
{
    m_context.executor.post(m_lifetime.guarded([this] { m_feed.release(); }));
}

void Router::route(const ExchangePtr& exchange)
{
    const auto& request = exchange->request;
    const Route* route = findRoute(request);
    if (!route) {
        const std::string allowed = allowedMethods(request.path());
        if (allowed.empty())
            return answer(exchange, problemOf({ErrorCode::NotFound, {"path"}}));
        auto response = problemOf({ErrorCode::MethodNotAllowed, {excerpt(request.method, 16)}});
        response.headers.add("Allow", allowed);
        return answer(exchange, std::move(response));
    }
    exchange->route = route->name;
    if (route->protocol == Route::Protocol::Required
        && request.headers.find(kProtocolHeader) != std::to_string(kProtocolVersion)) {
        auto response = problem(426, "upgrade", "HQ speaks other versions of the protocol",
            kProtocolHeader, Retry::Never, Json{{"protocols", Json::array({kProtocolVersion})}});
        response.headers.add("Upgrade", "Branchline/" + std::to_string(kProtocolVersion));
        return answer(exchange, std::move(response));
    }
    if (!route->media.empty() && !isMediaType(request.headers.find("Content-Type"), route->media))
        return answer(exchange,
            problemOf({ErrorCode::UnsupportedMedia, {std::string(route->media) + " expected"}}));
    if (request.body.size() > bodyLimit(request))
        return answer(exchange,
            problemOf({ErrorCode::TooLarge, {"body", std::to_string(bodyLimit(request))}}));
    if (route->registerHandler)
        return identified(exchange, route->registerHandler);
    (this->*route->handler)(exchange);
}

void Router::identified(const ExchangePtr& exchange, RegisterHandler handler)
{
    m_tokens.identify(exchange->request.headers.find("Authorization"),
        [this, exchange, handler](const Result<RegisterIdentity>& from) {
            if (!from)
                return refuse(exchange, from.error());
            (this->*handler)(exchange, *from);
        });
}

void Router::answer(const ExchangePtr& exchange, HttpResponse response) const
{
    if (response.headers.find("Cache-Control").empty())
        response.headers.add("Cache-Control", "no-store");
    const auto duration = std::chrono::steady_clock::now() - exchange->started;
    m_metrics.count(exchange->route, response.status,
        std::chrono::duration_cast<std::chrono::microseconds>(duration));
    exchange->respond(std::move(response));
}

void Router::answer(const ExchangePtr& exchange, const Result<HttpResponse>& response) const
{
    if (!response)
        return refuse(exchange, response.error());
    answer(exchange, *response);
}

/// An answer that says no more than that HQ failed sends its reader to the log.
void Router::refuse(const ExchangePtr& exchange, const Error& error) const
{
    auto response = problemOf(error);
    if (response.status == 500)
        m_troubles.requestFailed(exchange->route, error);
    answer(exchange, std::move(response));
}

void Router::answerFrom(
    const ExchangePtr& exchange, std::function<Result<HttpResponse>(sql::Database&)> work)
{
    m_context.database.read([this, exchange, work = std::move(work)](sql::Database& database) {
        const auto answered = work(database);
        // Behind a 503 of a reader is no transaction whose failure was told.
        if (!answered && problemOf(answered.error()).status == 503)
            m_troubles.requestFailed(exchange->route, answered.error());
        answer(exchange, answered);
    });
}

}  // namespace bl::sync
