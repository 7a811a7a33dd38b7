#include "core/services/journal_audit.h"

#include "core/base/hex.h"
#include "core/base/json.h"
#include "core/journal/effects.h"

#include <algorithm>

namespace bl::services {

std::string JournalHeader::toText() const
{
    Json header = Json::object();
    header["journal"] = 1;
    header["organisation"] = organisation.toString();
    header["register"] = registerId.toString();
    header["nonce"] = bl::toHex(nonce);
    header["head"] = Json::object();
    header["head"]["seq"] = head.seq;
    header["head"]["hash"] = head.hash.toHex();
    return dumpJson(header);
}

Result<JournalHeader> JournalHeader::parse(std::string_view text)
{
    BL_TRY(const Json json, parseJson(text));
    BL_TRY(const std::int64_t version, integerAt(json, "journal"));
    if (version != 1)
        return Error{ErrorCode::InvalidJson, {"journal", "1 expected"}};
    JournalHeader header;
    BL_TRY(header.organisation, idAt<OrganisationId>(json, "organisation"));
    BL_TRY(header.registerId, idAt<RegisterId>(json, "register"));
    BL_TRY(const std::string nonce, textAt(json, "nonce"));
    const auto bytes = fromHex(nonce);
    if (!bytes || bytes->size() != header.nonce.size())
        return Error{ErrorCode::InvalidJson, {"nonce", "64 hex digits expected"}};
    std::copy(bytes->begin(), bytes->end(), header.nonce.begin());
    BL_TRY(const Json* head, objectAt(json, "head"));
    BL_TRY(header.head.seq, integerAt(*head, "seq"));
    BL_TRY(const std::string hash, textAt(*head, "hash"));
    const auto parsed = Hash::parse(hash);
    if (!parsed)
        return Error{ErrorCode::InvalidJson, {"hash", "64 hex digits expected"}};
    header.head.hash = *parsed;
    return header;
}

JournalAudit::JournalAudit(const JournalHeader& header, std::string name)
    : m_header(header)
    , m_name(std::move(name))
    , m_head{0, journal::chainStart(header.organisation, header.registerId, header.nonce)}
{
}

Error JournalAudit::breach(int invariant, const std::string& what) const
{
    return {ErrorCode::BrokenInvariant,
        {std::to_string(invariant),
            "line " + std::to_string(m_head.seq) + " of " + m_name + ": " + what}};
}

Result<void> JournalAudit::chain(std::string_view line, const std::optional<Hash>& hash)
{
    m_head.hash = journal::chainNext(m_head.hash, line);
    ++m_head.seq;
    if (hash && *hash != m_head.hash)
        return breach(6, "other bytes than its hash says");
    if (line.size() > journal::kMaxLineBytes)
        return breach(6, "longer than 256 KiB");
    return {};
}

Result<std::unique_ptr<AuditedLine>> JournalAudit::read(std::string_view text)
{
    auto decoded = journal::decodeLine(text);
    if (!decoded)
        return breach(1, "cannot be read: " + describe(decoded.error()));
    auto line = std::make_unique<AuditedLine>();
    line->decoded = *std::move(decoded);
    const auto& operation = line->decoded.operation;
    if (operation.registerId != m_header.registerId || operation.seq != m_head.seq)
        return breach(6,
            "is line " + std::to_string(operation.seq) + " of register "
                + operation.registerId.toString());
    if (operation.hlc <= m_hlc)
        return breach(6, "its clock runs backwards");
    m_hlc = operation.hlc;
    auto effects = journal::effects(operation);
    if (!effects)
        return breach(1, describe(effects.error()));
    line->effects = *std::move(effects);
    const auto agreed = journal::checkPostings(line->decoded, line->effects.postings);
    if (!agreed)
        return breach(1, describe(agreed.error()));
    return line;
}

Result<void> JournalAudit::finish() const
{
    if (m_head == m_header.head)
        return {};
    return breach(6,
        "the head is said to be " + std::to_string(m_header.head.seq) + " "
            + m_header.head.hash.toHex().substr(0, 16) + ", the lines give "
            + std::to_string(m_head.seq) + " " + m_head.hash.toHex().substr(0, 16));
}

}  // namespace bl::services
