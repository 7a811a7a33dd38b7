#pragma once

#include "core/catalog/product.h"
#include "core/services/sales_file.h"
#include "core/services/service_context.h"
#include "core/shifts/shift.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bl::services {

/// What a run imported. What an earlier run had imported is not counted again.
struct ImportReport {
    std::int64_t sales = 0;
    std::int64_t refunds = 0;
    std::int64_t saleLines = 0;
    std::int64_t refundLines = 0;
    std::int64_t adjustments = 0;  ///< corrections of stock
    Money sold;
    Money refunded;
    std::int64_t tickets = 0;       ///< what this run imported, also those that only correct stock
    std::int64_t knownTickets = 0;  ///< imported before
    std::vector<RejectedRow> rejected;
};

/// Brings the trade of another till in, through the services behind the Pay button: one transaction
/// for each ticket, one shift of the user `import` for each day of trade. The invoice number is
/// kept as the external reference and is unique, so that a run that was broken off goes on where it
/// ended, and a second one imports nothing.
class SalesImport {
public:
    explicit SalesImport(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Reads and checks all files before the first transaction. Fails as SalesFiles::add; with
    /// ShiftAlreadyOpen where somebody else's shift is open, LineTooLong for a ticket that no
    /// journal line can hold, NotEnrolled where there is no store to sell in: nothing is imported
    /// then. A failure later on (DiskFull) leaves whole tickets.
    Result<ImportReport> run(const std::vector<std::string>& files);

private:
    Result<void> checkShift(const storage::Site& site);
    Result<void> checkLengths(
        const std::vector<ImportedTicket>& tickets, const storage::Site& site) const;
    Result<void> importTicket(const ImportedTicket& ticket);
    Result<void> prepareShift(OperationWriter::Batch& batch, const ImportedTicket& ticket);
    Result<void> closeShift();
    Result<catalog::Product> productOf(OperationWriter::Batch& batch, std::size_t index);
    Result<std::optional<MemberId>> memberOf(
        OperationWriter::Batch& batch, const std::string& number);
    Result<void> recordLines(OperationWriter::Batch& batch, const ImportedTicket& ticket);

    ServiceContext m_context;
    std::vector<ImportedProduct> m_products;
    std::vector<std::optional<catalog::Product>> m_known;  ///< by the index of ImportedProduct
    std::map<std::string, MemberId> m_members;
    std::optional<shifts::Shift> m_shift;  ///< the open one
    Instant m_lastSale;
    ImportReport m_report;
};

}  // namespace bl::services
