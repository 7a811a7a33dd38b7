#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>

namespace bl::platform {

/// A file that one process at a time has, until the lock or the process goes. The file stays:
/// removing it would let two processes lock two files of one name.
class FileLock {
public:
    /// Nothing where somebody else has it. Fails with DirectoryNotWritable or DiskFull.
    static Result<std::optional<FileLock>> take(const std::string& file);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int file);

    int m_file;
};

/// Locks a database against programs with other data directories, which may name the same file; the
/// lock, FILE.lock beside it, says whose it is. Fails with DatabaseInUse, which names the process
/// and its `directory`, and as FileLock does.
Result<FileLock> lockDatabase(const std::string& file, const std::string& directory);

/// What refuses writing: DiskFull or DirectoryNotWritable, from an errno.
Error writeError(const std::string& path, int problem);

}  // namespace bl::platform
