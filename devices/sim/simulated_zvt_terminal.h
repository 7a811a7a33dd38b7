#pragma once

#include "devices/sim/simulated_device.h"
#include "devices/sim/zvt_wire.h"

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace bl::sim {

/// What a simulated terminal did: the truth that a register's journal is held against.
struct ZvtBooking {
    enum class Kind { Payment, Reversal, Refund };
    Kind kind{};
    std::int64_t amount = 0;
    unsigned result = 0;  ///< 0: done; otherwise the code that it was declined with
    int trace = 0;
    int receipt = 0;
    int reverses = 0;       ///< the receipt that a reversal took back
    std::string time;       ///< MMDDhhmmss
    bool reversed = false;  ///< by a later booking

    friend bool operator==(const ZvtBooking&, const ZvtBooking&) = default;
};

/// What is wrong with a simulated terminal. Numbered messages are counted in both directions from
/// the moment of the fault on, from 1.
struct ZvtFaults {
    std::optional<unsigned> decline;  ///< with that code
    bool customerAborts = false;
    bool loseCompletion = false;  ///< everything is done but said
    std::optional<int> dropAt;    ///< the line breaks instead of that message
    std::optional<int> muteAt;    ///< from that message on it does and says nothing
    int nak = 0;                  ///< so many frames are refused
    int badCrc = 0;               ///< so many frames come out damaged
    bool busy = false;            ///< takes no payment
    std::optional<std::chrono::milliseconds> lateStatus;
    bool repeatStatus = false;                ///< the status information comes twice
    std::optional<std::int64_t> wrongAmount;  ///< charges this instead
    bool noRepeatReceipt = false;
    bool ignoreAbort = false;

    friend bool operator==(const ZvtFaults&, const ZvtFaults&) = default;
};

struct ZvtHabits {
    std::string password = "000000";
    std::string card = "4761739001010010";
    std::string cardName = "VISA credit";
    std::string terminal = "52000123";
    std::chrono::milliseconds step{0};    ///< between two of its messages
    std::chrono::milliseconds linger{0};  ///< what it takes to end a payment whose line is gone
    std::chrono::milliseconds patience{3'000};  ///< for the computer's acknowledgement
    /// What becomes of a payment whose line is lost before it was charged.
    enum class OnLoss { GoesOn, GivesUp };
    OnLoss onLoss = OnLoss::GoesOn;
};

/// A payment terminal that speaks ZVT and keeps its own books.
class SimulatedZvtTerminal final : public SimulatedDevice {
public:
    /// It says something to whoever stands there, or it booked something.
    struct Shows {
        std::string text;
    };
    using Event = std::variant<Shows, ZvtBooking>;
    using Listener = std::function<void(const Event&)>;

    SimulatedZvtTerminal(ZvtWire::Kind kind, ZvtHabits habits, Listener listener);

    Reaction connected() override;
    Reaction receive(std::span<const std::uint8_t> bytes) override;
    Reaction timeCame() override;
    Reaction disconnected() override;

    const std::vector<ZvtBooking>& bookings() const { return m_bookings; }
    const ZvtFaults& faults() const { return m_faults; }
    void setFaults(const ZvtFaults& faults);
    ZvtHabits& habits() { return m_habits; }

    /// Messages in both directions since the faults were set.
    int messages() const { return m_count; }

private:
    using Clock = std::chrono::steady_clock;
    struct Step {
        ZvtMessage message;
        std::function<void(ZvtMessage&)> before;  ///< what it does then; may write the message
        std::chrono::milliseconds delay{0};
        bool silent = false;  ///< it is not said
    };

    void obey(const ZvtMessage& command);
    void startPayment(const ZvtRequest& request, ZvtBooking::Kind kind);
    void startReversal(const ZvtRequest& request);
    void startRepeat();
    void startEndOfDay();
    void finish(std::vector<std::string> lines);
    void refuse(unsigned code);
    void giveUp(unsigned code);
    ZvtBooking& book(ZvtBooking booking);
    ZvtBytes statusOf(const ZvtBooking& booking) const;
    std::vector<std::string> slipOf(const ZvtBooking& booking) const;

    void say(ZvtMessage message);
    void show(unsigned code, const std::string& text);
    void add(Step step);
    void pump();
    void send(const ZvtMessage& message);
    bool lineFails();
    void lose();
    void finishAlone();
    Reaction reaction();

    ZvtWire m_wire;
    ZvtHabits m_habits;
    Listener m_listener;
    ZvtFaults m_faults;
    std::vector<ZvtBooking> m_bookings;
    std::size_t m_batch = 0;  ///< bookings before this one were in an earlier end of day
    std::optional<ZvtBooking> m_last;
    int m_trace = 40;
    int m_receipt = 11;
    bool m_registered = false;
    std::string m_currency;

    std::deque<Step> m_script;
    bool m_paying = false;   ///< a payment is under way
    bool m_charged = false;  ///< and booked
    bool m_awaitsDone = false;
    Clock::time_point m_due{};
    std::optional<Clock::time_point> m_finishAt;

    std::deque<ZvtMessage> m_out;
    std::optional<ZvtMessage> m_unacknowledged;  ///< serial
    Clock::time_point m_replyBy{};
    int m_count = 0;
    bool m_dead = false;  ///< until the line is opened again
    Reaction m_reaction;
};

}  // namespace bl::sim
