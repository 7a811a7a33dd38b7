#pragma once

#include "devices/card/card_apdu.h"
#include "devices/card/card_reader.h"
#include "devices/card/pcsc_watch.h"
#include "devices/slot/device_driver.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace bl {

/// A contactless reader that the system's PC/SC service drives. It waits for cards without asking
/// again and again; a service that restarted is talked to in a new context. No call lasts longer
/// than some seconds, whatever a card or the service does, and wake() never waits.
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
    using Answer = Result<std::string>;
    using Talk = std::function<Answer(const Transmit&)>;

    /// Speaks to the card on a thread of its own and waits for it, but not for ever.
    Answer converse(Talk talk);
    void cardCame();
    Error failed(const Error& error) const;

    std::string m_wanted;
    std::optional<MifareProfile> m_profile;
    DriverSurroundings m_surroundings;
    std::mutex m_watchMutex;  ///< guards m_watch against wake()
    std::shared_ptr<PcscWatch> m_watch;
    std::optional<PcscWatch::Trail> m_before;  ///< of the newest watch
    std::string m_name;
    unsigned long m_state = 0;
    bool m_present = false;
    std::shared_ptr<std::atomic<bool>> m_stuck;  ///< a conversation that was given up still runs
    DeviceReading m_reading;
};

}  // namespace bl
