#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// HTTP messages as plain values, shared by the register's client, HQ's server and the simulator.
namespace bl::sync {

/// Header fields in the order in which they came; names compare without case (RFC 9110,
/// section 5.1).
class HttpHeaders {
public:
    void add(std::string name, std::string value)
    {
        m_fields.emplace_back(std::move(name), std::move(value));
    }

    /// The first value of the name, or empty.
    std::string_view find(std::string_view name) const;

    const std::vector<std::pair<std::string, std::string>>& fields() const { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// Bodies are unpacked: packing is the business of the two ends of the wire.
struct HttpRequest {
    std::string method;
    std::string target;  ///< path and query: `/sync/v1/journal?first=101`
    HttpHeaders headers;
    std::string body;

    std::string_view path() const;

    /// The percent-decoded end of the path, behind its last slash.
    std::string lastSegment() const;

    /// The percent-decoded value of a query parameter, or empty.
    std::string query(std::string_view name) const;
};

struct HttpResponse {
    int status = 200;
    HttpHeaders headers;
    std::string body;
};

/// Gives the answer to one request: exactly once, from any thread.
using HttpRespond = std::function<void(HttpResponse)>;

}  // namespace bl::sync
