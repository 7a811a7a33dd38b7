#include "app/platform/file_secret_store.h"
#include "app/platform/secret_store.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace bl::app {

namespace {

class Folder {
public:
    Folder() { REQUIRE(m_folder.isValid()); }
    std::string path() const { return m_folder.path().toStdString(); }
    std::string file() const { return path() + "/secrets.json"; }

private:
    QTemporaryDir m_folder;
};

mode_t modeOf(const std::string& file)
{
    struct stat info {};
    REQUIRE(::stat(file.c_str(), &info) == 0);
    return info.st_mode & 07777;
}

std::string contentOf(const std::string& file)
{
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("A secret that was written is read by the next program", "[platform]")
{
    const Folder folder;
    REQUIRE(FileSecretStore(folder.path()).write("token", "5f\"ü"));
    REQUIRE(FileSecretStore(folder.path()).write("other", "x"));

    const auto read = FileSecretStore(folder.path()).read("token");

    REQUIRE(read);
    CHECK(*read == "5f\"ü");
}

TEST_CASE("Where there is no secret, reading says so and does not fail", "[platform]")
{
    const Folder folder;
    const auto read = FileSecretStore(folder.path()).read("token");
    REQUIRE(read);
    CHECK_FALSE(read->has_value());
}

TEST_CASE("A removed secret is gone and the others stay", "[platform]")
{
    const Folder folder;
    FileSecretStore store(folder.path());
    REQUIRE(store.write("token", "a"));
    REQUIRE(store.write("other", "b"));

    REQUIRE(store.remove("token"));

    CHECK_FALSE(store.read("token")->has_value());
    CHECK(*store.read("other") == "b");
    CHECK(store.remove("never there"));
}

TEST_CASE("Only its owner may use the file, whatever the umask", "[platform]")
{
    const Folder folder;
    for (const mode_t mask : {mode_t{0}, mode_t{0377}}) {
        const mode_t before = ::umask(mask);
        const auto written = FileSecretStore(folder.path()).write("token", "a");
        ::umask(before);
        REQUIRE(written);
        CHECK(modeOf(folder.file()) == 0600);
    }
}

TEST_CASE("A file that others may read is refused", "[platform]")
{
    const Folder folder;
    FileSecretStore store(folder.path());
    REQUIRE(store.write("token", "a"));
    REQUIRE(::chmod(folder.file().c_str(), 0640) == 0);

    const auto read = store.read("token");
    REQUIRE_FALSE(read);
    CHECK(read.error() == Error{ErrorCode::SecretStoreFailed, {folder.file(), "mode"}});
    CHECK_FALSE(store.write("token", "b"));
}

TEST_CASE("A link in place of the file is not followed", "[platform]")
{
    const Folder folder;
    const std::string victim = folder.path() + "/victim";
    std::ofstream(victim) << "untouched";
    std::filesystem::create_symlink(victim, folder.file());

    const auto written = FileSecretStore(folder.path()).write("token", "a");

    CHECK_FALSE(written);
    CHECK(contentOf(victim) == "untouched");
}

TEST_CASE("Secrets that cannot be written leave the old ones whole", "[platform]")
{
    const Folder folder;
    FileSecretStore store(folder.path());
    REQUIRE(store.write("token", "old"));
    const std::string before = contentOf(folder.file());
    // A folder under the name of the new file stands in its way, whoever runs the test.
    std::filesystem::create_directories(folder.file() + ".new/inside");

    const auto written = store.write("token", "new");

    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::SecretStoreFailed);
    CHECK(contentOf(folder.file()) == before);
    CHECK(*store.read("token") == "old");
}

TEST_CASE("What a killed program left half written is not taken for secrets", "[platform]")
{
    const Folder folder;
    FileSecretStore store(folder.path());
    REQUIRE(store.write("token", "old"));
    std::ofstream(folder.file() + ".new") << "{\"token\":\"ha";

    CHECK(*store.read("token") == "old");
    REQUIRE(store.write("token", "new"));
    CHECK(*store.read("token") == "new");
    CHECK_FALSE(std::filesystem::exists(folder.file() + ".new"));
}

TEST_CASE("A damaged file is an error and not an empty store", "[platform]")
{
    const Folder folder;
    FileSecretStore store(folder.path());
    REQUIRE(store.write("token", "old"));
    std::ofstream(folder.file()) << "{\"token\":";

    const auto read = store.read("token");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::SecretStoreFailed);
}

TEST_CASE("Without a session the secrets lie in the file", "[platform]")
{
    const Folder folder;
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    ::setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);

    const auto store = chooseSecretStore(folder.path());

    CHECK(store->protection() == SecretStore::Protection::OwnerOnlyFile);
    REQUIRE(store->write("token", "a"));
    CHECK(modeOf(folder.file()) == 0600);
}

}  // namespace bl::app
