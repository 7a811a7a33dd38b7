#include "core/sql/database.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <functional>
#include <unordered_map>

namespace bl::sql {

namespace {

QVariant toVariant(const Value& value)
{
    switch (value.index()) {
    case 1: return QVariant::fromValue<qlonglong>(std::get<std::int64_t>(value));
    case 2: {
        const auto& text = std::get<std::string>(value);
        // A null QString would bind NULL.
        return text.empty() ? QString(QLatin1String(""))
                            : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    case 3: {
        const auto& bytes = std::get<Blob>(value).bytes;
        return bytes.empty() ? QByteArray("")
                             : QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    default: return {};
    }
}

struct SvHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};

struct Prepared {
    explicit Prepared(const QSqlDatabase& db)
        : query(db)
    {
        query.setForwardOnly(true);
    }
    QSqlQuery query;
    bool busy = false;
};

constexpr std::size_t kKeptStatements = 400;

}  // namespace

struct Database::Connection {
    QString name;
    QSqlDatabase db;
    sqlite3* handle = nullptr;
    std::unordered_map<std::string, std::vector<std::shared_ptr<Prepared>>, SvHash, std::equal_to<>>
        statements;
    std::size_t kept = 0;

    std::shared_ptr<Prepared> prepare(std::string_view sql)
    {
        if (kept > kKeptStatements) {
            statements.clear();
            kept = 0;
        }
        auto it = statements.find(sql);
        if (it == statements.end())
            it = statements.emplace(std::string(sql), std::vector<std::shared_ptr<Prepared>>{})
                     .first;
        for (const auto& statement : it->second) {
            if (!statement->busy)
                return statement;
        }
        auto statement = std::make_shared<Prepared>(db);
        if (!statement->query.prepare(
                QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()))))
            return statement;  // exec() reports why
        it->second.push_back(statement);
        ++kept;
        return statement;
    }
};

struct Cursor::State {
    const Database* database;
    std::shared_ptr<Prepared> statement;
    std::optional<Error> error;
};

Cursor::Cursor(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Cursor::Cursor(Cursor&& other) noexcept = default;

Cursor::~Cursor()
{
    if (m_state) {
        m_state->statement->query.finish();
        m_state->statement->busy = false;
    }
}

bool Cursor::next()
{
    if (m_state->error)
        return false;
    if (m_state->statement->query.next())
        return true;
    const auto error = m_state->statement->query.lastError();
    if (error.isValid())
        m_state->error = m_state->database->lastError(
            error.nativeErrorCode().toStdString(), error.text().toStdString());
    return false;
}

Result<void> Cursor::status() const
{
    if (m_state->error)
        return *m_state->error;
    return {};
}

bool Cursor::isNull(int column) const
{
    return m_state->statement->query.isNull(column);
}

std::int64_t Cursor::integer(int column) const
{
    return m_state->statement->query.value(column).toLongLong();
}

std::string Cursor::text(int column) const
{
    return m_state->statement->query.value(column).toString().toStdString();
}

std::string Cursor::bytes(int column) const
{
    return m_state->statement->query.value(column).toByteArray().toStdString();
}

Value Cursor::value(int column) const
{
    const QVariant variant = m_state->statement->query.value(column);
    if (variant.isNull())
        return {};
    switch (variant.typeId()) {
    case QMetaType::QByteArray: return Blob{variant.toByteArray().toStdString()};
    case QMetaType::QString: return variant.toString().toStdString();
    default: return std::int64_t{variant.toLongLong()};
    }
}

Uuid Cursor::uuid(int column) const
{
    Uuid uuid;
    const auto raw = m_state->statement->query.value(column).toByteArray();
    if (raw.size() == 16)
        std::copy(raw.begin(), raw.end(), uuid.bytes.begin());
    return uuid;
}

Hash Cursor::hash(int column) const
{
    Hash hash;
    const auto raw = m_state->statement->query.value(column).toByteArray();
    if (raw.size() == 32)
        std::copy(raw.begin(), raw.end(), hash.bytes.begin());
    return hash;
}

Database::Database(std::string file, std::unique_ptr<Connection> connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_connection->statements.clear();
    m_connection->db.close();
    const QString name = m_connection->name;
    m_connection.reset();
    QSqlDatabase::removeDatabase(name);
}

Error Database::lastError(const std::string& native, const std::string& text) const
{
    const int code = std::atoi(native.c_str()) & 0xff;
    const std::string why = text + " (" + native + ")";
    switch (code) {
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

int Database::walHook(void* self, void*, const char*, int pages)
{
    static_cast<Database*>(self)->m_walPages = pages;
    return SQLITE_OK;
}

Result<std::unique_ptr<Database>> Database::open(const std::string& file, Access access)
{
    static std::atomic<int> number{0};
    const QFileInfo info(QString::fromStdString(file));
    if (access == Access::Reader && !info.exists())
        return Error{ErrorCode::DatabaseOpenFailed, {file, "there is no such file"}};
    // SQLite opens a file that it may not write without complaint and fails at the first write: ask
    // beforehand.
    if (info.exists() && !info.isWritable())
        return Error{ErrorCode::DirectoryNotWritable, {file, "the file may not be written"}};

    auto connection = std::make_unique<Connection>();
    connection->name = QStringLiteral("bl-%1").arg(++number);
    connection->db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->name);
    connection->db.setDatabaseName(QString::fromStdString(file));
    connection->db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const bool opened = connection->db.open();
    const std::string why = connection->db.lastError().text().toStdString();
    std::unique_ptr<Database> database(new Database(file, std::move(connection)));
    if (!opened)
        return Error{ErrorCode::DatabaseOpenFailed, {file, why}};
    database->m_connection->handle = *static_cast<sqlite3**>(
        const_cast<void*>(database->m_connection->db.driver()->handle().data()));
    sqlite3* handle = database->m_connection->handle;
    sqlite3_extended_result_codes(handle, 1);

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

Result<std::int64_t> Database::runValues(std::string_view sql, const std::vector<Value>& values)
{
    BL_TRY(auto cursor, selectValues(sql, values));
    return std::int64_t{sqlite3_changes(m_connection->handle)};
}

Result<Cursor> Database::selectValues(std::string_view sql, const std::vector<Value>& values)
{
    auto statement = m_connection->prepare(sql);
    int position = 0;
    for (const auto& value : values)
        statement->query.bindValue(position++, toVariant(value));
    if (!statement->query.exec()) {
        const auto error = statement->query.lastError();
        const std::string text =
            error.text().toStdString() + " in: " + std::string(sql.substr(0, 200));
        auto result = lastError(error.nativeErrorCode().toStdString(), text);
        statement->query.finish();
        return result;
    }
    statement->busy = true;
    auto state = std::make_unique<Cursor::State>();
    state->database = this;
    state->statement = std::move(statement);
    return Cursor(std::move(state));
}

Result<void> Database::script(const std::string& sql)
{
    char* message = nullptr;
    const int code = sqlite3_exec(m_connection->handle, sql.c_str(), nullptr, nullptr, &message);
    const std::string why = message ? message : "";
    sqlite3_free(message);
    if (code != SQLITE_OK)
        return lastError(std::to_string(code), why);
    return {};
}

Result<void> Database::checkpoint()
{
    const int code = sqlite3_wal_checkpoint_v2(
        m_connection->handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    m_walPages =
        0;  // after a failure too: the next commit counts again, and the next checkpoint takes all
    if (code != SQLITE_OK && code != SQLITE_BUSY)
        return lastError(std::to_string(code), sqlite3_errmsg(m_connection->handle));
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
