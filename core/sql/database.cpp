#include "core/sql/database.h"

#include "core/sql/prepared.h"

#include <QFileInfo>
#include <QUrl>

#include <functional>
#include <unordered_map>

namespace bl::sql {

namespace {

struct SvHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};

constexpr std::size_t kKeptStatements = 400;
constexpr int kBusyTimeoutMs = 5000;

/// Whether a connection may write to the file and make others beside it.
bool isWritable(const QFileInfo& file)
{
    return file.isWritable() && QFileInfo(file.absolutePath()).isWritable();
}

}  // namespace

struct Database::Connection {
    Connection() = default;
    ~Connection()
    {
        statements.clear();
        sqlite3_close_v2(handle);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    sqlite3* handle = nullptr;
    std::unordered_map<std::string, std::vector<std::shared_ptr<Prepared>>, SvHash, std::equal_to<>>
        statements;
    std::size_t kept = 0;

    /// Nothing where the text is no statement: the connection knows why.
    std::shared_ptr<Prepared> prepare(std::string_view sql)
    {
        auto it = statements.find(sql);
        if (it != statements.end()) {
            for (const auto& statement : it->second) {
                if (!statement->isBusy)
                    return statement;
            }
        }
        sqlite3_stmt* prepared = nullptr;
        if (sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()),
                SQLITE_PREPARE_PERSISTENT, &prepared, nullptr)
            != SQLITE_OK)
            return nullptr;
        auto statement = std::make_shared<Prepared>(prepared);
        if (kept >= kKeptStatements) {
            statements.clear();
            kept = 0;
            it = statements.end();
        }
        if (it == statements.end())
            it = statements.emplace(std::string(sql), std::vector<std::shared_ptr<Prepared>>{})
                     .first;
        it->second.push_back(statement);
        ++kept;
        return statement;
    }
};

Database::Database(std::string file, std::unique_ptr<Connection> connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
{
}

Database::~Database() = default;

Error Database::failure(int code, const std::string& text) const
{
    m_failure = errorOf(code, text);
    return *m_failure;
}

Error Database::errorOf(int code, const std::string& text) const
{
    const std::string why = text + " (" + std::to_string(code) + ")";
    // The file that several connections share besides the log could not grow.
    if (code == SQLITE_IOERR_SHMSIZE)
        return {ErrorCode::DiskFull, {m_file}};
    switch (code & 0xff) {
    case SQLITE_FULL: return {ErrorCode::DiskFull, {m_file}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::DatabaseBusy, {m_file}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return {ErrorCode::DatabaseCorrupt, {m_file, why}};
    case SQLITE_READONLY: return {ErrorCode::DirectoryNotWritable, {m_file, why}};
    case SQLITE_CANTOPEN: return {ErrorCode::DatabaseOpenFailed, {m_file, why}};
    default: return {ErrorCode::DatabaseFailed, {why}};
    }
}

/// The statement is for whoever looks for the fault: sentences for people leave it out.
Error Database::lastError(std::string_view sql) const
{
    sqlite3* handle = m_connection->handle;
    auto error = failure(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle));
    error.detail.emplace_back("in: " + std::string(sql.substr(0, 200)));
    return error;
}

void Database::tellEnd(const std::optional<Error>& failure)
{
    if (m_transactionEnded)
        m_transactionEnded(failure);
}

int Database::walHook(void* self, void*, const char*, int pages)
{
    static_cast<Database*>(self)->m_walPages = pages;
    return SQLITE_OK;
}

Result<std::unique_ptr<Database>> Database::connect(
    const std::string& file, const std::string& name, int flags)
{
    auto connection = std::make_unique<Connection>();
    // Each connection belongs to one thread, so SQLite need not lock.
    const int opened =
        sqlite3_open_v2(name.c_str(), &connection->handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (opened != SQLITE_OK)
        return Error{ErrorCode::DatabaseOpenFailed, {file, sqlite3_errstr(opened)}};
    sqlite3_extended_result_codes(connection->handle, 1);
    sqlite3_busy_timeout(connection->handle, kBusyTimeoutMs);
    return std::unique_ptr<Database>(new Database(file, std::move(connection)));
}

/// Readers of a file with a log write beside it, too. Where they cannot, all that is left is to
/// read the file as one that never changes, which is right when the log holds nothing.
Result<std::unique_ptr<Database>> Database::openUnwritable(const std::string& file)
{
    if (QFileInfo(QString::fromStdString(file + "-wal")).size() > 0)
        return Error{ErrorCode::DatabaseNotClosed, {file}};
    const QByteArray path = QUrl::toPercentEncoding(QString::fromStdString(file), "/");
    BL_TRY(auto database,
        connect(file, "file:" + path.toStdString() + "?immutable=1",
            SQLITE_OPEN_READONLY | SQLITE_OPEN_URI));
    BL_CHECK(database->script("PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;"
                              "PRAGMA trusted_schema=OFF; PRAGMA cache_size=-8192;"));
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const std::string& file, Access access)
{
    const QFileInfo info(QString::fromStdString(file));
    // An empty file is what SQLite would fill as a new database: somebody else emptied it.
    if (access != Access::Creator && (!info.exists() || info.size() == 0))
        return Error{ErrorCode::DatabaseMissing, {file}};
    if (access == Access::Reader && !isWritable(info))
        return openUnwritable(file);
    // SQLite opens a file that it may not write without complaint and fails at the first write: ask
    // beforehand.
    if (info.exists() && !info.isWritable())
        return Error{ErrorCode::DirectoryNotWritable, {file, "the file may not be written"}};

    const int flags = SQLITE_OPEN_READWRITE | (access == Access::Creator ? SQLITE_OPEN_CREATE : 0);
    BL_TRY(auto database, connect(file, file, flags));
    sqlite3* handle = database->m_connection->handle;
    BL_CHECK(database->script(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-8192;"));
    if (access == Access::Reader) {
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        BL_CHECK(database->script("PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0;"));
    } else {
        // Our own hook replaces SQLite's automatic checkpoint, which would make one sale in a
        // hundred wait for the whole log.
        sqlite3_wal_hook(
            handle,
            [](void* self, sqlite3* db, const char* name, int pages) {
                return walHook(self, db, name, pages);
            },
            database.get());
    }
    return database;
}

Result<std::int64_t> Database::runValues(std::string_view sql, std::span<const Value> values)
{
    const auto statement = m_connection->prepare(sql);
    if (!statement)
        return lastError(sql);
    int code = statement->bind(values);
    while (code == SQLITE_OK || code == SQLITE_ROW)
        code = sqlite3_step(statement->handle);
    if (code != SQLITE_DONE) {
        auto error = lastError(sql);
        sqlite3_reset(statement->handle);
        return error;
    }
    sqlite3_reset(statement->handle);
    return std::int64_t{sqlite3_changes(m_connection->handle)};
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_connection->handle);
}

Result<Cursor> Database::selectValues(std::string_view sql, std::vector<Value> values)
{
    auto statement = m_connection->prepare(sql);
    if (!statement)
        return lastError(sql);
    statement->values = std::move(values);
    int code = statement->bind(statement->values);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement->handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        auto error = lastError(sql);
        sqlite3_reset(statement->handle);
        return error;
    }
    return Cursor(
        *this, std::move(statement), code == SQLITE_ROW ? Cursor::Row::Waits : Cursor::Row::None);
}

Result<void> Database::script(const std::string& sql)
{
    char* message = nullptr;
    const int code = sqlite3_exec(m_connection->handle, sql.c_str(), nullptr, nullptr, &message);
    const std::string why = message ? message : "";
    sqlite3_free(message);
    if (code != SQLITE_OK)
        return failure(code, why);
    return {};
}

Result<void> Database::checkpoint()
{
    const int code = sqlite3_wal_checkpoint_v2(
        m_connection->handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    m_walPages =
        0;  // after a failure too: the next commit counts again, and the next checkpoint takes all
    if (code != SQLITE_OK && code != SQLITE_BUSY)
        return failure(code, sqlite3_errmsg(m_connection->handle));
    return {};
}

Transaction::Transaction(Database& database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Result<Transaction> Transaction::begin(Database& database)
{
    BL_ASSERT(!database.m_inTransaction);
    if (const auto begun = database.run("BEGIN IMMEDIATE"); !begun) {
        database.tellEnd(begun.error());
        return begun.error();
    }
    database.m_inTransaction = true;
    database.m_failure.reset();
    return Transaction(database);
}

Transaction::~Transaction()
{
    rollback();
}

void Transaction::rollback()
{
    if (!m_database)
        return;
    m_database->m_inTransaction = false;
    if (const auto failure = std::exchange(m_database->m_failure, std::nullopt))
        m_database->tellEnd(failure);
    // A full disk or an I/O error has rolled back already; then there is nothing left to do.
    if (sqlite3_get_autocommit(m_database->m_connection->handle) == 0)
        (void)m_database->script("ROLLBACK");
    m_database = nullptr;
}

Result<void> Transaction::commit()
{
    BL_ASSERT(m_database);
    auto result = m_database->run("COMMIT");
    if (!result) {
        rollback();
        return result.error();
    }
    m_database->m_inTransaction = false;
    m_database->tellEnd(std::nullopt);
    m_database = nullptr;
    return {};
}

Snapshot::Snapshot(Database& database)
    : m_database(&database)
{
}

Snapshot::Snapshot(Snapshot&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Result<Snapshot> Snapshot::begin(Database& database)
{
    BL_CHECK(database.script("BEGIN"));
    return Snapshot(database);
}

Snapshot::~Snapshot()
{
    if (m_database)
        (void)m_database->script("ROLLBACK");
}

}  // namespace bl::sql
