#include "core/journal/line_amounts.h"

#include "core/money/limits.h"

#include <initializer_list>

namespace bl::journal {

namespace {

Result<void> checkEach(std::initializer_list<std::int64_t> amounts)
{
    for (const auto amount : amounts) {
        if (amount > kMaxLineAmount || amount < -kMaxLineAmount)
            return Error{ErrorCode::AmountOverflow, {std::to_string(amount)}};
    }
    return {};
}

struct AmountCheck {
    Result<void> operator()(const sales::Sale& sale) const
    {
        BL_CHECK(checkEach({sale.total.minor(), sale.rounding.minor()}));
        for (const auto& line : sale.lines)
            BL_CHECK(
                checkEach({line.quantity.thousandths(), line.unitPrice.minor(), line.net.minor()}));
        for (const auto& tender : sale.tenders)
            BL_CHECK(checkEach({tender.amount.minor(), tender.received.minor()}));
        return {};
    }
    Result<void> operator()(const stock::StockCorrection& correction) const
    {
        return checkEach({correction.quantity.thousandths()});
    }
    Result<void> operator()(const shifts::ShiftOpening& opening) const
    {
        return checkEach({opening.floatAmount.minor()});
    }
    Result<void> operator()(const shifts::ShiftClosing& closing) const
    {
        return checkEach({closing.counted.minor(), closing.expected.minor()});
    }
    // The rest moves nothing.
    Result<void> operator()(const sales::TicketParked&) const { return {}; }
    Result<void> operator()(const sales::TicketEnded&) const { return {}; }
    Result<void> operator()(const EntityCreated&) const { return {}; }
    Result<void> operator()(const EntityChanged&) const { return {}; }
};

}  // namespace

Result<void> checkAmounts(const OperationData& data)
{
    return std::visit(AmountCheck{}, data);
}

Result<void> checkMovement(const ledger::PostingSet& postings)
{
    // Each addend is checked before it is added, so that the sum cannot overflow.
    std::int64_t sum = 0;
    for (const auto& posting : postings.postings()) {
        BL_CHECK(checkEach({posting.amount}));
        sum += posting.amount < 0 ? -posting.amount : posting.amount;
        BL_CHECK(checkEach({sum}));
    }
    return {};
}

}  // namespace bl::journal
