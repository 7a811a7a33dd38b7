#include "devices/sim/simulated_zvt_terminal.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

/// What the simulated terminal books, and what it says about that.
namespace bl::sim {

namespace {

std::string zvtTimeNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    char text[16];
    (void)std::strftime(text, sizeof text, "%m%d%H%M%S", &local);
    return text;
}

std::string zvtAmountText(std::int64_t minor)
{
    char text[40];
    (void)std::snprintf(text, sizeof text, "%lld.%02lld", static_cast<long long>(minor / 100),
        static_cast<long long>(minor % 100));
    return text;
}

}  // namespace

ZvtBooking& SimulatedZvtTerminal::book(ZvtBooking booking)
{
    booking.trace = ++m_trace;
    booking.receipt = booking.result == 0 ? ++m_receipt : m_receipt;
    booking.time = zvtTimeNow();
    m_bookings.push_back(booking);
    m_last = booking;
    m_listener(booking);
    return m_bookings.back();
}

ZvtBytes SimulatedZvtTerminal::statusOf(const ZvtBooking& booking) const
{
    ZvtBlock block;
    block.byte(0x27, booking.result)
        .amount(booking.amount)
        .digits(0x0B, std::to_string(booking.trace), 3)
        .digits(0x0C, booking.time.substr(4), 3)
        .digits(0x0D, booking.time.substr(0, 4), 2)
        .digits(0x87, std::to_string(booking.receipt), 2)
        .digits(0x29, m_habits.terminal, 4)
        .digits(0x49, m_currency, 2)
        .card(m_habits.card)
        .byte(0x8A, 10)
        .shortText(0x8B, m_habits.cardName)
        .fixedText(0x3B, booking.result == 0 ? "K7Q2" : "", 8);
    const std::string text = booking.result == 0 ? "Approved" : "Declined";
    block.longBytes(0x3C, ZvtBytes(text.begin(), text.end()));
    return block.take();
}

std::vector<std::string> SimulatedZvtTerminal::slipOf(const ZvtBooking& booking) const
{
    const char* what = booking.kind == ZvtBooking::Kind::Payment ? "PAYMENT"
        : booking.kind == ZvtBooking::Kind::Refund               ? "REFUND"
                                                                 : "REVERSAL";
    return {what, m_habits.cardName, "TA-Nr. " + zvtNumber(booking.trace, 6),
        "Beleg-Nr. " + zvtNumber(booking.receipt, 4), zvtAmountText(booking.amount)};
}

void SimulatedZvtTerminal::startPayment(const ZvtRequest& request, ZvtBooking::Kind kind)
{
    const bool secured = kind == ZvtBooking::Kind::Refund;
    if (secured && request.password != m_habits.password)
        return giveUp(kZvtNotPossible);
    if (!request.amount || request.currency != m_currency)
        return giveUp(kZvtOtherCurrency);
    m_paying = true;
    m_charged = false;
    show(0x0A, "Insert card");
    if (m_faults.customerAborts) {
        Step step{{0x061E, {static_cast<std::uint8_t>(kZvtAborted)}}, {}, m_habits.step};
        add(std::move(step));
        return;
    }
    show(0x0E, "Please wait");
    ZvtBooking booking;
    booking.kind = kind;
    booking.amount = m_faults.wrongAmount.value_or(*request.amount);
    booking.result = m_faults.decline.value_or(0);
    Step status{{0x040F, {}},
        [this, booking](ZvtMessage& message) {
            const auto& booked = book(booking);
            m_charged = true;
            message.block = statusOf(booked);
            if (booked.result == 0)
                m_listener(Shows{"Approved"});
        },
        m_faults.lateStatus.value_or(m_habits.step)};
    add(std::move(status));
    if (m_faults.repeatStatus)
        add({{0x040F, {}}, [this](ZvtMessage& message) { message.block = statusOf(*m_last); },
            m_habits.step});
    if (booking.result != 0) {
        add({{0x061E, {static_cast<std::uint8_t>(booking.result)}}, {}, m_habits.step});
        return;
    }
    // The slip has numbers that are known only then.
    const std::size_t before = m_script.size();
    finish({""});
    for (std::size_t i = before; i < m_script.size(); ++i) {
        if (m_script[i].message.control != 0x06D3)
            continue;
        const unsigned paper = i == before ? 2 : 1;
        m_script[i].before = [this, paper](ZvtMessage& message) {
            ZvtBlock block;
            block.lines(0x25, slipOf(*m_last), paper);
            message.block = block.take();
        };
    }
}

void SimulatedZvtTerminal::startReversal(const ZvtRequest& request)
{
    if (request.password != m_habits.password)
        return giveUp(kZvtNotPossible);
    const auto found = std::find_if(m_bookings.begin() + static_cast<std::ptrdiff_t>(m_batch),
        m_bookings.end(), [&](const ZvtBooking& one) {
            return one.kind == ZvtBooking::Kind::Payment && one.result == 0
                && one.receipt == request.receipt;
        });
    if (found == m_bookings.end())
        return giveUp(kZvtNothingToReverse);
    if (found->reversed)
        return giveUp(kZvtAlreadyReversed);
    const std::size_t index = static_cast<std::size_t>(found - m_bookings.begin());
    m_paying = true;
    m_charged = false;
    show(0x0E, "Please wait");
    add({{0x040F, {}},
        [this, index](ZvtMessage& message) {
            m_bookings[index].reversed = true;
            ZvtBooking booking;
            booking.kind = ZvtBooking::Kind::Reversal;
            booking.amount = m_bookings[index].amount;
            booking.reverses = m_bookings[index].receipt;
            message.block = statusOf(book(booking));
            m_charged = true;
        },
        m_habits.step});
    finish({"REVERSAL"});
}

void SimulatedZvtTerminal::startRepeat()
{
    if (!m_last)
        return giveUp(kZvtNotPossible);
    add({{0x040F, statusOf(*m_last)}, {}, m_habits.step});
    finish(slipOf(*m_last));
}

void SimulatedZvtTerminal::startEndOfDay()
{
    std::int64_t total = 0;
    int count = 0;
    for (std::size_t i = m_batch; i < m_bookings.size(); ++i) {
        const auto& booking = m_bookings[i];
        if (booking.result != 0)
            continue;
        ++count;
        total += booking.kind == ZvtBooking::Kind::Payment ? booking.amount : -booking.amount;
    }
    const std::int64_t shown = std::max<std::int64_t>(total, 0);
    ZvtBlock inner;
    inner.digits(0x00, zvtNumber(count % 100, 2), 1).digits(0x00, std::to_string(shown), 6);
    const auto counted = inner.take();
    ZvtBytes totals{0x00, 0x12, 0x00, 0x99};
    totals.push_back(counted[1]);
    totals.insert(totals.end(), counted.begin() + 3, counted.end());
    ZvtBlock block;
    block.byte(0x27, 0)
        .amount(shown)
        .digits(0x0B, std::to_string(++m_trace), 3)
        .longBytes(0x60, totals);
    m_batch = m_bookings.size();
    add({{0x040F, block.take()}, {}, m_habits.step});
    finish({"END OF DAY", std::to_string(count) + " x", zvtAmountText(shown)});
}

}  // namespace bl::sim
