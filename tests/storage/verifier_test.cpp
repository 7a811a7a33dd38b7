#include "core/services/journal_audit.h"
#include "core/services/sales_import.h"
#include "core/services/verifier.h"
#include "core/storage/schema.h"
#include "tests/support/catch.h"
#include "tests/unit/import/british_register.h"

#include <filesystem>

namespace bl::test {

namespace {

/// A day of trade with a member, a refund, a correction and a changed PIN in one database file.
std::string tradedFile(const TempDirectory& directory)
{
    const std::string file = directory.file("traded.db");
    auto till = britishRegister(file);
    const auto member = till->member("Anna Lee", "13800006021");
    const auto apple = till->product("A", 150);
    const auto pear = till->product("B", 225);
    must(
        services::ShiftService(*till->context).open(Money::minor(5000), RegisterFixture::kCashier));
    for (int i = 0; i < 3; ++i) {
        auto ticket = till->ticket({apple, pear, apple});
        ticket.setMember(member.id);
        must(till->sell(ticket));
    }
    must(services::ShiftService(*till->context)
             .close(Money::minor(6500), RegisterFixture::kCashier));
    must(services::SalesImport(*till->context)
             .run({writeFile(directory.file("day.csv"),
                 "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
                 "C2,A,APPLE,-4,2010-12-01 09:00:00,1.50,17850.0\n"
                 "3,B,,-7,2010-12-01 10:00:00,0.0,\n")}));
    return file;
}

/// The triggers keep us from what a broken disk or a stranger may do.
void breakWith(const std::string& file, const std::string& sql)
{
    auto database = must(sql::Database::open(file, sql::Access::Writer));
    must(database->script(
        "DROP TRIGGER journal_is_append_only_update; DROP TRIGGER journal_is_append_only_delete;"
        "DROP TRIGGER postings_are_append_only_update; DROP TRIGGER "
        "postings_are_append_only_delete;"));
    must(database->script(sql));
}

/// The number of the first invariant that is broken and what was found; "holds" where none is.
std::string verdict(const std::string& file)
{
    auto database = must(sql::Database::open(file, sql::Access::Reader));
    const auto result = services::Verifier(*database).run();
    if (result)
        return "holds";
    if (result.error().code != ErrorCode::BrokenInvariant)
        return describe(result.error());
    return result.error().detail[0] + ": " + result.error().detail[1];
}

}  // namespace

TEST_CASE("The books of a traded day hold", "[verifier]")
{
    const TempDirectory directory;
    const auto file = tradedFile(directory);
    auto database = must(sql::Database::open(file, sql::Access::Reader));
    const auto report = must(services::Verifier(*database).run());
    CHECK(report.registers == 1);
    CHECK(report.lines == must(storage::JournalStore(*database).find(2))->head.seq);
    CHECK(report.postings == must(database->selectInteger("SELECT COUNT(*) FROM postings")));
    CHECK(report.accounts > 6);
}

TEST_CASE("Each broken invariant is found and named", "[verifier]")
{
    struct Case {
        const char* what;
        const char* sql;
        const char* found;
    };
    const auto broken = GENERATE(values<Case>({
        {"a line has other bytes",
            "UPDATE journal SET line = CAST(replace(CAST(line AS TEXT), 'Anna', 'Anne') AS BLOB)",
            "6: line 1 of register 2: other bytes"},
        {"a line is gone", "DELETE FROM journal WHERE line_id % 1099511627776 = 4",
            "6: line 4 of register 2 is missing"},
        {"the last line is gone",
            "DELETE FROM journal WHERE line_id = (SELECT MAX(line_id) FROM journal)", "6: line "},
        {"the head is ahead", "UPDATE chains SET head_seq = head_seq + 1", "6: line "},
        {"a line belongs to no register",
            "INSERT INTO journal VALUES (3 * 1099511627776 + 1, X'7B7D', zeroblob(32))",
            "6: line 1 of register 3"},
        {"a posting has another amount", "UPDATE postings SET amount = amount + 1 WHERE leg = 1",
            "1: posting 1 of line "},
        {"a posting is gone",
            "DELETE FROM postings WHERE line_id = (SELECT MAX(line_id) FROM postings) AND leg = 2",
            "1: posting 2 of line "},
        {"a posting is too much",
            "INSERT INTO postings SELECT MAX(line_id), 99, 1, 5 FROM postings",
            "1: the ledger has a posting"},
        {"a posting belongs to no line", "INSERT INTO postings VALUES (4 * 1099511627776, 1, 1, 5)",
            "1: the ledger has a posting for line 0 of register 4"},
        {"postings changed their account",
            "UPDATE postings SET account_id = (SELECT MAX(account_id) FROM accounts) WHERE "
            "account_id = 1",
            "1: posting "},
        {"a balance of money is another",
            "UPDATE accounts SET balance = balance + 1 WHERE account LIKE '%/cash'",
            "2: register/"},
        {"a balance of goods is another",
            "UPDATE accounts SET balance = balance - 1000 WHERE account LIKE '%/stock/%'",
            "2: store/"},
        {"an account has a balance and no postings",
            "INSERT INTO accounts (account, unit, balance) VALUES ('opening', 'GBP', 5)",
            "2: opening"},
        {"value is overdrawn",
            "INSERT INTO accounts (account, unit, balance, confirmed) VALUES"
            " ('member/01935140-0000-7000-8000-000000000001/principal', 'GBP', 5, 5)",
            "3: member/"},
        {"a sale has another total", "UPDATE sales SET total_minor = total_minor + 1",
            "7: sales has another row"},
        {"a sale is gone", "DELETE FROM sales WHERE line_id = (SELECT MAX(line_id) FROM sales)",
            "7: sales lacks a row"},
        {"a sale belongs to no line",
            "INSERT INTO sales SELECT line_id + 1000, kind, receipt, store_id, shift_id, "
            "business_day, NULL, user_id,"
            " sold_at_ms, total_minor, rounding_minor, line_count, register_no, currency FROM "
            "sales LIMIT 1",
            "7: sales has a row for line "},
        {"a line of a sale has another price", "UPDATE sale_lines SET unit_price_minor = 1",
            "7: sale_lines has another row"},
        {"a line of a sale is too much",
            "INSERT INTO sale_lines SELECT line_id, 99, product_id, quantity, unit_price_minor, "
            "net_minor FROM sale_lines LIMIT 1",
            "7: sale_lines has a row that"},
        {"a tender is gone", "DELETE FROM sale_tenders", "7: sale_tenders lacks a row"},
        {"a correction has another quantity", "UPDATE stock_corrections SET quantity = 1",
            "7: stock_corrections has another row"},
        {"an external reference is gone", "DELETE FROM external_references",
            "7: external_references lacks"},
        {"an external reference is too much", "INSERT INTO external_references VALUES ('x', 1)",
            "7: external_references has"},
        {"a shift has another float", "UPDATE shifts SET float_minor = float_minor + 1",
            "7: shifts lacks"},
        {"a shift is open again", "UPDATE shifts SET state = 0", "7: shifts is not in the state"},
        {"a day has another sum",
            "UPDATE day_totals SET sold_minor = sold_minor + 1 WHERE sales > 0",
            "7: day_totals register 2 "},
        {"a day is too much",
            "INSERT INTO day_totals VALUES (2, '2001-01-01', 0, 0, 0, 0, 0, 0, 0)",
            "7: day_totals has"},
        {"a shift has another sum", "UPDATE shift_totals SET refunds = refunds + 1",
            "7: shift_totals is not"},
        {"a member has another sum", "UPDATE member_totals SET spent_minor = spent_minor + 1",
            "7: member_totals of"},
        {"a member's sum is gone", "DELETE FROM member_totals", "7: member_totals of"},
        {"a member has another name",
            "UPDATE members SET name = 'Bob' WHERE phone IS NOT NULL AND phone <> ''",
            "7: member "},
        {"a product is gone", "DELETE FROM products WHERE code = 'A'", "7: product "},
        {"a price is another", "UPDATE prices SET amount_minor = 1", "7: price "},
    }));
    const TempDirectory directory;
    const auto file = tradedFile(directory);
    INFO(broken.what);
    REQUIRE(verdict(file) == "holds");
    breakWith(file, broken.sql);
    CHECK_THAT(verdict(file), Catch::Matchers::StartsWith(broken.found));
}

TEST_CASE("On a register a balance is HQ's figure and the own postings that it lacks", "[verifier]")
{
    const TempDirectory directory;
    const auto file = tradedFile(directory);
    const std::string drawer = " WHERE account LIKE '%/stock/%'";
    SECTION("another register sold goods of the same store") {
        breakWith(file,
            "UPDATE accounts SET confirmed = balance - 5000, balance = balance - 5000,"
            " confirmed_seq = (SELECT head_seq FROM chains)"
                + drawer);
        CHECK(verdict(file) == "holds");
    }
    SECTION("an own line that HQ holds back is added") {
        breakWith(file,
            "UPDATE accounts SET confirmed = 0, confirmed_seq = (SELECT head_seq FROM chains), "
            "confirmed_missing ="
            " (SELECT group_concat(line_id % 1099511627776, ',') FROM (SELECT DISTINCT line_id "
            "FROM postings ORDER BY line_id))"
                + drawer);
        CHECK(verdict(file) == "holds");
    }
    SECTION("the figure was lost") {
        breakWith(
            file, "UPDATE accounts SET confirmed_seq = (SELECT head_seq FROM chains)" + drawer);
        CHECK_THAT(verdict(file), Catch::Matchers::StartsWith("2: store/"));
    }
}

TEST_CASE("An exported journal is audited line by line", "[journal]")
{
    const TempDirectory directory;
    auto database = must(sql::Database::open(tradedFile(directory), sql::Access::Reader));
    const auto journal = must(services::JournalExport::create(*database, ""));
    const auto header = must(services::JournalHeader::parse(journal.header().toText()));
    std::vector<std::string> lines;
    must(journal.visit([&](const std::string& line) -> Result<void> {
        lines.push_back(line);
        return {};
    }));
    const auto audit = [&]() -> Result<void> {
        services::JournalAudit check(header, "S01-1");
        for (const auto& line : lines) {
            BL_CHECK(check.chain(line, std::nullopt));
            BL_CHECK(check.read(line));
        }
        return check.finish();
    };
    CHECK(audit());
    SECTION("a line is missing") {
        lines.erase(lines.begin() + 2);
        CHECK(audit().error().detail[0] == "6");
    }
    SECTION("the last line is missing") {
        lines.pop_back();
        CHECK(audit().error().detail[0] == "6");
    }
    SECTION("an amount was changed") {
        for (auto& line : lines) {
            if (const auto at = line.find("\"post\":[["); at != std::string::npos)
                line.replace(line.find_last_of(']', line.find("]]", at)) - 1, 1, "9");
        }
        CHECK(audit().error().detail[0] == "1");
    }
    CHECK(services::JournalExport::create(*database, "S09-9").error().code == ErrorCode::NotFound);
}

}  // namespace bl::test
