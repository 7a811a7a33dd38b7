#pragma once

#include "core/base/random.h"
#include "core/ports/payment_gateway.h"
#include "devices/slot/device_driver.h"
#include "devices/transport/http_line.h"

#include <string>

namespace bl {

struct GatewayAccount {
    std::string merchant;
    std::string key;       ///< requests and answers are signed with it
    std::string caFile{};  ///< PEM of whom its certificate is trusted by; empty: the system's
};

struct GatewayTiming {
    std::chrono::milliseconds status{5'000};
    std::chrono::milliseconds request{15'000};
};

/// A gateway for payment codes over HTTP (`payment-codes.openapi.yaml`). What is not signed with
/// the account's key says nothing: then the outcome is Unknown.
class HttpPaymentGateway final : public DeviceDriver, public PaymentGateway {
public:
    HttpPaymentGateway(std::string address, const HttpPlace& place, GatewayAccount account,
        const DriverSurroundings& surroundings, GatewayTiming timing = {});

    /// Asks for its status. Fails with AuthFailed where the key is not the gateway's, or the two
    /// clocks differ too much.
    Result<void> open() override;
    Result<void> attend(std::chrono::milliseconds limit) override { return m_line.attend(limit); }
    void wake() override { m_line.wake(); }
    void close() override { m_reading = {}; }
    DeviceReading reading() const override { return m_reading; }

    payments::PaymentOutcome charge(
        const payments::PaymentAttempt& attempt, const std::string& code) override;
    payments::PaymentOutcome query(const payments::PaymentAttempt& attempt) override;
    payments::PaymentOutcome close(const payments::PaymentAttempt& attempt) override;
    payments::PaymentOutcome refund(
        const payments::PaymentAttempt& refund, const payments::PaymentAttempt& original) override;

private:
    enum class Asked { Charge, State, Close };
    struct Said {
        int status = 0;
        std::string body;
    };
    /// What the gateway surely said.
    Result<Said> ask(const char* method, const std::string& place, const std::string& body,
        std::chrono::milliseconds timeout, const std::string& code = {});
    Error unsignedAnswer(const sync::HttpResponse& answer) const;
    payments::PaymentOutcome outcomeOf(
        const payments::PaymentAttempt& attempt, const Result<Said>& said, Asked asked) const;

    std::string m_address;
    HttpLine m_line;
    GatewayAccount m_account;
    GatewayTiming m_timing;
    SystemRandom m_random;
    DeviceReading m_reading;
};

}  // namespace bl
