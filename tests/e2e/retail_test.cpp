#include "core/base/json.h"
#include "tests/e2e/program.h"
#include "tests/e2e/running_program.h"
#include "tests/support/catch.h"
#include "tests/unit/import/british_register.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sys/stat.h>

namespace bl::test {

namespace {

using Arguments = std::vector<std::string>;

/// A register's data directory as branchlinectl finds it.
class Shop {
public:
    Shop() { (void)britishRegister(m_directory.file("branchline.db")); }

    std::string path() const { return m_directory.path().substr(0, m_directory.path().size() - 1); }
    std::string database() const { return m_directory.file("branchline.db"); }
    std::string file(const std::string& name) const { return m_directory.file(name); }

    Ended ctl(Arguments arguments, const std::string& input = {}) const
    {
        arguments.insert(arguments.begin(), {"--language", "en", "--data", path()});
        return runProgram(BRANCHLINECTL, arguments, input);
    }

    nlohmann::json json(Arguments arguments) const
    {
        arguments.emplace_back("--json");
        const auto ended = ctl(arguments);
        INFO(ended.err);
        REQUIRE(ended.status == 0);
        return nlohmann::json::parse(ended.out);
    }

private:
    TempDirectory m_directory;
};

std::vector<std::string> retailFiles()
{
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(TEST_DATA "/retail")) {
        if (entry.path().extension() == ".gz")
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("Twenty days of a real shop come out to the penny and the piece", "[e2e][retail]")
{
    const Shop shop;
    const auto files = retailFiles();
    REQUIRE(files.size() == 20);
    nlohmann::json expected;
    std::ifstream(TEST_DATA "/retail/expected.json") >> expected;

    Arguments import{"import-sales"};
    import.insert(import.end(), files.begin(), files.end());
    const auto imported = shop.json(import);
    for (const auto& [key, value] : expected["totals"].items()) {
        INFO(key);
        CHECK(imported[key] == value);
    }
    CHECK(imported["rejectedRows"] == 0);
    CHECK(imported["seconds"] > 0);
    CHECK(imported["ticketsPerSecond"] > 0);

    for (const char* part : {"totals", "days", "members", "stock"}) {
        INFO(part);
        CHECK(shop.json({"report", part}) == expected[part]);
    }

    const auto receipt = shop.json({"receipt", "S01-1-000001"});
    CHECK(receipt["data"]["receipt"] == "S01-1-000001");
    CHECK_FALSE(receipt["data"]["lines"].empty());
    CHECK(shop.ctl({"receipt", "S01-1-999999"}).status == 1);

    const auto verified = shop.json({"verify"});
    CHECK(verified["holds"] == true);

    const auto journal = shop.ctl({"journal", "export"});
    REQUIRE(journal.status == 0);
    const auto audited = runProgram("/usr/bin/python3", {TEST_DATA "/check-journal"}, journal.out);
    INFO(audited.out << audited.err);
    CHECK(audited.status == 0);
    CHECK(shop.ctl({"journal", "check", "-"}, journal.out).status == 0);
    CHECK(shop.json({"journal", "check"})["lines"] == verified["lines"]);

    const auto again = shop.json(import);
    CHECK(again["sales"] == 0);
    CHECK(again["refunds"] == 0);
    CHECK(again["adjustments"] == 0);
    CHECK(shop.json({"verify"})["lines"] == verified["lines"]);
}

TEST_CASE("An import that is killed again and again comes out as if it never was", "[e2e][import]")
{
    const Shop shop;
    const Shop calm;
    const auto files = retailFiles();
    Arguments import{"import-sales"};
    import.insert(import.end(), files.begin(), files.begin() + 3);
    const auto reader = must(sql::Database::open(shop.database(), sql::Access::Reader));
    const auto sales = [&] {
        return must(reader->selectInteger("SELECT COUNT(*) FROM sales")).value_or(0);
    };

    Arguments interrupted = import;
    interrupted.insert(interrupted.begin(), {"--data", shop.path()});
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    for (const std::int64_t enough : {1, 17, 60, 151}) {
        RunningProgram program(BRANCHLINECTL, interrupted);
        while (sales() < enough) {
            if (std::chrono::steady_clock::now() > deadline)
                FAIL("the import sells nothing");
        }
        program.signal(SIGKILL);
        CHECK(program.wait() == -1);
    }
    CHECK(shop.json({"verify"})["holds"] == true);
    const auto rest = shop.json(import);
    const auto whole = calm.json(import);
    CHECK(rest["sales"] < whole["sales"]);
    for (const char* part : {"totals", "days", "members", "stock"}) {
        INFO(part);
        CHECK(shop.json({"report", part}) == calm.json({"report", part}));
    }
    CHECK(shop.json({"verify"})["lines"] == calm.json({"verify"})["lines"]);
}

TEST_CASE("Rows that were left out are listed with file, line and reason", "[e2e][import]")
{
    const Shop shop;
    const auto file = writeFile(shop.file("dirty.csv"),
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
        "1,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n"
        "A2,A,APPLE,1,2010-12-01 08:00:00,1.50,,UK\n"
        "3,A,APPLE,0,2010-12-01 08:00:00,1.50,,UK\n");
    const auto ended = shop.ctl({"import-sales", file});
    CHECK(ended.status == 0);
    CHECK(ended.err
        == file
            + ", line 3 was left out: the invoice number is neither of a sale nor of a refund "
              "(“A2”)\n"
            + file + ", line 4 was left out: the quantity is zero (“0”)\n");
    CHECK(shop.json({"import-sales", file})["rejectedRows"] == 2);
}

TEST_CASE(
    "Files that cannot be used end the import with their name and change nothing", "[e2e][import]")
{
    const Shop shop;
    const auto lines = shop.json({"verify"})["lines"];
    const auto packedDay = packed("InvoiceNo,StockCode\n");
    const auto file = writeFile(shop.file("cut.csv.gz"), packedDay.substr(0, packedDay.size() - 3));
    const auto ended = shop.ctl({"import-sales", retailFiles().front(), file});
    CHECK(ended.status == 1);
    CHECK_THAT(ended.err, Catch::Matchers::Contains(file));
    CHECK(ended.out.empty());
    CHECK(shop.json({"verify"})["lines"] == lines);
    CHECK(shop.ctl({"import-sales"}).status == 2);
}

TEST_CASE("Books that do not add up end verify with status 3 and the first breach", "[e2e][verify]")
{
    const Shop shop;
    shop.json({"import-sales", retailFiles().back()});
    {
        auto database = must(sql::Database::open(shop.database(), sql::Access::Writer));
        must(database->script(
            "UPDATE accounts SET balance = balance + 1 WHERE account LIKE '%/sales'"));
    }
    const auto ended = shop.ctl({"verify"});
    CHECK(ended.status == 3);
    CHECK_THAT(ended.out, Catch::Matchers::Contains("/sales in GBP has the balance"));
    const auto machine = shop.ctl({"verify", "--json"});
    CHECK(machine.status == 3);
    CHECK(nlohmann::json::parse(machine.out)["invariant"] == 2);
}

TEST_CASE("Reading commands stand beside a program that has the register open", "[e2e]")
{
    const Shop shop;
    const RegisterFixture owner(shop.database());
    CHECK(shop.json({"verify"})["holds"] == true);
    CHECK(shop.json({"report", "totals"})["sales"] == 0);
}

TEST_CASE("A directory without data is named", "[e2e]")
{
    const TempDirectory empty;
    const auto ended =
        runProgram(BRANCHLINECTL, {"--language", "en", "verify", "--data", empty.path()});
    CHECK(ended.status == 1);
    CHECK_THAT(ended.err,
        Catch::Matchers::Contains(
            empty.path().substr(0, empty.path().size() - 1) + " holds no Branchline data"));
}

}  // namespace bl::test
