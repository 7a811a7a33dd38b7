#pragma once

#include "core/base/hybrid_clock.h"
#include "core/journal/chain.h"
#include "core/journal/effects.h"
#include "core/journal/line.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace bl::services {

/// Whose journal it is and where it is said to end: the first line of an export.
struct JournalHeader {
    OrganisationId organisation;
    RegisterId registerId;
    journal::Nonce nonce{};
    journal::ChainHead head;

    /// One line of JSON.
    std::string toText() const;
    static Result<JournalHeader> parse(std::string_view text);
};

/// A line that was checked: what it says and what it does. The effects point into the operation, so
/// that it stays in its place.
struct AuditedLine {
    journal::DecodedLine decoded;
    journal::Effects effects;
};

/// Checks a journal line by line, from the first to the head. Breaches are Errors of
/// BrokenInvariant: 6 for the chain and the sequence, 1 for postings.
class JournalAudit {
public:
    /// `name` says in breaches whose journal it is: a register's code or number.
    JournalAudit(const JournalHeader& header, std::string name);

    /// Takes the next line into the chain; its bytes are checked against `hash` where one is kept
    /// with it.
    Result<void> chain(std::string_view line, const std::optional<Hash>& hash);

    /// What the line that was chained last says: it must be of this register, follow in sequence
    /// and time, decode and balance, with postings as `post` and `ph` have them. Left out for lines
    /// that HQ holds back.
    Result<std::unique_ptr<AuditedLine>> read(std::string_view line);

    /// Whether the head is where the header says.
    Result<void> finish() const;

    const journal::ChainHead& head() const { return m_head; }

private:
    Error breach(int invariant, const std::string& what) const;

    JournalHeader m_header;
    std::string m_name;
    journal::ChainHead m_head;
    HybridTime m_hlc;
};

}  // namespace bl::services
