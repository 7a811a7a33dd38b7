#include "app/platform/data_directory.h"
#include "app/platform/hq_configuration.h"
#include "tests/support/catch.h"
#include "tests/unit/data_directory/scratch_directory.h"

#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace bl::test {

namespace fs = std::filesystem;
using platform::DataDirectory;
using platform::DataKind;

namespace {

void touch(const std::string& file)
{
    std::ofstream(file) << "x";
}

/// What another process meets that wants the directory.
ErrorCode codeInAnotherProcess(const std::string& directory)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const auto opened = DataDirectory::open(directory, DataKind::Register);
        ::_exit(opened ? 255 : static_cast<int>(opened.error().code));
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return static_cast<ErrorCode>(WEXITSTATUS(status));
}

}  // namespace

TEST_CASE("A new data directory is its owner's alone")
{
    const ScratchDirectory scratch;
    const auto made = DataDirectory::create(scratch / "a/b/");
    REQUIRE(made);
    CHECK(made->paths().directory == scratch / "a/b");
    CHECK((fs::status(scratch / "a/b").permissions() & fs::perms::all) == fs::perms::owner_all);
}

TEST_CASE("A directory that is there and empty becomes its owner's alone, one with other files "
          "keeps its rights")
{
    const ScratchDirectory scratch;
    fs::create_directory(scratch / "empty");
    fs::create_directory(scratch / "used");
    touch(scratch / "used/letter.txt");
    for (const auto* name : {"empty", "used"})
        fs::permissions(scratch / name, fs::perms(0755));
    REQUIRE(DataDirectory::create(scratch / "empty"));
    REQUIRE(DataDirectory::create(scratch / "used"));
    CHECK((fs::status(scratch / "empty").permissions() & fs::perms::all) == fs::perms(0700));
    CHECK((fs::status(scratch / "used").permissions() & fs::perms::all) == fs::perms(0755));
}

TEST_CASE("What a directory holds shows by its files")
{
    const ScratchDirectory scratch;
    CHECK(platform::dataKind(scratch / "missing") == DataKind::Nothing);
    CHECK(platform::dataKind(scratch.path()) == DataKind::Nothing);
    SECTION("a register") {
        touch(scratch / "branchline.db");
        CHECK(platform::dataKind(scratch.path()) == DataKind::Register);
        const auto asHq = DataDirectory::open(scratch.path(), DataKind::Hq);
        REQUIRE_FALSE(asHq);
        CHECK(asHq.error() == Error{ErrorCode::DataDirectoryMissing, {scratch.path(), "hq.db"}});
    }
    SECTION("HQ") {
        touch(scratch / "hq.db");
        CHECK(platform::dataKind(scratch.path()) == DataKind::Hq);
    }
    SECTION("HQ whose tables are elsewhere") {
        touch(scratch / "hq.conf");
        CHECK(platform::dataKind(scratch.path()) == DataKind::Hq);
    }
}

TEST_CASE("A directory that holds data is not made anew, one without is not opened")
{
    const ScratchDirectory scratch;
    const auto missing = DataDirectory::open(scratch / "no", DataKind::Register);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::DataDirectoryMissing);
    CHECK_FALSE(fs::exists(scratch / "no"));

    touch(scratch / "branchline.db");
    const auto occupied = DataDirectory::create(scratch.path());
    REQUIRE_FALSE(occupied);
    CHECK(occupied.error().code == ErrorCode::DataDirectoryOccupied);
}

TEST_CASE("One process has a data directory, until it goes")
{
    const ScratchDirectory scratch;
    touch(scratch / "branchline.db");
    {
        auto first = DataDirectory::open(scratch.path(), DataKind::Register);
        REQUIRE(first);
        const auto moved = std::move(*first);
        CHECK(codeInAnotherProcess(scratch.path()) == ErrorCode::DataDirectoryInUse);
        const auto again = DataDirectory::open(scratch.path(), DataKind::Register);
        REQUIRE_FALSE(again);
        CHECK(again.error() == Error{ErrorCode::DataDirectoryInUse, {scratch.path(), "register"}});
    }
    CHECK(DataDirectory::open(scratch.path(), DataKind::Register));
}

TEST_CASE("A place where nothing can be written is told")
{
    const ScratchDirectory scratch;
    touch(scratch / "file");
    for (const auto* name : {"file", "file/below", "file/deep/below"}) {
        const auto made = DataDirectory::create(scratch / name);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == ErrorCode::DirectoryNotWritable);
        CHECK(made.error().detail.at(0) == scratch / name);
    }
}

TEST_CASE("A directory that came to nothing goes again, and what was there before stays")
{
    const ScratchDirectory scratch;
    {
        auto made = DataDirectory::create(scratch / "new");
        REQUIRE(made);
        touch(made->paths().hqDatabase());
        touch(made->paths().hqConfiguration());
        made->discard();
    }
    CHECK_FALSE(fs::exists(scratch / "new"));

    fs::create_directory(scratch / "used");
    touch(scratch / "used/letter.txt");
    {
        auto found = DataDirectory::create(scratch / "used");
        REQUIRE(found);
        touch(found->paths().hqDatabase());
        found->discard();
    }
    CHECK(fs::exists(scratch / "used/letter.txt"));
    CHECK(platform::dataKind(scratch / "used") == DataKind::Nothing);
}

TEST_CASE("A register whose database vanished is not set up anew beside its key")
{
    const ScratchDirectory scratch;
    touch(scratch / "secrets.json");
    touch(scratch / "lock");
    const auto made = DataDirectory::create(scratch.path());
    REQUIRE_FALSE(made);
    CHECK(made.error() == Error{ErrorCode::DatabaseMissing, {scratch / "branchline.db"}});
    CHECK(fs::exists(scratch / "secrets.json"));
}

TEST_CASE("The usual directory follows XDG_DATA_HOME, and HQ has its own")
{
    ::setenv("XDG_DATA_HOME", "/somewhere/share", 1);
    CHECK(platform::defaultDataDirectory(DataKind::Register) == "/somewhere/share/branchline");
    CHECK(platform::defaultDataDirectory(DataKind::Hq) == "/somewhere/share/branchline-hq");
}

TEST_CASE("hq.conf names the file of HQ's tables")
{
    const ScratchDirectory scratch;
    const platform::DataPaths paths{scratch.path()};
    for (const auto* name : {"hq.db", "tables.db", "elsewhere.db"})
        touch(scratch / name);
    CHECK(platform::readHqConfiguration(paths)->databaseFile == scratch / "hq.db");
    REQUIRE(platform::writeHqConfiguration(paths, ""));
    CHECK(platform::readHqConfiguration(paths)->databaseFile == scratch / "hq.db");
    REQUIRE(platform::writeHqConfiguration(paths, "sqlite:" + (scratch / "elsewhere.db")));
    CHECK(platform::readHqConfiguration(paths)->databaseFile == scratch / "elsewhere.db");
    REQUIRE(platform::writeHqConfiguration(paths, "sqlite:tables.db"));
    CHECK(platform::readHqConfiguration(paths)->databaseFile == scratch / "tables.db");

    const auto other = platform::databaseFileOf("postgresql://hq:secret@db/hq", paths);
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::InvalidArgument);
    CHECK(other.error().detail.at(0).find("secret") == std::string::npos);
}

}  // namespace bl::test
