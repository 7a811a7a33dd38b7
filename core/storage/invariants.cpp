#include "core/storage/invariants.h"

#include "core/money/rounding.h"
#include "core/storage/line_id.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>

namespace bl::storage {

namespace {

std::size_t identityOf(const std::string& path, const std::string& unit)
{
    return std::hash<std::string>{}(path + '\t' + unit);
}

std::vector<std::int64_t> numbersIn(const std::string& list)
{
    std::vector<std::int64_t> numbers;
    const char* at = list.data();
    const char* const end = list.data() + list.size();
    while (at < end) {
        std::int64_t number = 0;
        const auto [next, fault] = std::from_chars(at, end, number);
        if (fault != std::errc{})
            break;
        numbers.push_back(number);
        at = next + 1;
    }
    return numbers;
}

/// Value that an account's owner holds: it may not be overdrawn, and is held as a credit.
bool isStrict(const ledger::AccountId& account)
{
    using Kind = ledger::AccountOwner::Kind;
    const auto owner = ledger::ownerOf(account);
    if (!owner)
        return false;
    if (owner->kind == Kind::GiftCard)
        return true;
    return owner->kind == Kind::Member && owner->purpose != "credit";
}

}  // namespace

struct LedgerAudit::Account {
    std::size_t identity;  ///< of path and unit, which are too long to keep
    std::int64_t balance;
    std::int64_t confirmed;
    std::int64_t confirmedSeq;
    std::int64_t later;  ///< postings that HQ's figure lacks
};

struct LedgerAudit::Row {
    std::int64_t lineId;
    std::int64_t leg;
    std::int64_t accountId;
    std::int64_t amount;
};

LedgerAudit::LedgerAudit(sql::Database& database)
    : m_database(database)
{
}

LedgerAudit::~LedgerAudit() = default;

Result<void> LedgerAudit::loadAccounts()
{
    BL_TRY(auto rows,
        m_database.select(
            "SELECT account_id, account, unit, balance, confirmed, confirmed_seq, confirmed_missing"
            " FROM accounts"));
    while (rows.next()) {
        const std::int64_t id = rows.integer(0);
        m_accounts.emplace(id,
            Account{identityOf(rows.text(1), rows.text(2)), rows.integer(3), rows.integer(4),
                rows.integer(5), 0});
        if (rows.integer(4) != 0 || rows.integer(5) != 0)
            m_isConfirmed = true;
        if (auto missing = numbersIn(rows.text(6)); !missing.empty())
            m_missing.emplace(id, std::move(missing));
    }
    BL_CHECK(rows.status());
    BL_TRY(auto postings,
        m_database.select(
            "SELECT line_id, leg, account_id, amount FROM postings ORDER BY line_id, leg"));
    m_rows = std::make_unique<sql::Cursor>(std::move(postings));
    m_loaded = true;
    return nextRow();
}

Result<void> LedgerAudit::nextRow()
{
    if (m_rows->next())
        m_row = std::make_unique<Row>(
            Row{m_rows->integer(0), m_rows->integer(1), m_rows->integer(2), m_rows->integer(3)});
    else
        m_row.reset();
    return m_rows->status();
}

Result<void> LedgerAudit::line(std::int64_t lineId, const ledger::PostingSet& postings)
{
    if (!m_loaded)
        BL_CHECK(loadAccounts());
    if (m_row && m_row->lineId < lineId)
        return breach(
            1, "the ledger has a posting for " + lineName(m_row->lineId) + ", which posts none");
    std::int64_t leg = 0;
    for (const auto& posting : postings.postings()) {
        ++leg;
        const auto it = m_row && m_row->lineId == lineId && m_row->leg == leg
            ? m_accounts.find(m_row->accountId)
            : m_accounts.end();
        if (it == m_accounts.end() || m_row->amount != posting.amount
            || it->second.identity != identityOf(posting.account.path, posting.unit.code))
            return breach(1,
                "posting " + std::to_string(leg) + " of " + lineName(lineId)
                    + " is not in the ledger as the line has it");
        auto& account = it->second;
        const auto missing = m_missing.find(m_row->accountId);
        const bool held = seqOf(lineId) <= account.confirmedSeq
            && (missing == m_missing.end()
                || !std::binary_search(
                    missing->second.begin(), missing->second.end(), seqOf(lineId)));
        if (!held) {
            const auto sum = checkedAdd(account.later, posting.amount);
            if (!sum)
                return breach(2, "the postings of " + posting.account.path + " are beyond 64 bits");
            account.later = *sum;
        }
        ++m_count;
        BL_CHECK(nextRow());
    }
    if (m_row && m_row->lineId == lineId)
        return breach(1, "the ledger has a posting that " + lineName(lineId) + " does not post");
    return {};
}

Result<std::string> LedgerAudit::nameOf(std::int64_t accountId)
{
    BL_TRY(auto rows,
        m_database.select("SELECT account, unit FROM accounts WHERE account_id = ?", accountId));
    std::string name;
    if (rows.next())
        name = rows.text(0) + " in " + rows.text(1);
    BL_CHECK(rows.status());
    return name;
}

Result<void> LedgerAudit::finish()
{
    if (!m_loaded)
        BL_CHECK(loadAccounts());
    if (m_row)
        return breach(
            1, "the ledger has a posting for " + lineName(m_row->lineId) + ", which posts none");
    m_rows.reset();
    BL_CHECK(compareBalances());
    return compareGoods();
}

Result<void> LedgerAudit::compareBalances()
{
    std::int64_t first = 0;
    for (const auto& [id, account] : m_accounts) {
        const auto sum = checkedAdd(account.confirmed, account.later);
        if ((!sum || *sum != account.balance) && (first == 0 || id < first))
            first = id;
    }
    if (first != 0) {
        const auto& account = m_accounts.at(first);
        BL_TRY(const std::string name, nameOf(first));
        return breach(2,
            name + " has the balance " + std::to_string(account.balance) + ", its postings give "
                + std::to_string(checkedAdd(account.confirmed, account.later).value_or(0)));
    }
    BL_TRY(auto rows,
        m_database.select(
            "SELECT account, balance FROM accounts WHERE balance > 0 AND"
            " (account LIKE 'member/%' OR account LIKE 'giftcard/%') ORDER BY account_id"));
    while (rows.next()) {
        if (isStrict({rows.text(0)}))
            return breach(3, rows.text(0) + " is overdrawn by " + std::to_string(rows.integer(1)));
    }
    return rows.status();
}

/// HQ's figures on a register take in what other registers moved; their other side is not here.
Result<void> LedgerAudit::compareGoods()
{
    BL_TRY(auto rows,
        m_database.select(m_isConfirmed ? "SELECT a.unit, SUM(p.amount) FROM postings p JOIN "
                                          "accounts a ON a.account_id = p.account_id"
                                          " WHERE a.unit >= 'goods/' AND a.unit < 'goods0' GROUP "
                                          "BY a.unit HAVING SUM(p.amount) <> 0 LIMIT 1"
                                        : "SELECT unit, SUM(balance) FROM accounts WHERE unit >= "
                                          "'goods/' AND unit < 'goods0'"
                                          " GROUP BY unit HAVING SUM(balance) <> 0 LIMIT 1"));
    if (rows.next())
        return breach(8,
            rows.text(0) + " adds up to " + std::to_string(rows.integer(1)) + " over all accounts");
    return rows.status();
}

struct EntityAudit::Stamps {
    Stamp row;
    std::map<std::string, Stamp> fields;
    bool isHqs = false;  ///< on a register: the row is HQ's
};

Result<std::optional<EntityAudit::Stamps>> EntityAudit::stampsOf(
    journal::EntityKind kind, const Uuid& id)
{
    const auto& schema = journal::schemaOf(kind);
    Stamps stamps;
    {
        BL_TRY(auto rows,
            m_database.select("SELECT stamp_hlc, stamp_register, version FROM "
                    + std::string(schema.table) + " WHERE " + std::string(schema.key) + " = ?",
                id));
        if (!rows.next()) {
            BL_CHECK(rows.status());
            return std::optional<Stamps>{};
        }
        stamps.row = {
            HybridTime{static_cast<std::uint64_t>(rows.integer(0))}, rows.id<RegisterId>(1)};
        stamps.isHqs = m_side == Side::Register && rows.integer(2) > 0;
    }
    BL_TRY(auto rows,
        m_database.select(
            "SELECT field, hlc, register_id FROM field_stamps WHERE kind = ? AND entity_id = ?",
            schema.name, id));
    while (rows.next())
        stamps.fields[rows.text(0)] = {
            HybridTime{static_cast<std::uint64_t>(rows.integer(1))}, rows.id<RegisterId>(2)};
    BL_CHECK(rows.status());
    return std::optional{std::move(stamps)};
}

Result<void> EntityAudit::line(const LineContext& line, const std::vector<journal::Change>& changes)
{
    for (const auto& change : changes) {
        if (const auto* made = std::get_if<journal::InsertEntity>(&change))
            BL_CHECK(compare(line, *made->entity));
        else if (const auto* set = std::get_if<journal::SetField>(&change))
            BL_CHECK(compare(line, *set));
    }
    return {};
}

Result<void> EntityAudit::compare(const LineContext& line, const journal::Entity& entity)
{
    const auto& schema = journal::schemaOf(entity.kind);
    const std::string name = std::string(schema.name) + ' ' + entity.id.toString();
    BL_TRY(const auto stored, m_entities.find(entity.kind, entity.id));
    if (!stored)
        return breach(7, name + " of " + lineName(line.lineId) + " is missing");
    BL_TRY(const auto stamps, stampsOf(entity.kind, entity.id));
    if (!stamps || stamps->isHqs || stamps->row != line.stamp)
        return {};
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (!stamps->fields.contains(std::string(schema.fields[i].name))
            && stored->values[i] != entity.values[i])
            return breach(7,
                name + " has another " + std::string(schema.fields[i].name) + " than "
                    + lineName(line.lineId) + " gave it");
    }
    return {};
}

Result<void> EntityAudit::compare(const LineContext& line, const journal::SetField& change)
{
    const auto& schema = journal::schemaOf(change.kind);
    const std::string field(schema.fields[change.field].name);
    const std::string name = std::string(schema.name) + ' ' + change.id.toString();
    BL_TRY(const auto stamps, stampsOf(change.kind, change.id));
    if (!stamps)
        return breach(7, name + " of " + lineName(line.lineId) + " is missing");
    if (stamps->isHqs)
        return {};
    // Whoever made the entity may have written later than this line by the clocks.
    const auto it = stamps->fields.find(field);
    const Stamp& last = it == stamps->fields.end() ? stamps->row : it->second;
    if (last < line.stamp)
        return breach(
            7, name + " has an older " + field + " than " + lineName(line.lineId) + " gave it");
    if (last != line.stamp)
        return {};
    BL_TRY(const auto stored, m_entities.find(change.kind, change.id));
    if (!stored || stored->values[change.field] != change.value)
        return breach(
            7, name + " has another " + field + " than " + lineName(line.lineId) + " gave it");
    return {};
}

Result<IngestNotes> ingestNotes(sql::Database& database)
{
    IngestNotes notes;
    BL_TRY(const auto isHq,
        database.selectInteger(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'quarantined_lines'"));
    if (!isHq)
        return notes;
    const auto read = [&](const char* query, std::vector<std::int64_t>& lines) -> Result<void> {
        BL_TRY(auto rows, database.select(query));
        while (rows.next())
            lines.push_back(rows.integer(0));
        return rows.status();
    };
    BL_CHECK(read("SELECT line_id FROM quarantined_lines ORDER BY line_id", notes.quarantined));
    BL_CHECK(read(
        "SELECT line_id FROM line_flags WHERE flag = 'clock' ORDER BY line_id", notes.clockAhead));
    return notes;
}

Result<void> checkStrayLines(sql::Database& database, const std::vector<std::int64_t>& registers)
{
    std::int64_t from = 0;
    const auto check = [&](std::int64_t to) -> Result<void> {
        BL_TRY(const auto stray,
            database.selectInteger("SELECT line_id FROM journal WHERE line_id >= ? AND line_id < ? "
                                   "ORDER BY line_id LIMIT 1",
                from, to));
        if (stray)
            return breach(6, lineName(*stray) + " belongs to no register here");
        return {};
    };
    for (const auto number : registers) {
        BL_CHECK(check(lineId(number, 0)));
        from = lineId(number + 1, 0);
    }
    return check(std::numeric_limits<std::int64_t>::max());
}

}  // namespace bl::storage
