#include "core/staff/user.h"
#include "core/storage/line_id.h"
#include "sync/protocol/limits.h"
#include "sync/server/ingest_transaction.h"

#include <algorithm>
#include <string_view>

/// Flags: what is applied, because it happened, and looked at by staff.
namespace bl::sync {

Result<void> IngestTransaction::addFlag(const AppliedLine& applied, const char* flag)
{
    auto& flags = applied.push->outcome.value().flags;
    const auto seq = storage::seqOf(applied.lineId);
    const bool isThere = std::any_of(flags.begin(), flags.end(),
        [&](const LineFlag& f) { return f.seq == seq && f.flag == flag; });
    if (isThere)
        return {};
    BL_CHECK(m_database.run(
        "INSERT INTO line_flags (line_id, flag) VALUES (?, ?)", applied.lineId, flag));
    flags.push_back({seq, flag});
    return {};
}

Result<void> IngestTransaction::flagLine(const AppliedLine& applied)
{
    const auto& operation = applied.line->decoded->operation;
    if (operation.hlc.millis() > toMillis(m_now + kClockSkewFlagged))
        BL_CHECK(addFlag(applied, "clock"));
    BL_TRY(const bool active, isActiveUser(operation.by));
    if (!active)
        BL_CHECK(addFlag(applied, "revoked-user"));

    if (const auto* sale = std::get_if<sales::Sale>(&operation.data)) {
        for (const auto& line : sale->lines) {
            BL_TRY(const bool known, knowsProduct(line.product));
            if (!known) {
                BL_CHECK(addFlag(applied, "unknown-product"));
                break;
            }
        }
        if (sale->member) {
            BL_TRY(const auto known,
                m_database.selectInteger(
                    "SELECT 1 FROM members WHERE member_id = ?", *sale->member));
            if (!known)
                BL_CHECK(addFlag(applied, "unknown-member"));
        }
    } else if (const auto* correction = std::get_if<stock::StockCorrection>(&operation.data)) {
        BL_TRY(const bool known, knowsProduct(correction->product));
        if (!known)
            BL_CHECK(addFlag(applied, "unknown-product"));
    } else if (applied.line->subject && applied.line->subject->kind == "member") {
        BL_TRY(const bool duplicate, isDuplicateMember(applied.line->subject->id));
        if (duplicate)
            BL_CHECK(addFlag(applied, "duplicate-member"));
    }
    return {};
}

Result<void> IngestTransaction::flagNegativeStock(const storage::Touched& touched)
{
    std::unordered_set<std::string_view> below;
    for (const auto& account : touched.accounts) {
        if (account.balance >= 0)
            continue;
        const ledger::AccountId id{account.path};
        const auto owner = ledger::ownerOf(id);
        if (owner && owner->kind == ledger::AccountOwner::Kind::Store && owner->purpose == "stock")
            below.insert(account.path);
    }
    if (below.empty())
        return {};
    for (const auto& applied : m_applied) {
        const auto postings = applied.line->effects.postings.postings();
        const bool tookFromIt =
            std::any_of(postings.begin(), postings.end(), [&](const ledger::Posting& posting) {
                return posting.amount < 0 && below.contains(std::string_view(posting.account.path));
            });
        if (tookFromIt)
            BL_CHECK(addFlag(applied, "stock-negative"));
    }
    return {};
}

Result<bool> IngestTransaction::knowsProduct(ProductId id)
{
    if (m_known.contains(id.uuid) || m_newProducts.contains(id.uuid))
        return true;
    BL_TRY(const auto found,
        m_database.selectInteger("SELECT 1 FROM products WHERE product_id = ?", id));
    if (found)
        m_newProducts.insert(id.uuid);
    return found.has_value();
}

Result<bool> IngestTransaction::isActiveUser(UserId id)
{
    if (id == staff::kSystemUser || id == staff::kImportUser)
        return true;
    if (const auto it = m_users.find(id); it != m_users.end())
        return it->second;
    BL_TRY(const auto active,
        m_database.selectInteger("SELECT active FROM users WHERE user_id = ?", id));
    return m_users.emplace(id, active.value_or(0) != 0).first->second;
}

Result<bool> IngestTransaction::isDuplicateMember(const Uuid& id)
{
    // Two look-ups by index; one condition with OR would read every member.
    BL_TRY(const auto number,
        m_database.selectInteger("SELECT 1 FROM members m JOIN members o ON o.number = m.number"
                                 " WHERE m.member_id = ? AND m.active = 1 AND o.member_id <> "
                                 "m.member_id AND o.active = 1 LIMIT 1",
            id));
    if (number)
        return true;
    BL_TRY(const auto phone,
        m_database.selectInteger("SELECT 1 FROM members m JOIN members o ON o.phone = m.phone"
                                 " WHERE m.member_id = ? AND m.phone <> '' AND m.active = 1 AND "
                                 "o.member_id <> m.member_id"
                                 " AND o.active = 1 LIMIT 1",
            id));
    return phone.has_value();
}

}  // namespace bl::sync
