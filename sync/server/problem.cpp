#include "sync/server/problem.h"

#include "core/base/text.h"

namespace bl::sync {

HttpResponse problem(int status, std::string_view code, std::string_view title,
    std::string_view detail, Retry retry, const Json& members)
{
    Json json;
    json["type"] = "urn:branchline:problem:" + std::string(code);
    json["title"] = title;
    json["status"] = status;
    // A detail may quote what a stranger sent.
    json["detail"] = isUtf8(detail) ? detail : std::string_view("not representable");
    json["code"] = code;
    json["retryable"] = retry == Retry::Later;
    for (const auto& [key, value] : members.items())
        json[key] = value;

    HttpResponse response;
    response.status = status;
    response.headers.add("Content-Type", "application/problem+json");
    response.headers.add("Cache-Control", "no-store");
    response.body = dumpJson(json);
    return response;
}

}  // namespace bl::sync
