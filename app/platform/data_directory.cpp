#include "app/platform/data_directory.h"

#include <QStandardPaths>
#include <QString>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace bl::platform {

namespace {

namespace fs = std::filesystem;

Error directoryError(const std::string& directory, int problem)
{
    if (problem == ENOSPC || problem == EDQUOT)
        return {ErrorCode::DiskFull, {directory}};
    return {ErrorCode::DirectoryNotWritable, {directory, std::strerror(problem)}};
}

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
constexpr std::array kOwnFiles{"branchline.db", "branchline.db-wal", "branchline.db-shm", "hq.db",
    "hq.db-wal", "hq.db-shm", "hq.db.new", "hq.db.new-wal", "hq.db.new-shm", "hq.conf",
    "hq.conf.new", "control.sock", "secret", "lock"};

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
        return directoryError(clean, problem.value());

    auto origin = Origin::Made;
    if (::mkdir(clean.c_str(), S_IRWXU) != 0) {
        if (errno != EEXIST)
            return directoryError(clean, errno);
        origin = Origin::Found;
        if (!fs::is_directory(clean, problem))
            return directoryError(clean, ENOTDIR);
        // A directory that others use too keeps its rights; our files in it are the owner's alone
        // anyway.
        if (fs::is_empty(clean, problem) && ::chmod(clean.c_str(), S_IRWXU) != 0)
            return directoryError(clean, errno);
    }
    BL_TRY(auto made, lock(clean, origin));
    // Asked under the lock, so that of two who begin at once only one goes on.
    if (dataKind(clean) != DataKind::Nothing)
        return Error{ErrorCode::DataDirectoryOccupied, {clean}};
    return made;
}

Result<DataDirectory> DataDirectory::lock(const std::string& directory, Origin origin)
{
    const DataPaths paths{directory};
    const int file = ::open(paths.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return directoryError(directory, errno);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const int problem = errno;
        ::close(file);
        if (problem == EWOULDBLOCK)
            return Error{ErrorCode::DataDirectoryInUse, {directory}};
        return directoryError(directory, problem);
    }
    return DataDirectory(paths, file, origin);
}

DataDirectory::DataDirectory(DataPaths paths, int lock, Origin origin)
    : m_paths(std::move(paths))
    , m_lock(lock)
    , m_origin(origin)
{
}

DataDirectory::DataDirectory(DataDirectory&& other) noexcept
    : m_paths(std::move(other.m_paths))
    , m_lock(std::exchange(other.m_lock, -1))
    , m_origin(other.m_origin)
{
}

DataDirectory::~DataDirectory()
{
    // The lock ends with its descriptor. The file stays: removing it would let two processes lock
    // two files of one name.
    if (m_lock >= 0)
        ::close(m_lock);
}

void DataDirectory::discard()
{
    std::error_code ignored;
    for (const auto* name : kOwnFiles)
        fs::remove(fs::path(m_paths.directory) / name, ignored);
    if (m_origin == Origin::Made)
        fs::remove(m_paths.directory, ignored);
}

}  // namespace bl::platform
