#pragma once

#include "core/journal/line.h"
#include "sync/server/register_tokens.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bl::sync {

/// Why a line is held back, and what it is about.
struct LineProblem {
    std::string code;  ///< stable, technical: an ErrorCode's name, or one of kDependsOnHeldBack …
    std::string detail;  ///< for engineers
};
constexpr const char* kDependsOnHeldBack = "depends-on-quarantined";

/// The entity or shift that a line makes or changes.
struct LineSubject {
    std::string kind;
    Uuid id;
};

/// One line of a push, with all that can be said of it without the database.
struct ReceivedLine {
    std::string_view bytes;
    std::optional<journal::DecodedLine> decoded;  ///< empty where it does not parse
    journal::Effects effects;                     ///< points into `decoded`
    std::optional<LineSubject> subject;
    std::optional<LineProblem> problem;
};

/// The lines of a push in order. They point into the body, which stays where it is.
class ReceivedLines {
public:
    /// Fails with InvalidArgument where the framing is wrong (no line, an empty line) and with
    /// TooLarge (lines, bytes of a line, bytes in all). The newline behind the last line may be
    /// missing. A line that cannot be applied is no failure: it comes with its problem.
    static Result<ReceivedLines> read(
        std::string body, const RegisterIdentity& from, std::int64_t first);

    const std::vector<ReceivedLine>& lines() const { return m_lines; }
    std::int64_t first() const { return m_first; }
    std::size_t bytes() const { return m_body->size(); }

private:
    ReceivedLines() = default;

    std::unique_ptr<const std::string> m_body;
    std::int64_t m_first = 0;
    std::vector<ReceivedLine> m_lines;
};

}  // namespace bl::sync
