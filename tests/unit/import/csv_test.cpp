#include "core/base/csv.h"
#include "core/base/gzip_file.h"
#include "tests/support/catch.h"
#include "tests/unit/import/british_register.h"

#include <algorithm>

namespace bl::test {

namespace {

/// Reads the text a few bytes at a time, so that every border falls somewhere.
Result<std::vector<CsvRow>> rowsOf(const std::string& text, std::size_t step = 3)
{
    std::size_t at = 0;
    CsvReader reader("day.csv", [&](std::span<char> bytes) -> Result<std::size_t> {
        const std::size_t count = std::min({bytes.size(), step, text.size() - at});
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), count, bytes.begin());
        at += count;
        return count;
    });
    std::vector<CsvRow> rows;
    CsvRow row;
    while (true) {
        BL_TRY(const bool more, reader.next(row));
        if (!more)
            return rows;
        rows.push_back(row);
    }
}

using Fields = std::vector<std::string>;

std::string readAll(GzipFile& file)
{
    std::string all;
    std::array<char, 7> buffer{};
    while (const std::size_t count = must(file.read(buffer)))
        all.append(buffer.data(), count);
    return all;
}

}  // namespace

TEST_CASE(
    "Quoted fields hold commas, line ends and quotes, and lines are counted as editors count them",
    "[csv]")
{
    const auto rows = must(rowsOf("a,\"b, \"\"c\"\"\nd\",\r\n\n6\" RULER,,\"\"\r\nlast,1,2"));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].fields == Fields{"a", "b, \"c\"\nd", ""});
    CHECK(rows[0].line == 1);
    CHECK(rows[1].fields == Fields{"6\" RULER", "", ""});
    CHECK(rows[1].line == 4);
    CHECK(rows[2].fields == Fields{"last", "1", "2"});
    CHECK(rows[2].line == 5);
}

TEST_CASE("A lone carriage return ends a line, but not within quotes", "[csv]")
{
    const auto rows = must(rowsOf("a,b\rc,\"d\re\"\r\rf,g\r"));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].fields == Fields{"a", "b"});
    CHECK(rows[1].fields == Fields{"c", "d\re"});
    CHECK(rows[1].line == 2);
    CHECK(rows[2].fields == Fields{"f", "g"});
    CHECK(rows[2].line == 4);
}

TEST_CASE("A byte order mark is no part of the first column", "[csv]")
{
    CHECK(must(rowsOf("\xef\xbb\xbf"
                      "a,b\n",
                   64))
              .front()
              .fields
        == Fields{"a", "b"});
}

TEST_CASE("What is not CSV is named with its line", "[csv]")
{
    using Detail = std::vector<std::string>;
    const auto failure = [](const std::string& text) {
        return rowsOf("ok,ok\n" + text).error();
    };
    CHECK(failure("a,\"b\nc\n").detail == Detail{"day.csv", "csv-open-quote", "2"});
    CHECK(failure("a,\"b\"c\n").detail == Detail{"day.csv", "csv-behind-quote", "2"});
    CHECK(failure(std::string("a\0b\n", 4)).detail == Detail{"day.csv", "csv-zero-byte", "2"});
    CHECK(failure(std::string(70'000, 'x')).detail == Detail{"day.csv", "csv-record", "2"});
    CHECK(failure("caf\xe9,1\n") == Error{ErrorCode::InvalidEncoding, {"day.csv, line 2"}});
}

TEST_CASE("A packed file reads like the file that was packed, also in several members", "[gzip]")
{
    const TempDirectory directory;
    const std::string text(100'000, 'x');
    auto plain = must(GzipFile::open(writeFile(directory.file("plain"), text)));
    auto one = must(GzipFile::open(writeFile(directory.file("one"), packed(text))));
    auto two = must(GzipFile::open(writeFile(directory.file("two"), packed(text) + packed("end"))));
    CHECK(readAll(plain) == text);
    CHECK(readAll(one) == text);
    CHECK(readAll(two) == text + "end");
}

}  // namespace bl::test
