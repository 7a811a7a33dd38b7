#include "core/storage/new_database.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace bl::storage {

namespace {

namespace fs = std::filesystem;

void syncDirectory(const fs::path& directory)
{
    const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

/// The name until the database is complete. What is left of it goes with this object.
class DatabaseDraft {
public:
    explicit DatabaseDraft(std::string file)
        : m_file(std::move(file))
        , m_draft(m_file + ".new")
    {
        remove();
    }
    ~DatabaseDraft() { remove(); }
    DatabaseDraft(const DatabaseDraft&) = delete;
    DatabaseDraft& operator=(const DatabaseDraft&) = delete;

    const std::string& name() const { return m_draft; }

    /// Gives the database, which is closed, its name.
    Result<void> finish()
    {
        if (::rename(m_draft.c_str(), m_file.c_str()) != 0)
            return Error{ErrorCode::DirectoryNotWritable, {m_file, std::strerror(errno)}};
        const auto directory = fs::path(m_file).parent_path();
        syncDirectory(directory.empty() ? "." : directory);
        return {};
    }

private:
    void remove() const
    {
        std::error_code ignored;
        for (const auto* ending : {"", "-wal", "-shm", "-journal"})
            fs::remove(m_draft + ending, ignored);
    }

    std::string m_file;
    std::string m_draft;
};

Result<void> fillDraft(const std::string& file, Side side, const WallClock& clock,
    const std::function<Result<void>(sql::Database&)>& fill)
{
    BL_TRY(const auto database, sql::Database::open(file, sql::Access::Creator));
    BL_CHECK(sql::createSchema(*database, migrationsOf(side), clock));
    if (fill)
        BL_CHECK(fill(*database));
    return database->checkpoint();
}

}  // namespace

Result<void> createDatabase(const std::string& file, Side side, const WallClock& clock,
    const std::function<Result<void>(sql::Database&)>& fill)
{
    std::error_code ignored;
    if (fs::exists(file, ignored))
        return Error{ErrorCode::DataDirectoryOccupied, {file}};
    if (fs::exists(file + "-wal", ignored))
        return Error{ErrorCode::DatabaseMissing, {file}};
    DatabaseDraft draft(file);
    BL_CHECK(fillDraft(draft.name(), side, clock, fill));
    return draft.finish();
}

}  // namespace bl::storage
