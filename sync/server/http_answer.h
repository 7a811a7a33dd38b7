#pragma once

#include "sync/protocol/http.h"

#include <string>
#include <string_view>

/// How an answer goes on the wire.
namespace bl::sync {

/// Whether an Accept-Encoding field allows gzip (RFC 9110, section 12.5.3).
bool acceptsGzip(std::string_view acceptEncoding);

/// Packs a body of 1 KiB or more that a packer can shrink and that nobody has packed before.
void packAnswer(HttpResponse& response);

/// What the request and the connection say about the answer's frame.
struct AnswerFrame {
    bool bodyless = false;  ///< the request was a HEAD: all fields, no body
    bool keepAlive = true;  ///< the connection stays
    bool http10 = false;    ///< the client must be told when the connection stays
};

/// Status line and fields, up to the empty line. Length, date and connection are the server's own
/// business: such fields of the response are left out.
std::string answerHead(const HttpResponse& response, const AnswerFrame& frame);

/// Whether the status allows a body at all (RFC 9110, section 6.4.1).
bool statusHasBody(int status);

}  // namespace bl::sync
