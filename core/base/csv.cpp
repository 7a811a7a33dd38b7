#include "core/base/csv.h"

#include "core/base/text.h"

namespace bl {

namespace {

constexpr int kEndOfFile = -1;
constexpr std::size_t kCsvBuffer = std::size_t{64} * 1024;
constexpr std::size_t kMaxRecordBytes = std::size_t{64} * 1024;

}  // namespace

CsvReader::CsvReader(std::string name, Source source)
    : m_name(std::move(name))
    , m_source(std::move(source))
    , m_buffer(kCsvBuffer)
{
}

Error CsvReader::malformed(std::int64_t line, const char* word) const
{
    return {ErrorCode::UnsupportedFormat, {excerpt(m_name, 1024), word, std::to_string(line)}};
}

Result<int> CsvReader::peek()
{
    if (m_begin == m_end) {
        BL_TRY(m_end, m_source(m_buffer));
        m_begin = 0;
        if (m_end == 0)
            return kEndOfFile;
    }
    return static_cast<int>(static_cast<unsigned char>(m_buffer[m_begin]));
}

Result<int> CsvReader::take()
{
    BL_TRY(const int byte, peek());
    if (byte == kEndOfFile)
        return byte;
    ++m_begin;
    if (byte == '\n')
        ++m_line;
    if (byte == 0)
        return malformed(m_line, "csv-zero-byte");
    if (++m_recordBytes > kMaxRecordBytes)
        return malformed(m_line, "csv-record");
    return byte;
}

Result<void> CsvReader::quotedField(std::string& field, std::int64_t firstLine)
{
    while (true) {
        BL_TRY(const int byte, take());
        if (byte == kEndOfFile)
            return malformed(firstLine, "csv-open-quote");
        if (byte != '"') {
            field.push_back(static_cast<char>(byte));
            continue;
        }
        BL_TRY(const int after, peek());
        if (after != '"')
            return {};
        BL_CHECK(take());
        field.push_back('"');
    }
}

Result<void> CsvReader::endRecord(const CsvRow& row) const
{
    for (const auto& field : row.fields) {
        if (!isUtf8(field))
            return Error{ErrorCode::InvalidEncoding,
                {excerpt(m_name, 1024) + ", line " + std::to_string(row.line)}};
    }
    return {};
}

Result<bool> CsvReader::next(CsvRow& row)
{
    if (!m_started) {
        m_started = true;
        BL_TRY(const int first, peek());
        constexpr std::string_view kMark = "\xef\xbb\xbf";
        if (first == 0xef && m_end >= kMark.size()
            && std::string_view(m_buffer.data(), kMark.size()) == kMark)
            m_begin = kMark.size();
    }
    row.fields.clear();
    m_recordBytes = 0;
    row.line = m_line;
    std::string field;
    bool quoted = false;  // the field was in quotes, so that only its end may follow
    bool any = false;     // something of the record was seen
    while (true) {
        BL_TRY(int byte, take());
        if (byte == '\r') {
            BL_TRY(const int after, peek());
            if (after == '\n' || after == kEndOfFile) {
                BL_TRY(byte, take());
            } else {  // the whole line end, as old spreadsheets write it
                byte = '\n';
                ++m_line;
            }
        }
        if (byte == '\n' || byte == kEndOfFile) {
            if (!any) {
                if (byte == kEndOfFile)
                    return false;
                row.line = m_line;
                m_recordBytes = 0;
                continue;
            }
            row.fields.push_back(std::move(field));
            BL_CHECK(endRecord(row));
            return true;
        }
        any = true;
        if (byte == ',') {
            row.fields.push_back(std::exchange(field, {}));
            quoted = false;
        } else if (quoted) {
            return malformed(m_line, "csv-behind-quote");
        } else if (byte == '"' && field.empty()) {
            quoted = true;
            BL_CHECK(quotedField(field, m_line));
        } else {
            field.push_back(static_cast<char>(byte));
        }
    }
}

}  // namespace bl
