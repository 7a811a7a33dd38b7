#include "sync/client/hq_request.h"

#include "core/base/text.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"

#include <algorithm>
#include <charconv>

namespace bl::sync {

namespace {

constexpr std::int64_t kLongestRetryAfterSeconds = 3600;

std::optional<std::chrono::milliseconds> retryAfterOf(const HttpResponse& response)
{
    const auto text = response.headers.find("Retry-After");
    std::int64_t seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (problem != std::errc{} || end != text.data() + text.size() || seconds < 0)
        return std::nullopt;  // a date: clocks differ, so our own time to wait is as good
    return std::chrono::seconds(std::min(seconds, kLongestRetryAfterSeconds));
}

ErrorCode conflictCode(std::string_view code)
{
    if (code == "gap")
        return ErrorCode::Gap;
    if (code == "fork")
        return ErrorCode::Fork;
    if (code == "epoch")
        return ErrorCode::EpochChanged;
    return ErrorCode::HqRefused;
}

ErrorCode codeOf(const Problem& problem)
{
    switch (problem.status) {
    case 401:
        return problem.code == "revoked" ? ErrorCode::RegisterRevoked : ErrorCode::Unauthorised;
    case 403:
        return problem.code == codeName(ErrorCode::EnrolmentRefused) ? ErrorCode::EnrolmentRefused
                                                                     : ErrorCode::HqRefused;
    case 409: return conflictCode(problem.code);
    case 410: return ErrorCode::CursorExpired;
    case 413: return ErrorCode::TooLarge;
    case 426: return ErrorCode::UpgradeRequired;
    case 429: return ErrorCode::RateLimited;
    case 503: return problem.code == "storage" ? ErrorCode::HqCannotSave : ErrorCode::Overloaded;
    default: return ErrorCode::HqRefused;
    }
}

/// A proxy in between answers without a problem document.
Problem problemOf(const HttpResponse& response)
{
    Problem problem;
    if (const auto json = parseJson(response.body); json && json->is_object()) {
        if (auto read = Problem::fromJson(*json))
            problem = *std::move(read);
    }
    problem.status = response.status;
    if (problem.code.empty())
        problem.code = "http-" + std::to_string(response.status);
    return problem;
}

std::vector<std::string> detailOfProblem(ErrorCode code, const Problem& problem,
    const std::optional<std::chrono::milliseconds>& retryAfter)
{
    const auto seconds = [&] {
        return std::to_string(
            std::chrono::duration_cast<std::chrono::seconds>(retryAfter.value_or(kMinBackoff))
                .count());
    };
    switch (code) {
    case ErrorCode::Unauthorised:
    case ErrorCode::RegisterRevoked:
    case ErrorCode::CursorExpired: return {};
    case ErrorCode::Gap: return {std::to_string(problem.acknowledged)};
    case ErrorCode::TooLarge: return {excerpt(problem.detail), {}};
    case ErrorCode::RateLimited:
    case ErrorCode::Overloaded: return {seconds()};
    case ErrorCode::HqRefused: return {excerpt(problem.code), excerpt(problem.detail, 200)};
    default: return {excerpt(problem.detail, 200)};
    }
}

}  // namespace

HttpRequest hqRequest(std::string_view method, std::string target, const std::string& token)
{
    HttpRequest request;
    request.method = method;
    request.target = std::move(target);
    request.headers.add(kProtocolHeader, std::to_string(kProtocolVersion));
    if (!token.empty())
        request.headers.add("Authorization", "Bearer " + token);
    return request;
}

std::string queryValue(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string value;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            value += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        value += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    return value;
}

std::optional<HqFailure> failureOf(const Result<HttpResponse>& answer)
{
    if (!answer)
        return HqFailure{answer.error(), 0, {}, {}};
    if (answer->status >= 200 && answer->status < 300)
        return std::nullopt;
    const Problem problem = problemOf(*answer);
    HqFailure failure{{codeOf(problem), {}}, answer->status, retryAfterOf(*answer), {}};
    failure.error.detail = detailOfProblem(failure.error.code, problem, failure.retryAfter);
    if (failure.error.code == ErrorCode::Gap)
        failure.acknowledged = problem.acknowledged;
    return failure;
}

HqFailure unreadable(const Error& why)
{
    return HqFailure{{ErrorCode::HqUnreadable, {"HQ", describe(why)}}, 200, {}, {}};
}

}  // namespace bl::sync
