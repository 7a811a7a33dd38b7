#pragma once

#include "app/platform/file_lock.h"
#include "core/base/result.h"

#include <optional>
#include <string>

/// What a program needs from the machine: its data directory, its secrets, a way to be asked by
/// other commands.
namespace bl::platform {

/// What a data directory holds.
enum class DataKind { Nothing, Register, Hq };

/// The files of a data directory. Commands that only read use these paths without the directory's
/// lock.
struct DataPaths {
    std::string directory;

    std::string registerDatabase() const { return directory + "/branchline.db"; }
    std::string hqDatabase() const { return directory + "/hq.db"; }
    std::string hqConfiguration() const { return directory + "/hq.conf"; }
    std::string controlSocket() const { return directory + "/control.sock"; }
    std::string lock() const { return directory + "/lock"; }
};

/// Where a program keeps its data when nobody says otherwise: `$XDG_DATA_HOME/branchline`, for HQ
/// `…/branchline-hq`.
std::string defaultDataDirectory(DataKind kind);

/// Nothing also where there is no such directory.
DataKind dataKind(const std::string& directory);

/// Fails with DataDirectoryMissing unless the directory holds data of this kind.
Result<DataPaths> findData(const std::string& directory, DataKind kind);

/// Keeps what a program creates to its user: called first in every main().
void restrictNewFilesToOwner();

/// A data directory in the hands of this process: nobody else can have it until it goes.
///
/// Fails with DataDirectoryInUse where another process has it, DirectoryNotWritable where this user
/// may not write there, DiskFull.
class DataDirectory {
public:
    /// Opens what is there. Also fails with DataDirectoryMissing where the directory does not hold
    /// data of this kind.
    static Result<DataDirectory> open(const std::string& directory, DataKind kind);

    /// Takes a directory that holds no data; makes it, for the owner alone, where it is missing.
    /// Also fails with DataDirectoryOccupied, and with DatabaseMissing where a register's key is
    /// left without its database.
    static Result<DataDirectory> create(const std::string& directory);

    const DataPaths& paths() const { return m_paths; }

    /// Undoes a `create` that came to nothing: removes what a program of ours may have written
    /// here, and the directory where `create` made it.
    void discard();

private:
    enum class Origin { Found, Made };

    static Result<DataDirectory> lock(const std::string& directory, Origin origin);
    DataDirectory(DataPaths paths, FileLock lock, Origin origin);

    DataPaths m_paths;
    FileLock m_lock;
    Origin m_origin;
};

}  // namespace bl::platform
