#include "core/sql/database.h"
#include "tests/e2e/program.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace bl::test {

namespace {

struct HelpCase {
    const char* program;
    std::vector<std::string> command;
};

std::vector<HelpCase> everyCommand()
{
    std::vector<HelpCase> all{{BRANCHLINE_HQ, {}}, {BRANCHLINECTL, {}}};
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

}  // namespace bl::test
