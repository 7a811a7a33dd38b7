#include "core/base/text.h"
#include "core/storage/hq_state_store.h"
#include "core/storage/journal_store.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "sync/server/enrolment.h"
#include "sync/server/error_problem.h"
#include "sync/server/problem.h"
#include "sync/server/router.h"
#include "sync/server/sale_row.h"

#include <algorithm>

/// What the single requests do.
namespace bl::sync {

namespace {

constexpr std::int64_t kMaxParameter = std::int64_t{1} << 40;

HttpResponse textResponse(std::string text)
{
    HttpResponse response;
    response.headers.add("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(text);
    return response;
}

HttpResponse jsonResponse(int status, const Json& json)
{
    HttpResponse response;
    response.status = status;
    response.headers.add("Content-Type", kJsonType);
    response.body = dumpJson(json);
    return response;
}

HttpResponse ndjsonResponse(std::string body)
{
    HttpResponse response;
    response.headers.add("Content-Type", kNdjson);
    response.body = std::move(body);
    return response;
}

Result<std::int64_t> numberParameter(
    const HttpRequest& request, const char* name, std::int64_t otherwise)
{
    const std::string text = request.query(name);
    if (text.empty())
        return otherwise;
    std::int64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || number > kMaxParameter)
            return Error{ErrorCode::InvalidArgument, {std::string(name) + ": a number expected"}};
        number = number * 10 + (c - '0');
    }
    return number;
}

Result<std::int64_t> firstParameter(const HttpRequest& request)
{
    BL_TRY(const std::int64_t first, numberParameter(request, "first", 0));
    if (first < 1 || first >= kMaxParameter)
        return Error{ErrorCode::InvalidArgument, {"first: the number of the first line expected"}};
    return first;
}

Result<std::string> loadEpoch(sql::Database& database)
{
    BL_TRY(auto rows, database.select("SELECT epoch FROM hq_state WHERE one = 1"));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return Error{ErrorCode::NotEnrolled, {}};
    }
    return rows.text(0);
}

}  // namespace

void Router::health(const ExchangePtr& exchange)
{
    answer(exchange, textResponse("ok\n"));
}

void Router::readiness(const ExchangePtr& exchange)
{
    if (!m_troubles.savingFailure())
        return answerFrom(exchange, [](sql::Database& database) -> Result<HttpResponse> {
            BL_CHECK(loadEpoch(database));
            return textResponse("ready\n");
        });
    // Nobody may push in the meantime: a small write shows whether it works again.
    m_context.database.write(
        [this, exchange, now = m_context.clock.now()](sql::Database& database) {
            const auto saved = storage::HqStateStore(database).probe(now);
            answer(exchange, saved ? Result<HttpResponse>(textResponse("ready\n")) : saved.error());
        });
}

void Router::metrics(const ExchangePtr& exchange)
{
    const auto& totals = m_ingest.totals();
    const auto counter = [](const char* name, std::uint64_t value) {
        return metricText(name, MetricType::Counter, static_cast<std::int64_t>(value));
    };
    std::string text = counter("branchline_push_batches_total", totals.batches)
        + counter("branchline_push_lines_total", totals.lines)
        + counter("branchline_push_quarantined_total", totals.quarantined)
        + counter("branchline_push_flags_total", totals.flags)
        + metricText("branchline_failed_transactions_total", MetricType::Counter,
            m_troubles.failedTransactions())
        + metricText("branchline_feed_waiting", MetricType::Gauge,
            static_cast<std::int64_t>(m_feed.waiting()));
    answerFrom(
        exchange, [this, text = std::move(text)](sql::Database& database) -> Result<HttpResponse> {
            struct Figure {
                const char* name;
                const char* query;
            };
            static constexpr Figure kFigures[]{
                {"branchline_feed_position", "SELECT position FROM hq_state WHERE one = 1"},
                {"branchline_quarantined_lines", "SELECT COUNT(*) FROM quarantined_lines"},
                {"branchline_registers", "SELECT COUNT(*) FROM registers WHERE state = 'active'"},
                {"branchline_database_bytes",
                    "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"}};
            std::string all = m_metrics.text() + text;
            for (const auto& figure : kFigures) {
                BL_TRY(const auto value, database.selectInteger(figure.query));
                all += metricText(figure.name, MetricType::Gauge, value.value_or(0));
            }
            HttpResponse response;
            response.headers.add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            response.body = std::move(all);
            return response;
        });
}

void Router::status(const ExchangePtr& exchange)
{
    answerFrom(
        exchange, [now = m_context.clock.now()](sql::Database& database) -> Result<HttpResponse> {
            BL_TRY(const std::string epoch, loadEpoch(database));
            return jsonResponse(200,
                Json{{"time", toMillis(now)}, {"epoch", epoch},
                    {"protocols", Json::array({kProtocolVersion})}, {"recovering", false}});
        });
}

void Router::enrol(const ExchangePtr& exchange)
{
    const std::string peer(exchange->request.headers.find(kPeerHeader));
    if (const auto admitted = m_guard.admit(peer); !admitted)
        return refuse(exchange, admitted.error());
    const auto json = parseJson(exchange->request.body);
    auto request =
        json ? EnrolmentRequest::fromJson(*json) : Result<EnrolmentRequest>(json.error());
    if (!request)
        return refuse(exchange, request.error());
    m_context.database.write(
        [this, exchange, peer, request = *std::move(request)](sql::Database& database) {
            auto enrolled = Enrolment(database, m_context.clock, m_context.random).enrol(request);
            m_context.executor.post(
                m_lifetime.guarded([this, exchange, peer, enrolled = std::move(enrolled)] {
                    if (!enrolled) {
                        if (enrolled.error().code == ErrorCode::EnrolmentRefused)
                            m_guard.failed(peer);
                        return refuse(exchange, enrolled.error());
                    }
                    m_registersChanged();
                    answer(exchange, jsonResponse(201, enrolled->toJson()));
                }));
        });
}

void Router::renewToken(const ExchangePtr& exchange, const RegisterIdentity& from)
{
    m_tokens.renew(from, [this, exchange](const Result<std::string>& token) {
        if (!token)
            return refuse(exchange, token.error());
        const TokenAnswer told{*token, toMillis(m_context.clock.now())};
        answer(exchange, jsonResponse(200, told.toJson()));
    });
}

void Router::push(const ExchangePtr& exchange, const RegisterIdentity& from)
{
    const auto first = firstParameter(exchange->request);
    if (!first)
        return refuse(exchange, first.error());
    m_ingest.push(from, *first, std::move(exchange->request.body),
        [this, exchange](const Result<PushAnswer>& taken) {
            if (!taken)
                return refuse(exchange, taken.error());
            answer(exchange, jsonResponse(200, taken->toJson()));
        });
}

void Router::ownLines(const ExchangePtr& exchange, const RegisterIdentity& from)
{
    const auto first = firstParameter(exchange->request);
    if (!first)
        return refuse(exchange, first.error());
    answerFrom(exchange, [from, first = *first](sql::Database& database) -> Result<HttpResponse> {
        std::string body;
        BL_CHECK(storage::JournalStore(database).visit(from.registerNo, first,
            static_cast<std::int64_t>(kMaxPushLines),
            [&](const storage::StoredLine& stored) -> Result<bool> {
                if (!body.empty() && body.size() + stored.line.size() + 1 > kMaxPushBytes)
                    return false;
                body += stored.line + '\n';
                return true;
            }));
        return ndjsonResponse(std::move(body));
    });
}

void Router::head(const ExchangePtr& exchange, const RegisterIdentity& from)
{
    answerFrom(exchange, [from](sql::Database& database) -> Result<HttpResponse> {
        BL_TRY(const auto chain, storage::JournalStore(database).find(from.registerNo));
        if (!chain)
            return Error{ErrorCode::Unauthorised, {}};
        BL_TRY(std::string epoch, loadEpoch(database));
        return jsonResponse(
            200, HeadAnswer{chain->head.seq, chain->head.hash, std::move(epoch)}.toJson());
    });
}

void Router::feed(const ExchangePtr& exchange, const RegisterIdentity& from)
{
    const auto& request = exchange->request;
    const auto seconds = numberParameter(request, "wait", 0);
    const auto bytes = numberParameter(request, "max", static_cast<std::int64_t>(kMaxFeedBytes));
    for (const auto* parameter : {&seconds, &bytes}) {
        if (!*parameter)
            return refuse(exchange, parameter->error());
    }
    const auto wait = std::min(std::chrono::seconds(*seconds), kMaxFeedWait);
    FeedQuery query{
        from, request.query("after"), std::min(static_cast<std::size_t>(*bytes), kMaxFeedBytes)};
    m_feed.poll(std::move(query), request.method == "HEAD" ? std::chrono::seconds{0} : wait,
        [this, exchange](Result<FeedPage> page) {
            if (!page)
                return refuse(exchange, page.error());
            answer(exchange, ndjsonResponse(std::move(page->body)));
        });
}

void Router::sale(const ExchangePtr& exchange, const RegisterIdentity&)
{
    std::string receipt = exchange->request.lastSegment();
    if (receipt.size() > kMaxReceiptBytes || !isUtf8(receipt))
        return answer(exchange,
            problemOf({ErrorCode::InvalidArgument, {"receipt: a receipt's number expected"}}));
    answerFrom(
        exchange, [receipt = std::move(receipt)](sql::Database& database) -> Result<HttpResponse> {
            BL_TRY(const auto snapshot, sql::Snapshot::begin(database));
            BL_TRY(const auto row, findSaleRow(database, receipt));
            if (!row)
                return Error{ErrorCode::NotFound, {"receipt"}};
            return jsonResponse(200, Json{{"id", row->id}, {"data", row->data}});
        });
}

}  // namespace bl::sync
