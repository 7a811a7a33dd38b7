#include "app/platform/file_lock.h"

#include "core/base/text.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace bl::platform {

namespace {

constexpr std::size_t kMaxHolderBytes = 300;

/// Who locked it: his process on the first line, his data directory on the second.
Error inUse(const std::string& file, const std::string& lock)
{
    std::ifstream text(lock);
    std::array<std::string, 2> holder;
    for (auto& line : holder)
        std::getline(text, line);
    return {ErrorCode::DatabaseInUse,
        {file, excerpt(holder[0], kMaxHolderBytes), excerpt(holder[1], kMaxHolderBytes)}};
}

}  // namespace

Error writeError(const std::string& path, int problem)
{
    if (problem == ENOSPC || problem == EDQUOT)
        return {ErrorCode::DiskFull, {path}};
    return {ErrorCode::DirectoryNotWritable, {path, std::strerror(problem)}};
}

Result<std::optional<FileLock>> FileLock::take(const std::string& file)
{
    const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (opened < 0)
        return writeError(file, errno);
    FileLock lock(opened);
    if (::flock(opened, LOCK_EX | LOCK_NB) == 0)
        return std::optional<FileLock>(std::move(lock));
    if (errno == EWOULDBLOCK)
        return std::optional<FileLock>{};
    return writeError(file, errno);
}

FileLock::FileLock(int file)
    : m_file(file)
{
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_file(std::exchange(other.m_file, -1))
{
}

FileLock::~FileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<FileLock> lockDatabase(const std::string& file, const std::string& directory)
{
    // Two names of one file, by a link, have one lock.
    std::error_code fault;
    const auto real = std::filesystem::weakly_canonical(file, fault);
    const std::string name = (fault ? file : real.string()) + ".lock";
    BL_TRY(auto lock, FileLock::take(name));
    if (!lock)
        return inUse(file, name);
    std::ofstream holder(name, std::ios::trunc);
    holder << ::getpid() << '\n' << directory << '\n';
    return std::move(*lock);
}

}  // namespace bl::platform
