#include "tests/sim/commit_gate.h"

#include <sqlite3.h>

#include <map>
#include <stdexcept>

namespace bl::test {

namespace {

std::map<std::string, sqlite3*>& lastOpened()
{
    static std::map<std::string, sqlite3*> handles;
    return handles;
}

int remember(sqlite3* handle, char**, const sqlite3_api_routines*)
{
    lastOpened()[sqlite3_db_filename(handle, "main")] = handle;
    return SQLITE_OK;
}

}  // namespace

CommitGate::CommitGate()
{
    // SQLite declares every extension's entry as a function without parameters.
    if (sqlite3_auto_extension(reinterpret_cast<void (*)()>(&remember)) != SQLITE_OK)
        throw std::runtime_error("SQLite does not tell of its connections");
}

void CommitGate::attach(const std::string& file)
{
    const auto it = lastOpened().find(file);
    if (it == lastOpened().end())
        throw std::logic_error("the file is not open: " + file);
    sqlite3_commit_hook(
        it->second, [](void* self) { return static_cast<CommitGate*>(self)->committing(); }, this);
}

void CommitGate::arm(std::int64_t commits, Moment moment)
{
    m_countdown = commits;
    m_moment = moment;
}

int CommitGate::committing()
{
    if (m_struck)
        return 1;
    ++m_commits;
    if (m_countdown == 0 || --m_countdown > 0)
        return 0;
    m_struck = true;
    return m_moment == Moment::Before ? 1 : 0;
}

}  // namespace bl::test
