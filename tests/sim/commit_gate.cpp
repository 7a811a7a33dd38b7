#include "tests/sim/commit_gate.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <sqlite3.h>

#include <stdexcept>

namespace bl::test {

void CommitGate::attach(const std::string& file)
{
    for (const auto& name : QSqlDatabase::connectionNames()) {
        const auto connection = QSqlDatabase::database(name, false);
        if (connection.databaseName() != QString::fromStdString(file) || !connection.isOpen())
            continue;
        auto* handle =
            *static_cast<sqlite3**>(const_cast<void*>(connection.driver()->handle().data()));
        sqlite3_commit_hook(
            handle, [](void* self) { return static_cast<CommitGate*>(self)->committing(); }, this);
        return;
    }
    throw std::logic_error("the file is not open: " + file);
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
