#include "core/services/sales_import.h"
#include "core/services/verifier.h"
#include "core/storage/member_store.h"
#include "core/storage/product_store.h"
#include "core/storage/reports.h"
#include "tests/support/catch.h"
#include "tests/unit/import/british_register.h"

namespace bl::test {

namespace {

using services::RowRejection;

constexpr const char* kHeader =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

/// A register and files beside it.
class Import {
public:
    std::string file(const std::string& name, const std::string& bytes) const
    {
        return writeFile(m_directory.file(name), bytes);
    }
    std::string csv(const std::string& name, const std::string& rows) const
    {
        return file(name, kHeader + rows);
    }
    std::string path() const { return m_directory.path(); }

    Result<services::ImportReport> run(const std::vector<std::string>& files)
    {
        return services::SalesImport(*m_register->context).run(files);
    }

    /// What the run says of a file that cannot be used; the journal must be as it was.
    Error refusal(const std::vector<std::string>& files)
    {
        const auto before = lines();
        const auto result = run(files);
        CHECK(lines() == before);
        REQUIRE_FALSE(result);
        return result.error();
    }

    std::int64_t lines() { return must(storage::JournalStore(database()).find(2))->head.seq; }
    sql::Database& database() { return *m_register->database; }
    RegisterFixture& till() { return *m_register; }

    /// Shifts of the user `import`: all, and those still open.
    std::int64_t shifts() { return count("SELECT COUNT(*) FROM shifts"); }
    std::int64_t openShifts() { return count("SELECT COUNT(*) FROM shifts WHERE state = 0"); }
    std::int64_t count(const std::string& sql)
    {
        return must(database().selectInteger(sql)).value_or(0);
    }

    std::int64_t stockOf(const std::string& code)
    {
        const auto report = must(storage::Reports(database()).stock(1000));
        for (const auto& item : report.lowest) {
            if (item.code == code)
                return item.quantity.thousandths();
        }
        return 0;
    }

private:
    TempDirectory m_directory;
    std::unique_ptr<RegisterFixture> m_register = britishRegister(m_directory.file("register.db"));
};

}  // namespace

TEST_CASE("Rows of one invoice are one ticket of its first row's time and member", "[import]")
{
    Import import;
    const auto report = must(import.run({import.csv("day.csv",
        "1,A,APPLE,2,2010-12-01 08:26:00,1.50,17850.0,UK\n"
        "1,B,,1,2010-12-01 08:27:00,0.0,17850.0,UK\n"
        "1,A,APPLE,3,2010-12-01 08:28:00,1.50,17850.0,UK\n"
        "2,B,PEAR,1,2010-12-02 09:00:00,2.25,,UK\n")}));
    CHECK(report.sales == 2);
    CHECK(report.saleLines == 4);
    CHECK(report.sold == Money::minor(975));
    const auto sales = must(services::SellService(*import.till().context).recent(9));
    REQUIRE(sales.size() == 2);
    CHECK(sales[1].sale.external == "1");
    CHECK(sales[1].sale.time
        == must(must(TimeZone::create("Europe/London")).parseLocal("2010-12-01 08:26:00")));
    CHECK(sales[1].sale.lines.size() == 3);
    CHECK(sales[1].sale.tenders
        == std::vector<sales::Tender>{{"cash", Money::minor(750), Money::minor(750)}});
    CHECK(sales[1].user == staff::kImportUser);
    const auto member = must(storage::MemberStore(import.database()).findByNumber("17850"));
    REQUIRE(member);
    CHECK(sales[1].sale.member == member->id);
    CHECK_FALSE(sales[0].sale.member);
    CHECK(import.shifts() == 2);
    CHECK(import.openShifts() == 0);
    must(services::Verifier(import.database()).run());
}

TEST_CASE(
    "A product has the first description of all files and the price of its first row", "[import]")
{
    Import import;
    must(import.run({import.csv("1.csv",
                         "1,A,,1,2010-12-01 08:26:00,1.50,,UK\n"
                         "1,C,,1,2010-12-01 08:26:00,3.00,,UK\n"),
        import.csv("2.csv",
            "2,A,\" APPLE,\nRED \",1,2010-12-02 08:26:00,9.99,,UK\n"
            "3,A,GREEN APPLE,1,2010-12-02 08:26:00,9.99,,UK\n")}));
    storage::ProductStore products(import.database());
    CHECK(must(products.findByCode("A"))->name == "APPLE, RED");
    CHECK(must(products.findByCode("A"))->price == Money::minor(150));
    CHECK(must(products.findByCode("C"))->name == "C");
}

TEST_CASE("Refunds give goods back; negative quantities without an invoice C correct the stock",
    "[import]")
{
    Import import;
    const auto report = must(import.run({import.csv("day.csv",
        "1,A,APPLE,10,2010-12-01 08:00:00,1.50,,UK\n"
        "C2,A,APPLE,-4,2010-12-01 09:00:00,1.50,17850.0,UK\n"
        "3,B,,-7,2010-12-01 10:00:00,0.0,,UK\n")}));
    CHECK(report.refunds == 1);
    CHECK(report.refundLines == 1);
    CHECK(report.refunded == Money::minor(600));
    CHECK(report.adjustments == 1);
    CHECK(import.stockOf("A") == -6000);
    CHECK(import.stockOf("B") == 7000);
    must(services::Verifier(import.database()).run());
}

TEST_CASE("Each kind of row that cannot be used is listed with file, line and reason, and the rest "
          "goes on",
    "[import]")
{
    Import import;
    std::string longName;
    for (int i = 0; i < 201; ++i)
        longName += "苹";
    const auto file = import.csv("dirty.csv",
        "1,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n"
        "A563185,B,Adjust bad debt,1,2010-12-01 08:01:00,11062.06,,UK\n"
        ",A,APPLE,1,2010-12-01 08:02:00,1.50,,UK\n"
        "2,A,APPLE,1,2010-12-01 08:03:00,-1.50,,UK\n"
        "3,A,APPLE,0,2010-12-01 08:04:00,1.50,,UK\n"
        "C4,A,APPLE,5,2010-12-01 08:05:00,1.50,,UK\n"
        "5,,NOTHING,1,2010-12-01 08:06:00,1.50,,UK\n"
        "6,A,APPLE,1,2010-12-01 08:07:00,1.50,,UK\n"
        "7,L,"
            + longName + ",1,2010-12-01 08:08:00,1.50,,UK\n"
            + "8,A,APPLE,1,1989-12-31 08:09:00,1.50,,UK\n"
              "9,A,APPLE,1,2101-01-01 08:10:00,1.50,,UK\n");
    const auto report = must(import.run({file}));
    using Rows = std::vector<services::RejectedRow>;
    CHECK(report.rejected
        == Rows{{file, 3, RowRejection::InvoiceNumber, "A563185"},
            {file, 4, RowRejection::InvoiceNumber, ""},
            {file, 5, RowRejection::NegativePrice, "-1.50"},
            {file, 6, RowRejection::ZeroQuantity, "0"},
            {file, 7, RowRejection::RefundedForward, "5"}, {file, 8, RowRejection::MissingCode, ""},
            {file, 10, RowRejection::LongName, longName.substr(0, 63)},
            {file, 11, RowRejection::UnlikelyYear, "1989-12-31 08:09:00"},
            {file, 12, RowRejection::UnlikelyYear, "2101-01-01 08:10:00"}});
    CHECK(report.sales == 2);
    CHECK(report.refunds == 0);
}

TEST_CASE(
    "A second run imports nothing, and a run that names a file twice imports it once", "[import]")
{
    Import import;
    const std::string rows =
        "1,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n3,B,,-7,2010-12-01 10:00:00,0.0,,UK\n";
    const auto file = import.csv("day.csv", rows);
    const auto first =
        must(import.run({file, import.file("day.csv.gz", packed(kHeader + rows)), file}));
    CHECK(first.sales == 1);
    CHECK(first.saleLines == 1);
    CHECK(first.adjustments == 1);
    const auto lines = import.lines();
    const auto second = must(import.run({file}));
    CHECK(second.sales == 0);
    CHECK(second.adjustments == 0);
    CHECK(second.knownTickets == 2);
    CHECK(import.lines() == lines);
}

TEST_CASE(
    "A run that was broken off goes on in the day's shift, and closes the shift of another day",
    "[import]")
{
    Import import;
    const auto day1 = import.csv("1.csv", "1,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n");
    const auto whole = import.csv("1+2.csv",
        "1,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n2,A,APPLE,1,2010-12-01 09:00:00,1.50,,UK\n"
        "3,A,APPLE,1,2010-12-02 09:00:00,1.50,,UK\n");
    must(import.run({day1}));
    // As a crash right after the first ticket leaves it: the shift is open.
    const auto shift =
        must(services::ShiftService(*import.till().context).open(Money{}, staff::kImportUser));
    must(import.run({whole}));
    CHECK(import.openShifts() == 0);
    CHECK(must(storage::Reports(import.database()).totals()).sales == 3);
    CHECK(must(storage::ShiftStore(import.database()).find(shift.id))->closedAt);
    must(services::Verifier(import.database()).run());
}

TEST_CASE("Nothing is imported into the shift of somebody else", "[import]")
{
    Import import;
    must(services::ShiftService(*import.till().context).open(Money{}, RegisterFixture::kCashier));
    const auto file = import.csv("day.csv", "1,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n");
    CHECK(import.refusal({file}) == Error{ErrorCode::ShiftAlreadyOpen, {"1"}});
}

TEST_CASE("A file that cannot be used is named, with the line, and nothing of the run is imported",
    "[import]")
{
    Import import;
    const auto good = import.csv("good.csv", "1,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n");
    const auto failure = [&](const std::string& file) {
        return import.refusal({good, file});
    };
    const auto csvFailure = [&](const std::string& rows) {
        return failure(import.csv("bad.csv", rows));
    };
    const std::string bad = import.path() + "bad.csv";

    SECTION("no such file") {
        CHECK(failure(import.path() + "none.csv").code == ErrorCode::UnreadableFile);
        CHECK(failure(import.path() + "none.csv").detail.front() == import.path() + "none.csv");
    }
    SECTION("a directory") {
        CHECK(failure(import.path()).code == ErrorCode::UnreadableFile);
    }
    SECTION("an empty file") {
        CHECK(failure(import.file("bad.csv", ""))
            == Error{ErrorCode::UnsupportedFormat, {bad, "empty"}});
    }
    SECTION("a picture") {
        CHECK(failure(import.file("bad.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))).code
            == ErrorCode::InvalidEncoding);
    }
    SECTION("other text") {
        CHECK(failure(import.file("bad.csv", "Dear sir,\n"))
            == Error{ErrorCode::MissingColumn, {bad, "InvoiceNo"}});
    }
    SECTION("a missing column") {
        CHECK(failure(import.file("bad.csv",
                  "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,CustomerID,Country\n"
                  "1,A,APPLE,1,2010-12-01 08:00:00,,UK\n"))
            == Error{ErrorCode::MissingColumn, {bad, "UnitPrice"}});
    }
    SECTION("a column that is there twice") {
        CHECK(failure(import.file("bad.csv",
                  "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,"
                  "Quantity\n"
                  "1,A,APPLE,1,2010-12-01 08:00:00,1.50,,2\n"))
            == Error{ErrorCode::UnsupportedFormat, {bad, "column-twice", "Quantity"}});
    }
    SECTION("a truncated gzip") {
        const auto whole =
            packed(kHeader + std::string("2,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n"));
        for (const std::size_t kept : {whole.size() - 1, whole.size() / 2, std::size_t{11}})
            CHECK(failure(import.file("bad.csv", whole.substr(0, kept)))
                == Error{ErrorCode::UnsupportedFormat, {bad, "gzip-cut"}});
    }
    SECTION("a damaged gzip") {
        auto whole = packed(kHeader + std::string("2,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n"));
        whole[whole.size() - 6] = static_cast<char>(whole[whole.size() - 6] ^ 1);
        CHECK(failure(import.file("bad.csv", whole))
            == Error{ErrorCode::UnsupportedFormat, {bad, "gzip-damaged"}});
    }
    SECTION("a row of another length") {
        CHECK(csvFailure("2,A,APPLE\n")
            == Error{ErrorCode::UnsupportedFormat, {bad, "csv-fields", "2", "3", "8"}});
    }
    SECTION("an amount beyond 64 bits") {
        CHECK(csvFailure("2,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n"
                         "2,A,APPLE,1,2010-12-01 08:00:00,99999999999999999999,,UK\n")
            == Error{ErrorCode::AmountOverflow, {bad + ", line 3: 99999999999999999999"}});
        CHECK(csvFailure("2,A,APPLE,99999999999999999999,2010-12-01 08:00:00,1.00,,UK\n")
            == Error{ErrorCode::AmountOverflow, {bad + ", line 2: 99999999999999999999"}});
    }
    SECTION("a product or a sum beyond what a journal line holds") {
        CHECK(csvFailure("2,A,APPLE,9000000000,2010-12-01 08:00:00,9000000000.00,,UK\n").code
            == ErrorCode::AmountOverflow);
        CHECK(csvFailure("2,A,APPLE,1,2010-12-01 08:00:00,50000000000.00,,UK\n"
                         "3,A,APPLE,1,2010-12-01 08:00:00,50000000000.00,,UK\n")
                  .detail
            == std::vector<std::string>{bad + ", line 3: 1 × 50000000000.00"});
    }
    SECTION("no number") {
        CHECK(csvFailure("2,A,APPLE,one,2010-12-01 08:00:00,1.00,,UK\n")
            == Error{ErrorCode::InvalidNumber, {bad + ", line 2: one"}});
        CHECK(csvFailure("2,A,APPLE,1,2010-12-01 08:00:00,1.005,,UK\n")
            == Error{ErrorCode::InvalidNumber, {bad + ", line 2: 1.005"}});
    }
    SECTION("no date") {
        CHECK(csvFailure("2,A,APPLE,1,2010-02-30 08:00:00,1.00,,UK\n")
            == Error{ErrorCode::InvalidDate, {bad + ", line 2: 2010-02-30 08:00:00"}});
    }
    SECTION("bytes that are not UTF-8") {
        CHECK(csvFailure("2,A,CAF\xc9,1,2010-12-01 08:00:00,1.00,,UK\n")
            == Error{ErrorCode::InvalidEncoding, {bad + ", line 2"}});
    }
    SECTION("a ticket that no journal line holds") {
        std::string rows;
        for (int i = 0; i < 3000; ++i)
            rows += "2,A,APPLE,1,2010-12-01 08:00:00,1.00,,UK\n";
        const auto error = csvFailure(rows);
        CHECK(error.code == ErrorCode::LineTooLong);
        CHECK_THAT(error.detail.front(), Catch::Matchers::StartsWith(bad + ", line 2: "));
    }
}

}  // namespace bl::test
