#include "core/base/assert.h"
#include "core/base/text.h"
#include "devices/printer/escpos_codec.h"
#include "devices/printer/receipt_layout.h"
#include "devices/sim/escpos_decoder.h"

#include <algorithm>
#include <cstddef>

namespace {

using namespace bl;

/// A picture of nothing in place of every line that cannot be printed as text.
class WhiteRasterizer final : public LineRasterizer {
public:
    Result<Bitmap> rasterize(const ReceiptLine&, const PrinterProfile& profile) const override
    {
        return Bitmap::blank(profile.pixels, 8);
    }
};

/// The block that a line of the input stands for: its first byte says which.
ReceiptBlock blockOf(std::string_view line)
{
    if (line.empty())
        return ReceiptSpace{};
    const auto first = static_cast<unsigned char>(line.front());
    const std::string text(line.substr(1));
    const auto size = first & 8 ? TextSize::Large : TextSize::Normal;
    const auto weight = first & 16 ? TextWeight::Bold : TextWeight::Normal;
    switch (first % 8) {
    case 0: return ReceiptRule{};
    case 1: return ReceiptBarcode{text};
    case 2: return ReceiptQr{text};
    case 3:
    case 4: {
        const auto tab = std::min(text.find('\t'), text.size());
        return ReceiptPair{
            text.substr(0, tab), text.substr(std::min(tab + 1, text.size())), size, weight};
    }
    default: return ReceiptText{text, first & 32 ? Align::Right : Align::Centre, size, weight};
    }
}

sim::PaperShape shapeOf(const PrinterProfile& profile)
{
    sim::PaperShape shape{profile.pixels, profile.columns, sim::PaperEncoding::Gb18030};
    switch (profile.cjk) {
    case CjkEncoding::Gbk: shape.encoding = sim::PaperEncoding::Gbk; break;
    case CjkEncoding::Big5: shape.encoding = sim::PaperEncoding::Big5; break;
    case CjkEncoding::Utf8: shape.encoding = sim::PaperEncoding::Utf8; break;
    case CjkEncoding::Gb18030:
    case CjkEncoding::Raster: break;
    }
    return shape;
}

}  // namespace

/// Whatever stands in names and notes, a job holds nothing that the printer does not know, no line
/// is wider than the paper, and it ends with one cut and everything as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.empty())
        return 0;
    const auto profiles = printerProfiles();
    const auto& profile = profiles[data[0] % profiles.size()];
    ReceiptDocument document;
    for (std::size_t at = 1; at < size;) {
        const auto end = std::min(input.find('\n', at), size);
        const auto line = input.substr(at, end - at);
        // Documents are UTF-8: whoever reads one sees to that.
        if (!line.empty() && !isUtf8(line.substr(1)))
            return 0;
        document.blocks.push_back(blockOf(line));
        at = end + 1;
    }
    if (document.blocks.empty())
        return 0;
    const auto job = escpos::encodeJob(document, profile, DrawerPulse::Open, WhiteRasterizer{});
    if (!job)
        return 0;
    sim::EscPosDecoder decoder(shapeOf(profile));
    decoder.feed(*job);
    int cuts = 0;
    int kicks = 0;
    while (const auto decoded = decoder.next()) {
        BL_ASSERT(!std::holds_alternative<sim::UnknownBytes>(*decoded));
        cuts += std::holds_alternative<sim::Cut>(*decoded) ? 1 : 0;
        kicks += std::holds_alternative<sim::DrawerKick>(*decoded) ? 1 : 0;
        if (const auto* line = std::get_if<sim::PaperLine>(&*decoded))
            BL_ASSERT(!line->overflowed && line->columns() <= profile.columns);
    }
    BL_ASSERT(decoder.isIdle() && decoder.isNeutral());
    BL_ASSERT(cuts == (profile.cutter ? 1 : 0));
    BL_ASSERT(kicks == (profile.drawer ? 1 : 0));
    return 0;
}
