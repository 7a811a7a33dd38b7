#include "devices/printer/printer_text.h"

#include "core/base/assert.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace bl {

namespace {

constexpr UChar32 kYen = 0x00a5;
constexpr UChar32 kFullWidthYen = 0xffe5;
constexpr UChar32 kMinus = 0x2212;
constexpr UChar32 kZeroWidthJoiner = 0x200d;

const char* converterName(CjkEncoding encoding)
{
    switch (encoding) {
    case CjkEncoding::Gb18030: return "gb18030";
    case CjkEncoding::Gbk: return "GBK";
    case CjkEncoding::Big5: return "Big5";
    case CjkEncoding::Utf8: break;
    case CjkEncoding::Raster: break;
    }
    return nullptr;
}

/// The East Asian width. Signs that Unicode leaves to the context (“ ” — … ×) are wide in our own
/// pictures, whose fonts are Chinese; letters are not.
int displayColumns(const icu::UnicodeString& cluster, CjkEncoding encoding)
{
    for (std::int32_t i = 0; i < cluster.length(); i = cluster.moveIndex32(i, 1)) {
        const UChar32 point = cluster.char32At(i);
        const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
        if (width == U_EA_WIDE || width == U_EA_FULLWIDTH)
            return 2;
        if (width == U_EA_AMBIGUOUS && encoding == CjkEncoding::Raster && !u_isalpha(point))
            return 2;
    }
    return 1;
}

/// Printers with UTF-8 give two columns to what stands from the East Asian radicals on. A sign of
/// another width there, or a wide one before, is placed by each printer in its own way, and what is
/// for private use is in no printer's font.
bool isSureOfWidth(UChar32 point)
{
    constexpr UChar32 kFirstEastAsian = 0x2e80;
    const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    const bool wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH;
    return wide == (point >= kFirstEastAsian);
}

/// A converter that says what it lacks instead of writing something like it.
UConverter* openStrict(const char* name, UErrorCode& status)
{
    UConverter* converter = ucnv_open(name, &status);
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (converter)
        ucnv_setFallback(converter, false);
    return converter;
}

}  // namespace

struct PrinterText::State {
    CjkEncoding encoding;
    UConverter* converter = nullptr;  ///< of a double-byte encoding
    UConverter* page = nullptr;       ///< of a code page
    std::unique_ptr<icu::BreakIterator> clusters;
    std::unique_ptr<icu::BreakIterator> lines;

    explicit State(const PrinterProfile& profile)
        : encoding(profile.cjk)
    {
        UErrorCode status = U_ZERO_ERROR;
        if (const char* name = converterName(encoding))
            converter = openStrict(name, status);
        else if (encoding == CjkEncoding::Raster && !profile.codePage.name.empty())
            page = openStrict(profile.codePage.name.c_str(), status);
        clusters.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        lines.reset(icu::BreakIterator::createLineInstance(icu::Locale::getChinese(), status));
        BL_ASSERT(U_SUCCESS(status));
    }
    ~State()
    {
        if (converter)
            ucnv_close(converter);
        if (page)
            ucnv_close(page);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    icu::UnicodeString printable(std::string_view text) const
    {
        UErrorCode status = U_ZERO_ERROR;
        const auto raw = icu::UnicodeString::fromUTF8(
            icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
        const auto composed = icu::Normalizer2::getNFCInstance(status)->normalize(raw, status);
        BL_ASSERT(U_SUCCESS(status));
        icu::UnicodeString clean;
        for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
            const UChar32 point = composed.char32At(i);
            const auto type = u_charType(point);
            if (point == '\n' || point == '\t' || type == U_LINE_SEPARATOR
                || type == U_PARAGRAPH_SEPARATOR || (type == U_SPACE_SEPARATOR && point != 0x3000))
                clean.append(static_cast<UChar32>(' '));
            else if (type == U_CONTROL_CHAR || (type == U_FORMAT_CHAR && point != kZeroWidthJoiner))
                continue;
            else if (point == kYen && converter)
                clean.append(kFullWidthYen);
            // No double-byte encoding has the minus sign that amounts are written with.
            else if (point == kMinus && encoding != CjkEncoding::Utf8)
                clean.append(UChar32{'-'});
            else
                clean.append(point);
        }
        return clean;
    }

    /// Printers know one and two bytes: the four-byte part of GB18030 and the euro sign at 80 of
    /// code page 936 are foreign to them.
    std::optional<std::string> doubleByte(const icu::UnicodeString& text) const
    {
        std::string bytes;
        for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
            const UChar32 point = text.char32At(i);
            const icu::UnicodeString one(point);
            std::array<char, 8> out{};
            UErrorCode status = U_ZERO_ERROR;
            const auto length = ucnv_fromUChars(converter, out.data(),
                static_cast<std::int32_t>(out.size()), one.getBuffer(), one.length(), &status);
            const bool narrow = length == 1 && point < 0x80;
            const bool wide = length == 2 && static_cast<unsigned char>(out[0]) >= 0x81;
            if (U_FAILURE(status) || !(narrow || wide))
                return std::nullopt;
            bytes.append(out.data(), static_cast<std::size_t>(length));
        }
        return bytes;
    }

    std::optional<std::string> singleByte(const icu::UnicodeString& text) const
    {
        std::array<char, 8> out{};
        UErrorCode status = U_ZERO_ERROR;
        const auto length = ucnv_fromUChars(page, out.data(), static_cast<std::int32_t>(out.size()),
            text.getBuffer(), text.length(), &status);
        if (U_FAILURE(status) || length != 1)
            return std::nullopt;
        return std::string(1, out[0]);
    }

    std::optional<std::string> encoded(const icu::UnicodeString& text) const
    {
        if (converter)
            return doubleByte(text);
        std::string bytes;
        text.toUTF8String(bytes);
        const bool ascii =
            std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (encoding == CjkEncoding::Raster && !ascii)
            return page && text.countChar32() == 1 ? singleByte(text) : std::nullopt;
        // A printer's own font has no clusters of several characters and nothing beyond the basic
        // plane.
        const bool simple = text.length() == 1 && isSureOfWidth(text.char32At(0));
        if (encoding == CjkEncoding::Utf8 && !simple)
            return std::nullopt;
        return bytes;
    }
};

PrinterText::PrinterText(const PrinterProfile& profile)
    : m_state(std::make_unique<State>(profile))
{
}

PrinterText::~PrinterText() = default;

std::vector<PrinterCell> PrinterText::cells(std::string_view text) const
{
    const auto clean = m_state->printable(text);
    m_state->clusters->setText(clean);
    m_state->lines->setText(clean);
    std::vector<PrinterCell> cells;
    for (std::int32_t at = 0; at < clean.length();) {
        const auto end = m_state->clusters->following(at);
        const icu::UnicodeString cluster(clean, at, end - at);
        PrinterCell cell;
        cluster.toUTF8String(cell.text);
        cell.breakBefore = at > 0 && m_state->lines->isBoundary(at) != 0;
        const bool bytewise = m_state->converter || m_state->page;
        const auto bytes = bytewise ? m_state->encoded(cluster) : std::nullopt;
        cell.columns =
            bytes ? static_cast<int>(bytes->size()) : displayColumns(cluster, m_state->encoding);
        cells.push_back(std::move(cell));
        at = end;
    }
    return cells;
}

std::optional<std::string> PrinterText::encode(std::string_view text) const
{
    return m_state->encoded(icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))));
}

}  // namespace bl
