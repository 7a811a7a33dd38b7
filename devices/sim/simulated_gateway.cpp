#include "devices/sim/simulated_gateway.h"

#include "core/ports/device_fault.h"

#include <utility>

namespace bl::sim {

using payments::PaymentAttempt;
using payments::PaymentKind;
using payments::PaymentOutcome;
using payments::PaymentState;

void SimulatedGateway::setFaults(const GatewayFaults& faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
}

std::int64_t SimulatedGateway::charged() const
{
    const std::lock_guard lock(m_mutex);
    std::int64_t sum = 0;
    for (const auto& [id, order] : m_orders) {
        if (order.state == PaymentState::Approved && order.kind == PaymentKind::Authorisation)
            sum += order.amount - order.refunded;
    }
    return sum;
}

void SimulatedGateway::book(const PaymentAttempt& attempt)
{
    // Also a closed one stays as it is: its code is of no more use.
    if (m_orders.contains(attempt.id))
        return;
    Order order;
    order.amount = m_faults.wrongAmount.value_or(attempt.amount.minor());
    order.number = "20260102" + std::to_string(m_orders.size() + 1);
    if (m_faults.decline)
        order.state = PaymentState::Declined;
    else if (m_faults.confirmAfter == 0)
        order.state = PaymentState::Approved;
    m_orders[attempt.id] = order;
}

void SimulatedGateway::bookRefund(const PaymentAttempt& refund, const PaymentAttempt& original)
{
    if (m_orders.contains(refund.id))
        return;
    const auto paid = m_orders.find(original.id);
    Order order;
    order.kind = refund.kind;
    order.amount = refund.amount.minor();
    order.number = "20260102R" + std::to_string(m_orders.size() + 1);
    const bool can = paid != m_orders.end() && paid->second.state == PaymentState::Approved
        && paid->second.refunded + order.amount <= paid->second.amount;
    order.state = can ? PaymentState::Approved : PaymentState::Declined;
    if (can)
        paid->second.refunded += order.amount;
    m_orders[refund.id] = order;
}

void SimulatedGateway::deliverLate(std::function<void()>& late)
{
    if (const auto arrives = std::exchange(late, nullptr))
        arrives();
}

PaymentOutcome SimulatedGateway::lost(const PaymentAttempt& attempt) const
{
    PaymentOutcome outcome;
    outcome.fault = deviceError(DeviceFault::Timeout, attempt.device);
    return outcome;
}

PaymentOutcome SimulatedGateway::say(const PaymentAttempt& attempt) const
{
    PaymentOutcome outcome;
    if (m_faults.loseAnswers) {
        outcome.fault = deviceError(DeviceFault::LinkLost, attempt.device);
        return outcome;
    }
    const auto found = m_orders.find(attempt.id);
    if (found == m_orders.end()) {
        outcome.state = PaymentState::Aborted;
        return outcome;
    }
    outcome.state = found->second.state;
    outcome.evidence.amount = Money::minor(found->second.amount);
    outcome.evidence.trace = found->second.number;
    outcome.evidence.approval = "K7Q2";
    outcome.evidence.card = "4761739001010010";
    return outcome;
}

PaymentOutcome SimulatedGateway::charge(const PaymentAttempt& attempt, const std::string&)
{
    const std::lock_guard lock(m_mutex);
    if (m_faults.loseRequest || m_faults.delayRequest) {
        if (m_faults.delayRequest)
            m_lateCharge = [this, attempt] {
                book(attempt);
            };
        return lost(attempt);
    }
    book(attempt);
    return say(attempt);
}

PaymentOutcome SimulatedGateway::query(const PaymentAttempt& attempt)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_orders.find(attempt.id);
    if (found != m_orders.end() && found->second.state == PaymentState::Interacting
        && ++found->second.questions == m_faults.confirmAfter)
        found->second.state = PaymentState::Approved;
    auto said = say(attempt);
    deliverLate(m_lateRefund);
    return said;
}

PaymentOutcome SimulatedGateway::close(const PaymentAttempt& attempt)
{
    const std::lock_guard lock(m_mutex);
    const auto [order, isNew] = m_orders.try_emplace(attempt.id);
    if (isNew)
        order->second.amount = attempt.amount.minor();
    if (order->second.state == PaymentState::Interacting)
        order->second.state = PaymentState::Aborted;
    deliverLate(m_lateCharge);
    return say(attempt);
}

PaymentOutcome SimulatedGateway::refund(
    const PaymentAttempt& refund, const PaymentAttempt& original)
{
    const std::lock_guard lock(m_mutex);
    if (m_faults.loseRequest || m_faults.delayRequest) {
        if (m_faults.delayRequest)
            m_lateRefund = [this, refund, original] {
                bookRefund(refund, original);
            };
        return lost(refund);
    }
    bookRefund(refund, original);
    return say(refund);
}

}  // namespace bl::sim
