#include "sync/http/curl_transfer.h"

#include "core/base/text.h"
#include "sync/protocol/gzip.h"
#include "sync/protocol/limits.h"

#include <algorithm>
#include <cctype>

namespace bl::sync {

namespace {

// Shorter than the server's idle timeout, so that a request seldom meets a connection that is just
// being closed.
constexpr long kMaxIdleSeconds = 50;
constexpr std::size_t kMaxAnswerHeadBytes = 64 * 1024;

struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string urlPart(CURLU* url, CURLUPart part)
{
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK)
        return {};
    std::string out(text);
    curl_free(text);
    return out;
}

bool isLoopbackHost(std::string_view host)
{
    return host == "localhost" || host == "[::1]"
        || (host.starts_with("127.")
            && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

bool isFieldText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
        [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; });
}

std::string lowerCase(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

template <typename Value>
void setOption(CURL* handle, CURLoption option, Value value)
{
    BL_ASSERT(curl_easy_setopt(handle, option, value) == CURLE_OK);
}

}  // namespace

Result<HqAddress> HqAddress::parse(std::string_view text)
{
    const std::string trimmedText = trimmed(text);
    const std::unique_ptr<CURLU, FreeUrl> url(curl_url());
    // What stands before an @ may be a password, which an error message must not repeat.
    Error invalid{ErrorCode::InvalidAddress, {trimmedText.substr(trimmedText.rfind('@') + 1)}};
    if (!isFieldText(trimmedText)
        || curl_url_set(url.get(), CURLUPART_URL, trimmedText.c_str(), 0) != CURLUE_OK)
        return invalid;
    const std::string scheme = urlPart(url.get(), CURLUPART_SCHEME);
    const std::string host = urlPart(url.get(), CURLUPART_HOST);
    if ((scheme != "http" && scheme != "https") || host.empty())
        return invalid;
    if (const auto surplus = trimmedText.find_first_of("?#@"); surplus != std::string::npos) {
        invalid.detail.emplace_back(trimmedText[surplus] == '@' ? "user" : "query");
        return invalid;
    }
    const std::string port = urlPart(url.get(), CURLUPART_PORT);
    if (port == "0")
        return invalid;

    HqAddress address;
    address.host = port.empty() ? host : host + ":" + port;
    address.base = scheme + "://" + address.host + urlPart(url.get(), CURLUPART_PATH);
    while (address.base.back() == '/')
        address.base.pop_back();
    address.loopback = isLoopbackHost(host);
    return address;
}

CurlTransfer::CurlTransfer(
    Transport::RequestId id, HttpRequest request, std::chrono::milliseconds timeout)
    : m_id(id)
    , m_request(std::move(request))
    , m_timeout(timeout)
    , m_handle(curl_easy_init())
{
    BL_ASSERT(m_handle);
}

void CurlTransfer::addField(const std::string& line)
{
    curl_slist* longer = curl_slist_append(m_fields.get(), line.c_str());
    BL_ASSERT(longer);
    static_cast<void>(m_fields.release());
    m_fields.reset(longer);
}

Result<void> CurlTransfer::prepare(const HqAddress& address, const CurlTransportOptions& options)
{
    const auto unwritable = [](const std::string& what) {
        return Error{ErrorCode::InvalidArgument, {what}};
    };
    if (!m_request.target.starts_with('/') || !isFieldText(m_request.target)
        || m_request.target.find(' ') != std::string::npos)
        return unwritable("target of a request");
    if (m_request.method.empty()
        || !std::all_of(m_request.method.begin(), m_request.method.end(),
            [](char c) { return c >= 'A' && c <= 'Z'; }))
        return unwritable("method of a request");

    if (m_request.body.size() >= kGzipFromBytes
        && m_request.headers.find("Content-Encoding").empty()) {
        m_request.body = gzipped(m_request.body);
        m_request.headers.add("Content-Encoding", "gzip");
    }
    for (const auto& [name, value] : m_request.headers.fields()) {
        if (name.empty() || !isFieldText(name) || !isFieldText(value)
            || name.find_first_of(": ;") != std::string::npos)
            return unwritable("field " + name);
        addField(value.empty() ? name + ";" : name + ": " + value);
    }

    CURL* handle = m_handle.get();
    setOption(handle, CURLOPT_URL, (address.base + m_request.target).c_str());
    setOption(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    setOption(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    setOption(handle, CURLOPT_PATH_AS_IS, 1L);
    setOption(handle, CURLOPT_FOLLOWLOCATION, 0L);
    setOption(handle, CURLOPT_NOSIGNAL, 1L);
    setOption(handle, CURLOPT_USERAGENT, options.userAgent.c_str());
    setOption(handle, CURLOPT_ACCEPT_ENCODING, "gzip");
    setOption(handle, CURLOPT_TIMEOUT_MS,
        static_cast<long>(std::max<std::int64_t>(1, m_timeout.count())));
    setOption(handle, CURLOPT_CONNECTTIMEOUT_MS,
        static_cast<long>(std::max<std::int64_t>(1, options.connectTimeout.count())));
    setOption(handle, CURLOPT_TCP_KEEPALIVE, 1L);
    setOption(handle, CURLOPT_MAXAGE_CONN, kMaxIdleSeconds);
    if (options.connections == CurlTransportOptions::Connections::OneEach) {
        setOption(handle, CURLOPT_FRESH_CONNECT, 1L);
        setOption(handle, CURLOPT_FORBID_REUSE, 1L);
    }
    setOption(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    setOption(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    setOption(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.caFile.empty())
        setOption(handle, CURLOPT_CAINFO, options.caFile.c_str());
    if (address.loopback)  // a proxy of the environment cannot reach this machine's own HQ
        setOption(handle, CURLOPT_NOPROXY, "*");

    const std::string& method = m_request.method;
    if (method == "HEAD") {
        setOption(handle, CURLOPT_NOBODY, 1L);
    } else if (method != "GET" || !m_request.body.empty()) {
        setOption(handle, CURLOPT_POST, 1L);
        setOption(handle, CURLOPT_POSTFIELDS, m_request.body.c_str());
        setOption(
            handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        setOption(handle, CURLOPT_CUSTOMREQUEST, method.c_str());
        if (m_request.headers.find("Content-Type").empty())
            addField("Content-Type:");  // no field, instead of libcurl's form
    }
    setOption(handle, CURLOPT_HTTPHEADER, m_fields.get());

    m_maxAnswerBytes = options.maxAnswerBytes;
    setOption(handle, CURLOPT_ERRORBUFFER, m_reason.data());
    setOption(handle, CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    setOption(handle, CURLOPT_HEADERDATA, static_cast<void*>(this));
    setOption(handle, CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    setOption(handle, CURLOPT_WRITEDATA, static_cast<void*>(this));
    setOption(handle, CURLOPT_PRIVATE, static_cast<void*>(this));
    return {};
}

std::size_t CurlTransfer::onHeader(char* bytes, std::size_t size, std::size_t count, void* self)
{
    auto& transfer = *static_cast<CurlTransfer*>(self);
    const std::string_view line(bytes, size * count);
    if (line.starts_with("HTTP/")) {  // "100 Continue" has a head of its own
        transfer.m_response.headers = {};
        return line.size();
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return line.size();
    // Bodies are unpacked here; what told of the packing and its length is no longer true.
    const std::string name(line.substr(0, colon));
    const std::string lower = lowerCase(name);
    if (lower != "content-encoding" && lower != "content-length" && lower != "transfer-encoding")
        transfer.m_response.headers.add(name, trimmed(line.substr(colon + 1)));
    std::size_t total = 0;
    for (const auto& [key, value] : transfer.m_response.headers.fields())
        total += key.size() + value.size();
    return total > kMaxAnswerHeadBytes ? 0 : line.size();
}

std::size_t CurlTransfer::onBody(char* bytes, std::size_t size, std::size_t count, void* self)
{
    auto& transfer = *static_cast<CurlTransfer*>(self);
    const std::size_t length = size * count;
    if (length > transfer.m_maxAnswerBytes - transfer.m_response.body.size()) {
        transfer.m_tooLarge = true;
        return 0;
    }
    transfer.m_response.body.append(bytes, length);
    return length;
}

Result<HttpResponse> CurlTransfer::finish(CURLcode code, const HqAddress& address)
{
    const auto failed = [&](std::string reason) {
        return Error{ErrorCode::NetworkFailed, {address.host, std::move(reason)}};
    };
    if (m_tooLarge)
        return failed("the answer is longer than " + std::to_string(m_maxAnswerBytes) + " bytes");
    if (code != CURLE_OK) {
        auto error = failed(m_reason.front() != '\0' ? m_reason.data() : curl_easy_strerror(code));
        if (code == CURLE_PEER_FAILED_VERIFICATION)
            error.detail.emplace_back("certificate");
        else if (code == CURLE_SSL_CACERT_BADFILE)
            error.detail.emplace_back("ca-file");
        return error;
    }
    long status = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status < 100)
        return failed("no HTTP status");
    m_response.status = static_cast<int>(status);
    return std::move(m_response);
}

}  // namespace bl::sync
