#include "core/services/verifier.h"

#include "core/storage/entity_store.h"
#include "core/storage/line_id.h"

#include <algorithm>
#include <limits>

namespace bl::services {

namespace {

JournalHeader headerOf(OrganisationId organisation, const storage::Chain& chain)
{
    return {organisation, chain.registerId, chain.nonce, chain.head};
}

std::string registerName(std::int64_t registerNo)
{
    return "register " + std::to_string(registerNo);
}

}  // namespace

struct Verifier::Audits {
    storage::FactAudit facts;
    storage::LedgerAudit ledger;
    storage::EntityAudit entities;
    std::vector<std::int64_t> quarantined;

    Audits(sql::Database& database, storage::Side side)
        : facts(database)
        , ledger(database)
        , entities(database, side)
    {
    }

    bool isQuarantined(std::int64_t lineId) const
    {
        return std::binary_search(quarantined.begin(), quarantined.end(), lineId);
    }
};

Result<VerifyReport> Verifier::run()
{
    m_report = {};
    BL_TRY(const auto site, storage::SiteStore(m_database).load());
    Audits audits(m_database, site.store ? storage::Side::Register : storage::Side::Hq);
    BL_TRY(audits.quarantined, storage::quarantinedLines(m_database));
    BL_TRY(const auto chains, storage::JournalStore(m_database).all());
    std::vector<std::int64_t> registers;
    for (const auto& chain : chains) {
        BL_CHECK(checkChain(site, chain, audits));
        registers.push_back(chain.registerNo);
    }
    BL_CHECK(storage::checkStrayLines(m_database, registers));
    BL_CHECK(audits.ledger.finish());
    BL_CHECK(audits.facts.finish());
    m_report.registers = static_cast<std::int64_t>(chains.size());
    m_report.postings = audits.ledger.postings();
    m_report.accounts = audits.ledger.accounts();
    return m_report;
}

Result<void> Verifier::checkChain(
    const storage::Site& site, const storage::Chain& chain, Audits& audits)
{
    JournalAudit journal(headerOf(site.organisation, chain), registerName(chain.registerNo));
    const auto checkLine = [&](const storage::StoredLine& stored) -> Result<bool> {
        const std::int64_t seq = journal.head().seq + 1;
        const std::int64_t lineId = storage::lineId(chain.registerNo, stored.seq);
        if (stored.seq != seq)
            return storage::breach(6,
                stored.seq < seq
                    ? storage::lineName(lineId) + " is before the first"
                    : storage::lineName(storage::lineId(chain.registerNo, seq)) + " is missing");
        storage::LineContext context{lineId, chain.registerNo, {}};
        ++m_report.lines;
        BL_CHECK(journal.chain(stored.line, stored.hash));
        if (audits.isQuarantined(lineId)) {
            ++m_report.quarantined;
            BL_CHECK(audits.ledger.line(lineId, {}));
            BL_CHECK(audits.facts.line(context, {}));
        } else {
            BL_TRY(const auto line, journal.read(stored.line));
            context.stamp = {line->decoded.operation.hlc, line->decoded.operation.registerId};
            BL_CHECK(audits.ledger.line(lineId, line->effects.postings));
            BL_CHECK(audits.facts.line(context, line->effects.changes));
            BL_CHECK(audits.entities.line(context, line->effects.changes));
        }
        return true;
    };
    BL_CHECK(storage::JournalStore(m_database)
                 .visit(chain.registerNo, 0, std::numeric_limits<std::int64_t>::max(), checkLine));
    return journal.finish();
}

JournalExport::JournalExport(
    sql::Database& database, OrganisationId organisation, storage::Chain chain, std::string name)
    : m_database(&database)
    , m_organisation(organisation)
    , m_chain(std::move(chain))
    , m_name(std::move(name))
{
}

Result<JournalExport> JournalExport::create(
    sql::Database& database, const std::string& registerCode)
{
    BL_TRY(const auto site, storage::SiteStore(database).load());
    storage::JournalStore journal(database);
    if (registerCode.empty() || registerCode == site.registerCode) {
        BL_TRY(auto own, journal.find(site.registerNo));
        if (!own)
            return Error{ErrorCode::NotEnrolled, {}};
        return JournalExport(database, site.organisation, *std::move(own), site.registerCode);
    }
    BL_TRY(const auto entity,
        storage::EntityStore(database).findBy(journal::EntityKind::Register, "code", registerCode));
    BL_TRY(auto chains, journal.all());
    for (auto& chain : chains) {
        if (entity && chain.registerId.uuid == entity->id)
            return JournalExport(database, site.organisation, std::move(chain), registerCode);
    }
    return Error{ErrorCode::NotFound, {"register " + registerCode}};
}

JournalHeader JournalExport::header() const
{
    return headerOf(m_organisation, m_chain);
}

Result<void> JournalExport::visit(
    const std::function<Result<void>(const std::string& line)>& visit) const
{
    return storage::JournalStore(*m_database)
        .visit(m_chain.registerNo, 1, m_chain.head.seq,
            [&](const storage::StoredLine& stored) -> Result<bool> {
                BL_CHECK(visit(stored.line));
                return true;
            });
}

}  // namespace bl::services
