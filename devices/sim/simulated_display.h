#pragma once

#include "devices/sim/commanded_device.h"

#include <array>

namespace bl::sim {

enum class DisplayModel { Cd5220, Led8 };

/// What a customer reads on a simulated display.
struct DisplayPicture {
    std::array<std::string, 2> lines;  ///< UTF-8, without the blanks at their ends
    char lamp = '0';  ///< of an LED8: `1` 单价, `2` 总计, `3` 收款, `4` 找零

    friend bool operator==(const DisplayPicture&, const DisplayPicture&) = default;
};

/// A display on a line; it answers nothing.
class SimulatedDisplay final : public CommandedDevice {
public:
    /// Called with each new picture.
    using Listener = std::function<void(const DisplayPicture&)>;

    SimulatedDisplay(DisplayModel model, Listener listener)
        : m_model(model)
        , m_listener(std::move(listener))
    {
    }

    Reaction receive(std::span<const std::uint8_t> bytes) override;
    Reaction disconnected() override;
    Result<Reaction> obey(const Json& command) override;

private:
    void take(char byte);
    void takeCommand();
    void put(char byte);
    void show();

    DisplayModel m_model;
    Listener m_listener;
    std::array<std::string, 2> m_rows;  ///< bytes in columns
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    char m_lamp = '0';
    std::string m_escape;  ///< a command that began
    DisplayPicture m_shown;
};

}  // namespace bl::sim
