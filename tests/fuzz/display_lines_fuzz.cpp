#include "core/base/assert.h"
#include "core/base/text.h"
#include "devices/display/display_codec.h"
#include "devices/sim/simulated_display.h"

#include <algorithm>
#include <cstddef>

namespace {

/// The next line of the input.
std::string nextText(std::string_view& input)
{
    const auto end = std::min(input.find('\n'), input.size());
    const std::string text(input.substr(0, end));
    input.remove_prefix(std::min(end + 1, input.size()));
    return text;
}

}  // namespace

/// Whatever products are called, a display gets two lines of its width and no commands of theirs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace bl;
    std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.empty() || !isUtf8(input.substr(1)))
        return 0;
    DisplayContent content;
    content.kind = static_cast<DisplayContent::Kind>(data[0] % 4);
    input.remove_prefix(1);
    for (auto* text : {&content.heading, &content.caption}) {
        text->text = nextText(input);
        text->latin = nextText(input);
    }
    content.detail = nextText(input);
    // Amounts are the caller's own digits.
    content.unitPrice = "59.00";
    content.amount = "-1234.50";
    for (const auto encoding : {DisplayEncoding::Ascii, DisplayEncoding::Gb18030}) {
        for (const auto& line : displayLines(content, encoding)) {
            BL_ASSERT(line.size() == kDisplayColumns);
            BL_ASSERT(std::ranges::none_of(
                line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }));
        }
        sim::SimulatedDisplay display(
            sim::DisplayModel::Cd5220, [](const sim::DisplayPicture& picture) {
                for (const auto& line : picture.lines)
                    BL_ASSERT(isUtf8(line));
            });
        display.receive(cd5220Bytes(content, encoding));
    }
    sim::SimulatedDisplay lamps(sim::DisplayModel::Led8, [](const sim::DisplayPicture&) {});
    lamps.receive(led8Bytes(content));
    return 0;
}
