#include "sync/client/feed_answer.h"

#include <algorithm>

namespace bl::sync {

namespace {

Error feedUnreadable(std::string why)
{
    return Error{ErrorCode::HqUnreadable, {"HQ", std::move(why)}};
}

/// The next line of the text without its end, which is taken off.
std::string_view takeLine(std::string_view& text)
{
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

}  // namespace

storage::FeedStamp FeedAnswer::stamp() const
{
    storage::FeedStamp stamp{header.applied, header.quarantined};
    std::sort(stamp.quarantined.begin(), stamp.quarantined.end());
    return stamp;
}

Result<FeedAnswer> readFeedAnswer(std::string_view body, std::size_t rowsPerPart)
{
    FeedAnswer answer;
    const auto first = decodeFeedLine(takeLine(body));
    if (!first)
        return feedUnreadable(describe(first.error()));
    const auto* header = std::get_if<FeedHeader>(&*first);
    if (!header)
        return feedUnreadable("the feed's header is missing");
    answer.header = *header;

    bool ended = false;
    FeedPart part;
    while (!body.empty() && !ended) {
        auto line = decodeFeedLine(takeLine(body));
        if (!line)
            return feedUnreadable(describe(line.error()));
        if (auto* row = std::get_if<FeedRow>(&*line)) {
            if (part.rows.size() >= rowsPerPart)
                answer.parts.push_back(std::exchange(part, {}));
            part.rows.push_back({std::move(row->kind), std::move(row->id),
                packedVersion(row->epochNo, row->counter), std::move(row->data)});
        } else if (auto* cursor = std::get_if<FeedCursor>(&*line)) {
            ended = cursor->last;
            answer.more = cursor->more;
            part.cursor = std::move(cursor->cursor);
            answer.parts.push_back(std::exchange(part, {}));
        } else {
            return feedUnreadable("a second header in the feed");
        }
    }
    if (!ended)
        return feedUnreadable("the feed's end is missing");
    return answer;
}

}  // namespace bl::sync
