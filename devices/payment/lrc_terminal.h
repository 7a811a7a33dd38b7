#pragma once

#include "core/ports/payment_terminal.h"
#include "devices/payment/lrc_codec.h"
#include "devices/slot/line_driver.h"

#include <deque>
#include <string>

namespace bl {

struct LrcTiming {
    std::chrono::milliseconds write{5'000};
    std::chrono::milliseconds acknowledge{5'000};
    std::chrono::milliseconds answer{180'000};  ///< for the customer
    std::chrono::milliseconds idle{60'000};     ///< after which the line is tried before use
};

/// An acquirer's terminal with length-framed messages, by a table of its family.
class LrcTerminal final : public LineDriver, public PaymentTerminal {
public:
    LrcTerminal(std::string address, std::unique_ptr<Transport> transport,
        const lrc::Profile& profile, std::function<void(DeviceEvent)> emit, LrcTiming timing = {});

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
    /// These terminals take no such wish: the customer ends it there.
    void requestAbort() override {}
    void enterApproval(const payments::PaymentEvidence&) override {}

protected:
    Result<void> opened() override;
    Result<void> received(std::span<const std::uint8_t> bytes, DeviceTime at) override;
    void forget() override;

private:
    using Event = lrc::FrameReader::Event;
    enum class Taken { No, Yes };  ///< whether the terminal took the request
    struct Talk {
        Taken taken = Taken::No;
        std::optional<lrc::Answer> answer;
        std::optional<Error> error;  ///< why there is none
    };

    Talk talk(const lrc::Values& values, PaymentProgress* progress = nullptr);
    Result<void> sendRequest(const lrc::Bytes& framed, Taken& taken);
    Result<lrc::Bytes> awaitAnswer();
    Result<Event> nextEvent(std::chrono::milliseconds limit);
    Result<void> write(std::span<const std::uint8_t> bytes);
    Result<void> probe();
    bool is(const std::vector<std::string>& results, const lrc::Answer& answer) const;
    Error faultOfAnswer(const lrc::Answer& answer) const;
    payments::PaymentOutcome charge(const lrc::Values& values, PaymentProgress& progress);

    const lrc::Profile& m_profile;
    LrcTiming m_timing;
    lrc::FrameReader m_reader;
    struct Heard {
        Event event{};
        lrc::Bytes data;
    };
    std::deque<Heard> m_heard;
    lrc::Bytes m_data;  ///< of the last frame
    std::chrono::steady_clock::time_point m_lastHeard{};
};

}  // namespace bl
