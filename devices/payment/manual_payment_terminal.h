#pragma once

#include "core/ports/payment_terminal.h"
#include "devices/slot/device_driver.h"
#include "devices/transport/wake_signal.h"

#include <mutex>
#include <optional>
#include <string>

namespace bl {

/// A terminal that is not connected to this computer: the cashier types the amount there and enters
/// its approval number here.
class ManualPaymentTerminal final : public DeviceDriver, public PaymentTerminal {
public:
    ManualPaymentTerminal(std::string address, DriverSurroundings surroundings);

    Result<void> open() override { return {}; }
    Result<void> attend(std::chrono::milliseconds limit) override;
    void wake() override { m_signal.wake(); }
    void close() override {}
    DeviceReading reading() const override { return {}; }

    TerminalAbilities abilities() const override;
    payments::PaymentOutcome authorise(
        const payments::PaymentAttempt& attempt, PaymentProgress& progress) override;
    payments::PaymentOutcome reverse(const payments::PaymentAttempt& reversal,
        const payments::PaymentAttempt& original, PaymentProgress& progress) override;
    payments::PaymentOutcome refund(const payments::PaymentAttempt& attempt,
        const payments::PaymentAttempt* original, PaymentProgress& progress) override;
    payments::PaymentOutcome resolve(const payments::PaymentAttempt& attempt) override;
    Result<TerminalTotals> endOfDay() override;
    Result<std::string> diagnose() override;

    /// The cashier says that nothing was charged.
    void requestAbort() override;
    void enterApproval(const payments::PaymentEvidence& read) override;

private:
    bool isAnswered();
    payments::PaymentOutcome awaitCashier(
        const payments::PaymentAttempt& attempt, PaymentProgress& progress);

    std::string m_address;
    DriverSurroundings m_surroundings;
    WakeSignal m_signal;
    std::mutex m_mutex;  // guards what follows
    std::optional<payments::PaymentEvidence> m_entered;
    bool m_waits = false;
    bool m_abort = false;
};

}  // namespace bl
