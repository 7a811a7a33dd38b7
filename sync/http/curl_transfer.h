#pragma once

#include "core/base/result.h"
#include "sync/http/curl_transport.h"
#include "sync/protocol/http.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <memory>
#include <string>

/// Private to the transport.
namespace bl::sync {

/// Where HQ is, checked.
struct HqAddress {
    std::string base;  ///< without a slash at the end
    std::string host;  ///< with port where it is not the scheme's, for error messages
    bool loopback = false;

    /// Fails with InvalidAddress.
    static Result<HqAddress> parse(std::string_view text);
};

/// One request on its way through libcurl.
class CurlTransfer {
public:
    CurlTransfer(Transport::RequestId id, HttpRequest request, std::chrono::milliseconds timeout);
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    Transport::RequestId id() const { return m_id; }
    CURL* handle() const { return m_handle.get(); }

    /// Packs the body and sets libcurl's options; fails with InvalidArgument.
    Result<void> prepare(const HqAddress& address, const CurlTransportOptions& options);

    /// The answer, once libcurl has finished with `code`.
    Result<HttpResponse> finish(CURLcode code, const HqAddress& address);

private:
    struct FreeHandle {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    };
    struct FreeList {
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

    static std::size_t onHeader(char* bytes, std::size_t size, std::size_t count, void* self);
    static std::size_t onBody(char* bytes, std::size_t size, std::size_t count, void* self);

    void addField(const std::string& line);

    Transport::RequestId m_id;
    HttpRequest m_request;
    std::chrono::milliseconds m_timeout;
    std::size_t m_maxAnswerBytes = 0;
    bool m_tooLarge = false;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
    HttpResponse m_response;
    std::unique_ptr<curl_slist, FreeList> m_fields;
    std::unique_ptr<CURL, FreeHandle> m_handle;
};

}  // namespace bl::sync
