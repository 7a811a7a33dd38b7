#include "devices/sim/simulated_zvt_terminal.h"

#include <algorithm>

namespace bl::sim {

namespace {

using std::chrono::milliseconds;

constexpr std::uint16_t kZvtDone = 0x8000;

}  // namespace

SimulatedZvtTerminal::SimulatedZvtTerminal(ZvtWire::Kind kind, ZvtHabits habits, Listener listener)
    : m_wire(kind)
    , m_habits(std::move(habits))
    , m_listener(std::move(listener))
{
}

void SimulatedZvtTerminal::setFaults(const ZvtFaults& faults)
{
    m_faults = faults;
    m_count = 0;
}

SimulatedDevice::Reaction SimulatedZvtTerminal::connected()
{
    m_wire.forget();
    m_dead = false;
    m_out.clear();
    m_unacknowledged.reset();
    m_awaitsDone = false;
    return reaction();
}

SimulatedDevice::Reaction SimulatedZvtTerminal::disconnected()
{
    m_dead = true;
    finishAlone();
    return reaction();
}

/// Whether the next message meets its fault.
bool SimulatedZvtTerminal::lineFails()
{
    ++m_count;
    if (m_faults.dropAt == m_count || m_faults.muteAt == m_count) {
        lose();
        return true;
    }
    return m_dead;
}

/// The line is gone, or the terminal says nothing any more.
void SimulatedZvtTerminal::lose()
{
    m_dead = true;
    m_out.clear();
    m_unacknowledged.reset();
    // A cable of a serial line that comes off is no event: nothing is heard any more.
    if (m_faults.dropAt == m_count && !m_wire.isSerial())
        m_reaction.hangUp = true;
    finishAlone();
}

/// Nobody listens any more: a payment goes on to its end all the same, or is given up.
void SimulatedZvtTerminal::finishAlone()
{
    m_awaitsDone = false;
    m_out.clear();
    m_unacknowledged.reset();
    const bool givesUp = m_habits.onLoss == ZvtHabits::OnLoss::GivesUp && !m_charged;
    if (!m_paying || givesUp) {
        m_script.clear();
        m_paying = false;
        return;
    }
    if (!m_finishAt)
        m_finishAt = Clock::now() + m_habits.linger;
    if (m_habits.linger.count() == 0)
        pump();
}

SimulatedDevice::Reaction SimulatedZvtTerminal::receive(std::span<const std::uint8_t> bytes)
{
    if (m_dead)
        return reaction();
    for (auto& arrival : m_wire.arrived(bytes)) {
        if (m_dead)
            break;
        switch (arrival.signal) {
        case ZvtWire::Signal::Good: m_unacknowledged.reset(); break;
        case ZvtWire::Signal::Bad:
            if (m_unacknowledged)
                send(*m_unacknowledged);
            break;
        case ZvtWire::Signal::Damaged: m_reaction.answers.push_back(0x15); break;
        case ZvtWire::Signal::Message:
            if (m_wire.isSerial() && m_faults.nak > 0) {
                --m_faults.nak;
                m_reaction.answers.push_back(0x15);
                break;
            }
            if (lineFails())
                break;
            if (m_wire.isSerial())
                m_reaction.answers.push_back(0x06);
            obey(arrival.message);
        }
    }
    pump();
    return reaction();
}

SimulatedDevice::Reaction SimulatedZvtTerminal::timeCame()
{
    pump();
    return reaction();
}

SimulatedDevice::Reaction SimulatedZvtTerminal::reaction()
{
    std::optional<Clock::time_point> next = m_finishAt;
    if (!m_finishAt && !m_dead && !m_script.empty())
        next = m_awaitsDone ? m_replyBy : m_due;
    if (!m_dead && m_unacknowledged)
        next = next ? std::min(*next, m_replyBy) : m_replyBy;
    if (next)
        m_reaction.callAgain =
            std::max(std::chrono::ceil<milliseconds>(*next - Clock::now()), milliseconds{1});
    return std::exchange(m_reaction, {});
}

void SimulatedZvtTerminal::say(ZvtMessage message)
{
    m_out.push_back(std::move(message));
}

void SimulatedZvtTerminal::send(const ZvtMessage& message)
{
    auto bytes = m_wire.leaving(message);
    if (m_wire.isSerial()) {
        if (m_faults.badCrc > 0) {
            --m_faults.badCrc;
            bytes.back() = static_cast<std::uint8_t>(bytes.back() ^ 0x55);
        }
        m_unacknowledged = message;
        m_replyBy = Clock::now() + m_habits.patience;
    }
    m_reaction.answers.insert(m_reaction.answers.end(), bytes.begin(), bytes.end());
}

void SimulatedZvtTerminal::add(Step step)
{
    if (m_script.empty())
        m_due = Clock::now() + step.delay;
    m_script.push_back(std::move(step));
}

/// Does what can be done now: says what waits, and goes on in the script.
void SimulatedZvtTerminal::pump()
{
    for (;;) {
        const auto now = Clock::now();
        const bool alone = m_finishAt && now >= *m_finishAt;
        if (m_unacknowledged && now >= m_replyBy)
            m_unacknowledged.reset();
        if (m_unacknowledged && !alone)
            return;
        if (!m_out.empty()) {
            const auto message = std::move(m_out.front());
            m_out.pop_front();
            if (!lineFails())
                send(message);
            continue;
        }
        if (m_awaitsDone && now >= m_replyBy)
            m_awaitsDone = false;
        const bool waits = m_finishAt ? !alone : m_dead || m_awaitsDone || now < m_due;
        if (m_script.empty() || waits)
            break;
        Step step = std::move(m_script.front());
        m_script.pop_front();
        if (step.before)
            step.before(step.message);
        if (!m_script.empty())
            m_due = now + m_script.front().delay;
        if (m_script.empty())
            m_paying = false;
        if (step.silent || m_dead || m_finishAt)
            continue;
        m_awaitsDone = true;
        m_replyBy = now + m_habits.patience;
        say(std::move(step.message));
    }
    if (m_script.empty())
        m_finishAt.reset();
}

void SimulatedZvtTerminal::show(unsigned code, const std::string& text)
{
    Step step;
    step.message.control = 0x04FF;
    ZvtBlock block;
    block.lines(0x24, {text});
    step.message.block = block.take();
    step.message.block.insert(step.message.block.begin(), static_cast<std::uint8_t>(code));
    step.before = [this, text](ZvtMessage&) {
        m_listener(Shows{text});
    };
    step.delay = m_habits.step;
    add(std::move(step));
}

void SimulatedZvtTerminal::finish(std::vector<std::string> lines)
{
    if (!lines.empty()) {
        for (const unsigned kind : {2u, 1u}) {
            ZvtBlock block;
            block.lines(0x25, lines, kind);
            add({{0x06D3, block.take()}, {}, m_habits.step});
        }
    }
    Step step{{0x060F, {}}, {}, m_habits.step};
    step.silent = m_faults.loseCompletion;
    add(std::move(step));
}

void SimulatedZvtTerminal::refuse(unsigned code)
{
    say({static_cast<std::uint16_t>(0x8400 + code), {}});
}

/// Ends the script with an abort.
void SimulatedZvtTerminal::giveUp(unsigned code)
{
    m_script.clear();
    m_paying = false;
    add({{0x061E, {static_cast<std::uint8_t>(code)}}, {}, m_habits.step});
}

void SimulatedZvtTerminal::obey(const ZvtMessage& command)
{
    if (command.control == kZvtDone || command.control / 256 == 0x84) {
        m_awaitsDone = false;
        m_due = Clock::now() + (m_script.empty() ? milliseconds{0} : m_script.front().delay);
        return;
    }
    if (command.control == 0x06B0) {
        say({kZvtDone, {}});
        if (m_paying && !m_charged && !m_faults.ignoreAbort) {
            m_awaitsDone = false;
            giveUp(kZvtAborted);
        }
        return;
    }
    if (m_paying || m_finishAt) {
        refuse(kZvtWait);
        return;
    }
    m_script.clear();
    m_awaitsDone = false;
    if (command.control == 0x0600) {
        say({kZvtDone, {}});
        const auto request = readRequest(command.block, true);
        const bool right = request.password == m_habits.password && command.block.size() >= 6;
        m_registered = right;
        if (!right)
            return giveUp(kZvtNotPossible);
        const auto pair = [&](std::size_t at) {
            return command.block[at] / 16 * 10 + command.block[at] % 16;
        };
        m_currency = zvtNumber(pair(4) * 100 + pair(5), 4);
        ZvtBlock block;
        block.byte(0x19, 0).digits(0x29, m_habits.terminal, 4).digits(0x49, m_currency, 2);
        add({{0x060F, block.take()}, {}, m_habits.step});
        return;
    }
    if (!m_registered) {
        refuse(kZvtNotRegistered);
        return;
    }
    const bool money =
        command.control == 0x0601 || command.control == 0x0630 || command.control == 0x0631;
    if (m_faults.busy && money) {
        refuse(kZvtWait);
        return;
    }
    if (command.control == 0x0620 && m_faults.noRepeatReceipt) {
        refuse(kZvtNotPossible);
        return;
    }
    const auto request = readRequest(command.block, command.control != 0x0601);
    switch (command.control) {
    case 0x0601: say({kZvtDone, {}}); return startPayment(request, ZvtBooking::Kind::Payment);
    case 0x0631: say({kZvtDone, {}}); return startPayment(request, ZvtBooking::Kind::Refund);
    case 0x0630: say({kZvtDone, {}}); return startReversal(request);
    case 0x0620: say({kZvtDone, {}}); return startRepeat();
    case 0x0650: say({kZvtDone, {}}); return startEndOfDay();
    case 0x0501: say({kZvtDone, {}}); return finish({});
    case 0x0670: say({kZvtDone, {}}); return finish({"DIAGNOSIS", "HOST REACHED"});
    case 0x0602:
        say({kZvtDone, {}});
        m_registered = false;
        return;
    default: refuse(kZvtNotPossible);
    }
}

}  // namespace bl::sim
