#pragma once

#include "core/base/random.h"
#include "core/ports/payment_terminal.h"
#include "devices/payment/nexo_messages.h"
#include "devices/slot/device_driver.h"
#include "devices/transport/http_line.h"

#include <atomic>
#include <string>

namespace bl {

struct NexoSettings {
    std::string poi;
    std::string sale;
    Currency currency;
    std::string key;       ///< sent as `X-API-Key`; empty where the terminal wants none
    std::string caFile{};  ///< PEM of whom its certificate is trusted by; empty: the system's
};

struct NexoTiming {
    std::chrono::milliseconds quick{10'000};     ///< for answers that wait for nobody
    std::chrono::milliseconds payment{300'000};  ///< for the customer
    std::chrono::milliseconds poll{1'000};      ///< between two questions for a payment in progress
    std::chrono::milliseconds resolve{60'000};  ///< for all of them
    std::chrono::milliseconds idle{60'000};     ///< after which the terminal is tried before use
};

/// A payment terminal that speaks nexo as JSON over HTTP.
class NexoTerminal final : public DeviceDriver, public PaymentTerminal {
public:
    NexoTerminal(std::string address, const HttpPlace& place, NexoSettings settings,
        const DriverSurroundings& surroundings, NexoTiming timing = {});

    /// Logs in. Fails with AuthFailed where the terminal refuses that.
    Result<void> open() override;
    Result<void> attend(std::chrono::milliseconds limit) override { return m_line.attend(limit); }
    void wake() override { m_line.wake(); }
    void close() override { m_open = false; }
    DeviceReading reading() const override { return m_reading; }

    TerminalAbilities abilities() const override { return {}; }
    payments::PaymentOutcome authorise(
        const payments::PaymentAttempt& attempt, PaymentProgress& progress) override;
    payments::PaymentOutcome reverse(const payments::PaymentAttempt& reversal,
        const payments::PaymentAttempt& original, PaymentProgress& progress) override;
    payments::PaymentOutcome refund(const payments::PaymentAttempt& attempt,
        const payments::PaymentAttempt* original, PaymentProgress& progress) override;
    payments::PaymentOutcome resolve(const payments::PaymentAttempt& attempt) override;
    Result<TerminalTotals> endOfDay() override;
    Result<std::string> diagnose() override;
    void requestAbort() override;
    void enterApproval(const payments::PaymentEvidence&) override {}

private:
    nexo::Header header(nexo::Category category);
    nexo::Header header(const payments::PaymentAttempt& attempt) const;
    sync::HttpRequest post(std::string body) const;
    Result<std::string> bodyOf(Result<sync::HttpResponse> answer);
    Result<nexo::Answer> read(const Result<std::string>& body, const nexo::Header& header,
        const payments::PaymentAttempt* about = nullptr);
    Result<nexo::Answer> askQuickly(const std::string& message, const nexo::Header& header,
        const payments::PaymentAttempt* about = nullptr);
    Result<void> probe();
    payments::PaymentOutcome charge(const payments::PaymentAttempt& attempt,
        const std::string& message, PaymentProgress& progress);
    Result<sync::HttpResponse> hearOut(
        const payments::PaymentAttempt& attempt, const std::string& message);
    payments::PaymentOutcome outcomeOf(
        const payments::PaymentAttempt& attempt, const Result<nexo::Answer>& answer) const;
    Error faultOfAnswer(const nexo::Answer& answer) const;

    std::string m_address;
    HttpLine m_line;
    NexoSettings m_settings;
    NexoTiming m_timing;
    SystemRandom m_random;
    DeviceReading m_reading;
    std::chrono::steady_clock::time_point m_lastHeard{};
    bool m_open = false;
    std::atomic<bool> m_abort = false;
    std::atomic<bool> m_busy = false;
};

}  // namespace bl
