#pragma once

#include "core/base/result.h"
#include "sync/protocol/http.h"

#include <chrono>
#include <cstdint>
#include <functional>

namespace bl::sync {

/// How the register's client reaches HQ: libcurl in the product, a lossy network in the simulator.
class Transport {
public:
    using RequestId = std::uint64_t;
    /// NetworkFailed where no whole answer came; the request may or may not have been carried out.
    using Callback = std::function<void(Result<HttpResponse>)>;

    virtual ~Transport() = default;

    /// Sends the request and calls back exactly once, on the executor of the caller, unless it is
    /// cancelled before. The target is relative to HQ's address.
    virtual RequestId send(
        HttpRequest request, std::chrono::milliseconds timeout, Callback callback) = 0;

    /// The callback will not be called any more.
    virtual void cancel(RequestId request) = 0;
};

}  // namespace bl::sync
