#include "core/storage/new_database.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace bl::test {

namespace fs = std::filesystem;

namespace {

constexpr uid_t kNobody = 65534;
constexpr int kRead = 250;

/// What a process meets that reads the file and may write neither to it nor beside it: the code of
/// the error, or kRead.
int readElsewhere(const std::string& file)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::getuid() == 0 && ::setuid(kNobody) != 0)
            ::_exit(251);
        auto opened = sql::Database::open(file, sql::Access::Reader);
        if (!opened)
            ::_exit(static_cast<int>(opened.error().code));
        const auto snapshot = sql::Snapshot::begin(**opened);
        const auto found = (*opened)->selectInteger("SELECT COUNT(*) FROM products");
        ::_exit(snapshot && found && *found == 1 ? kRead : 252);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/// Rights that leave reading to everybody and writing to nobody, for as long as this lives.
class ReadOnly {
public:
    explicit ReadOnly(const std::string& directory)
        : m_directory(directory)
    {
        for (const auto& entry : fs::directory_iterator(m_directory))
            fs::permissions(entry.path(), fs::perms(0444));
        fs::permissions(m_directory, fs::perms(0555));
        fs::permissions(m_directory.parent_path(), fs::perms(0755));
    }
    ~ReadOnly() { fs::permissions(m_directory, fs::perms(0755)); }
    ReadOnly(const ReadOnly&) = delete;
    ReadOnly& operator=(const ReadOnly&) = delete;

private:
    fs::path m_directory;
};

}  // namespace

TEST_CASE("A database that was closed cleanly is read where nothing may be written", "[sql]")
{
    const TempDirectory scratch;
    const auto directory = scratch.file("a backup? 50%#门店");
    fs::create_directory(directory);
    const auto file = directory + "/branchline.db";
    {
        RegisterFixture shop(file);
        (void)shop.product("A1", 1250);
    }
    const bool withEmptyLog = GENERATE(false, true);
    if (withEmptyLog)
        std::ofstream(file + "-wal").flush();
    const ReadOnly rights(directory);
    CHECK(readElsewhere(file) == kRead);
}

TEST_CASE("A database whose log still waits is not read half where nothing may be written", "[sql]")
{
    const TempDirectory scratch;
    const auto directory = scratch.file("killed");
    fs::create_directory(directory);
    const auto file = directory + "/branchline.db";
    RegisterFixture shop(scratch.file("running.db"));
    (void)shop.product("A1", 1250);
    fs::copy_file(scratch.file("running.db"), file);
    fs::copy_file(scratch.file("running.db-wal"), file + "-wal");
    const ReadOnly rights(directory);
    CHECK(readElsewhere(file) == static_cast<int>(ErrorCode::DatabaseNotClosed));
}

}  // namespace bl::test
