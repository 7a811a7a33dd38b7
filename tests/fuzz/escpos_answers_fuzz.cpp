#include "core/base/assert.h"
#include "devices/printer/escpos_codec.h"

#include <cstddef>

namespace {

using namespace bl::escpos;

/// What a printer's driver does with an answer; its kind and its bytes.
std::string wordsOf(const Answer& answer)
{
    std::string words = std::to_string(answer.index()) + ':';
    if (const auto* status = std::get_if<StatusAnswer>(&answer)) {
        for (const auto query :
            {StatusQuery::Printer, StatusQuery::Offline, StatusQuery::Error, StatusQuery::Paper})
            words += std::to_string(static_cast<int>(readStatus(query, *status).condition));
        words += std::to_string(status->bits);
    } else if (const auto* sensor = std::get_if<SensorAnswer>(&answer)) {
        words +=
            std::to_string(static_cast<int>(readSensor(*sensor))) + std::to_string(sensor->bits);
    } else if (const auto* automatic = std::get_if<AutomaticStatus>(&answer)) {
        words += std::to_string(static_cast<int>(automatic->condition))
            + (automatic->paperNearEnd ? "n" : "-") + (automatic->drawerHigh ? "d" : "-");
    } else if (const auto* mark = std::get_if<MarkAnswer>(&answer)) {
        words.append(mark->mark.begin(), mark->mark.end());
    } else if (const auto* identity = std::get_if<IdentityAnswer>(&answer)) {
        words += identity->text;
    }
    return words;
}

void takeAll(AnswerReader& reader, std::vector<std::string>& into)
{
    while (const auto answer = reader.next())
        into.push_back(wordsOf(*answer));
}

}  // namespace

/// Bytes of a printer: in pieces they say the same, and no answer is longer than what came.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span bytes(data, size);
    AnswerReader whole;
    AnswerReader pieces;
    std::vector<std::string> expected;
    std::vector<std::string> got;
    whole.feed(bytes);
    takeAll(whole, expected);
    for (std::size_t i = 0; i < size; ++i) {
        pieces.feed(bytes.subspan(i, 1));
        takeAll(pieces, got);
    }
    BL_ASSERT(expected == got);
    BL_ASSERT(expected.size() <= size);
    return 0;
}
