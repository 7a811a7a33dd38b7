#include "core/services/operation_writer.h"

#include "core/journal/effects.h"
#include "core/journal/line.h"
#include "core/storage/line_id.h"
#include "core/storage/product_store.h"

namespace bl::services {

OperationWriter::Batch::Batch(OperationWriter& writer, sql::Transaction transaction,
    storage::Site site, const storage::Chain& chain, std::string rules)
    : m_writer(&writer)
    , m_transaction(std::move(transaction))
    , m_site(std::move(site))
    , m_chain(chain)
    , m_rules(std::move(rules))
    , m_applier(writer.m_database)
{
}

Result<OperationWriter::Batch> OperationWriter::begin()
{
    BL_TRY(auto transaction, sql::Transaction::begin(m_database));
    return begin(std::move(transaction));
}

Result<OperationWriter::Batch> OperationWriter::begin(sql::Transaction transaction)
{
    BL_TRY(auto site, storage::SiteStore(m_database).load());
    BL_TRY(const auto chain, storage::JournalStore(m_database).find(site.registerNo));
    if (!chain)
        return Error{ErrorCode::NotEnrolled, {}};
    BL_TRY(const auto release, storage::ProductStore(m_database).currentRelease());
    return Batch(
        *this, std::move(transaction), std::move(site), *chain, "r" + std::to_string(release));
}

Result<AddedLine> OperationWriter::Batch::add(UserId by, journal::OperationData data)
{
    HybridClock clock(m_writer->m_clock, m_chain.hlc);
    journal::Operation operation;
    operation.registerId = m_site.registerId;
    operation.seq = m_chain.head.seq + 1;
    operation.hlc = clock.next();
    operation.at = m_site.timeZone.format(m_writer->m_clock.now());
    operation.by = by;
    operation.rules = m_rules;
    operation.data = std::move(data);

    BL_TRY(const auto effects, journal::effects(operation));
    BL_TRY(const std::string line, journal::encodeLine(operation, effects.postings));
    const Hash hash = journal::chainNext(m_chain.head.hash, line);
    storage::JournalStore journal(m_writer->m_database);
    BL_CHECK(journal.append(m_chain, operation.seq, line, hash));
    BL_CHECK(m_applier.add({storage::lineId(m_site.registerNo, operation.seq), m_site.registerNo,
                               {operation.hlc, m_site.registerId}},
        effects));
    BL_CHECK(m_writer->m_listener.lineAdded(m_writer->m_database, operation));
    m_chain.head = {operation.seq, hash};
    m_chain.hlc = operation.hlc;
    return AddedLine{operation.seq, hash, operation.at};
}

Result<void> OperationWriter::Batch::flush()
{
    BL_TRY(const auto touched, m_applier.flush());
    return m_writer->m_listener.batchApplied(m_writer->m_database, touched);
}

Result<void> OperationWriter::Batch::commit()
{
    BL_CHECK(flush());
    BL_CHECK(storage::JournalStore(m_writer->m_database).moveHead(m_chain));
    return m_transaction.commit();
}

Result<AddedLine> OperationWriter::write(UserId by, journal::OperationData data)
{
    BL_TRY(auto batch, begin());
    BL_TRY(auto line, batch.add(by, std::move(data)));
    BL_CHECK(batch.commit());
    return line;
}

}  // namespace bl::services
