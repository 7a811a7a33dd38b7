#include "sync/server/request_reader.h"

#include "sync/server/problem.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <cctype>
#include <limits>

namespace bl::sync {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

// Between two pieces of a body the parser holds back no more than a chunk's frame and trailers.
constexpr std::size_t kMaxChunkFrameBytes = 16 * 1024;

std::string textOf(beast::string_view text)
{
    return std::string(text.data(), text.size());
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// Several fields of one name are one list (RFC 9110, section 5.3).
std::string joinedValues(const HttpHeaders& headers, std::string_view name)
{
    std::string all;
    for (const auto& [key, value] : headers.fields()) {
        if (equalsIgnoringCase(key, name))
            all += (all.empty() ? "" : ", ") + value;
    }
    return all;
}

HttpResponse malformed(std::string_view why)
{
    return problem(400, "malformed", "The request cannot be read", why, Retry::Never);
}

HttpResponse bodyTooLarge(std::size_t limit)
{
    Json members;
    members["limit"] = limit;
    return problem(413, "too-large", "The body is too large",
        "at most " + std::to_string(limit) + " bytes, unpacked", Retry::Never, members);
}

enum class LineBreaks { Open, Complete, Malformed };

/// Looks for the empty line that ends the head, from `scanned` on, which is left where the next
/// look goes on.
LineBreaks findHeadEnd(std::string_view input, std::size_t& scanned)
{
    for (auto at = input.find('\n', scanned); at != std::string_view::npos;
         at = input.find('\n', at + 1)) {
        if (at == 0 || input[at - 1] != '\r')
            return LineBreaks::Malformed;
        scanned = at + 1;
        if (at >= 3 && input.substr(at - 3, 4) == "\r\n\r\n")
            return LineBreaks::Complete;
    }
    return LineBreaks::Open;
}

}  // namespace

/// Beast's parser, which calls back for each part of the message.
class RequestReader::Parser final : public http::basic_parser<true> {
public:
    Parser(RequestReader& reader, std::size_t maxHeadBytes)
        : m_reader(reader)
    {
        // The reader counts for itself, because the limits depend on the head and on the packing.
        body_limit(std::numeric_limits<std::uint64_t>::max());
        header_limit(static_cast<std::uint32_t>(maxHeadBytes));
    }

private:
    void on_request_impl(http::verb, beast::string_view method, beast::string_view target,
        int version, beast::error_code&) override
    {
        m_reader.m_request.method = textOf(method);
        m_reader.m_request.target = textOf(target);
        m_reader.m_http10 = version < 11;
    }
    void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}
    void on_field_impl(http::field name, beast::string_view text, beast::string_view value,
        beast::error_code&) override
    {
        if (m_headDone)  // trailers mean nothing to HQ
            return;
        const bool framing = name == http::field::content_length
            || name == http::field::transfer_encoding || name == http::field::content_encoding
            || name == http::field::expect || name == http::field::connection;
        (framing ? m_reader.m_framing : m_reader.m_request.headers)
            .add(textOf(text), textOf(value));
    }
    void on_header_impl(beast::error_code&) override { m_headDone = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, beast::error_code&) override {}
    std::size_t on_body_impl(beast::string_view body, beast::error_code& ec) override
    {
        if (!m_reader.takeBody({body.data(), body.size()}))
            ec = http::error::body_limit;
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}
    std::size_t on_chunk_body_impl(
        std::uint64_t, beast::string_view body, beast::error_code& ec) override
    {
        return on_body_impl(body, ec);
    }
    void on_finish_impl(beast::error_code&) override {}

    RequestReader& m_reader;
    bool m_headDone = false;
};

RequestReader::RequestReader(std::size_t maxHeadBytes)
    : m_parser(std::make_unique<Parser>(*this, maxHeadBytes))
    , m_maxHeadBytes(maxHeadBytes)
{
}

RequestReader::~RequestReader() = default;

RequestReader::State RequestReader::read(std::string& input)
{
    if (m_state == State::Head)
        return readHead(input);
    if (m_state == State::Body)
        return readBody(input);
    return m_state;
}

RequestReader::State RequestReader::readHead(std::string& input)
{
    if (m_scanned
        == 0)  // some clients end a body with a line break too many (RFC 9112, section 2.2)
        input.erase(0, std::min(input.find_first_not_of("\r\n"), input.size()));
    if (input.empty())
        return m_state;
    if (std::isalpha(static_cast<unsigned char>(input.front())) == 0)
        return fail(malformed("the request line does not begin with a method"));
    const auto found = findHeadEnd(input, m_scanned);
    if (found == LineBreaks::Malformed)
        return fail(malformed("a line ends without a carriage return"));
    if (found == LineBreaks::Open ? input.size() >= m_maxHeadBytes : m_scanned > m_maxHeadBytes)
        return fail(problem(431, "too-large", "The head of the request is too large",
            "at most " + std::to_string(m_maxHeadBytes) + " bytes", Retry::Never));
    if (found == LineBreaks::Open)
        return m_state;

    beast::error_code ec;
    const auto taken = m_parser->put(boost::asio::buffer(input.data(), m_scanned), ec);
    if (ec)
        return fail(malformed(ec.message()));
    if (!m_parser->is_header_done() || taken != m_scanned)
        return fail(malformed("the head is incomplete"));
    input.erase(0, taken);
    return checkHead();
}

RequestReader::State RequestReader::checkHead()
{
    std::string& target = m_request.target;
    for (const std::string_view scheme :
        {"http://", "https://"}) {  // the form that proxies use (RFC 9112, section 3.2.2)
        if (target.starts_with(scheme)) {
            target.erase(0, std::min(target.find('/', scheme.size()), target.size()));
            if (target.empty() || target.front() != '/')
                target.insert(target.begin(), '/');
        }
    }
    if (target.empty() || target.front() != '/')
        return fail(malformed("the target is not a path"));

    const auto& fields = m_request.headers.fields();
    const auto hosts = std::count_if(fields.begin(), fields.end(),
        [](const auto& field) { return equalsIgnoringCase(field.first, "Host"); });
    if (hosts > 1 || (hosts == 0 && !m_http10))
        return fail(malformed("there is not exactly one Host field"));

    const auto coding = m_framing.find("Transfer-Encoding");
    if (!coding.empty() && (!equalsIgnoringCase(coding, "chunked") || m_http10))
        return fail(problem(501, "unsupported", "The transfer coding is not supported",
            "only chunked", Retry::Never));

    m_keepAlive = m_parser->keep_alive();
    return m_state = State::HeadComplete;
}

RequestReader::State RequestReader::allowBody(std::size_t limit)
{
    m_maxBody = limit;
    const auto expectation = m_framing.find("Expect");
    if (!expectation.empty() && !equalsIgnoringCase(expectation, "100-continue"))
        return fail(problem(
            417, "malformed", "The expectation cannot be met", "only 100-continue", Retry::Never));
    m_awaitsContinue = !expectation.empty() && !m_http10;

    if (m_parser->is_done())
        return m_state = State::Complete;

    const auto packing = joinedValues(m_framing, "Content-Encoding");
    if (equalsIgnoringCase(packing, "gzip") || equalsIgnoringCase(packing, "x-gzip")) {
        m_gzip.emplace(limit);
    } else if (!packing.empty() && !equalsIgnoringCase(packing, "identity")) {
        HttpResponse fault = problem(
            415, "media", "The packing of the body is not supported", "only gzip", Retry::Never);
        fault.headers.add("Accept-Encoding", "gzip");
        return fail(std::move(fault));
    }
    // What cannot be packed grows a little: headers of members and of stored blocks.
    m_maxSent = m_gzip ? limit + limit / 256 + 64 : limit;
    if (const auto length = m_parser->content_length(); length && *length > m_maxSent)
        return fail(bodyTooLarge(limit));
    return m_state = State::Body;
}

RequestReader::State RequestReader::readBody(std::string& input)
{
    m_awaitsContinue = m_awaitsContinue && input.empty();
    std::size_t used = 0;
    while (used < input.size() && !m_parser->is_done()) {
        beast::error_code ec;
        const auto taken =
            m_parser->put(boost::asio::buffer(input.data() + used, input.size() - used), ec);
        used += taken;
        if (m_state == State::Failed)
            return m_state;
        if (ec == http::error::need_more)
            break;
        if (ec)
            return fail(malformed(ec.message()));
    }
    input.erase(0, used);
    if (m_parser->is_done())
        return completeBody();
    if (input.size() > kMaxChunkFrameBytes)
        return fail(malformed("the frame of a chunk is too long"));
    return m_state;
}

bool RequestReader::takeBody(std::string_view bytes)
{
    m_bodyBytesSent += bytes.size();
    if (m_bodyBytesSent > m_maxSent) {
        fail(bodyTooLarge(m_maxBody));
        return false;
    }
    if (!m_gzip) {
        m_request.body += bytes;
        return true;
    }
    const auto unpacked = m_gzip->add(bytes);
    if (!unpacked)
        fail(unpacked.error().code == ErrorCode::TooLarge ? bodyTooLarge(m_maxBody)
                                                          : malformed(describe(unpacked.error())));
    return unpacked.ok();
}

RequestReader::State RequestReader::completeBody()
{
    if (m_gzip && m_bodyBytesSent > 0) {
        auto unpacked = m_gzip->finish();
        if (!unpacked)
            return fail(malformed(describe(unpacked.error())));
        m_request.body = *std::move(unpacked);
    }
    m_gzip.reset();
    return m_state = State::Complete;
}

RequestReader::State RequestReader::fail(HttpResponse fault)
{
    m_fault = std::move(fault);
    m_keepAlive = false;
    m_gzip.reset();
    m_request.body.clear();
    return m_state = State::Failed;
}

}  // namespace bl::sync
