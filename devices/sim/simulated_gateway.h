#pragma once

#include "core/ports/payment_gateway.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace bl::sim {

/// What is wrong between a register and a simulated gateway, or with its customers.
struct GatewayFaults {
    bool decline = false;
    bool loseRequest = false;   ///< a charge or a refund never arrives
    bool delayRequest = false;  ///< a charge arrives after it was closed, a refund after a question
    bool loseAnswers = false;   ///< everything is done, nothing is answered
    int confirmAfter = 0;       ///< the customer confirms after so many questions; below 0: never
    std::optional<std::int64_t> wrongAmount;

    friend bool operator==(const GatewayFaults&, const GatewayFaults&) = default;
};

/// A gateway for scanned codes with books of its own. It knows a payment by the register's
/// reference and books none twice. Any thread.
class SimulatedGateway final : public PaymentGateway {
public:
    payments::PaymentOutcome charge(
        const payments::PaymentAttempt& attempt, const std::string& code) override;
    payments::PaymentOutcome query(const payments::PaymentAttempt& attempt) override;
    payments::PaymentOutcome close(const payments::PaymentAttempt& attempt) override;
    payments::PaymentOutcome refund(
        const payments::PaymentAttempt& refund, const payments::PaymentAttempt& original) override;

    void setFaults(const GatewayFaults& faults);

    /// What it took, less what it gave back.
    std::int64_t charged() const;

private:
    struct Order {
        payments::PaymentState state = payments::PaymentState::Interacting;
        payments::PaymentKind kind = payments::PaymentKind::Authorisation;
        std::int64_t amount = 0;
        std::int64_t refunded = 0;
        int questions = 0;
        std::string number;
    };

    void book(const payments::PaymentAttempt& attempt);
    void bookRefund(
        const payments::PaymentAttempt& refund, const payments::PaymentAttempt& original);
    void deliverLate(std::function<void()>& late);
    payments::PaymentOutcome lost(const payments::PaymentAttempt& attempt) const;
    payments::PaymentOutcome say(const payments::PaymentAttempt& attempt) const;

    mutable std::mutex m_mutex;
    GatewayFaults m_faults;
    std::map<payments::PaymentId, Order> m_orders;
    std::function<void()> m_lateCharge;
    std::function<void()> m_lateRefund;
};

}  // namespace bl::sim
