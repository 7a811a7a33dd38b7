#include "core/services/sales_file.h"

#include "core/base/gzip_file.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/money/limits.h"
#include "core/money/quantity.h"
#include "core/money/rounding.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

namespace bl::services {

namespace {

constexpr std::size_t kMaxInvoiceBytes = 64;
constexpr std::size_t kMaxNameCharacters = 200;  // as in the organisation's file
constexpr std::size_t kHashBuffer = 64 * 1024;

enum Column : std::size_t {
    Invoice,
    Code,
    Description,
    Pieces,
    Date,
    Price,
    Customer,
    ColumnCount
};
constexpr std::array<std::string_view, ColumnCount> kColumnNames{
    "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"};

bool isDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A name in one line: line ends and other control characters in it become blanks.
std::string oneLine(std::string_view text)
{
    std::string line(text);
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    return trimmed(line);
}

/// A day on which nobody traded what is imported here: most likely a slip in the file, and it would
/// open a shift of that day.
bool isUnlikely(const BusinessDay& day)
{
    return day < "1990-01-01" || day > "2100-12-31";
}

/// Digits are a sale, `C…` is a refund; nothing for anything else.
std::optional<ImportedTicket::Kind> kindOf(std::string_view invoice)
{
    if (invoice.size() > kMaxInvoiceBytes)
        return std::nullopt;
    if (isDigits(invoice))
        return ImportedTicket::Kind::Sale;
    if (invoice.size() > 1 && invoice.front() == 'C' && oneLine(invoice) == invoice)
        return ImportedTicket::Kind::Refund;
    return std::nullopt;
}

/// `17850.0` is member 17850: spreadsheets make numbers of customers.
std::string memberNumberOf(std::string_view customer)
{
    std::string number = oneLine(customer);
    if (number.ends_with(".0") && isDigits(std::string_view(number).substr(0, number.size() - 2)))
        number.resize(number.size() - 2);
    return number;
}

}  // namespace

struct SalesFiles::Columns {
    std::array<std::size_t, ColumnCount> at{};
    std::size_t count = 0;
};

struct SalesFiles::Row {
    const std::string& file;
    const CsvRow& csv;
    const Columns& columns;

    const std::string& field(Column column) const { return csv.fields[columns.at[column]]; }

    /// "day.csv, line 12: value", for errors that name one value
    std::string place(std::string_view value) const
    {
        return excerpt(file, 1024) + ", line " + std::to_string(csv.line) + ": " + excerpt(value);
    }

    RejectedRow rejected(RowRejection reason, Column column) const
    {
        return {file, csv.line, reason, excerpt(field(column))};
    }

    /// The same failure with the place in front of the text that it names.
    Error placed(const Error& error, Column column) const
    {
        return {error.code, {place(field(column))}};
    }

    Result<std::int64_t> pieces() const
    {
        const auto number = parseDecimal(trimmed(field(Pieces)), 0);
        if (number.fault == DecimalFault::NotANumber)
            return placed({ErrorCode::InvalidNumber, {}}, Pieces);
        if (number.fault || number.scaled > kMaxQuantity / 1000
            || number.scaled < -(kMaxQuantity / 1000))
            return placed({ErrorCode::AmountOverflow, {}}, Pieces);
        return number.scaled;
    }

    Result<Money> price(const Currency& currency) const
    {
        auto amount = parseMoney(trimmed(field(Price)), currency);
        return amount ? amount : placed(amount.error(), Price);
    }

    Result<Instant> time(const TimeZone& zone) const
    {
        auto at = zone.parseLocal(trimmed(field(Date)));
        return at ? at : placed(at.error(), Date);
    }
};

std::string_view rejectionName(RowRejection reason)
{
    switch (reason) {
    case RowRejection::InvoiceNumber: return "invoice-number";
    case RowRejection::MissingCode: return "missing-code";
    case RowRejection::NegativePrice: return "negative-price";
    case RowRejection::ZeroQuantity: return "zero-quantity";
    case RowRejection::RefundedForward: return "refund-hands-out-goods";
    case RowRejection::LongName: return "long-name";
    case RowRejection::UnlikelyYear: return "unlikely-year";
    }
    return {};
}

Result<bool> SalesFiles::isNew(const std::string& file)
{
    BL_TRY(auto source, GzipFile::open(file));
    std::vector<char> buffer(kHashBuffer);
    Sha256 digest;
    while (true) {
        BL_TRY(const std::size_t count, source.read(buffer));
        if (count == 0)
            break;
        digest.add(std::string_view(buffer.data(), count));
    }
    return m_contents.insert(digest.finish().toHex()).second;
}

Result<void> SalesFiles::add(const std::string& file)
{
    // A file that is named twice, once packed and once not perhaps, must not double its tickets.
    BL_TRY(const bool fresh, isNew(file));
    if (!fresh)
        return {};
    BL_TRY(auto source, GzipFile::open(file));
    CsvReader reader(file, [&](std::span<char> bytes) { return source.read(bytes); });
    CsvRow row;
    BL_TRY(const bool header, reader.next(row));
    if (!header)
        return Error{ErrorCode::UnsupportedFormat, {excerpt(file, 1024), "empty"}};
    BL_TRY(const Columns columns, columnsOf(file, row));
    while (true) {
        BL_TRY(const bool more, reader.next(row));
        if (!more)
            return {};
        if (row.fields.size() != columns.count)
            return Error{ErrorCode::UnsupportedFormat,
                {excerpt(file, 1024), "csv-fields", std::to_string(row.line),
                    std::to_string(row.fields.size()), std::to_string(columns.count)}};
        BL_CHECK(addRow({file, row, columns}));
    }
}

Result<SalesFiles::Columns> SalesFiles::columnsOf(const std::string& file, const CsvRow& header)
{
    Columns columns;
    columns.count = header.fields.size();
    for (std::size_t i = 0; i < ColumnCount; ++i) {
        const auto it = std::find(header.fields.begin(), header.fields.end(), kColumnNames[i]);
        if (it == header.fields.end())
            return Error{
                ErrorCode::MissingColumn, {excerpt(file, 1024), std::string(kColumnNames[i])}};
        if (std::find(it + 1, header.fields.end(), kColumnNames[i]) != header.fields.end())
            return Error{ErrorCode::UnsupportedFormat,
                {excerpt(file, 1024), "column-twice", std::string(kColumnNames[i])}};
        columns.at[i] = static_cast<std::size_t>(it - header.fields.begin());
    }
    return columns;
}

Result<void> SalesFiles::addRow(const Row& row)
{
    const std::string invoice = trimmed(row.field(Invoice));
    const std::string code = oneLine(row.field(Code));
    if (characterCount(oneLine(row.field(Description))) > kMaxNameCharacters) {
        m_rejected.push_back(row.rejected(RowRejection::LongName, Description));
        return {};
    }
    // The name may stand in a row that is rejected for another reason.
    const std::size_t product = code.empty() ? 0 : productOf(code, row.field(Description));

    const auto kind = kindOf(invoice);
    if (!kind) {
        m_rejected.push_back(row.rejected(RowRejection::InvoiceNumber, Invoice));
        return {};
    }
    BL_TRY(const std::int64_t quantity, row.pieces());
    BL_TRY(const Money price, row.price(m_currency));
    BL_TRY(const Instant time, row.time(m_timeZone));
    if (isUnlikely(m_timeZone.dayAt(time))) {
        m_rejected.push_back(row.rejected(RowRejection::UnlikelyYear, Date));
    } else if (code.empty()) {
        m_rejected.push_back(row.rejected(RowRejection::MissingCode, Code));
    } else if (price.isNegative()) {
        m_rejected.push_back(row.rejected(RowRejection::NegativePrice, Price));
    } else if (quantity == 0) {
        m_rejected.push_back(row.rejected(RowRejection::ZeroQuantity, Pieces));
    } else if (*kind == ImportedTicket::Kind::Refund && quantity > 0) {
        m_rejected.push_back(row.rejected(RowRejection::RefundedForward, Pieces));
    } else {
        auto& item = m_products[product];
        if (!item.taken) {
            item.taken = true;
            item.price = price;
        }
        auto& ticket = ticketOf(row, invoice, *kind, time);
        ticket.lines.push_back({product, quantity, price});
        if (ticket.member.empty())
            ticket.member = memberNumberOf(row.field(Customer));
        BL_CHECK(addUp(row, quantity, price));
    }
    return {};
}

/// With the sum of all amounts below the bound of one ticket, no ticket and no shift of the run is
/// above what a line of the journal may move.
Result<void> SalesFiles::addUp(const Row& row, std::int64_t quantity, Money price)
{
    BL_TRY(const Quantity pieces, Quantity::pieces(std::abs(quantity)));
    const auto amount = extend(price, pieces);
    const auto sum = amount ? checkedAdd(m_sum.minor(), amount->minor()) : std::nullopt;
    if (!sum || *sum > kMaxAmount)
        return Error{
            ErrorCode::AmountOverflow, {row.place(row.field(Pieces) + " × " + row.field(Price))}};
    m_sum = Money::minor(*sum);
    return {};
}

std::size_t SalesFiles::productOf(const std::string& code, const std::string& description)
{
    const auto [it, added] = m_productByCode.try_emplace(code, m_products.size());
    if (added)
        m_products.push_back({code, {}, {}, false});
    auto& product = m_products[it->second];
    if (product.name.empty())
        product.name = oneLine(description);
    return it->second;
}

ImportedTicket& SalesFiles::ticketOf(
    const Row& row, const std::string& invoice, ImportedTicket::Kind kind, Instant time)
{
    const auto [it, added] = m_ticketByInvoice.try_emplace(invoice, m_tickets.size());
    if (added)
        m_tickets.push_back(
            {kind, invoice, row.file, row.csv.line, time, m_timeZone.dayAt(time), {}, {}});
    return m_tickets[it->second];
}

std::vector<ImportedTicket> SalesFiles::takeTickets()
{
    std::stable_sort(m_tickets.begin(), m_tickets.end(),
        [](const ImportedTicket& a, const ImportedTicket& b) { return a.day < b.day; });
    m_ticketByInvoice.clear();
    return std::exchange(m_tickets, {});
}

}  // namespace bl::services
