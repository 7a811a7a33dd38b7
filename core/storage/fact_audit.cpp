#include "core/money/rounding.h"
#include "core/storage/invariants.h"
#include "core/storage/line_id.h"

#include <algorithm>
#include <array>

namespace bl::storage {

using journal::RowShape;

namespace {

constexpr std::array<const char*, 4> kRowTables{
    "sales", "sale_lines", "sale_tenders", "stock_corrections"};
constexpr std::array<const char*, 3> kKeyedTables{
    "shifts", "external_references", "parked_tickets"};
constexpr std::array<const char*, 2> kCounterTables{"day_totals", "shift_totals"};
constexpr std::string_view kParkedTickets = "parked_tickets";
constexpr std::string_view kMemberTotals = "member_totals";

sql::Value auditedCell(const LineContext& line, const journal::Cell& cell)
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

std::vector<sql::Value> auditedCells(
    const LineContext& line, const std::vector<journal::Cell>& cells)
{
    std::vector<sql::Value> values;
    values.reserve(cells.size());
    for (const auto& cell : cells)
        values.push_back(auditedCell(line, cell));
    return values;
}

std::string columnsOf(
    const RowShape& shape, std::size_t first, std::size_t last, const char* between)
{
    std::string text;
    for (std::size_t i = first; i < last; ++i)
        text += (i == first ? "" : between) + std::string(shape.columns[i]);
    return text;
}

std::string equalityOf(const RowShape& shape, std::size_t first, std::size_t last)
{
    return columnsOf(shape, first, last, " IS ? AND ") + " IS ?";
}

bool isRowTable(std::string_view table)
{
    return std::find(kRowTables.begin(), kRowTables.end(), table) != kRowTables.end();
}

Result<std::int64_t> countRows(sql::Database& database, const std::string& table)
{
    BL_TRY(const auto count, database.selectInteger("SELECT COUNT(*) FROM " + table));
    return count.value_or(0);
}

}  // namespace

Error breach(int invariant, std::string what)
{
    return {ErrorCode::BrokenInvariant, {std::to_string(invariant), std::move(what)}};
}

std::string lineName(std::int64_t id)
{
    return "line " + std::to_string(seqOf(id)) + " of register " + std::to_string(registerNoOf(id));
}

/// A table of facts, row by row in the order of its key, which begins with the line.
struct FactAudit::Walk {
    const RowShape* shape;
    sql::Cursor rows;
    std::optional<std::vector<sql::Value>> row;

    Result<void> step()
    {
        row.reset();
        if (rows.next()) {
            row.emplace();
            row->reserve(shape->columns.size());
            for (std::size_t i = 0; i < shape->columns.size(); ++i)
                row->push_back(rows.value(static_cast<int>(i)));
        }
        return rows.status();
    }

    std::int64_t lineOfRow() const { return std::get<std::int64_t>(row->front()); }
};

struct FactAudit::Counter {
    const RowShape* shape;
    std::vector<sql::Value> key;
    std::vector<std::int64_t> sums;
};

FactAudit::FactAudit(sql::Database& database, const LineRange& counted)
    : m_database(database)
    , m_counted(counted)
{
}

FactAudit::~FactAudit() = default;

Result<FactAudit::Walk*> FactAudit::walkOf(const RowShape& shape)
{
    auto& walk = m_walks[std::string(shape.table)];
    if (!walk) {
        BL_TRY(auto rows,
            m_database.select("SELECT " + columnsOf(shape, 0, shape.columns.size(), ", ") + " FROM "
                + std::string(shape.table) + " ORDER BY " + columnsOf(shape, 0, shape.keys, ", ")));
        walk.reset(new Walk{&shape, std::move(rows), {}});
        BL_CHECK(walk->step());
    }
    return walk.get();
}

Result<void> FactAudit::line(const LineContext& line, const std::vector<journal::Change>& changes)
{
    BL_CHECK(compareRows(line, changes));
    for (const auto& change : changes) {
        if (const auto* insert = std::get_if<journal::Insert>(&change);
            insert && !isRowTable(insert->shape->table))
            BL_CHECK(compareKeyed(line, *insert));
        else if (const auto* advance = std::get_if<journal::Advance>(&change))
            BL_CHECK(compareState(line, *advance));
        else if (const auto* add = std::get_if<journal::Add>(&change))
            addUp(line, *add);
    }
    return {};
}

Result<void> FactAudit::compareRows(
    const LineContext& line, const std::vector<journal::Change>& changes)
{
    std::map<Walk*, std::vector<std::vector<sql::Value>>> expected;
    for (const auto& change : changes) {
        const auto* insert = std::get_if<journal::Insert>(&change);
        if (!insert || !isRowTable(insert->shape->table))
            continue;
        BL_TRY(Walk* const walk, walkOf(*insert->shape));
        expected[walk].push_back(auditedCells(line, insert->cells));
    }
    for (const auto& [table, walk] : m_walks) {
        if (walk->row && walk->lineOfRow() < line.lineId)
            return breach(
                7, table + " has a row for " + lineName(walk->lineOfRow()) + ", which makes none");
        std::vector<std::vector<sql::Value>> rows;
        if (const auto it = expected.find(walk.get()); it != expected.end())
            rows = std::move(it->second);
        std::sort(rows.begin(), rows.end());
        for (const auto& row : rows) {
            if (!walk->row || walk->lineOfRow() != line.lineId)
                return breach(7, table + " lacks a row of " + lineName(line.lineId));
            if (*walk->row != row)
                return breach(
                    7, table + " has another row than " + lineName(line.lineId) + " makes");
            BL_CHECK(walk->step());
        }
        if (walk->row && walk->lineOfRow() == line.lineId)
            return breach(7, table + " has a row that " + lineName(line.lineId) + " does not make");
    }
    return {};
}

Result<void> FactAudit::compareKeyed(const LineContext& line, const journal::Insert& change)
{
    const auto& shape = *change.shape;
    const std::string table(shape.table);
    ++m_keyedRows[table];
    BL_TRY(auto rows,
        m_database.selectValues(
            "SELECT 1 FROM " + table + " WHERE " + equalityOf(shape, 0, shape.columns.size()),
            auditedCells(line, change.cells)));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return breach(7, table + " lacks the row of " + lineName(line.lineId) + " or has another");
    }
    return {};
}

Result<void> FactAudit::compareState(const LineContext& line, const journal::Advance& change)
{
    const auto& shape = *change.shape;
    const std::string table(shape.table);
    auto values = auditedCells(line, change.cells);
    values.insert(values.begin() + static_cast<std::ptrdiff_t>(shape.keys), values[shape.keys]);
    // Another register may have moved it to the same state before.
    std::string other;
    for (std::size_t i = shape.keys + 1; i < shape.columns.size(); ++i) {
        if (std::holds_alternative<journal::RegisterRef>(change.cells[i])) {
            other = " OR (" + std::string(shape.columns[shape.keys]) + " = ? AND "
                + std::string(shape.columns[i]) + " <> ?)";
            values.push_back(values[shape.keys]);
            values.emplace_back(line.registerNo);
        }
    }
    BL_TRY(auto rows,
        m_database.selectValues("SELECT 1 FROM " + table + " WHERE "
                + equalityOf(shape, 0, shape.keys) + " AND ("
                + std::string(shape.columns[shape.keys]) + " > ? OR "
                + equalityOf(shape, shape.keys, shape.columns.size()) + other + ")",
            values));
    if (!rows.next()) {
        BL_CHECK(rows.status());
        return breach(7, table + " is not in the state that " + lineName(line.lineId) + " gave");
    }
    return {};
}

void FactAudit::addUp(const LineContext& line, const journal::Add& change)
{
    // Members' counters are as many as members: compareMembers adds them up from the sales, which
    // are proved by then.
    if (change.shape->table == kMemberTotals)
        return;
    auto key = auditedCells(line, change.key);
    std::string name(change.shape->table);
    for (const auto& value : key) {
        name += '\t';
        if (const auto* number = std::get_if<std::int64_t>(&value))
            name += std::to_string(*number);
        else if (const auto* text = std::get_if<std::string>(&value))
            name += *text;
        else if (const auto* bytes = std::get_if<sql::Blob>(&value))
            name += bytes->bytes;
    }
    auto& counter = m_counterByKey[name];
    if (!counter) {
        m_counters.push_back(std::make_unique<Counter>(Counter{
            change.shape, std::move(key), std::vector<std::int64_t>(change.deltas.size())}));
        counter = m_counters.back().get();
    }
    for (std::size_t i = 0; i < change.deltas.size(); ++i)
        counter->sums[i] =
            checkedAdd(counter->sums[i], change.deltas[i]).value_or(counter->sums[i]);
}

Result<void> FactAudit::finish()
{
    for (const char* table : kRowTables) {
        const auto it = m_walks.find(table);
        if (it != m_walks.end()) {
            if (it->second->row)
                return breach(7,
                    std::string(table) + " has a row for " + lineName(it->second->lineOfRow())
                        + ", which makes none");
            continue;
        }
        BL_TRY(const auto stray,
            m_database.selectInteger(
                "SELECT line_id FROM " + std::string(table) + " ORDER BY line_id LIMIT 1"));
        if (stray)
            return breach(7,
                std::string(table) + " has a row for " + lineName(*stray) + ", which makes none");
    }
    m_walks.clear();
    for (const char* table : kKeyedTables) {
        BL_TRY(const auto count, countKeyed(table));
        if (count != m_keyedRows[table])
            return breach(7,
                std::string(table) + " has " + std::to_string(count) + " rows, the lines make "
                    + std::to_string(m_keyedRows[table]));
    }
    BL_CHECK(compareCounters());
    return compareMembers();
}

/// A register has other registers' parked tickets too.
Result<std::int64_t> FactAudit::countKeyed(const std::string& table)
{
    if (table != kParkedTickets)
        return countRows(m_database, table);
    BL_TRY(const auto count,
        m_database.selectInteger(
            "SELECT COUNT(*) FROM parked_tickets WHERE register_no BETWEEN ? AND ?",
            registerNoOf(m_counted.first), registerNoOf(m_counted.last)));
    return count.value_or(0);
}

Result<void> FactAudit::compareCounters()
{
    std::map<std::string, std::int64_t> counted;
    for (const auto& counter : m_counters) {
        const auto& shape = *counter->shape;
        const std::string table(shape.table);
        ++counted[table];
        auto values = counter->key;
        values.insert(values.end(), counter->sums.begin(), counter->sums.end());
        BL_TRY(auto rows,
            m_database.selectValues(
                "SELECT 1 FROM " + table + " WHERE " + equalityOf(shape, 0, shape.columns.size()),
                values));
        if (!rows.next()) {
            BL_CHECK(rows.status());
            std::string key;
            for (const auto& value : counter->key) {
                if (const auto* text = std::get_if<std::string>(&value))
                    key += ' ' + *text;
                else if (const auto* number = std::get_if<std::int64_t>(&value))
                    key += " register " + std::to_string(*number);
            }
            return breach(7, table + key + " is not the sum of its facts");
        }
    }
    for (const char* table : kCounterTables) {
        BL_TRY(const auto count, countRows(m_database, table));
        if (count != counted[table])
            return breach(7,
                std::string(table) + " has " + std::to_string(count) + " rows, the facts make "
                    + std::to_string(counted[table]));
    }
    return {};
}

Result<void> FactAudit::compareMembers()
{
    BL_TRY(auto facts,
        m_database.select("SELECT member_id,"
                          " SUM(CASE kind WHEN 'sale' THEN total_minor - rounding_minor ELSE "
                          "rounding_minor - total_minor END),"
                          " SUM(kind = 'sale') FROM sales WHERE member_id IS NOT NULL"
                          " AND line_id BETWEEN ? AND ? GROUP BY member_id ORDER BY member_id",
            m_counted.first, m_counted.last));
    BL_TRY(auto totals,
        m_database.select(
            "SELECT member_id, spent_minor, visits FROM member_totals ORDER BY member_id"));
    while (true) {
        const bool fact = facts.next();
        const bool total = totals.next();
        BL_CHECK(facts.status());
        BL_CHECK(totals.status());
        if (!fact && !total)
            return {};
        const bool same = fact && total && facts.value(0) == totals.value(0)
            && facts.integer(1) == totals.integer(1) && facts.integer(2) == totals.integer(2);
        if (!same)
            return breach(7,
                "member_totals of " + (total ? totals : facts).id<MemberId>(0).toString()
                    + " is not the sum of the member's sales");
    }
}

}  // namespace bl::storage
