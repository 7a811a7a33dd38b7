#include "devices/scanner/scan_burst.h"

#include "core/base/text.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

namespace bl {

namespace {

constexpr char kGroupSeparator = 0x1D;
constexpr std::size_t kAimLength = 3;

bool endsCode(char byte)
{
    return byte == '\r' || byte == '\n' || byte == '\t';
}

bool isAsciiLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool hasAimPrefix(std::string_view text)
{
    return text.size() > kAimLength && text[0] == ']' && isAsciiLetter(text[1])
        && (isAsciiLetter(text[2]) || (text[2] >= '0' && text[2] <= '9'));
}

/// The text in GB18030 as UTF-8.
std::optional<std::string> fromGb18030(std::string_view bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open("gb18030", &status), &ucnv_close);
    ucnv_setToUCallBack(
        converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status))
        return std::nullopt;
    // No character is longer in UTF-16 units than in bytes.
    icu::UnicodeString text;
    const auto room = static_cast<std::int32_t>(bytes.size() + 1);
    char16_t* const out = text.getBuffer(room);
    const auto length = ucnv_toUChars(
        converter.get(), out, room, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    text.releaseBuffer(U_SUCCESS(status) ? length : 0);
    if (U_FAILURE(status))
        return std::nullopt;
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

}  // namespace

std::optional<CodeScanned> readScan(std::string_view raw)
{
    std::string clean;
    for (const char byte : raw) {
        const auto value = static_cast<unsigned char>(byte);
        if ((value >= 0x20 && value != 0x7F) || byte == kGroupSeparator)
            clean += byte;
    }
    if (!isUtf8(clean)) {
        auto converted = fromGb18030(clean);
        if (!converted)
            return std::nullopt;
        clean = *std::move(converted);
    }
    CodeScanned scan;
    if (hasAimPrefix(clean)) {
        scan.symbology = clean.substr(0, kAimLength);
        clean.erase(0, kAimLength);
    }
    if (clean.empty())
        return std::nullopt;
    scan.code = std::move(clean);
    return scan;
}

std::vector<CodeScanned> ScanBurst::take(std::span<const std::uint8_t> bytes, DeviceTime at)
{
    std::vector<CodeScanned> scans;
    for (const std::uint8_t byte : bytes) {
        const char character = static_cast<char>(byte);
        if (endsCode(character)) {
            m_last = at;
            if (auto scan = finish())
                scans.push_back(*std::move(scan));
            continue;
        }
        if (m_bytes.size() >= kMaxBytes) {
            m_tooLong = true;
        } else {
            if (!m_bytes.empty())
                m_gaps.push_back(
                    std::chrono::duration_cast<std::chrono::milliseconds>(at - m_last));
            m_bytes += character;
        }
        m_last = at;
    }
    return scans;
}

std::optional<CodeScanned> ScanBurst::settle(DeviceTime now)
{
    const auto end = deadline();
    if (!end || now < *end)
        return std::nullopt;
    return finish();
}

std::optional<DeviceTime> ScanBurst::deadline() const
{
    if (m_bytes.empty())
        return std::nullopt;
    return m_last + kSilence;
}

void ScanBurst::clear()
{
    m_bytes.clear();
    m_gaps.clear();
    m_tooLong = false;
}

std::optional<CodeScanned> ScanBurst::finish()
{
    std::optional<CodeScanned> scan;
    if (!m_tooLong)
        scan = readScan(m_bytes);
    if (scan) {
        scan->gaps = std::move(m_gaps);
        scan->at = m_last;
    }
    clear();
    return scan;
}

}  // namespace bl
