#include "devices/sim/simulated_lrc_terminal.h"

#include "devices/sim/http_host.h"
#include "resources/devices/devices.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <utility>

namespace bl::sim {

namespace {

std::string lrcTimeNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    char text[16];
    (void)std::strftime(text, sizeof text, "%m%d%H%M%S", &local);
    return text;
}

std::string zeroFilled(std::int64_t value, std::size_t width)
{
    std::string text = std::to_string(value);
    while (text.size() < width)
        text.insert(text.begin(), '0');
    return text;
}

char lrcOf(const std::string& body)
{
    return std::accumulate(body.begin(), body.end(), char{0},
        [](char sum, char c) { return static_cast<char>(sum ^ c); });
}

unsigned valueOf(char c)
{
    return static_cast<unsigned char>(c);
}

SimulatedLrcTerminal& lrcIn(SimulatedDevice& device)
{
    return static_cast<SimulatedLrcTerminal&>(device);
}

}  // namespace

SimulatedLrcTerminal::SimulatedLrcTerminal(Json profile, Listener listener)
    : m_profile(std::move(profile))
    , m_listener(std::move(listener))
{
}

Result<std::unique_ptr<SimulatedLrcTerminal>> SimulatedLrcTerminal::create(
    const std::string& profile, Listener listener)
{
    for (const auto& file : resources::deviceFiles()) {
        if (file.name != "acquirers.json")
            continue;
        const Json table = Json::parse(file.text);
        for (const auto& one : table.at("acquirers")) {
            if (one.at("name") == profile)
                return std::unique_ptr<SimulatedLrcTerminal>(
                    new SimulatedLrcTerminal(one, std::move(listener)));
        }
    }
    return Error{ErrorCode::NotFound, {profile}};
}

void SimulatedLrcTerminal::setFaults(const LrcFaults& faults)
{
    m_faults = faults;
    m_count = 0;
}

SimulatedDevice::Reaction SimulatedLrcTerminal::reaction()
{
    return std::exchange(m_reaction, {});
}

SimulatedDevice::Reaction SimulatedLrcTerminal::connected()
{
    m_in.clear();
    m_late.reset();
    m_dead = false;
    return {};
}

/// Whether the next message meets its fault, or an earlier one did.
bool SimulatedLrcTerminal::isLost()
{
    ++m_count;
    if (m_faults.dropAt == m_count)
        m_reaction.hangUp = m_dead = true;
    if (m_faults.muteAt == m_count)
        m_dead = true;
    return m_dead;
}

void SimulatedLrcTerminal::say(const std::string& bytes)
{
    if (!isLost())
        m_reaction.answers.insert(m_reaction.answers.end(), bytes.begin(), bytes.end());
}

SimulatedDevice::Reaction SimulatedLrcTerminal::receive(std::span<const std::uint8_t> bytes)
{
    m_in.append(bytes.begin(), bytes.end());
    while (!m_in.empty() && !m_dead) {
        if (m_in[0] == '\x15') {
            m_in.erase(0, 1);
            say(damagedPerhaps(m_lastAnswer));
            continue;
        }
        if (m_in[0] != '\x02') {
            m_in.erase(0, 1);
            (void)isLost();
            continue;
        }
        if (m_in.size() < 3)
            break;
        const unsigned high = valueOf(m_in[1]);
        const unsigned low = valueOf(m_in[2]);
        const std::size_t length = m_profile.at("length") == "bcd"
            ? (high / 16 * 10 + high % 16) * 100 + low / 16 * 10 + low % 16
            : high * 256 + low;
        if (m_in.size() < length + 5)
            break;
        const std::string body = m_in.substr(1, length + 3);
        const bool whole = body.back() == '\x03' && lrcOf(body) == m_in[length + 4];
        m_in.erase(0, length + 5);
        if (whole)
            takeRequest(body.substr(2, length));
        else
            m_reaction.answers.push_back(0x15);
    }
    return reaction();
}

void SimulatedLrcTerminal::takeRequest(const std::string& data)
{
    if (isLost())
        return;
    if (m_faults.nak > 0) {
        --m_faults.nak;
        m_reaction.answers.push_back(0x15);
        return;
    }
    // It does what it was asked for, also where its answer is lost.
    const std::string answer = obey(data);
    say("\x06");
    const std::size_t size = answer.size();
    std::string body;
    if (m_profile.at("length") == "bcd") {
        body += static_cast<char>(size / 1000 % 10 * 16 + size / 100 % 10);
        body += static_cast<char>(size / 10 % 10 * 16 + size % 10);
    } else {
        body += static_cast<char>(size / 256);
        body += static_cast<char>(size % 256);
    }
    body += answer + '\x03';
    m_lastAnswer = '\x02' + body + lrcOf(body);
    if (m_faults.lateAnswer) {
        m_late = damagedPerhaps(m_lastAnswer);
        m_reaction.callAgain = *m_faults.lateAnswer;
        return;
    }
    say(damagedPerhaps(m_lastAnswer));
}

/// As it comes out on the line.
std::string SimulatedLrcTerminal::damagedPerhaps(std::string answer)
{
    if (m_faults.badLrc > 0) {
        --m_faults.badLrc;
        answer.back() = static_cast<char>(answer.back() ^ 1);
    }
    return answer;
}

SimulatedDevice::Reaction SimulatedLrcTerminal::timeCame()
{
    if (m_late)
        say(*std::exchange(m_late, {}));
    return reaction();
}

std::string SimulatedLrcTerminal::fieldOf(const std::string& data, const std::string& name) const
{
    std::size_t at = 0;
    for (const auto& field : m_profile.at("request")) {
        const auto length = field.at("length").get<std::size_t>();
        if (field.at("name") == name && at < data.size()) {
            std::string text = data.substr(at, length);
            text.erase(text.find_last_not_of(' ') + 1);
            return text;
        }
        at += length;
    }
    return {};
}

LrcBooking& SimulatedLrcTerminal::bookPayment(char kind, const std::string& data)
{
    const std::string approved = m_profile.at("results").at("approved").at(0);
    LrcBooking booking;
    booking.kind = kind;
    booking.amount = std::strtoll(fieldOf(data, "amount").c_str(), nullptr, 10);
    booking.result = approved;
    booking.trace = 501 + static_cast<int>(m_bookings.size());
    booking.reference = zeroFilled(990'000 + booking.trace, 12);
    booking.time = lrcTimeNow();
    if (kind == 'C') {
        booking.amount = m_faults.wrongAmount.value_or(booking.amount);
    } else {
        const int trace = std::atoi(fieldOf(data, "originalTrace").c_str());
        const auto paid = std::ranges::find(m_bookings, trace, &LrcBooking::trace);
        const bool can = paid != m_bookings.end() && paid->kind == 'C' && paid->result == approved
            && paid->reference == fieldOf(data, "originalReference")
            && fieldOf(data, "originalDate").ends_with(paid->time.substr(0, 4))
            && paid->returned + booking.amount <= paid->amount;
        if (can)
            paid->returned += booking.amount;
        else
            booking.result = "25";
    }
    if (!m_faults.result.empty())
        booking.result = m_faults.result;
    m_bookings.push_back(booking);
    m_listener(booking);
    return m_bookings.back();
}

/// Does what a request asks for; gives the answer's data.
std::string SimulatedLrcTerminal::obey(const std::string& data)
{
    const auto& commands = m_profile.at("commands");
    const std::string command = fieldOf(data, "command");
    const std::string approved = m_profile.at("results").at("approved").at(0);
    LrcBooking nothing;
    nothing.result = approved;
    if (command == commands.at("charge"))
        return answerOf(bookPayment('C', data), "OK");
    if (command == commands.at("reversal"))
        return answerOf(bookPayment('V', data), "OK");
    if (command == commands.at("refund"))
        return answerOf(bookPayment('R', data), "OK");
    if (command == commands.at("status"))
        return answerOf(nothing, "READY");
    if (command == commands.at("last") && !m_faults.noLast && !m_bookings.empty())
        return answerOf(m_bookings.back(), "LAST");
    if (command == commands.at("settle")) {
        for (const auto& booking : m_bookings) {
            if (booking.result == approved)
                nothing.amount += booking.kind == 'C' ? booking.amount : -booking.amount;
        }
        return answerOf(nothing, "SETTLED");
    }
    nothing.result = "12";
    return answerOf(nothing, "NOT POSSIBLE");
}

std::string SimulatedLrcTerminal::answerOf(const LrcBooking& booking, const std::string& text) const
{
    const bool isPayment = booking.trace != 0;
    std::string data;
    for (const auto& field : m_profile.at("answer")) {
        const std::string name = field.at("name");
        const auto length = field.at("length").get<std::size_t>();
        std::string value;
        if (name == "result")
            value = booking.result;
        else if (name == "amount")
            value = zeroFilled(booking.amount, length);
        else if (name == "text")
            value = text;
        else if (name == "terminal")
            value = "52000123";
        else if (isPayment && name == "trace")
            value = zeroFilled(booking.trace, length);
        else if (isPayment && name == "reference")
            value = booking.reference;
        else if (isPayment && name == "card")
            value = "4761739001010010";
        else if (isPayment && name == "cardName")
            value = "VISA";
        else if (isPayment && name == "hidden")
            value = "2912";
        else if (isPayment && name == "approval")
            value = "K7Q2";
        else if (isPayment && name == "date")
            value = booking.time.substr(0, 4);
        else if (isPayment && name == "time")
            value = booking.time.substr(4);
        value.resize(length, ' ');
        data += value;
    }
    return data;
}

LrcSimulator::LrcSimulator(std::unique_ptr<SimulatorHost> host)
    : m_host(std::move(host))
{
}

Result<std::unique_ptr<LrcSimulator>> LrcSimulator::start(
    SimPlug plug, const std::string& profile, Listener listener)
{
    BL_TRY(auto terminal,
        SimulatedLrcTerminal::create(
            profile, [listener](const LrcBooking& booking) { listener(booking); }));
    BL_TRY(auto host,
        SimulatorHost::start(std::move(plug), std::move(terminal),
            [listener](const SimulatorHost::Event& event) { listener(event); }));
    return std::unique_ptr<LrcSimulator>(new LrcSimulator(std::move(host)));
}

std::vector<LrcBooking> LrcSimulator::bookings() const
{
    std::vector<LrcBooking> list;
    m_host->act([&](SimulatedDevice& device) {
        list = lrcIn(device).bookings();
        return SimulatedDevice::Reaction{};
    });
    return list;
}

LrcFaults LrcSimulator::faults() const
{
    LrcFaults faults;
    m_host->act([&](SimulatedDevice& device) {
        faults = lrcIn(device).faults();
        return SimulatedDevice::Reaction{};
    });
    return faults;
}

void LrcSimulator::setFaults(const LrcFaults& faults)
{
    m_host->act([&](SimulatedDevice& device) {
        lrcIn(device).setFaults(faults);
        return SimulatedDevice::Reaction{};
    });
}

Result<LrcFaults> applyLrcFault(LrcFaults faults, const Json& command)
{
    BL_TRY(const std::string fault, textAt(command, "fault"));
    if (fault == "clear")
        return LrcFaults{};
    if (fault == "result") {
        BL_TRY(faults.result, textAt(command, "result"));
    } else if (fault == "drop-at" || fault == "mute-at") {
        BL_TRY(const auto message, numberOfFault(command, "message", 1));
        (fault == "drop-at" ? faults.dropAt : faults.muteAt) = static_cast<int>(message);
    } else if (fault == "nak" || fault == "bad-lrc") {
        BL_TRY(const auto frames, numberOfFault(command, "frames", 1));
        (fault == "nak" ? faults.nak : faults.badLrc) = static_cast<int>(frames);
    } else if (fault == "late-answer") {
        BL_TRY(const auto late, numberOfFault(command, "milliseconds", 5'000));
        faults.lateAnswer = std::chrono::milliseconds(late);
    } else if (fault == "wrong-amount") {
        BL_TRY(faults.wrongAmount, numberOfFault(command, "amount", 1));
    } else if (fault == "no-last") {
        faults.noLast = true;
    } else {
        return Error{ErrorCode::InvalidArgument, {"unknown fault: " + fault}};
    }
    return faults;
}

}  // namespace bl::sim
