#include "core/sql/database.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace bl::sql {

/// A statement that is kept for the next time.
struct Prepared {
    explicit Prepared(sqlite3_stmt* prepared)
        : handle(prepared)
    {
    }
    ~Prepared() { sqlite3_finalize(handle); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    sqlite3_stmt* handle;
    std::vector<Value> values;  ///< of the query that runs; SQLite holds on to their bytes
    bool isBusy = false;
};

namespace {

/// The bytes must stay until the statement is reset.
int bind(sqlite3_stmt* statement, int position, const Value& value)
{
    switch (value.index()) {
    case 1: return sqlite3_bind_int64(statement, position, std::get<std::int64_t>(value));
    case 2: {
        const auto& text = std::get<std::string>(value);
        return sqlite3_bind_text64(
            statement, position, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    case 3: {
        const auto& bytes = std::get<Blob>(value).bytes;
        return sqlite3_bind_blob64(statement, position, bytes.data(), bytes.size(), SQLITE_STATIC);
    }
    default: return sqlite3_bind_null(statement, position);
    }
}

/// Binds all values; their number is the statement's.
int bindAll(sqlite3_stmt* statement, std::span<const Value> values)
{
    BL_ASSERT(sqlite3_bind_parameter_count(statement) == static_cast<int>(values.size()));
    int position = 0;
    for (const auto& value : values) {
        if (const int code = bind(statement, ++position, value); code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

struct SvHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};

constexpr std::size_t kKeptStatements = 400;
constexpr int kBusyTimeoutMs = 5000;

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

Cursor::Cursor(const Database& database, std::shared_ptr<Prepared> statement, Row row)
    : m_database(&database)
    , m_statement(std::move(statement))
    , m_row(row)
{
    m_statement->isBusy = true;
}

Cursor::Cursor(Cursor&& other) noexcept = default;

Cursor::~Cursor()
{
    if (m_statement) {
        sqlite3_reset(m_statement->handle);
        m_statement->isBusy = false;
    }
}

bool Cursor::next()
{
    if (m_row == Row::Waits) {
        m_row = Row::Read;
        return true;
    }
    if (m_row == Row::None)
        return false;
    const int code = sqlite3_step(m_statement->handle);
    if (code == SQLITE_ROW)
        return true;
    m_row = Row::None;
    if (code != SQLITE_DONE)
        m_error = m_database->lastError(sqlite3_sql(m_statement->handle));
    return false;
}

Result<void> Cursor::status() const
{
    if (m_error)
        return *m_error;
    return {};
}

bool Cursor::isNull(int column) const
{
    return sqlite3_column_type(m_statement->handle, column) == SQLITE_NULL;
}

std::int64_t Cursor::integer(int column) const
{
    return sqlite3_column_int64(m_statement->handle, column);
}

std::string Cursor::text(int column) const
{
    return bytes(column);
}

std::string Cursor::bytes(int column) const
{
    // The pointer first: a number becomes text by it and has its size only then.
    const void* data = sqlite3_column_blob(m_statement->handle, column);
    if (!data)
        return {};
    const auto size = sqlite3_column_bytes(m_statement->handle, column);
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

Value Cursor::value(int column) const
{
    switch (sqlite3_column_type(m_statement->handle, column)) {
    case SQLITE_NULL: return {};
    case SQLITE_BLOB: return Blob{bytes(column)};
    case SQLITE_TEXT: return text(column);
    default: return integer(column);
    }
}

Uuid Cursor::uuid(int column) const
{
    Uuid uuid;
    const auto raw = bytes(column);
    if (raw.size() == uuid.bytes.size())
        std::copy(raw.begin(), raw.end(), uuid.bytes.begin());
    return uuid;
}

Hash Cursor::hash(int column) const
{
    Hash hash;
    const auto raw = bytes(column);
    if (raw.size() == hash.bytes.size())
        std::copy(raw.begin(), raw.end(), hash.bytes.begin());
    return hash;
}

Database::Database(std::string file, std::unique_ptr<Connection> connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
{
}

Database::~Database() = default;

Error Database::failure(int code, const std::string& text) const
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

int Database::walHook(void* self, void*, const char*, int pages)
{
    static_cast<Database*>(self)->m_walPages = pages;
    return SQLITE_OK;
}

Result<std::unique_ptr<Database>> Database::open(const std::string& file, Access access)
{
    const QFileInfo info(QString::fromStdString(file));
    // An empty file is what SQLite would fill as a new database: somebody else emptied it.
    if (access != Access::Creator && (!info.exists() || info.size() == 0))
        return Error{ErrorCode::DatabaseMissing, {file}};
    // SQLite opens a file that it may not write without complaint and fails at the first write: ask
    // beforehand.
    if (info.exists() && !info.isWritable())
        return Error{ErrorCode::DirectoryNotWritable, {file, "the file may not be written"}};

    auto connection = std::make_unique<Connection>();
    // Each connection belongs to one thread, so SQLite need not lock.
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE
        | (access == Access::Creator ? SQLITE_OPEN_CREATE : 0);
    const int opened = sqlite3_open_v2(file.c_str(), &connection->handle, flags, nullptr);
    if (opened != SQLITE_OK)
        return Error{ErrorCode::DatabaseOpenFailed, {file, sqlite3_errstr(opened)}};
    sqlite3* handle = connection->handle;
    std::unique_ptr<Database> database(new Database(file, std::move(connection)));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);

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
    int code = bindAll(statement->handle, values);
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
    int code = bindAll(statement->handle, statement->values);
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
    BL_CHECK(database.run("BEGIN IMMEDIATE"));
    database.m_inTransaction = true;
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
