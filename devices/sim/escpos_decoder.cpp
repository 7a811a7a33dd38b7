#include "devices/sim/escpos_decoder.h"

#include "core/base/assert.h"

#include <algorithm>
#include <iconv.h>
#include <utility>

namespace bl::sim {

namespace {

constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kEsc = 0x1b;
constexpr std::uint8_t kFs = 0x1c;
constexpr std::uint8_t kGs = 0x1d;
constexpr const char* kBox = "\u25a1";

const char* iconvName(PaperEncoding encoding)
{
    switch (encoding) {
    case PaperEncoding::Gb18030: return "GB18030";
    case PaperEncoding::Gbk: return "GBK";
    case PaperEncoding::Big5: return "BIG5";
    case PaperEncoding::Utf8: break;
    }
    return "UTF-8";
}

std::size_t utf8Length(std::uint8_t lead)
{
    if (lead >= 0xf0)
        return 4;
    if (lead >= 0xe0)
        return 3;
    return lead >= 0xc0 ? 2 : 1;
}

/// Printers with UTF-8 give the East Asian blocks two columns.
int utf8Columns(std::uint8_t lead, std::uint8_t next)
{
    if (lead < 0xe1)
        return 1;
    if (lead == 0xe2)
        return next >= 0xba ? 2 : 1;  // from U+2E80
    if (lead == 0xef)
        return next >= 0xbc ? 2 : 1;  // from U+FF00
    return lead >= 0xe3 ? 2 : 1;
}

}  // namespace

struct EscPosDecoder::Converter {
    iconv_t handle;

    explicit Converter(const char* encoding)
        : handle(iconv_open("UTF-8", encoding))
    {
        // iconv_open() reports failure as this pointer of all ones.
        BL_ASSERT(reinterpret_cast<std::intptr_t>(handle) != -1);
    }
    ~Converter() { iconv_close(handle); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    std::string read(std::span<const std::uint8_t> bytes) const
    {
        std::string in(bytes.begin(), bytes.end());
        std::string out(8, '\0');
        char* from = in.data();
        char* to = out.data();
        std::size_t left = in.size();
        std::size_t room = out.size();
        if (iconv(handle, &from, &left, &to, &room) == static_cast<std::size_t>(-1) || left != 0) {
            iconv(handle, nullptr, nullptr, nullptr, nullptr);
            return kBox;
        }
        out.resize(out.size() - room);
        return out;
    }
};

/// The pages by the numbers that Epson's printers give them.
std::string EscPosDecoder::pageText(int page, std::uint8_t byte)
{
    const char* name = page == 19 ? "CP858" : page == 16 ? "CP1252" : page == 2 ? "CP850" : nullptr;
    return name ? Converter(name).read(std::span(&byte, 1)) : std::string(kBox);
}

int PaperLine::columns() const
{
    int columns = 0;
    for (const auto& glyph : glyphs)
        columns += glyph.columns * glyph.widthFactor;
    return columns;
}

std::string PaperLine::text() const
{
    std::string text;
    for (const auto& glyph : glyphs)
        text += glyph.text;
    return text;
}

EscPosDecoder::EscPosDecoder(PaperShape shape)
    : m_shape(shape)
    , m_converter(std::make_unique<Converter>(iconvName(shape.encoding)))
{
    initialise();
}

EscPosDecoder::~EscPosDecoder() = default;

void EscPosDecoder::feed(std::span<const std::uint8_t> bytes)
{
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
}

std::optional<Decoded> EscPosDecoder::next()
{
    while (m_ready.empty() && !m_buffer.empty())
        if (step() == Step::NeedsMore)
            return std::nullopt;
    if (m_ready.empty())
        return std::nullopt;
    Decoded first = std::move(m_ready.front());
    m_ready.erase(m_ready.begin());
    return first;
}

std::optional<PaperLine> EscPosDecoder::takeOpenLine()
{
    if (m_line.glyphs.empty())
        return std::nullopt;
    return std::exchange(m_line, PaperLine{});
}

void EscPosDecoder::reset()
{
    drop(m_buffer.size());
    m_ready.clear();
    initialise();
}

bool EscPosDecoder::isNeutral() const
{
    const std::array<int, 2> plain{1, 1};
    return m_align == PaperAlign::Left && m_narrowSize == plain && m_wideSize == plain && !m_bold;
}

void EscPosDecoder::initialise()
{
    m_line = {};
    m_align = PaperAlign::Left;
    m_narrowSize = m_wideSize = {1, 1};
    m_bold = false;
    m_codePage = 0;
    m_chinese = m_shape.encoding != PaperEncoding::Utf8;
    m_barcodeHeight = 162;
    m_barcodeModule = 3;
    m_barcodeText = false;
    m_qrModule = 3;
    m_qrData.clear();
}

void EscPosDecoder::drop(std::size_t count)
{
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(count));
    m_position += count;
}

void EscPosDecoder::endLine(bool overflowed)
{
    m_line.align = m_align;
    m_line.overflowed = overflowed;
    m_ready.emplace_back(std::exchange(m_line, PaperLine{}));
}

void EscPosDecoder::place(PaperGlyph glyph)
{
    if (m_line.columns() + glyph.columns * glyph.widthFactor > m_shape.columns)
        endLine(true);
    m_line.glyphs.push_back(std::move(glyph));
}

EscPosDecoder::Step EscPosDecoder::step()
{
    switch (at(0)) {
    case kEsc: return escape();
    case kGs: return group();
    case kFs: return chinese();
    case kDle:
        if (!has(3))
            return Step::NeedsMore;
        if (at(1) == 0x14) {
            if (!has(5))
                return Step::NeedsMore;
            if (at(2) != 0x01)
                return unknown(5);
            m_ready.emplace_back(DrawerKick{at(3), 100 * at(4), true});
            drop(5);
            return Step::Done;
        }
        if (at(1) != 0x04)
            return unknown(1);
        m_ready.emplace_back(StatusRequest{at(2)});
        drop(3);
        return Step::Done;
    case '\n':
        drop(1);
        endLine(false);
        return Step::Done;
    default: return at(0) < 0x20 || at(0) == 0x7f ? unknown(1) : text();
    }
}

EscPosDecoder::Step EscPosDecoder::text()
{
    std::size_t length = 1;
    int columns = 1;
    if (m_shape.encoding == PaperEncoding::Utf8) {
        length = utf8Length(at(0));
        if (!has(length))
            return Step::NeedsMore;
        columns = length == 1 ? 1 : utf8Columns(at(0), at(1));
    } else if (m_chinese && at(0) >= 0x81) {
        length = 2;
        columns = 2;
        if (!has(length))
            return Step::NeedsMore;
    }
    PaperGlyph glyph;
    glyph.columns = columns;
    const auto& size = columns == 2 ? m_wideSize : m_narrowSize;
    glyph.widthFactor = size[0];
    glyph.heightFactor = size[1];
    glyph.bold = m_bold;
    const std::vector<std::uint8_t> bytes(
        m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(length));
    glyph.text =
        length == 1 && at(0) >= 0x80 ? pageText(m_codePage, at(0)) : m_converter->read(bytes);
    drop(length);
    place(std::move(glyph));
    return Step::Done;
}

EscPosDecoder::Step EscPosDecoder::unknown(std::size_t bytes)
{
    m_ready.emplace_back(
        UnknownBytes{{m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(bytes)}});
    drop(bytes);
    return Step::Done;
}

}  // namespace bl::sim
