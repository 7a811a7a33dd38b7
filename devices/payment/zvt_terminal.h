#pragma once

#include "core/ports/payment_terminal.h"
#include "devices/payment/zvt_link.h"
#include "devices/slot/device_driver.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace bl {

struct ZvtSettings {
    zvt::Password password{};  ///< `000000`
    zvt::CurrencyCode currency{};
};

struct ZvtTiming {
    zvt::LinkTiming link;
    std::chrono::milliseconds reply{5'000};      ///< for `80 00 00`
    std::chrono::milliseconds silence{120'000};  ///< between two messages of a payment
    std::chrono::milliseconds whole{600'000};    ///< for a payment
    std::chrono::milliseconds idle{60'000};  ///< after which the line is tried before it is used
};

/// A payment terminal that speaks ZVT (PA00P015), over TCP or a serial line.
class ZvtTerminal final : public DeviceDriver, public PaymentTerminal {
public:
    ZvtTerminal(std::string address, std::unique_ptr<Transport> transport,
        zvt::ZvtLink::Framing framing, ZvtSettings settings, ZvtTiming timing = {});

    /// Connects and registers. Fails with AuthFailed where the terminal refuses that.
    Result<void> open() override;
    Result<void> attend(std::chrono::milliseconds limit) override;
    void wake() override { m_link.wake(); }
    void close() override;
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
    /// What came between a command and its end.
    struct Talk {
        enum class End { Completed, Aborted, Refused, Lost };
        End end = End::Lost;
        std::uint8_t code = 0;              ///< why it was aborted or refused
        std::optional<Error> error;         ///< why it was lost
        std::optional<zvt::Fields> status;  ///< the last status information
        zvt::Fields last;                   ///< of the completion or abort
        std::string customerSlip;
        std::string merchantSlip;
    };
    using Texts = std::function<void(const std::string&)>;

    Talk talk(const zvt::Apdu& command, const Texts& texts);
    bool awaitReply(Talk& talk);
    void take(const zvt::Apdu& apdu, Talk& talk, const Texts& texts);
    bool answered(const zvt::Apdu& apdu, Talk& talk);
    Result<void> registerHere();
    Result<void> probe();
    payments::PaymentOutcome charge(const zvt::Apdu& command, PaymentProgress& progress);
    payments::PaymentOutcome outcomeOf(const Talk& talk) const;
    Error faultOfTalk(const Talk& talk) const;

    std::string m_address;
    zvt::ZvtLink m_link;
    ZvtSettings m_settings;
    ZvtTiming m_timing;
    DeviceReading m_reading;
    std::chrono::steady_clock::time_point m_lastHeard{};
    std::atomic<bool> m_abort = false;
    std::atomic<bool> m_busy = false;
};

}  // namespace bl
