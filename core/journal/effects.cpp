#include "core/journal/effects.h"

#include "core/base/json.h"
#include "core/journal/line_amounts.h"
#include "core/money/rounding.h"

#include <array>
#include <limits>
#include <map>

namespace bl::journal {

namespace {

using ledger::PostingBuilder;
using ledger::Unit;
namespace accounts = ledger::accounts;

template <std::size_t N>
using Columns = std::array<std::string_view, N>;

constexpr Columns<14> kSaleColumns{"line_id", "kind", "receipt", "store_id", "shift_id",
    "business_day", "member_id", "user_id", "sold_at_ms", "total_minor", "rounding_minor",
    "line_count", "register_no", "currency"};
constexpr RowShape kSaleShape{"sales", 1, kSaleColumns};

constexpr Columns<6> kSaleLineColumns{
    "line_id", "line_no", "product_id", "quantity", "unit_price_minor", "net_minor"};
constexpr RowShape kSaleLineShape{"sale_lines", 2, kSaleLineColumns};

constexpr Columns<3> kSaleTenderColumns{"line_id", "tender", "amount_minor"};
constexpr RowShape kSaleTenderShape{"sale_tenders", 2, kSaleTenderColumns};

constexpr Columns<2> kExternalColumns{"reference", "line_id"};
constexpr RowShape kExternalShape{"external_references", 2, kExternalColumns};

constexpr Columns<9> kDayColumns{"register_no", "business_day", "sales", "refunds", "sold_minor",
    "refunded_minor", "sale_lines", "refund_lines", "corrections"};
constexpr RowShape kDayShape{"day_totals", 2, kDayColumns};

constexpr Columns<3> kMemberTotalColumns{"member_id", "spent_minor", "visits"};
constexpr RowShape kMemberTotalShape{"member_totals", 1, kMemberTotalColumns};

constexpr Columns<7> kShiftTotalColumns{"shift_id", "sales", "refunds", "sold_minor",
    "refunded_minor", "cash_in_minor", "cash_out_minor"};
constexpr RowShape kShiftTotalShape{"shift_totals", 1, kShiftTotalColumns};

constexpr Columns<10> kShiftColumns{"shift_id", "register_no", "store_id", "shift_number",
    "user_id", "opening_approved_by", "business_day", "opened_at_ms", "float_minor", "currency"};
constexpr RowShape kShiftShape{"shifts", 1, kShiftColumns};

constexpr Columns<7> kShiftClosedColumns{"shift_id", "state", "closed_at_ms", "counted_minor",
    "expected_minor", "closed_by", "closing_approved_by"};
constexpr RowShape kShiftClosedShape{"shifts", 1, kShiftClosedColumns};

constexpr Columns<6> kCorrectionColumns{
    "line_id", "store_id", "product_id", "quantity", "reason", "business_day"};
constexpr RowShape kCorrectionShape{"stock_corrections", 1, kCorrectionColumns};

constexpr Columns<7> kParkedColumns{
    "ticket_id", "store_id", "register_no", "user_id", "label", "parked_at_ms", "content"};
constexpr RowShape kParkedShape{"parked_tickets", 1, kParkedColumns, EntityKind::ParkedTicket};

constexpr Columns<5> kParkedEndColumns{
    "ticket_id", "state", "ended_register_no", "ended_by", "ended_at_ms"};
constexpr RowShape kParkedEndShape{
    "parked_tickets", 1, kParkedEndColumns, EntityKind::ParkedTicket};

constexpr std::int64_t kShiftClosedState = 1;
constexpr std::int64_t kTicketRecalledState = 1;
constexpr std::int64_t kTicketDiscardedState = 2;

template <typename Id>
Cell optionalCell(const std::optional<Id>& id)
{
    return id ? Cell{id->uuid} : Cell{};
}

Result<std::int64_t> added(std::int64_t a, std::int64_t b, const char* what)
{
    const auto sum = checkedAdd(a, b);
    if (!sum)
        return Error{ErrorCode::AmountOverflow, {what}};
    return *sum;
}

Result<Effects> saleEffects(const Operation& operation, const sales::Sale& sale)
{
    const bool refund = sale.kind == sales::SaleKind::Refund;
    const std::int64_t sign = refund ? -1 : 1;
    const Unit money{sale.currency};

    PostingBuilder postings;
    std::int64_t cash = 0;
    for (const auto& tender : sale.tenders) {
        postings.debit(accounts::registerTender(operation.registerId, tender.kind), money,
            sign * tender.amount.minor());
        if (tender.kind == sales::kCash)
            cash += tender.amount.minor();
    }
    postings.credit(accounts::storeSales(sale.store), money, sign * sale.total.minor());
    postings.debit(accounts::storeRounding(sale.store), money, sign * sale.rounding.minor());
    for (const auto& line : sale.lines) {
        const auto unit = Unit::goods(line.product);
        postings.debit(accounts::stockSold(sale.store, line.product), unit,
            sign * line.quantity.thousandths());
        postings.credit(
            accounts::stock(sale.store, line.product), unit, sign * line.quantity.thousandths());
    }

    Effects result;
    BL_TRY(result.postings, postings.finish());
    std::int64_t net = 0;
    const auto lineCount = static_cast<std::int64_t>(sale.lines.size());
    result.changes.push_back(Insert{&kSaleShape,
        {LineRef{}, std::string(refund ? "refund" : "sale"), sale.receipt, sale.store.uuid,
            sale.shift.uuid, sale.day, optionalCell(sale.member), operation.by.uuid,
            toMillis(sale.time), sale.total.minor(), sale.rounding.minor(), lineCount,
            RegisterRef{}, sale.currency}});
    for (std::size_t i = 0; i < sale.lines.size(); ++i) {
        const auto& line = sale.lines[i];
        BL_TRY(net, added(net, line.net.minor(), "lines"));
        result.changes.push_back(Insert{&kSaleLineShape,
            {LineRef{}, static_cast<std::int64_t>(i + 1), line.product.uuid,
                line.quantity.thousandths(), line.unitPrice.minor(), line.net.minor()}});
    }
    if (net != sale.total.minor())
        return Error{ErrorCode::UnbalancedOperation,
            {sale.currency, std::to_string(sale.total.minor() - net)}};
    // Two cards are one way to pay.
    std::map<std::string, std::int64_t> paidBy;
    for (const auto& tender : sale.tenders) {
        std::int64_t& paid = paidBy[tender.kind];
        BL_TRY(paid, added(paid, tender.amount.minor(), "tenders"));
    }
    for (const auto& [kind, amount] : paidBy)
        result.changes.push_back(Insert{&kSaleTenderShape, {LineRef{}, kind, amount}});
    if (!sale.external.empty())
        result.changes.push_back(Insert{&kExternalShape, {sale.external, LineRef{}}});

    const std::int64_t paid = sale.payable().minor();
    const std::int64_t one = 1;
    result.changes.push_back(Add{&kDayShape, {RegisterRef{}, sale.day},
        {refund ? 0 : one, refund ? one : 0, refund ? 0 : paid, refund ? paid : 0,
            refund ? 0 : lineCount, refund ? lineCount : 0, 0}});
    result.changes.push_back(Add{&kShiftTotalShape, {sale.shift.uuid},
        {refund ? 0 : one, refund ? one : 0, refund ? 0 : paid, refund ? paid : 0,
            refund ? 0 : cash, refund ? cash : 0}});
    if (sale.member)
        result.changes.push_back(
            Add{&kMemberTotalShape, {sale.member->uuid}, {sign * paid, refund ? 0 : one}});
    return result;
}

Result<Effects> correctionEffects(const stock::StockCorrection& correction)
{
    const auto unit = Unit::goods(correction.product);
    PostingBuilder postings;
    postings.debit(accounts::stock(correction.store, correction.product), unit,
        correction.quantity.thousandths());
    postings.credit(accounts::stockAdjusted(correction.store, correction.product), unit,
        correction.quantity.thousandths());

    Effects result;
    BL_TRY(result.postings, postings.finish());
    result.changes.push_back(Insert{&kCorrectionShape,
        {LineRef{}, correction.store.uuid, correction.product.uuid,
            correction.quantity.thousandths(), correction.reason, correction.day}});
    if (!correction.external.empty())
        result.changes.push_back(Insert{&kExternalShape, {correction.external, LineRef{}}});
    result.changes.push_back(
        Add{&kDayShape, {RegisterRef{}, correction.day}, {0, 0, 0, 0, 0, 0, 1}});
    return result;
}

Result<Effects> openingEffects(const Operation& operation, const shifts::ShiftOpening& opening)
{
    const Unit money{opening.currency};
    PostingBuilder postings;
    postings.debit(accounts::registerTender(operation.registerId, sales::kCash), money,
        opening.floatAmount.minor());
    postings.credit(accounts::storeSafe(opening.store), money, opening.floatAmount.minor());

    Effects result;
    BL_TRY(result.postings, postings.finish());
    result.changes.push_back(Insert{&kShiftShape,
        {opening.shift.uuid, RegisterRef{}, opening.store.uuid, opening.number, operation.by.uuid,
            optionalCell(opening.approvedBy), opening.day, toMillis(opening.time),
            opening.floatAmount.minor(), opening.currency}});
    return result;
}

Result<Effects> closingEffects(const Operation& operation, const shifts::ShiftClosing& closing)
{
    const Unit money{closing.currency};
    const auto drawer = accounts::registerTender(operation.registerId, sales::kCash);
    BL_TRY(const std::int64_t difference,
        added(closing.counted.minor(), -closing.expected.minor(), "counted"));
    PostingBuilder postings;
    postings.debit(drawer, money, difference);
    postings.credit(accounts::storeOverShort(closing.store), money, difference);
    // What was counted leaves the drawer for the safe, so that the next shift starts from its own
    // float.
    postings.debit(accounts::storeSafe(closing.store), money, closing.counted.minor());
    postings.credit(drawer, money, closing.counted.minor());

    Effects result;
    BL_TRY(result.postings, postings.finish());
    result.changes.push_back(Advance{&kShiftClosedShape,
        {closing.shift.uuid, kShiftClosedState, toMillis(closing.time), closing.counted.minor(),
            closing.expected.minor(), operation.by.uuid, optionalCell(closing.approvedBy)}});
    return result;
}

Effects parkedEffects(const Operation& operation, const sales::TicketParked& parked)
{
    Effects result;
    result.changes.push_back(Insert{&kParkedShape,
        {parked.ticket.id().uuid, parked.store.uuid, RegisterRef{}, operation.by.uuid, parked.label,
            toMillis(parked.time), dumpJson(parked.ticket.toJson())}});
    return result;
}

Effects ticketEndEffects(const Operation& operation, const sales::TicketEnded& ended)
{
    const bool recalled = ended.end == sales::TicketEnd::Recalled;
    Effects result;
    result.changes.push_back(Advance{&kParkedEndShape,
        {ended.ticket.uuid, recalled ? kTicketRecalledState : kTicketDiscardedState, RegisterRef{},
            operation.by.uuid, toMillis(ended.time)}});
    return result;
}

Effects changedEffects(const EntityChanged& changed)
{
    Effects result;
    for (const auto& [field, value] : changed.fields)
        result.changes.push_back(SetField{changed.kind, changed.id, field, value});
    return result;
}

}  // namespace

Result<Effects> effects(const Operation& operation)
{
    struct Visitor {
        const Operation& operation;

        Result<Effects> operator()(const sales::Sale& sale) { return saleEffects(operation, sale); }
        Result<Effects> operator()(const stock::StockCorrection& correction)
        {
            return correctionEffects(correction);
        }
        Result<Effects> operator()(const shifts::ShiftOpening& opening)
        {
            return openingEffects(operation, opening);
        }
        Result<Effects> operator()(const shifts::ShiftClosing& closing)
        {
            return closingEffects(operation, closing);
        }
        Result<Effects> operator()(const sales::TicketParked& parked)
        {
            return parkedEffects(operation, parked);
        }
        Result<Effects> operator()(const sales::TicketEnded& ended)
        {
            return ticketEndEffects(operation, ended);
        }
        Result<Effects> operator()(const EntityCreated& created)
        {
            Effects result;
            result.changes.push_back(InsertEntity{&created.entity});
            return result;
        }
        Result<Effects> operator()(const EntityChanged& changed) { return changedEffects(changed); }
    };
    BL_CHECK(checkAmounts(operation.data));
    auto result = std::visit(Visitor{operation}, operation.data);
    if (result)
        BL_CHECK(checkMovement(result->postings));
    return result;
}

}  // namespace bl::journal
