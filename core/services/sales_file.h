#pragma once

#include "core/base/csv.h"
#include "core/base/time_zone.h"
#include "core/money/money.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The trade of another till as its files tell it: one row for each line of a ticket, with the
/// columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice and CustomerID.
namespace bl::services {

/// Why a row was left out while the rest was taken.
enum class RowRejection {
    InvoiceNumber,  ///< neither a sale (digits) nor a refund (`C…`)
    MissingCode,    ///< no product
    NegativePrice,
    ZeroQuantity,
    RefundedForward,  ///< a refund that hands out goods
    LongName,         ///< a description above 200 characters
    UnlikelyYear,     ///< before 1990 or after 2100
};

/// `invoice-number`: stable, for `--json` output and logs.
std::string_view rejectionName(RowRejection reason);

struct RejectedRow {
    std::string file;
    std::int64_t line = 0;
    RowRejection reason{};
    std::string value;  ///< what was wrong, shortened

    friend bool operator==(const RejectedRow&, const RejectedRow&) = default;
};

/// A product as the files describe it.
struct ImportedProduct {
    std::string code;
    std::string name;    ///< the first description that is not empty, else the code
    Money price;         ///< of the first row that was taken
    bool taken = false;  ///< whether such a row came by
};

struct ImportedLine {
    std::size_t product = 0;    ///< in SalesFiles::products
    std::int64_t quantity = 0;  ///< pieces as the file has them, not zero
    Money price;
};

/// The rows of one invoice number.
struct ImportedTicket {
    enum class Kind { Sale, Refund };

    Kind kind = Kind::Sale;
    std::string invoice;
    std::string file;
    std::int64_t line = 0;  ///< of the first row
    Instant time;
    BusinessDay day;
    std::string member;  ///< a member's number, or empty for a walk-in
    std::vector<ImportedLine> lines;
};

/// What the files of one run hold: all read and checked before anything is imported, so that a file
/// that cannot be used leaves nothing half done.
class SalesFiles {
public:
    SalesFiles(const Currency& currency, const TimeZone& timeZone)
        : m_currency(currency)
        , m_timeZone(timeZone)
    {
    }

    /// Reads a file (CSV or CSV in gzip); the same contents are read once. Fails with
    /// UnreadableFile, UnsupportedFormat, InvalidEncoding, MissingColumn, InvalidNumber,
    /// AmountOverflow or InvalidDate, naming the file and, where there is one, the line.
    Result<void> add(const std::string& file);

    const std::vector<ImportedProduct>& products() const { return m_products; }
    const std::vector<RejectedRow>& rejected() const { return m_rejected; }

    /// The tickets by day, and within a day as the files have them.
    std::vector<ImportedTicket> takeTickets();

private:
    struct Row;
    struct Columns;

    Result<bool> isNew(const std::string& file);
    static Result<Columns> columnsOf(const std::string& file, const CsvRow& header);
    Result<void> addRow(const Row& row);
    Result<void> addUp(const Row& row, std::int64_t quantity, Money price);
    std::size_t productOf(const std::string& code, const std::string& description);
    ImportedTicket& ticketOf(
        const Row& row, const std::string& invoice, ImportedTicket::Kind kind, Instant time);

    Currency m_currency;
    TimeZone m_timeZone;
    std::vector<ImportedProduct> m_products;
    std::map<std::string, std::size_t, std::less<>> m_productByCode;
    std::vector<ImportedTicket> m_tickets;
    std::map<std::string, std::size_t, std::less<>> m_ticketByInvoice;
    std::vector<RejectedRow> m_rejected;
    std::set<std::string> m_contents;  ///< digests of the files that were read
    Money m_sum;                       ///< of all rows that were taken, without their signs
};

}  // namespace bl::services
