#pragma once

#include "core/journal/effects.h"
#include "core/sql/database.h"
#include "core/storage/entity_store.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace bl::storage {

/// The line that effects belong to.
struct LineContext {
    std::int64_t lineId = 0;
    std::int64_t registerNo = 0;
    Stamp stamp;  ///< for last-writer fields
};

/// What a batch changed, for HQ's feed and a register's merging.
struct Touched {
    struct Account {
        std::int64_t accountId;
        std::string path;
        std::string unit;
        std::int64_t balance;  ///< after the batch
    };
    std::vector<Account> accounts;
    std::vector<std::pair<journal::EntityKind, Uuid>>
        entities;                     ///< may name one twice; losing writers are named too
    std::vector<std::int64_t> sales;  ///< their lines
};

/// Writes effects to the tables: the one way, on registers and at HQ. Sums are collected over the
/// batch and written once by `flush`. Everything happens within the caller's transaction.
class BatchApplier {
public:
    explicit BatchApplier(sql::Database& database)
        : m_database(database)
        , m_entities(database)
    {
    }

    Result<void> add(const LineContext& line, const journal::Effects& effects);
    Result<Touched> flush();

private:
    struct Leg {
        std::int64_t lineId;
        std::int64_t leg;
        std::int64_t amount;
    };
    struct AccountSum {
        std::int64_t delta = 0;
        std::vector<Leg> legs;
    };
    struct CounterSum {
        const journal::RowShape* shape;
        std::vector<sql::Value> key;
        std::vector<std::int64_t> deltas;
    };

    Result<void> apply(const LineContext& line, const journal::Change& change);
    Result<void> insert(const LineContext& line, const journal::Insert& change);
    Result<void> advance(const LineContext& line, const journal::Advance& change);
    void touch(const journal::RowShape& shape, const std::vector<journal::Cell>& cells);
    void collect(const LineContext& line, const journal::Add& change);
    Result<void> addToAccount(
        const std::string& path, const std::string& unit, const AccountSum& sum);

    sql::Database& m_database;
    EntityStore m_entities;
    std::map<std::pair<std::string, std::string>, AccountSum> m_accounts;
    std::vector<CounterSum> m_counters;
    Touched m_touched;
};

}  // namespace bl::storage
