#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "sync/protocol/http.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bl::sync {

/// A request as HQ wants it: with the protocol's version, and the token unless it is empty.
HttpRequest hqRequest(std::string_view method, std::string target, const std::string& token);

/// `text` as a value in a query.
std::string queryValue(std::string_view text);

/// Why HQ did not do what was asked, by the code of the error: NetworkFailed, Unauthorised,
/// RegisterRevoked, Gap, Fork, EpochChanged, CursorExpired, TooLarge, UpgradeRequired, RateLimited,
/// Overloaded, HqCannotSave, EnrolmentRefused (reason), HqUnreadable; HqRefused (code, detail) for
/// the others.
struct HqFailure {
    Error error;
    int status = 0;  ///< 0 where no answer came
    std::optional<std::chrono::milliseconds> retryAfter;
    std::optional<std::int64_t> acknowledged;  ///< of a gap: continue behind it
};

/// Nothing where the answer says that it was done.
std::optional<HqFailure> failureOf(const Result<HttpResponse>& answer);

/// An answer with a good status whose body makes no sense.
HqFailure unreadable(const Error& why);

}  // namespace bl::sync
