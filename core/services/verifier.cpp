#include "core/services/verifier.h"

#include "core/storage/entity_store.h"
#include "core/storage/fed_sales.h"
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
    storage::IngestNotes notes;

    Audits(sql::Database& database, storage::Side side, const storage::LineRange& counted)
        : facts(database, counted)
        , ledger(database)
        , entities(database, side)
    {
    }

    bool isQuarantined(std::int64_t lineId) const
    {
        return std::binary_search(notes.quarantined.begin(), notes.quarantined.end(), lineId);
    }
    bool isClockAhead(std::int64_t lineId) const
    {
        return std::binary_search(notes.clockAhead.begin(), notes.clockAhead.end(), lineId);
    }
};

Result<VerifyReport> Verifier::run()
{
    m_report = {};
    BL_TRY(const auto site, storage::SiteStore(m_database).load());
    constexpr auto kLastLine = std::numeric_limits<std::int64_t>::max();
    const bool isRegister = site.store.has_value();
    const auto own =
        isRegister ? storage::linesOf(site.registerNo) : storage::LineRange{0, kLastLine};
    Audits audits(m_database, isRegister ? storage::Side::Register : storage::Side::Hq, own);
    BL_TRY(audits.notes, storage::ingestNotes(m_database));
    BL_TRY(const auto chains, storage::JournalStore(m_database).all());
    std::vector<std::int64_t> registers;
    if (isRegister)
        BL_CHECK(checkFedSales({0, own.first - 1}, audits));
    for (const auto& chain : chains) {
        BL_CHECK(checkChain(site, chain, audits));
        registers.push_back(chain.registerNo);
    }
    if (isRegister)
        BL_CHECK(checkFedSales({own.last + 1, kLastLine}, audits));
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
            // HQ gave it an earlier stamp than its own, which is not written down anywhere.
            if (!audits.isClockAhead(lineId))
                BL_CHECK(audits.entities.line(context, line->effects.changes));
        }
        return true;
    };
    BL_CHECK(storage::JournalStore(m_database)
                 .visit(chain.registerNo, 0, std::numeric_limits<std::int64_t>::max(), checkLine));
    return journal.finish();
}

Result<void> Verifier::checkFedSales(const storage::LineRange& lines, Audits& audits)
{
    return storage::FedSales(m_database)
        .visit(lines, [&](std::int64_t lineId, const journal::SaleRecord& record) -> Result<void> {
            BL_TRY(const auto rows, journal::saleRows(record));
            return audits.facts.line({lineId, storage::registerNoOf(lineId), {}}, rows);
        });
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
