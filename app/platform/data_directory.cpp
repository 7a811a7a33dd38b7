#include "app/platform/data_directory.h"

#include "app/platform/file_secret_store.h"

#include <QStandardPaths>
#include <QString>

#include <array>
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <utility>

namespace bl::platform {

namespace {

namespace fs = std::filesystem;

bool exists(const std::string& file)
{
    std::error_code ignored;
    return fs::exists(file, ignored);
}

std::string withoutSlashAtEnd(std::string directory)
{
    while (directory.size() > 1 && directory.ends_with('/'))
        directory.pop_back();
    return directory;
}

std::string mainFileOf(DataKind kind)
{
    return fs::path(
        kind == DataKind::Hq ? DataPaths{}.hqDatabase() : DataPaths{}.registerDatabase())
        .filename()
        .string();
}

/// Files that `create` and what follows it may leave behind.
constexpr std::array kOwnFiles{"branchline.db", "branchline.db-wal", "branchline.db-shm",
    "branchline.db.new", "branchline.db.new-wal", "branchline.db.new-shm", "hq.db", "hq.db-wal",
    "hq.db-shm", "hq.db.new", "hq.db.new-wal", "hq.db.new-shm", "hq.conf", "hq.conf.new",
    "hq.db.lock", "control.sock", "secrets.json"};

}  // namespace

std::string defaultDataDirectory(DataKind kind)
{
    const auto base =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString();
    return base + (kind == DataKind::Hq ? "/branchline-hq" : "/branchline");
}

DataKind dataKind(const std::string& directory)
{
    const DataPaths paths{directory};
    if (exists(paths.hqConfiguration()) || exists(paths.hqDatabase()))
        return DataKind::Hq;
    return exists(paths.registerDatabase()) ? DataKind::Register : DataKind::Nothing;
}

Result<DataPaths> findData(const std::string& directory, DataKind kind)
{
    const auto clean = withoutSlashAtEnd(directory);
    struct stat info {};
    const auto mainFile = clean + "/" + mainFileOf(kind);
    if (::stat(mainFile.c_str(), &info) != 0 && errno != ENOENT && errno != ENOTDIR)
        return Error{ErrorCode::UnreadableFile, {clean, std::strerror(errno)}};
    if (dataKind(clean) != kind)
        return Error{ErrorCode::DataDirectoryMissing, {clean, mainFileOf(kind)}};
    return DataPaths{clean};
}

void restrictNewFilesToOwner()
{
    ::umask(077);
}

Result<DataDirectory> DataDirectory::open(const std::string& directory, DataKind kind)
{
    BL_TRY(const auto paths, findData(directory, kind));
    return lock(paths.directory, Origin::Found);
}

Result<DataDirectory> DataDirectory::create(const std::string& directory)
{
    const auto clean = withoutSlashAtEnd(directory);
    if (clean.empty())
        return Error{ErrorCode::DirectoryNotWritable, {directory, "no name"}};
    std::error_code problem;
    const auto parent = fs::path(clean).parent_path();
    if (!parent.empty())
        fs::create_directories(parent, problem);
    if (problem)
        return writeError(clean, problem.value());

    auto origin = Origin::Made;
    if (::mkdir(clean.c_str(), S_IRWXU) != 0) {
        if (errno != EEXIST)
            return writeError(clean, errno);
        origin = Origin::Found;
        if (!fs::is_directory(clean, problem))
            return writeError(clean, ENOTDIR);
        // A directory that others use too keeps its rights; our files in it are the owner's alone
        // anyway.
        if (fs::is_empty(clean, problem) && ::chmod(clean.c_str(), S_IRWXU) != 0)
            return writeError(clean, errno);
    }
    BL_TRY(auto made, lock(clean, origin));
    // Asked under the lock, so that of two who begin at once only one goes on.
    if (dataKind(clean) != DataKind::Nothing)
        return Error{ErrorCode::DataDirectoryOccupied, {clean}};
    // A register's key lies beside its database: without that, it is lost and was never new.
    if (app::FileSecretStore::existsIn(clean))
        return Error{ErrorCode::DatabaseMissing, {made.paths().registerDatabase()}};
    return made;
}

Result<DataDirectory> DataDirectory::lock(const std::string& directory, Origin origin)
{
    DataPaths paths{directory};
    auto taken = FileLock::take(paths.lock());
    if (!taken)
        return taken.error();
    if (!*taken)
        return Error{ErrorCode::DataDirectoryInUse,
            {directory, dataKind(directory) == DataKind::Hq ? "hq" : "register"}};
    return DataDirectory(std::move(paths), std::move(**taken), origin);
}

DataDirectory::DataDirectory(DataPaths paths, FileLock lock, Origin origin)
    : m_paths(std::move(paths))
    , m_lock(std::move(lock))
    , m_origin(origin)
{
}

void DataDirectory::discard()
{
    std::error_code ignored;
    for (const auto* name : kOwnFiles)
        fs::remove(fs::path(m_paths.directory) / name, ignored);
    if (m_origin == Origin::Made) {
        // Nobody else can wait for the lock of a directory that goes with it.
        fs::remove(m_paths.lock(), ignored);
        fs::remove(m_paths.directory, ignored);
    }
}

}  // namespace bl::platform
