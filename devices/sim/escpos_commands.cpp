#include "devices/sim/escpos_decoder.h"

#include <utility>

/// The commands behind ESC, FS and GS.
namespace bl::sim {

EscPosDecoder::Step EscPosDecoder::escape()
{
    if (!has(2))
        return Step::NeedsMore;
    if (at(1) == '@') {
        drop(2);
        initialise();
        m_ready.emplace_back(Initialised{});
        return Step::Done;
    }
    if (!has(3))
        return Step::NeedsMore;
    const int value = at(2);
    switch (at(1)) {
    case 'a':
        m_align = value % 48 == 1 ? PaperAlign::Centre
            : value % 48 == 2     ? PaperAlign::Right
                                  : PaperAlign::Left;
        break;
    case 'E': m_bold = (value & 1) != 0; break;
    case 't': m_codePage = value; break;
    case 'd':
        if (!m_line.glyphs.empty())
            endLine(false);
        m_ready.emplace_back(PaperFeed{value});
        break;
    case 'p':
        if (!has(5))
            return Step::NeedsMore;
        m_ready.emplace_back(DrawerKick{value % 48, 2 * at(3)});
        drop(2);
        break;
    default: return unknown(2);
    }
    drop(3);
    return Step::Done;
}

EscPosDecoder::Step EscPosDecoder::chinese()
{
    if (!has(2))
        return Step::NeedsMore;
    switch (at(1)) {
    case '&': m_chinese = true; break;
    case '.': m_chinese = false; break;
    case '!':
        if (!has(3))
            return Step::NeedsMore;
        m_wideSize = {(at(2) & 0x04) != 0 ? 2 : 1, (at(2) & 0x08) != 0 ? 2 : 1};
        drop(1);
        break;
    default: return unknown(2);
    }
    drop(2);
    return Step::Done;
}

EscPosDecoder::Step EscPosDecoder::group()
{
    if (!has(3))
        return Step::NeedsMore;
    const int value = at(2);
    switch (at(1)) {
    case '!': m_narrowSize = m_wideSize = {1 + (value >> 4 & 7), 1 + (value & 7)}; break;
    case 'h': m_barcodeHeight = value; break;
    case 'w': m_barcodeModule = value; break;
    case 'H': m_barcodeText = (value & 2) != 0; break;
    case 'r': m_ready.emplace_back(SensorRequest{value}); break;
    case 'I': m_ready.emplace_back(IdentityRequest{value}); break;
    case 'a': m_ready.emplace_back(AutomaticStatus{value}); break;
    case 'V':
        if (value == 0x41 || value == 0x42) {
            if (!has(4))
                return Step::NeedsMore;
            drop(1);
        }
        m_ready.emplace_back(Cut{});
        break;
    case 'k': return barcode();
    case '(': return symbol();
    case 'v': return picture();
    default: return unknown(2);
    }
    drop(3);
    return Step::Done;
}

EscPosDecoder::Step EscPosDecoder::barcode()
{
    if (at(2) != 0x49)
        return unknown(3);
    if (!has(4) || !has(4u + at(3)))
        return Step::NeedsMore;
    PaperBarcode code;
    code.moduleDots = m_barcodeModule;
    code.heightDots = m_barcodeHeight;
    code.textBelow = m_barcodeText;
    code.align = m_align;
    const std::size_t end = 4u + at(3);
    for (std::size_t i = 4; i < end; ++i) {
        if (at(i) != '{') {
            code.data += static_cast<char>(at(i));
        } else if (++i < end && at(i) == '{') {
            code.data += '{';
        }
    }
    m_ready.emplace_back(std::move(code));
    drop(end);
    return Step::Done;
}

EscPosDecoder::Step EscPosDecoder::symbol()
{
    if (!has(5))
        return Step::NeedsMore;
    const std::size_t length = at(3) + 256u * at(4);
    if (!has(5 + length))
        return Step::NeedsMore;
    if (at(2) == 'H' && length == 6 && at(5) == 0x30) {
        m_ready.emplace_back(MarkRequest{std::string(m_buffer.begin() + 7, m_buffer.begin() + 11)});
        drop(5 + length);
        return Step::Done;
    }
    if (at(2) != 'k' || length < 3 || at(5) != 0x31)
        return unknown(5 + length);
    switch (at(6)) {
    case 67: m_qrModule = at(7); break;
    case 80:
        m_qrData.assign(
            m_buffer.begin() + 8, m_buffer.begin() + 5 + static_cast<std::ptrdiff_t>(length));
        break;
    case 81: m_ready.emplace_back(PaperQr{m_qrData, m_qrModule, m_align}); break;
    default: break;
    }
    drop(5 + length);
    return Step::Done;
}

EscPosDecoder::Step EscPosDecoder::picture()
{
    if (!has(8))
        return Step::NeedsMore;
    const std::size_t rowBytes = at(4) + 256u * at(5);
    const std::size_t rows = at(6) + 256u * at(7);
    if (!has(8 + rowBytes * rows))
        return Step::NeedsMore;
    PaperPicture picture;
    picture.width = static_cast<int>(rowBytes * 8);
    picture.rows = static_cast<int>(rows);
    picture.align = m_align;
    const auto begin = m_buffer.begin() + 8;
    picture.bits.assign(begin, begin + static_cast<std::ptrdiff_t>(rowBytes * rows));
    m_ready.emplace_back(std::move(picture));
    drop(8 + rowBytes * rows);
    return Step::Done;
}

}  // namespace bl::sim
