#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace bl::sim {

/// What is wrong with a card.
struct CardFaults {
    bool mute = false;              ///< takes commands and answers nothing
    bool wrongKey = false;          ///< knows another key than everybody thinks
    int removedAfterCommands = -1;  ///< is pulled away then; below zero never
};

/// A contactless card with MIFARE blocks for the virtual reader of vsmartcard (vpcd): a client of
/// its TCP port. Inserting connects, removing hangs up.
class VirtualCard {
public:
    VirtualCard(std::string host, std::uint16_t port);
    ~VirtualCard();
    VirtualCard(const VirtualCard&) = delete;
    VirtualCard& operator=(const VirtualCard&) = delete;

    /// Fails with NetworkFailed where no reader listens.
    Result<void> insert(std::vector<std::uint8_t> chip);
    void remove();

    void setFaults(const CardFaults& faults);
    void setBlock(int block, std::array<std::uint8_t, 16> bytes);
    std::array<std::uint8_t, 16> block(int number) const;

    /// `{"insert":"04A1B2C3"}`, `{"remove":true}`, `{"block":4,"text":"880001"}`, and faults
    /// `mute`, `wrong-key`, `card-removed` (with `"afterCommands"`), `clear`.
    Result<void> obey(const Json& command);

private:
    void serve(int line);
    std::vector<std::uint8_t> answer(const std::vector<std::uint8_t>& command);

    std::string m_host;
    std::uint16_t m_port;
    mutable std::mutex m_mutex;  // guards what follows
    std::vector<std::uint8_t> m_chip;
    std::map<int, std::array<std::uint8_t, 16>> m_blocks;
    CardFaults m_faults;
    std::vector<std::uint8_t> m_loadedKey;
    int m_openSector = -1;
    int m_line = -1;
    std::thread m_thread;
};

}  // namespace bl::sim
