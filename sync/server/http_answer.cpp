#include "sync/server/http_answer.h"

#include "core/base/text.h"
#include "sync/protocol/gzip.h"
#include "sync/protocol/limits.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>

namespace bl::sync {

namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

// RFC 9110, section 5.6.7; written by hand because strftime follows the locale.
std::string httpDate(std::time_t at)
{
    static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
#ifdef _WIN32
    gmtime_s(&utc, &at);
#else
    gmtime_r(&at, &utc);
#endif
    const auto two = [](int n) {
        return std::string{static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)};
    };
    return std::string(kDays[static_cast<std::size_t>(utc.tm_wday)]) + ", " + two(utc.tm_mday) + " "
        + kMonths[static_cast<std::size_t>(utc.tm_mon)] + " " + std::to_string(1900 + utc.tm_year)
        + " " + two(utc.tm_hour) + ":" + two(utc.tm_min) + ":" + two(utc.tm_sec) + " GMT";
}

bool isPackable(std::string_view mediaType)
{
    const std::string type = lowered(mediaType.substr(0, mediaType.find(';')));
    if (type == "image/svg+xml")
        return true;
    for (const std::string_view packed :
        {"image/", "audio/", "video/", "font/", "application/zip", "application/gzip"}) {
        if (type.starts_with(packed))
            return false;
    }
    return true;
}

bool isServersOwn(std::string_view name)
{
    const std::string lower = lowered(name);
    return lower == "content-length" || lower == "transfer-encoding" || lower == "connection"
        || lower == "date";
}

// A line break in a value would let whoever gave the value write fields of their own.
std::string fieldText(std::string_view text)
{
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(),
        [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; }, ' ');
    return out;
}

}  // namespace

bool acceptsGzip(std::string_view acceptEncoding)
{
    const std::string all = lowered(acceptEncoding);
    std::string_view rest = all;
    bool any = false;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(','), rest.size());
        const auto item = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::string coding = trimmed(item.substr(0, item.find(';')));
        const auto weight = item.find("q=");
        // A weight of nothing but zeros forbids the coding.
        const bool wanted = weight == std::string_view::npos
            || item.substr(weight + 2).find_first_of("123456789") != std::string_view::npos;
        if (coding == "gzip" || coding == "x-gzip")
            return wanted;
        any = any || (coding == "*" && wanted);
    }
    return any;
}

void packAnswer(HttpResponse& response)
{
    if (response.body.size() < kGzipFromBytes || !statusHasBody(response.status)
        || response.status == 206 || !response.headers.find("Content-Encoding").empty()
        || !isPackable(response.headers.find("Content-Type")))
        return;
    response.body = gzipped(response.body);
    response.headers.add("Content-Encoding", "gzip");
    response.headers.add("Vary", "Accept-Encoding");
}

std::string answerHead(const HttpResponse& response, const AnswerFrame& frame)
{
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head += reasonPhrase(response.status);
    head += "\r\n";
    for (const auto& [name, value] : response.headers.fields()) {
        if (!isServersOwn(name))
            head += fieldText(name) + ": " + fieldText(value) + "\r\n";
    }
    head += "Date: " + httpDate(std::time(nullptr)) + "\r\n";
    if (statusHasBody(response.status))
        head += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
    if (!frame.keepAlive)
        head += "Connection: close\r\n";
    else if (frame.http10)
        head += "Connection: keep-alive\r\n";
    head += "\r\n";
    return head;
}

bool statusHasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

}  // namespace bl::sync
