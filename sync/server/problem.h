#pragma once

#include "core/base/json.h"
#include "sync/protocol/http.h"

#include <string_view>

namespace bl::sync {

/// Whether the same request may succeed when it is sent again without a change.
enum class Retry { Never, Later };

/// An error as HQ tells it (RFC 9457): `application/problem+json` with type, title, status, detail,
/// code, retryable and the members given.
///
/// `code` is the stable technical name that programs look at; `title` and `detail` are English, for
/// engineers.
HttpResponse problem(int status, std::string_view code, std::string_view title,
    std::string_view detail, Retry retry, const Json& members = Json::object());

}  // namespace bl::sync
