#pragma once

#include "core/base/json.h"
#include "devices/sim/simulator_host.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace bl::sim {

struct LrcBooking {
    char kind = 'C';  ///< C: charge, V: reversal, R: refund
    std::int64_t amount = 0;
    std::string result;
    int trace = 0;
    std::string reference;
    std::string time;  ///< MMDDhhmmss
    std::int64_t returned = 0;
};

/// What is wrong with a simulated terminal. Its messages (the request, its acknowledgement, the
/// answer, the computer's acknowledgement) are counted from the moment of the fault on, from 1.
struct LrcFaults {
    std::string result;  ///< every payment ends with this; empty: approved
    std::optional<int> dropAt;
    std::optional<int> muteAt;
    int nak = 0;
    int badLrc = 0;
    std::optional<std::chrono::milliseconds> lateAnswer;
    std::optional<std::int64_t> wrongAmount;
    bool noLast = false;

    friend bool operator==(const LrcFaults&, const LrcFaults&) = default;
};

/// An acquirer's terminal with length-framed messages and books of its own. It reads the same table
/// as the driver, by a codec of its own. What it was asked for it does, whoever listens still.
class SimulatedLrcTerminal final : public SimulatedDevice {
public:
    using Listener = std::function<void(const LrcBooking&)>;

    /// Fails with NotFound where there is no such profile.
    static Result<std::unique_ptr<SimulatedLrcTerminal>> create(
        const std::string& profile, Listener listener);

    Reaction connected() override;
    Reaction receive(std::span<const std::uint8_t> bytes) override;
    Reaction timeCame() override;

    const std::vector<LrcBooking>& bookings() const { return m_bookings; }
    const LrcFaults& faults() const { return m_faults; }
    void setFaults(const LrcFaults& faults);

private:
    SimulatedLrcTerminal(Json profile, Listener listener);

    void takeRequest(const std::string& data);
    std::string obey(const std::string& data);
    std::string fieldOf(const std::string& data, const std::string& name) const;
    LrcBooking& bookPayment(char kind, const std::string& data);
    std::string answerOf(const LrcBooking& booking, const std::string& text) const;
    void say(const std::string& bytes);
    std::string damagedPerhaps(std::string answer);
    bool isLost();
    Reaction reaction();

    Json m_profile;
    Listener m_listener;
    LrcFaults m_faults;
    std::vector<LrcBooking> m_bookings;
    std::string m_in;
    std::string m_lastAnswer;
    std::optional<std::string> m_late;
    int m_count = 0;
    bool m_dead = false;  ///< until the line is opened again
    Reaction m_reaction;
};

/// Such a terminal on a line of this machine.
class LrcSimulator {
public:
    using Event = std::variant<LrcBooking, SimulatorHost::Event>;
    using Listener = std::function<void(const Event&)>;

    /// The listener is called on the simulator's thread or within a call, and must not call back.
    /// Fails as SimulatorHost::start, and with NotFound.
    static Result<std::unique_ptr<LrcSimulator>> start(
        SimPlug plug, const std::string& profile, Listener listener);

    std::uint16_t port() const { return m_host->port(); }
    SimulatorHost& line() { return *m_host; }
    std::vector<LrcBooking> bookings() const;
    LrcFaults faults() const;
    void setFaults(const LrcFaults& faults);

private:
    explicit LrcSimulator(std::unique_ptr<SimulatorHost> host);

    std::unique_ptr<SimulatorHost> m_host;
};

/// Adds what a command asks for to the faults; {"fault":"clear"} ends all of them. Fails with
/// InvalidJson or InvalidArgument.
Result<LrcFaults> applyLrcFault(LrcFaults faults, const Json& command);

}  // namespace bl::sim
