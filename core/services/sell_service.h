#pragma once

#include "core/journal/sale_record.h"
#include "core/sales/sale.h"
#include "core/sales/ticket.h"
#include "core/services/service_context.h"
#include "core/storage/print_job_store.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::services {

/// A sale or refund that is on disk: now it may be printed.
struct CompletedSale {
    sales::Sale sale;
    UserId user;
    AddedLine line;
    std::string rules;                            ///< `r42`: the prices and rules in force
    std::optional<storage::PrintJobId> printJob;  ///< of its receipt, where one was queued

    Money change() const;
};

/// A sale that was completed before, here or elsewhere.
CompletedSale toCompletedSale(std::int64_t lineId, journal::SaleRecord record);

/// What turns a ticket into a sale.
struct Settlement {
    sales::SaleKind kind = sales::SaleKind::Sale;
    std::vector<sales::Tender> tenders;
    std::string external;         ///< the number in the system it is imported from
    std::optional<Instant> time;  ///< of an imported sale; now otherwise
};

/// Selling and refunding: checks, one operation, one transaction.
class SellService {
public:
    explicit SellService(const ServiceContext& context)
        : m_context(context)
    {
    }

    /// Sells a stored ticket, which is gone afterwards: a second call for it fails with
    /// TicketNotFound, so that a button pressed twice sells once. Tenders other than cash name the
    /// approved payment behind them, which pays nothing else afterwards. Fails with EmptyTicket,
    /// NoOpenShift, TenderShort, ChangeWithoutCash, PaymentMismatch, PaymentUnsettled, or with
    /// PaymentAttached where the ticket was charged for more; the ticket is as before then. Its
    /// receipt is queued with it for `printer`, a slot; where that is empty, none is.
    Result<CompletedSale> pay(TicketId ticket, std::vector<sales::Tender> tenders, UserId by,
        const std::string& printer = {});

    /// Adds a sale or a refund without receipt to a batch.
    Result<CompletedSale> record(OperationWriter::Batch& batch, const sales::Ticket& ticket,
        Settlement settlement, UserId by);

    /// A sale of the store by its receipt number, for reprints and lists.
    Result<std::optional<CompletedSale>> findByReceipt(const std::string& receipt);

    /// The newest sales and refunds of the store as far as this register knows them, newest first.
    Result<std::vector<CompletedSale>> recent(std::int64_t limit);

private:
    ServiceContext m_context;
};

}  // namespace bl::services
