#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace bl {

/// One record and the line of the file on which it begins, counted from 1.
struct CsvRow {
    std::int64_t line = 0;
    std::vector<std::string> fields;
};

/// Comma-separated values (RFC 4180): fields in quotes may hold commas, line ends and doubled
/// quotes. Lines end with LF, CR LF or CR; a byte order mark and empty lines are skipped. A quote
/// within a field that does not begin with one stands for itself, as in `6" RULER`.
class CsvReader {
public:
    /// Fills the front of the bytes and gives how many; 0 at the end.
    using Source = std::function<Result<std::size_t>(std::span<char>)>;

    /// `name`: the file, for error messages.
    CsvReader(std::string name, Source source);

    /// Whether there was another record. Fails with UnsupportedFormat, naming file and line, on a
    /// zero byte, on a quote that is not closed or goes on behind its end, and on a record above
    /// 64 KiB; with InvalidEncoding on a record that is not UTF-8; and as the source does.
    Result<bool> next(CsvRow& row);

private:
    Result<int> take();
    Result<int> peek();
    Result<void> quotedField(std::string& field, std::int64_t firstLine);
    Result<void> endRecord(const CsvRow& row) const;
    Error malformed(std::int64_t line, const char* word) const;

    std::string m_name;
    Source m_source;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::int64_t m_line = 1;
    std::size_t m_recordBytes = 0;
    bool m_started = false;
};

}  // namespace bl
