#include "core/ledger/posting.h"

#include "core/base/sha256.h"
#include "core/money/rounding.h"

#include <algorithm>
#include <limits>

namespace bl::ledger {

PostingSet::PostingSet(std::vector<Posting> postings)
    : m_postings(std::move(postings))
{
}

Result<PostingSet> PostingSet::create(std::vector<Posting> postings)
{
    std::vector<std::pair<std::string_view, std::int64_t>> totals;  // few units: a scan beats a map
    for (const auto& posting : postings) {
        if (posting.amount == 0)
            return Error{ErrorCode::ZeroPosting, {posting.account.path}};
        if (posting.amount == std::numeric_limits<std::int64_t>::min())
            return Error{ErrorCode::AmountOverflow, {posting.account.path}};
        const auto it = std::find_if(totals.begin(), totals.end(),
            [&](const auto& total) { return total.first == posting.unit.code; });
        if (it == totals.end()) {
            totals.emplace_back(posting.unit.code, posting.amount);
            continue;
        }
        const auto sum = checkedAdd(it->second, posting.amount);
        if (!sum)
            return Error{ErrorCode::AmountOverflow, {posting.unit.code}};
        it->second = *sum;
    }
    for (const auto& [unit, total] : totals) {
        if (total != 0)
            return Error{
                ErrorCode::UnbalancedOperation, {std::string(unit), std::to_string(total)}};
    }
    return PostingSet(std::move(postings));
}

PostingSet PostingSet::reversed() const
{
    auto postings = m_postings;
    for (auto& posting : postings)
        posting.amount = -posting.amount;
    return PostingSet(std::move(postings));
}

std::string PostingSet::fingerprint() const
{
    Sha256 sha;
    for (const auto& posting : m_postings) {
        sha.add(posting.account.path).add("\t").add(posting.unit.code).add("\t");
        sha.add(std::to_string(posting.amount)).add("\n");
    }
    return sha.finish().toHex().substr(0, 16);
}

void PostingBuilder::debit(AccountId account, const Unit& unit, std::int64_t amount)
{
    if (amount != 0)
        m_postings.push_back({std::move(account), unit, amount});
}

}  // namespace bl::ledger
