#pragma once

#include "core/ledger/account.h"

#include <cstdint>
#include <span>
#include <vector>

/// Double-entry postings: the only way in which money, points, passes and goods change owner.
///
/// Postings are append-only. A mistake is corrected by a reversing operation and never by an
/// update, because HQ may already hold the original.
namespace bl::ledger {

/// One leg of an operation. Debits are positive and credits negative.
struct Posting {
    AccountId account;
    Unit unit;
    std::int64_t amount;  ///< in the unit's smallest part: minor units of money, points, uses,
                          ///< thousandths of goods

    friend bool operator==(const Posting&, const Posting&) = default;
};

/// The postings of one operation: an immutable set that adds up to zero in every unit.
class PostingSet {
public:
    PostingSet() = default;

    /// Fails with ZeroPosting, AmountOverflow or UnbalancedOperation (naming the unit and the
    /// difference).
    static Result<PostingSet> create(std::vector<Posting> postings);

    /// The set that undoes this one.
    PostingSet reversed() const;

    std::span<const Posting> postings() const { return m_postings; }

    /// The first 16 hex digits of SHA-256 over `account \t unit \t amount \n` of all postings in
    /// order (journal-and-sync, section 2: `ph`).
    std::string fingerprint() const;

private:
    explicit PostingSet(std::vector<Posting> postings);

    std::vector<Posting> m_postings;
};

/// Collects postings in order and leaves out those of zero, which a free sale or an empty drawer
/// give.
class PostingBuilder {
public:
    void debit(AccountId account, const Unit& unit, std::int64_t amount);
    void credit(AccountId account, const Unit& unit, std::int64_t amount)
    {
        debit(std::move(account), unit, -amount);
    }
    Result<PostingSet> finish() { return PostingSet::create(std::move(m_postings)); }

private:
    std::vector<Posting> m_postings;
};

}  // namespace bl::ledger
