#include "core/sql/database.h"
#include "tests/e2e/program.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sstream>

namespace bl::test {

namespace {

struct HelpCase {
    const char* program;
    std::vector<std::string> command;
};

std::vector<HelpCase> everyCommand()
{
    std::vector<HelpCase> all{{BRANCHLINE_HQ, {}}, {BRANCHLINECTL, {}}, {BRANCHLINE_DEVICE, {}}};
    for (const char* name : {"list", "status", "print", "drawer", "pay", "reverse", "resolve",
             "end-of-day", "read-card", "scan", "weigh", "display"})
        all.push_back({BRANCHLINE_DEVICE, {name}});
    for (const char* name : {"init", "apply", "enrol", "serve"})
        all.push_back({BRANCHLINE_HQ, {name}});
    for (const char* name : {"enrol", "import-sales", "sync", "verify"})
        all.push_back({BRANCHLINECTL, {name}});
    for (const char* part : {"totals", "days", "members", "stock"})
        all.push_back({BRANCHLINECTL, {"report", part}});
    for (const char* part : {"export", "check"})
        all.push_back({BRANCHLINECTL, {"journal", part}});
    return all;
}

bool hasChinese(const std::string& line)
{
    // UTF-8 of U+4000 and above begins with such a byte; quotation marks and ellipses do not.
    return std::any_of(line.begin(), line.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xe4 && byte <= 0xe9;
    });
}

/// The longest row of English words that follow each other.
int englishWordsInARow(const std::string& line)
{
    std::istringstream words(line);
    int longest = 0;
    int row = 0;
    for (std::string word; words >> word;) {
        while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back())) != 0)
            word.pop_back();
        const bool english = word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
            return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '\'';
        });
        row = english ? row + 1 : 0;
        longest = std::max(longest, row);
    }
    return longest;
}

}  // namespace

TEST_CASE("Every command helps in Chinese, without a sentence of English", "[e2e][language]")
{
    for (const char* language : {"zh_CN", "zh_TW"}) {
        for (const auto& [program, command] : everyCommand()) {
            auto arguments = command;
            arguments.insert(arguments.end(), {"--help", "--language", language});
            const auto ended = runProgram(program, arguments);
            CHECK(ended.status == 0);
            std::istringstream lines(ended.out);
            // The first is how the command is written: names and no words.
            std::string line;
            REQUIRE(std::getline(lines, line));
            CHECK(hasChinese(line));
            while (std::getline(lines, line)) {
                INFO(program << ": " << line);
                CHECK((line.empty() || hasChinese(line)));
                CHECK(englishWordsInARow(line) < 3);
            }
        }
    }
}

TEST_CASE("An organisation that is made in Chinese has Chinese names", "[e2e][language]")
{
    const TempDirectory directory;
    const auto data = directory.file("hq");
    REQUIRE(runProgram(BRANCHLINE_HQ, {"init", "--data", data, "--language", "zh_CN"}).status == 0);
    const auto database = must(sql::Database::open(data + "/hq.db", sql::Access::Reader));
    for (const char* table : {"stores", "roles", "users"}) {
        auto rows = must(database->select("SELECT name FROM " + std::string(table)));
        int count = 0;
        while (rows.next()) {
            INFO(table << ": " << rows.text(0));
            CHECK(hasChinese(rows.text(0)));
            ++count;
        }
        CHECK(count > 0);
    }
}

TEST_CASE("A file that is no JSON is refused in Chinese, with line and column", "[e2e][language]")
{
    const TempDirectory directory;
    const auto data = directory.file("hq");
    REQUIRE(runProgram(BRANCHLINE_HQ, {"init", "--data", data}).status == 0);
    const auto file = directory.file("chain.json");
    std::ofstream(file) << "{\n  \"users\": [,]\n}";
    const auto ended =
        runProgram(BRANCHLINE_HQ, {"apply", "--data", data, file, "--language", "zh_CN"});
    CHECK(ended.status == 1);
    INFO(ended.err);
    CHECK(ended.err.find("第 2 行第 13 列") != std::string::npos);
    CHECK(ended.err.find("exception") == std::string::npos);
    CHECK(englishWordsInARow(ended.err) < 3);

    std::ofstream(file) << R"({"tiers":[{"code":"gold","name":"金卡"}]})";
    const auto applied =
        runProgram(BRANCHLINE_HQ, {"apply", "--data", data, file, "--language", "zh_CN"});
    CHECK(applied.status == 0);
    CHECK(applied.out.find("tier") == std::string::npos);
}

TEST_CASE("A word that has commands below it lists them", "[e2e]")
{
    for (const auto& [word, part, other] : {std::array{"report", "report stock", "journal check"},
             std::array{"journal", "journal check", "report stock"}}) {
        const auto asked = runProgram(BRANCHLINECTL, {word, "--help", "--language", "en"});
        CHECK(asked.status == 0);
        CHECK(asked.out.find(part) != std::string::npos);
        CHECK(asked.out.find(other) == std::string::npos);
        const auto alone = runProgram(BRANCHLINECTL, {word, "--language", "en"});
        CHECK(alone.status == 2);
        CHECK(alone.err.find(part) != std::string::npos);
    }
}

TEST_CASE("What is missing or unknown on a command line is named", "[e2e]")
{
    const auto said = [](const char* program, std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--language", "en"});
        const auto ended = runProgram(program, arguments);
        CHECK(ended.status == 2);
        return ended.err;
    };
    for (const char* program : {BRANCHLINE_HQ, BRANCHLINECTL}) {
        CHECK(said(program, {"--data"}).find("--data needs a value.") != std::string::npos);
        CHECK(
            said(program, {"--data", "/tmp"}).find("The command is missing.") != std::string::npos);
        CHECK(
            said(program, {"--bogus"}).find("There is no option “--bogus”.") != std::string::npos);
        const auto language = runProgram(program, {"enrol", "--language", "xx"});
        CHECK(language.err.find("zh_CN, zh_TW") != std::string::npos);
    }
}

TEST_CASE("A result that cannot be written is a failure", "[e2e]")
{
    const TempDirectory directory;
    const auto data = directory.file("hq");
    REQUIRE(runProgram(BRANCHLINE_HQ, {"init", "--data", data}).status == 0);
    const auto toFull = [](const std::string& command) {
        return runProgram("/bin/sh", {"-c", command + " >/dev/full"});
    };
    const std::string ctl = BRANCHLINECTL;
    CHECK(toFull(ctl + " report totals --json --data " + data).status == 1);
    CHECK(toFull(ctl + " report totals --data " + data).status == 1);
    CHECK(toFull(ctl + " --help").status == 1);
    CHECK_FALSE(toFull(ctl + " --version").err.empty());
}

TEST_CASE("Only a currency that exists can be an organisation's", "[e2e]")
{
    const TempDirectory directory;
    const auto data = directory.file("hq");
    const auto refused =
        runProgram(BRANCHLINE_HQ, {"init", "--data", data, "--currency", "ZZZ", "--json"});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("unknown-currency") != std::string::npos);
    for (const char* code : {"TWD", "KWD", "EUR"})
        CHECK(
            runProgram(BRANCHLINE_HQ, {"init", "--data", directory.file(code), "--currency", code})
                .status
            == 0);
}

}  // namespace bl::test
