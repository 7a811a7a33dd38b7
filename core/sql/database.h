#pragma once

#include "core/base/result.h"
#include "core/sql/cursor.h"
#include "core/sql/value.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The engines' wrapper: connections, prepared statements, transactions. It knows no tables.
namespace bl::sql {

enum class Access {
    Creator,  ///< a Writer that makes the file, where there is none
    Writer,   ///< the one connection of a file that writes and checkpoints
    Reader,   ///< `query_only`; never checkpoints, not even on close
};

/// One connection to a SQLite file. It belongs to the thread that opened it. WAL,
/// `synchronous=FULL`, foreign keys on.
class Database {
public:
    /// Opens the file. Fails with DatabaseMissing where it is missing or empty and nobody wants to
    /// make it, DatabaseOpenFailed, DatabaseCorrupt or DirectoryNotWritable. A Reader may read
    /// where nothing may be written, if all is in the file: DatabaseNotClosed otherwise.
    static Result<std::unique_ptr<Database>> open(const std::string& file, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs one statement that returns no rows; gives the number of rows changed. Statements are
    /// prepared once and kept.
    template <typename... Args>
    Result<std::int64_t> run(std::string_view sql, Args&&... args)
    {
        const std::array<Value, sizeof...(Args)> values{toValue(std::forward<Args>(args))...};
        return runValues(sql, values);
    }
    Result<std::int64_t> runValues(std::string_view sql, std::span<const Value> values);

    /// The row id of this connection's last INSERT.
    std::int64_t lastInsertId() const;

    /// Starts a query.
    template <typename... Args>
    Result<Cursor> select(std::string_view sql, Args&&... args)
    {
        std::vector<Value> values;
        values.reserve(sizeof...(Args));
        (values.push_back(toValue(std::forward<Args>(args))), ...);
        return selectValues(sql, std::move(values));
    }
    Result<Cursor> selectValues(std::string_view sql, std::vector<Value> values);

    /// The first column of the first row as an integer; nothing where there is no row or it is
    /// NULL.
    template <typename... Args>
    Result<std::optional<std::int64_t>> selectInteger(std::string_view sql, Args&&... args)
    {
        BL_TRY(auto rows, select(sql, std::forward<Args>(args)...));
        std::optional<std::int64_t> found;
        if (rows.next() && !rows.isNull(0))
            found = rows.integer(0);
        BL_CHECK(rows.status());
        return found;
    }

    /// Runs several statements without parameters, for migrations and pragmas.
    Result<void> script(const std::string& sql);

    /// Copies the write-ahead log into the database file as far as readers allow. Writer only; call
    /// it when nobody waits.
    Result<void> checkpoint();

    /// How each transaction of this connection ended: without an error where it was committed, or
    /// with what the engine refused. One that its owner gave up for another reason is not told.
    using TransactionEnded = std::function<void(const std::optional<Error>&)>;
    void watchTransactions(TransactionEnded ended) { m_transactionEnded = std::move(ended); }

    /// Pages in the write-ahead log after the last commit of this connection.
    int walPages() const { return m_walPages; }

    const std::string& file() const { return m_file; }

private:
    friend class Transaction;
    friend class Cursor;
    struct Connection;
    Database(std::string file, std::unique_ptr<Connection> connection);
    static Result<std::unique_ptr<Database>> connect(
        const std::string& file, const std::string& name, int flags);
    static Result<std::unique_ptr<Database>> openUnwritable(const std::string& file);

    Error failure(int code, const std::string& text) const;
    Error errorOf(int code, const std::string& text) const;
    Error lastError(std::string_view sql) const;
    void tellEnd(const std::optional<Error>& failure);
    static int walHook(void* self, void* handle, const char* name, int pages);

    std::string m_file;
    std::unique_ptr<Connection> m_connection;
    int m_walPages = 0;
    bool m_inTransaction = false;
    TransactionEnded m_transactionEnded;
    mutable std::optional<Error> m_failure;  ///< the last one since a transaction began
};

/// `BEGIN IMMEDIATE` … `COMMIT`. Rolls back when it goes without a commit.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// The transaction is over in any case; on an error nothing of it is kept.
    Result<void> commit();

private:
    explicit Transaction(Database& database);
    void rollback();

    Database* m_database;
};

/// A consistent view for several queries of a Reader: one snapshot until it goes.
class Snapshot {
public:
    static Result<Snapshot> begin(Database& database);
    Snapshot(Snapshot&& other) noexcept;
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot();

private:
    explicit Snapshot(Database& database);

    Database* m_database;
};

}  // namespace bl::sql
