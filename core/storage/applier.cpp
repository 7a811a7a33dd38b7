#include "core/storage/applier.h"

#include "core/money/rounding.h"

#include <algorithm>
#include <unordered_map>

namespace bl::storage {

using journal::Cell;
using journal::RowShape;

namespace {

constexpr std::string_view kSalesTable = "sales";

sql::Value toSqlCell(const LineContext& line, const Cell& cell)
{
    switch (cell.index()) {
    case 1: return std::get<std::int64_t>(cell);
    case 2: return std::get<std::string>(cell);
    case 3: return sql::toValue(std::get<Uuid>(cell));
    case 4: return line.lineId;
    case 5: return line.registerNo;
    default: return {};
    }
}

std::vector<sql::Value> toSqlCells(const LineContext& line, const std::vector<Cell>& cells)
{
    std::vector<sql::Value> values;
    values.reserve(cells.size());
    for (const auto& cell : cells)
        values.push_back(toSqlCell(line, cell));
    return values;
}

std::string joinedColumns(const RowShape& shape, std::size_t first, std::size_t last)
{
    std::string text;
    for (std::size_t i = first; i < last; ++i)
        text += (i == first ? "" : ", ") + std::string(shape.columns[i]);
    return text;
}

std::string insertHead(const RowShape& shape)
{
    std::string text = "INSERT INTO " + std::string(shape.table) + " ("
        + joinedColumns(shape, 0, shape.columns.size()) + ") VALUES (?";
    for (std::size_t i = 1; i < shape.columns.size(); ++i)
        text += ", ?";
    return text + ") ON CONFLICT (" + joinedColumns(shape, 0, shape.keys) + ") DO ";
}

std::string insertText(const RowShape& shape)
{
    return insertHead(shape) + "NOTHING";
}

std::string addText(const RowShape& shape)
{
    std::string updates;
    for (std::size_t i = shape.keys; i < shape.columns.size(); ++i) {
        const std::string column(shape.columns[i]);
        updates +=
            (updates.empty() ? "" : ", ") + column + " = " + column + " + excluded." + column;
    }
    return insertHead(shape) + "UPDATE SET " + updates;
}

/// Sets state and its columns where the state is behind; the row may not be there yet when another
/// journal brings it.
std::string advanceText(const RowShape& shape)
{
    const std::string state(shape.columns[shape.keys]);
    std::string updates;
    for (std::size_t i = shape.keys; i < shape.columns.size(); ++i) {
        const std::string column(shape.columns[i]);
        updates += (updates.empty() ? "" : ", ") + column + " = excluded." + column;
    }
    return insertHead(shape) + "UPDATE SET " + updates + " WHERE " + state + " < excluded." + state;
}

/// Shapes are constants, so that their statements can be kept by address.
const std::string& keptText(const RowShape& shape, std::string (*make)(const RowShape&))
{
    static thread_local std::unordered_map<const RowShape*, std::unordered_map<void*, std::string>>
        texts;
    auto& text = texts[&shape][reinterpret_cast<void*>(make)];
    if (text.empty())
        text = make(shape);
    return text;
}

}  // namespace

Result<void> BatchApplier::add(const LineContext& line, const journal::Effects& effects)
{
    std::int64_t leg = 0;
    for (const auto& posting : effects.postings.postings()) {
        auto& sum = m_accounts[{posting.unit.code, posting.account.path}];
        const auto delta = checkedAdd(sum.delta, posting.amount);
        if (!delta)
            return Error{ErrorCode::AmountOverflow, {posting.account.path}};
        sum.delta = *delta;
        sum.legs.push_back({line.lineId, ++leg, posting.amount});
    }
    for (const auto& change : effects.changes)
        BL_CHECK(apply(line, change));
    return {};
}

Result<void> BatchApplier::apply(const LineContext& line, const journal::Change& change)
{
    struct Visitor {
        BatchApplier& self;
        const LineContext& line;

        Result<void> operator()(const journal::Insert& insert) { return self.insert(line, insert); }
        Result<void> operator()(const journal::Add& add)
        {
            self.collect(line, add);
            return {};
        }
        Result<void> operator()(const journal::InsertEntity& made)
        {
            self.m_touched.entities.emplace_back(made.entity->kind, made.entity->id);
            return self.m_entities.insert(*made.entity, line.stamp);
        }
        Result<void> operator()(const journal::SetField& set)
        {
            self.m_touched.entities.emplace_back(set.kind, set.id);
            return self.m_entities.setField(set.kind, set.id, set.field, set.value, line.stamp);
        }
        Result<void> operator()(const journal::Advance& advance)
        {
            return self.advance(line, advance);
        }
    };
    return std::visit(Visitor{*this, line}, change);
}

Result<void> BatchApplier::insert(const LineContext& line, const journal::Insert& change)
{
    BL_CHECK(
        m_database.runValues(keptText(*change.shape, insertText), toSqlCells(line, change.cells)));
    if (change.shape->table == kSalesTable)
        m_touched.sales.push_back(line.lineId);
    touch(*change.shape, change.cells);
    return {};
}

Result<void> BatchApplier::advance(const LineContext& line, const journal::Advance& change)
{
    BL_CHECK(
        m_database.runValues(keptText(*change.shape, advanceText), toSqlCells(line, change.cells)));
    touch(*change.shape, change.cells);
    return {};
}

void BatchApplier::touch(const RowShape& shape, const std::vector<Cell>& cells)
{
    if (shape.entity)
        m_touched.entities.emplace_back(*shape.entity, std::get<Uuid>(cells.front()));
}

void BatchApplier::collect(const LineContext& line, const journal::Add& change)
{
    auto key = toSqlCells(line, change.key);
    const auto it = std::find_if(m_counters.begin(), m_counters.end(),
        [&](const CounterSum& sum) { return sum.shape == change.shape && sum.key == key; });
    if (it == m_counters.end()) {
        m_counters.push_back({change.shape, std::move(key), change.deltas});
        return;
    }
    for (std::size_t i = 0; i < change.deltas.size(); ++i) {
        const auto sum = checkedAdd(it->deltas[i], change.deltas[i]);
        BL_ASSERT(sum);
        it->deltas[i] = *sum;
    }
}

/// Found first and then written by its key: an upsert that returns the row costs twice as much.
Result<void> BatchApplier::addToAccount(
    const std::string& path, const std::string& unit, const AccountSum& sum)
{
    Touched::Account account{0, path, unit, 0};
    bool isThere = false;
    {
        BL_TRY(auto rows,
            m_database.select(
                "SELECT account_id, balance FROM accounts WHERE account = ? AND unit = ?", path,
                unit));
        isThere = rows.next();
        BL_CHECK(rows.status());
        if (isThere) {
            account.accountId = rows.integer(0);
            account.balance = rows.integer(1);
        }
    }
    const auto balance = checkedAdd(account.balance, sum.delta);
    if (!balance)
        return Error{ErrorCode::AmountOverflow, {path}};
    account.balance = *balance;
    if (isThere) {
        BL_CHECK(m_database.run("UPDATE accounts SET balance = ? WHERE account_id = ?",
            account.balance, account.accountId));
    } else {
        BL_CHECK(m_database.run("INSERT INTO accounts (account, unit, balance) VALUES (?, ?, ?)",
            path, unit, account.balance));
        account.accountId = m_database.lastInsertId();
    }
    for (const auto& leg : sum.legs)
        BL_CHECK(m_database.run(
            "INSERT INTO postings (line_id, leg, account_id, amount) VALUES (?, ?, ?, ?)",
            leg.lineId, leg.leg, account.accountId, leg.amount));
    m_touched.accounts.push_back(std::move(account));
    return {};
}

Result<Touched> BatchApplier::flush()
{
    for (const auto& [key, sum] : m_accounts)
        BL_CHECK(addToAccount(key.second, key.first, sum));
    for (const auto& counter : m_counters) {
        auto values = counter.key;
        for (const auto delta : counter.deltas)
            values.push_back(delta);
        BL_CHECK(m_database.runValues(keptText(*counter.shape, addText), values));
    }
    m_accounts.clear();
    m_counters.clear();
    return std::exchange(m_touched, {});
}

}  // namespace bl::storage
