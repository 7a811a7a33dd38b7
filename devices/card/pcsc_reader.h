#pragma once

#include "devices/card/card_apdu.h"
#include "devices/card/card_reader.h"
#include "devices/slot/device_driver.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace bl {

/// A contactless reader that the system's PC/SC service drives. It waits for cards without asking
/// again and again; a service that restarted is talked to in a new context. No call to a card lasts
/// longer than three seconds, whatever the card does.
class PcscReader final : public DeviceDriver, public CardReader {
public:
    /// `reader` is its name as the service has it; empty takes the first one. Without a profile a
    /// card's number is its chip's identifier.
    PcscReader(
        std::string reader, std::optional<MifareProfile> profile, DriverSurroundings surroundings);
    ~PcscReader() override;

    Result<void> open() override;
    Result<void> attend(std::chrono::milliseconds limit) override;
    void wake() override;
    void close() override;
    DeviceReading reading() const override { return m_reading; }

    Result<void> writeNumber(std::string_view number, CardIssue issue) override;

private:
    struct Context;
    using Answer = Result<std::string>;
    using Talk = std::function<Answer(const Transmit&)>;

    /// Speaks to the card on a thread of its own and waits for it, but not for ever.
    Answer converse(Talk talk);
    void cardCame();
    Error failed(DeviceFault fault, long problem) const;

    std::string m_wanted;
    std::optional<MifareProfile> m_profile;
    DriverSurroundings m_surroundings;
    std::mutex m_contextMutex;  ///< guards m_context against wake()
    std::unique_ptr<Context> m_context;
    std::atomic<bool> m_woken = false;
    std::string m_name;
    unsigned long m_state = 0;
    bool m_present = false;
    std::shared_ptr<std::atomic<bool>> m_stuck;  ///< a conversation that was given up still runs
    DeviceReading m_reading;
};

}  // namespace bl
