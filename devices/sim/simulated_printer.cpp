#include "devices/sim/simulated_printer.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <type_traits>

namespace bl::sim {

namespace {

bool isBlank(const PaperItem& item)
{
    return std::holds_alternative<PaperFeed>(item);
}

}  // namespace

SimulatedPrinter::SimulatedPrinter(PaperShape shape, int paperMm)
    : m_decoder(shape)
    , m_strip{shape, paperMm, {}}
{
}

SimulatedPrinter::Reaction SimulatedPrinter::receive(std::span<const std::uint8_t> bytes)
{
    Reaction reaction;
    m_connected = true;
    m_decoder.feed(bytes);
    const bool stoppedBefore = isStopped();
    if (stoppedBefore)
        answerAhead(bytes, reaction);
    m_received += bytes.size();
    if (!stoppedBefore)
        process(reaction);
    return reaction;
}

SimulatedPrinter::Reaction SimulatedPrinter::setFaults(const PrinterFaults& faults)
{
    Reaction reaction;
    const bool changed = !(m_faults == faults);
    m_faults = faults;
    m_jammed = m_jammed && faults.cutterJam;
    m_ahead.clear();
    if (m_automatic && changed)
        answerAutomatic(reaction);
    process(reaction);
    // A job whose computer hung up while the printer stood still comes out now.
    if (!m_connected && m_decoder.isIdle() && !m_strip.items.empty())
        finish(PaperEnd::Torn, reaction);
    return reaction;
}

SimulatedPrinter::Reaction SimulatedPrinter::disconnect()
{
    Reaction reaction;
    m_connected = false;
    m_automatic = false;
    m_ahead.clear();
    if (isStopped() && !m_decoder.isIdle())
        return reaction;
    if (auto line = m_decoder.takeOpenLine())
        print(std::move(*line), reaction);
    m_decoder.reset();
    if (!m_strip.items.empty())
        finish(PaperEnd::Torn, reaction);
    return reaction;
}

void SimulatedPrinter::answer(std::initializer_list<int> bytes, Reaction& reaction) const
{
    for (const int byte : bytes)
        reaction.answers.push_back(static_cast<std::uint8_t>(byte));
}

void SimulatedPrinter::answerAhead(std::span<const std::uint8_t> bytes, Reaction& reaction)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        m_ahead.push_back(bytes[i]);
        if (m_ahead.size() > 5)
            m_ahead.erase(m_ahead.begin());
        const auto ends = [&](std::initializer_list<std::uint8_t> command) {
            return m_ahead.size() >= command.size()
                && std::equal(command.begin(), command.end(),
                    m_ahead.end() - static_cast<std::ptrdiff_t>(command.size()));
        };
        for (std::uint8_t kind = 1; kind <= 4; ++kind) {
            if (ends({0x10, 0x04, kind})) {
                answerStatus(kind, reaction);
                m_answered.insert(m_received + i - 2);
            }
        }
        for (std::uint8_t time = 1; time <= 8; ++time) {
            for (std::uint8_t connector = 0; connector <= 1; ++connector) {
                if (ends({0x10, 0x14, 0x01, connector, time})) {
                    reaction.events.emplace_back(
                        DrawerOpened{DrawerKick{connector, 100 * time, true}});
                    m_answered.insert(m_received + i - 4);
                }
            }
        }
    }
}

void SimulatedPrinter::answerStatus(int kind, Reaction& reaction) const
{
    int status = 0x12;
    if (kind == 1)
        status |= (isStopped() ? 0x08 : 0) | (m_faults.drawerOpen ? 0x04 : 0);
    if (kind == 2)
        status |= (m_faults.coverOpen ? 0x04 : 0) | (m_faults.paperOut ? 0x20 : 0)
            | (m_jammed ? 0x40 : 0);
    if (kind == 3)
        status |= m_jammed ? 0x08 : 0;
    if (kind == 4)
        status |= (m_faults.paperNearEnd || m_faults.paperOut ? 0x0c : 0)
            | (m_faults.paperOut ? 0x60 : 0);
    answer({status}, reaction);
}

void SimulatedPrinter::answerAutomatic(Reaction& reaction) const
{
    const int printer = 0x10 | (m_faults.drawerOpen ? 0x04 : 0) | (isStopped() ? 0x08 : 0)
        | (m_faults.coverOpen ? 0x20 : 0);
    const int error = m_jammed ? 0x08 : 0;
    const int paper =
        (m_faults.paperNearEnd || m_faults.paperOut ? 0x03 : 0) | (m_faults.paperOut ? 0x0c : 0);
    answer({printer, error, paper, 0x00}, reaction);
}

void SimulatedPrinter::answerDone(std::initializer_list<int> bytes, Reaction& reaction)
{
    auto& answers = m_faults.lateDone ? m_late : reaction.answers;
    for (const int byte : bytes)
        answers.push_back(static_cast<std::uint8_t>(byte));
}

void SimulatedPrinter::process(Reaction& reaction)
{
    while (!isStopped()) {
        auto decoded = m_decoder.next();
        if (!decoded)
            return;
        handle(std::move(*decoded), m_decoder.position(), reaction);
    }
}

void SimulatedPrinter::handle(Decoded decoded, std::size_t position, Reaction& reaction)
{
    std::visit(
        [&](auto&& what) {
            using What = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<What, Cut>) {
                cut(reaction);
            } else if constexpr (std::is_same_v<What, DrawerKick>) {
                if (!what.urgent || m_answered.erase(position - 5) == 0)
                    reaction.events.emplace_back(DrawerOpened{what});
            } else if constexpr (std::is_same_v<What, MarkRequest>) {
                answerDone({0x37, 0x22}, reaction);
                for (const char c : what.mark + '\0')
                    answerDone({static_cast<unsigned char>(c)}, reaction);
            } else if constexpr (std::is_same_v<What, UnknownBytes>) {
                reaction.events.emplace_back(StrayBytes{std::move(what.bytes)});
            } else if constexpr (std::is_same_v<What, StatusRequest>) {
                if (m_answered.erase(position - 3) == 0)
                    answerStatus(what.kind, reaction);
            } else if constexpr (std::is_same_v<What, SensorRequest>) {
                answerDone({(m_faults.paperNearEnd ? 0x03 : 0) | (m_faults.paperOut ? 0x0c : 0)},
                    reaction);
            } else if constexpr (std::is_same_v<What, Initialised>) {
                std::ranges::move(m_late, std::back_inserter(reaction.answers));
                m_late.clear();
            } else if constexpr (std::is_same_v<What, IdentityRequest>) {
                constexpr std::string_view kMaker("_Branchline\0", 12);
                constexpr std::string_view kModel("_devsim\0", 8);
                for (const char c : what.kind == 0x42 ? kMaker : kModel)
                    answer({static_cast<unsigned char>(c)}, reaction);
            } else if constexpr (std::is_same_v<What, AutomaticStatus>) {
                m_automatic = what.mask != 0;
                if (m_automatic)
                    answerAutomatic(reaction);
            } else {
                print(std::move(what), reaction);
            }
        },
        std::move(decoded));
}

/// A jammed cutter stops the printer with the paper uncut; it goes on when somebody has cleared it.
void SimulatedPrinter::cut(Reaction& reaction)
{
    if (m_faults.cutterJam) {
        m_jammed = true;
        if (m_automatic)
            answerAutomatic(reaction);
        return;
    }
    finish(PaperEnd::Cut, reaction);
}

void SimulatedPrinter::print(PaperItem item, Reaction& reaction)
{
    const bool text = std::holds_alternative<PaperLine>(item);
    m_strip.items.push_back(std::move(item));
    if (text && m_faults.paperOutAfterLines && --*m_faults.paperOutAfterLines <= 0) {
        m_faults.paperOutAfterLines.reset();
        m_faults.paperOut = true;
        if (m_automatic)
            answerAutomatic(reaction);
    }
}

void SimulatedPrinter::finish(PaperEnd end, Reaction& reaction)
{
    PaperStrip finished = m_strip;
    m_strip.items.clear();
    if (!std::ranges::all_of(finished.items, isBlank))
        reaction.events.emplace_back(ReceiptPrinted{std::move(finished), end});
}

}  // namespace bl::sim
