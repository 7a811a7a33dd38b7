#include "sync/client/token_renewal.h"

#include "core/base/json.h"
#include "core/storage/sync_state_store.h"
#include "sync/client/hq_request.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"

namespace bl::sync {

namespace {

/// After a failure there is no hurry: the old token is good.
constexpr std::chrono::hours kRestAfterFailure{1};
/// A token from HQ's future was given while HQ's clock was wrong, and would never grow old.
constexpr std::chrono::hours kWrongClock{24};

bool isOld(Instant issued, Instant now)
{
    return now - issued >= kTokenLife || issued - now > kWrongClock;
}

Result<TokenAnswer> tokenIn(const Result<HttpResponse>& answer)
{
    if (const auto failure = failureOf(answer))
        return failure->error;
    BL_TRY(const Json json, parseJson(answer->body));
    return TokenAnswer::fromJson(json);
}

Result<void> saveIssued(sql::Database& database, Instant issued)
{
    BL_TRY(auto transaction, sql::Transaction::begin(database));
    BL_CHECK(storage::SyncStateStore(database).setTokenIssued(issued));
    return transaction.commit();
}

}  // namespace

TokenRenewal::TokenRenewal(
    const SyncPorts& ports, std::string& token, std::function<void()> changed)
    : m_ports(ports)
    , m_token(token)
    , m_changed(std::move(changed))
{
}

void TokenRenewal::start()
{
    m_phase = Phase::Idle;
}

void TokenRenewal::stop()
{
    m_scope.renew();
    if (m_request)
        m_ports.transport.cancel(*std::exchange(m_request, std::nullopt));
    m_ports.executor.cancel(std::exchange(m_timer, 0));
    m_phase = Phase::Stopped;
}

void TokenRenewal::enter(Phase phase)
{
    m_phase = phase;
    m_changed();
}

void TokenRenewal::heard(Instant hqTime, Instant issued)
{
    if (m_phase == Phase::Idle && isOld(m_issued.value_or(issued), hqTime))
        ask();
}

void TokenRenewal::ask()
{
    enter(Phase::Working);
    auto request = hqRequest("POST", std::string(paths::kToken), m_token);
    m_request = m_ports.transport.send(std::move(request), kRequestTimeout,
        m_scope.guard([this](const Result<HttpResponse>& answer) {
            m_request.reset();
            answered(answer);
        }));
}

void TokenRenewal::answered(const Result<HttpResponse>& answer)
{
    const auto token = tokenIn(answer);
    if (!token)
        return rest();
    keep(token->token, fromMillis(token->time));
}

void TokenRenewal::keep(const std::string& token, Instant issued)
{
    m_ports.keepToken(token, m_scope.guard([this, token, issued](const Result<void>& kept) {
        if (!kept)
            return rest();
        m_token = token;
        m_issued = issued;
        // Where that fails the next start gets one token more.
        runOnDatabase(
            m_ports, m_scope,
            [issued](sql::Database& database) { return saveIssued(database, issued); },
            [this](const Result<void>&) { enter(Phase::Idle); });
    }));
}

void TokenRenewal::rest()
{
    m_timer = m_ports.executor.postAfter(kRestAfterFailure, m_scope.guard([this] {
        m_timer = 0;
        m_phase = Phase::Idle;
    }));
    enter(Phase::Resting);
}

}  // namespace bl::sync
