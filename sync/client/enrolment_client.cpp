#include "sync/client/enrolment_client.h"

#include "core/base/hex.h"
#include "core/base/thread_executor.h"
#include "core/storage/site_store.h"
#include "sync/client/hq_request.h"
#include "sync/http/curl_transport.h"
#include "sync/protocol/limits.h"

#include <algorithm>
#include <future>

namespace bl::sync {

namespace {

Result<EnrolmentAnswer> readEnrolmentAnswer(const Result<HttpResponse>& response)
{
    if (const auto failure = failureOf(response))
        return failure->error;
    const auto json = parseJson(response->body);
    if (!json)
        return unreadable(json.error()).error;
    const auto answer = EnrolmentAnswer::fromJson(*json);
    if (!answer)
        return unreadable(answer.error()).error;
    return *answer;
}

/// Whether a server answered that knows nothing of enrolments: another one, or another path of it.
bool isForeign(const Error& error)
{
    return error.code == ErrorCode::NotFound
        || (error.code == ErrorCode::HqRefused
            && (error.detail.at(0) == "not-found" || error.detail.at(0) == "http-404"));
}

Result<EnrolmentAnswer> askHq(const EnrolmentInput& input)
{
    ThreadExecutor executor;
    CurlTransportOptions options;
    options.caFile = input.caFile;
    BL_TRY(auto transport, CurlTransport::create(input.hqUrl, executor, options));
    std::promise<Result<EnrolmentAnswer>> promise;
    auto future = promise.get_future();
    executor.post([&] {
        requestEnrolment(*transport, input.code, input.device,
            [&](Result<EnrolmentAnswer> answer) { promise.set_value(std::move(answer)); });
    });
    auto answer = future.get();
    executor.stop();
    if (!answer && isForeign(answer.error()))
        return Error{ErrorCode::InvalidAddress, {input.hqUrl, "not-hq"}};
    return answer;
}

template <typename Work>
auto waitForDatabase(const DatabaseRunner& database, Work work)
{
    std::promise<std::invoke_result_t<Work&, sql::Database&>> promise;
    auto future = promise.get_future();
    database([&](sql::Database& opened) { promise.set_value(work(opened)); });
    return future.get();
}

Result<void> refuseSecondEnrolment(sql::Database& database)
{
    BL_TRY(const auto site, storage::SiteStore(database).find());
    if (site)
        return Error{ErrorCode::AlreadyEnrolled, {site->registerCode}};
    return {};
}

}  // namespace

std::string tokenName(RegisterId owner)
{
    return "register-token-" + owner.toString();
}

void requestEnrolment(Transport& transport, const std::string& code, const std::string& device,
    std::function<void(Result<EnrolmentAnswer>)> answered)
{
    auto request = hqRequest("POST", std::string(paths::kEnrolments), {});
    request.headers.add("Content-Type", kJsonType);
    request.body = dumpJson(EnrolmentRequest{code, device}.toJson());
    transport.send(std::move(request), kRequestTimeout,
        [answered = std::move(answered)](
            Result<HttpResponse> response) { answered(readEnrolmentAnswer(response)); });
}

Result<services::RegisterIdentity> identityOf(
    const EnrolmentAnswer& answer, const std::string& hqUrl)
{
    BL_TRY(auto currency, Currency::create(answer.currency));
    BL_TRY(auto zone, TimeZone::create(answer.timeZone));
    const auto nonce = fromHex(answer.nonce);
    services::RegisterIdentity identity{
        {answer.organisation, std::move(currency), std::move(zone), answer.registerId,
            answer.registerNo, answer.registerCode, answer.store},
        {}, hqUrl, answer.epoch, fromMillis(answer.time), {}};
    if (!nonce || nonce->size() != identity.nonce.size() || answer.registerNo <= 0
        || answer.token.empty())
        return Error{ErrorCode::HqUnreadable, {"HQ", "nonce, number or token"}};
    std::copy(nonce->begin(), nonce->end(), identity.nonce.begin());
    return identity;
}

Result<EnrolmentAnswer> enrolRegister(
    const EnrolmentInput& input, const DatabaseRunner& database, SecretStore& secrets)
{
    BL_CHECK(waitForDatabase(database, refuseSecondEnrolment));
    BL_TRY(auto answer, askHq(input));
    BL_TRY(auto identity, identityOf(answer, input.hqUrl));
    identity.caFile = input.caFile;
    // The token first: without it an enrolled database would be cut off from its HQ.
    const auto name = tokenName(answer.registerId);
    BL_CHECK(secrets.write(name, answer.token));
    const auto stored = waitForDatabase(
        database, [&](sql::Database& opened) { return services::setUpRegister(opened, identity); });
    if (!stored) {
        (void)secrets.remove(name);  // of no use to anybody; the database's error says more
        return stored.error();
    }
    return answer;
}

Result<std::string> loadToken(sql::Database& database, SecretStore& secrets)
{
    BL_TRY(const auto site, storage::SiteStore(database).load());
    const auto name = tokenName(site.registerId);
    BL_TRY(const auto token, secrets.read(name));
    if (!token)
        return Error{ErrorCode::SecretMissing, {name}};
    return *token;
}

}  // namespace bl::sync
