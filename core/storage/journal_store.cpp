#include "core/storage/journal_store.h"

#include "core/storage/line_id.h"

namespace bl::storage {

namespace {

Chain readChain(const sql::Cursor& rows)
{
    Chain chain;
    chain.registerNo = rows.integer(0);
    chain.registerId = rows.id<RegisterId>(1);
    const auto nonce = rows.bytes(2);
    if (nonce.size() == chain.nonce.size())
        std::copy(nonce.begin(), nonce.end(), chain.nonce.begin());
    chain.head = {rows.integer(3), rows.hash(4)};
    chain.hlc.value = static_cast<std::uint64_t>(rows.integer(5));
    return chain;
}

}  // namespace

Result<void> JournalStore::create(std::int64_t registerNo, RegisterId owner,
    OrganisationId organisation, const journal::Nonce& nonce)
{
    BL_CHECK(m_database.run(
        "INSERT INTO chains (register_no, register_id, nonce, head_seq, head_hash, head_hlc)"
        " VALUES (?, ?, ?, 0, ?, 0)",
        registerNo, owner, sql::Blob{std::string(nonce.begin(), nonce.end())},
        journal::chainStart(organisation, owner, nonce)));
    return {};
}

Result<std::optional<Chain>> JournalStore::find(std::int64_t registerNo)
{
    BL_TRY(auto rows,
        m_database.select(
            "SELECT register_no, register_id, nonce, head_seq, head_hash, head_hlc FROM chains"
            " WHERE register_no = ?",
            registerNo));
    std::optional<Chain> chain;
    if (rows.next())
        chain = readChain(rows);
    BL_CHECK(rows.status());
    return chain;
}

Result<std::vector<Chain>> JournalStore::all()
{
    BL_TRY(auto rows,
        m_database.select(
            "SELECT register_no, register_id, nonce, head_seq, head_hash, head_hlc FROM chains"
            " ORDER BY register_no"));
    std::vector<Chain> chains;
    while (rows.next())
        chains.push_back(readChain(rows));
    BL_CHECK(rows.status());
    return chains;
}

Result<void> JournalStore::append(
    const Chain& chain, std::int64_t seq, const std::string& line, const Hash& hash)
{
    BL_CHECK(m_database.run("INSERT INTO journal (line_id, line, hash) VALUES (?, ?, ?)",
        lineId(chain.registerNo, seq), sql::Blob{line}, hash));
    return {};
}

Result<void> JournalStore::moveHead(const Chain& chain)
{
    BL_CHECK(m_database.run(
        "UPDATE chains SET head_seq = ?, head_hash = ?, head_hlc = ? WHERE register_no = ?",
        chain.head.seq, chain.head.hash, static_cast<std::int64_t>(chain.hlc.value),
        chain.registerNo));
    return {};
}

Result<void> JournalStore::observe(HybridTime heard)
{
    const auto stamp = static_cast<std::int64_t>(heard.value);
    BL_CHECK(m_database.run("UPDATE chains SET head_hlc = ? WHERE head_hlc < ?"
                            " AND register_no = (SELECT register_no FROM site)",
        stamp, stamp));
    return {};
}

Result<std::optional<StoredLine>> JournalStore::findLine(std::int64_t registerNo, std::int64_t seq)
{
    std::optional<StoredLine> found;
    BL_CHECK(visit(registerNo, seq, 1, [&](const StoredLine& line) -> Result<bool> {
        if (line.seq == seq)
            found = line;
        return false;
    }));
    return found;
}

Result<void> JournalStore::visit(std::int64_t registerNo, std::int64_t first, std::int64_t lines,
    const std::function<Result<bool>(const StoredLine&)>& visit)
{
    BL_TRY(auto rows,
        m_database.select("SELECT line_id, line, hash FROM journal WHERE line_id >= ? AND line_id "
                          "< ? ORDER BY line_id"
                          " LIMIT ?",
            lineId(registerNo, first), lineId(registerNo + 1, 0), lines));
    while (rows.next()) {
        BL_TRY(const bool goOn,
            visit(StoredLine{seqOf(rows.integer(0)), rows.bytes(1), rows.hash(2)}));
        if (!goOn)
            break;
    }
    return rows.status();
}

}  // namespace bl::storage
