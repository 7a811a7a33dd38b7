#include "tests/devices/device_stand.h"

#include "core/base/assert.h"
#include "core/base/uuid.h"
#include "core/ports/receipt_document.h"
#include "devices/display/customer_display.h"
#include "devices/scale/scale.h"
#include "devices/sim/codes_simulator.h"
#include "devices/sim/nexo_simulator.h"
#include "devices/sim/printer_simulator.h"
#include "devices/sim/simulated_display.h"
#include "devices/sim/simulated_lrc_terminal.h"
#include "devices/sim/simulated_readers.h"
#include "devices/sim/simulated_scale.h"
#include "devices/sim/zvt_simulator.h"
#include "devices/slot/driver_factory.h"
#include "tests/devices/line_stand.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace bl::test {

namespace {

using payments::PaymentState;

payments::PaymentAttempt newAttempt()
{
    SystemWallClock clock;
    SystemRandom random;
    payments::PaymentAttempt attempt;
    attempt.id = payments::PaymentId{UuidFactory(clock, random).next()};
    attempt.amount = Money::minor(1250);
    attempt.currency = "CNY";
    attempt.tender = "wechat";
    return attempt;
}

struct NoProgress final : PaymentProgress {
    Result<void> sending() override { return {}; }
    void interacting(const std::string&) override {}
};

bool pays(Devices& devices, HomeThread& home, const std::string& slot)
{
    const auto paid = answerOf<PaymentTerminal>(
        devices, home, slot, [](PaymentTerminal& terminal) -> Result<PaymentState> {
            NoProgress progress;
            const auto outcome = terminal.authorise(newAttempt(), progress);
            if (outcome.fault)
                return *outcome.fault;
            return outcome.state;
        });
    return paid && *paid == PaymentState::Approved;
}

class PrinterStand final : public LineStand<sim::PrinterSimulator> {
public:
    explicit PrinterStand(Wire wire)
        : LineStand("escpos", wire)
        , m_keepsLine(wire == Wire::Pty)
    {
        take(sim::PrinterSimulator::start(plug(), {}, 80, [this](const sim::SimulatorEvent& event) {
            if (const auto* receipt = std::get_if<sim::ReceiptPrinted>(&event))
                m_cuts += receipt->end == sim::PaperEnd::Cut ? 1 : 0;
            if (std::holds_alternative<sim::SimulatorHost::Connected>(event)
                || std::holds_alternative<sim::SimulatorHost::Disconnected>(event))
                hear(event);
        }));
    }

    bool isConnected() const override { return !m_keepsLine || LineStand::isConnected(); }
    bool work(Devices& devices, HomeThread& home, const std::string& slot) override
    {
        const int before = m_cuts;
        const auto printed =
            answerOf<ReceiptPrinter>(devices, home, slot, [](ReceiptPrinter& printer) {
                return printer.print({{ReceiptText{"合计 59.00"}}}, DrawerPulse::Open);
            });
        return printed && *printed == PrintProof::Confirmed && m_cuts == before + 1;
    }

private:
    bool m_keepsLine;
    std::atomic<int> m_cuts = 0;
};

class ZvtStand final : public LineStand<sim::ZvtSimulator> {
public:
    explicit ZvtStand(Wire wire)
        : LineStand("zvt", wire)
    {
        take(sim::ZvtSimulator::start(plug(), {}, [this](const sim::ZvtSimulator::Event& event) {
            if (const auto* line = std::get_if<sim::SimulatorHost::Event>(&event))
                hear(*line);
        }));
    }

    bool work(Devices& devices, HomeThread& home, const std::string& slot) override
    {
        const auto before = simulator().bookings().size();
        return pays(devices, home, slot) && simulator().bookings().size() == before + 1;
    }
};

class LrcStand final : public LineStand<sim::LrcSimulator> {
public:
    explicit LrcStand(Wire wire)
        : LineStand("lrc", wire)
    {
        take(sim::LrcSimulator::start(
            plug(), "unionpay", [this](const sim::LrcSimulator::Event& event) {
                if (const auto* line = std::get_if<sim::SimulatorHost::Event>(&event))
                    hear(*line);
            }));
    }

    bool work(Devices& devices, HomeThread& home, const std::string& slot) override
    {
        const auto before = simulator().bookings().size();
        return pays(devices, home, slot) && simulator().bookings().size() == before + 1;
    }
};

/// A simulator behind HTTP; pulled out, nobody listens at its port.
template <typename Simulator, typename Habits>
class HttpStand : public DeviceStand {
public:
    void pull() override { m_simulator.reset(); }
    void putBack() override
    {
        auto started =
            Simulator::start(sim::TcpPlug{"127.0.0.1", m_port}, Habits{}, [](const auto&) {});
        BL_ASSERT(started);
        m_simulator = *std::move(started);
        m_port = m_simulator->port();
    }
    void fallSilent() override
    {
        m_simulator->line().setFaults({sim::HttpFaults::Accident::Mute, 0, {}});
    }

protected:
    HttpStand() { HttpStand::putBack(); }
    bool isThere() const { return m_simulator != nullptr; }
    std::string server() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    Simulator& simulator() { return *m_simulator; }

private:
    std::uint16_t m_port = 0;
    std::unique_ptr<Simulator> m_simulator;
};

class NexoStand final : public HttpStand<sim::NexoSimulator, sim::NexoHabits> {
public:
    std::string address() const override { return "nexo+" + server() + "/nexo"; }
    bool work(Devices& devices, HomeThread& home, const std::string& slot) override
    {
        return pays(devices, home, slot) && !simulator().bookings().empty();
    }
};

class CodesStand final : public HttpStand<sim::CodesSimulator, sim::CodesHabits> {
public:
    std::string address() const override { return "codes+" + server() + "/v1"; }
    bool work(Devices& devices, HomeThread& home, const std::string& slot) override
    {
        const auto before = isThere() ? simulator().books().charged() : 0;
        const auto paid = answerOf<PaymentGateway>(
            devices, home, slot, [](PaymentGateway& gateway) -> Result<PaymentState> {
                const auto attempt = newAttempt();
                auto outcome = gateway.charge(attempt, "134567890123456789");
                if (outcome.state == PaymentState::Interacting)
                    outcome = gateway.query(attempt);
                if (outcome.fault)
                    return *outcome.fault;
                return outcome.state;
            });
        return paid && *paid == PaymentState::Approved
            && simulator().books().charged() == before + 1250;
    }
};

/// A device on a line that does what it is told with JSON.
class CommandedStand : public LineStand<sim::SimulatorHost> {
protected:
    CommandedStand(std::string driver, Wire wire, std::unique_ptr<sim::CommandedDevice> device)
        : LineStand(std::move(driver), wire)
    {
        take(sim::SimulatorHost::start(plug(), std::move(device),
            [this](const sim::SimulatorHost::Event& event) { hear(event); }));
    }
    void act(const Json& command)
    {
        simulator().act([&](sim::SimulatedDevice& device) {
            auto reaction = static_cast<sim::CommandedDevice&>(device).obey(command);
            BL_ASSERT(reaction);
            return *reaction;
        });
    }
};

class DisplayStand final : public CommandedStand {
public:
    DisplayStand(std::string driver, Wire wire, sim::DisplayModel model)
        : CommandedStand(std::move(driver), wire,
            std::make_unique<sim::SimulatedDisplay>(
                model, [this](const sim::DisplayPicture& picture) {
                    const std::lock_guard lock(m_mutex);
                    m_amount = picture.lines[0] + ' ' + picture.lines[1];
                }))
    {
    }

    bool work(Devices& devices, HomeThread& home, const std::string& slot) override
    {
        const auto amount = std::to_string(++m_count) + ".00";
        DisplayContent content;
        content.kind = DisplayContent::Kind::Total;
        content.caption = {"合计", "Total"};
        content.amount = amount;
        const auto shown = answerOf<CustomerDisplay>(devices, home, slot,
            [content](CustomerDisplay& display) { return display.show(content); });
        return shown && home.runUntil([&] {
            const std::lock_guard lock(m_mutex);
            return m_amount.find(amount) != std::string::npos;
        });
    }

private:
    int m_count = 100;
    std::mutex m_mutex;
    std::string m_amount;
};

class ScaleStand final : public CommandedStand {
public:
    ScaleStand(std::string driver, Wire wire, sim::ScaleLanguage language)
        : CommandedStand(std::move(driver), wire, std::make_unique<sim::SimulatedScale>(language))
    {
    }

    bool work(Devices& devices, HomeThread& home, const std::string& slot) override
    {
        m_grams = m_grams == 1234 ? 850 : 1234;
        act({{"weight", m_grams}});
        const auto wanted = m_grams;
        // A scale that speaks all the time may have the weight before in its line.
        for (int i = 0; i < 5; ++i) {
            const auto weight = answerOf<Scale>(devices, home, slot,
                [](Scale& scale) { return scale.weigh(std::chrono::seconds(8)); });
            if (!weight || weight->grams == wanted)
                return weight && weight->stable;
        }
        return false;
    }

private:
    std::int64_t m_grams = 0;
};

/// Scanners and readers, which speak by themselves.
class SpeakerStand final : public CommandedStand {
public:
    SpeakerStand(std::string driver, Wire wire, std::unique_ptr<sim::CommandedDevice> device,
        Json order, std::string value)
        : CommandedStand(std::move(driver), wire, std::move(device))
        , m_order(std::move(order))
        , m_value(std::move(value))
    {
    }

    bool work(Devices& devices, HomeThread& home, const std::string&) override
    {
        int heard = 0;
        const auto subscription = devices.subscribe([&](const DeviceEvent& event) {
            const auto* scan = std::get_if<CodeScanned>(&event);
            const auto* card = std::get_if<CardSeen>(&event);
            heard += (scan && scan->code == m_value) || (card && card->number == m_value) ? 1 : 0;
            return true;
        });
        act(m_order);
        return home.runUntil([&] { return heard > 0; });
    }

private:
    Json m_order;
    std::string m_value;
};

template <typename Stand, typename... Args>
std::function<std::unique_ptr<DeviceStand>()> maker(Args... args)
{
    return [args...] {
        return std::make_unique<Stand>(args...);
    };
}

template <typename Device>
std::function<std::unique_ptr<DeviceStand>()> speaker(
    std::string driver, Wire wire, Json order, std::string value)
{
    return [=] {
        return std::make_unique<SpeakerStand>(
            driver, wire, std::make_unique<Device>(), order, value);
    };
}

}  // namespace

const std::vector<StandKind>& standKinds()
{
    using sim::DisplayModel;
    using sim::ScaleLanguage;
    const Json scan{{"scan", "6901234567892"}};
    static const std::vector<StandKind> kinds{
        {"escpos over TCP", "", false, maker<PrinterStand>(Wire::Tcp)},
        {"escpos over a serial line", "", true, maker<PrinterStand>(Wire::Pty)},
        {"zvt over TCP", "", true, maker<ZvtStand>(Wire::Tcp)},
        {"zvt over a serial line", "", true, maker<ZvtStand>(Wire::Pty)},
        {"nexo", "?poi=P1&sale=S1", false, maker<NexoStand>()},
        {"lrc over TCP", "?profile=unionpay", true, maker<LrcStand>(Wire::Tcp)},
        {"lrc over a serial line", "?profile=unionpay", true, maker<LrcStand>(Wire::Pty)},
        {"codes", "?merchant=M1", false, maker<CodesStand>()},
        {"cd5220", "", true, maker<DisplayStand>("cd5220", Wire::Pty, DisplayModel::Cd5220)},
        {"cd5220 over TCP", "", true,
            maker<DisplayStand>("cd5220", Wire::Tcp, DisplayModel::Cd5220)},
        {"led8", "", true, maker<DisplayStand>("led8", Wire::Pty, DisplayModel::Led8)},
        {"toledo", "", true, maker<ScaleStand>("toledo", Wire::Pty, ScaleLanguage::Toledo)},
        {"nci", "", true, maker<ScaleStand>("nci", Wire::Pty, ScaleLanguage::Nci)},
        {"continuous", "", true,
            maker<ScaleStand>("continuous", Wire::Pty, ScaleLanguage::Reversed)},
        {"scanner", "", true,
            speaker<sim::SimulatedScanner>("scanner", Wire::Pty, scan, "6901234567892")},
        {"scanner over TCP", "", true,
            speaker<sim::SimulatedScanner>("scanner", Wire::Tcp, scan, "6901234567892")},
        {"stripe", "", true,
            speaker<sim::SimulatedStripe>(
                "stripe", Wire::Pty, {{"track2", "880000123=99"}}, "880000123")},
        {"rfid", "", true,
            speaker<sim::SimulatedRfid>("rfid", Wire::Pty, {{"card", "0415ABCDEF"}}, "0415ABCDEF")},
    };
    return kinds;
}

const StandKind& standKind(const std::string& name)
{
    const auto found = std::ranges::find(standKinds(), name, &StandKind::name);
    BL_ASSERT(found != standKinds().end());
    return *found;
}

Devices::Maker standMaker()
{
    return [](const SlotSettings& settings, const DriverSurroundings& surroundings) {
        DriverOptions options;
        // The gateway's key; terminals have the password that they have from the factory.
        if (settings.role == DeviceRole::PaymentGateway)
            options.secret = [](const std::string&) {
                return std::string("secret");
            };
        return makeDriver(settings, surroundings, options);
    };
}

DeviceShelf::DeviceShelf(const std::vector<const StandKind*>& kinds)
    : m_devices(std::make_unique<Devices>(m_home, standMaker(), m_random))
{
    std::vector<SlotSettings> slots;
    for (const auto* kind : kinds) {
        auto& stand = m_stands.emplace_back(kind->make());
        const auto address = DeviceAddress::parse(stand->address() + kind->options);
        BL_ASSERT(address);
        slots.push_back({slot(slots.size()), address->role(), address->toString(), {}, true});
    }
    m_devices->configure(slots);
}

DeviceShelf::~DeviceShelf()
{
    m_devices.reset();
}

bool DeviceShelf::awaitState(std::size_t index, SlotState state)
{
    return m_home.runUntil([&] { return status(index).state == state; });
}

bool DeviceShelf::awaitReady(std::size_t index)
{
    return m_home.runUntil(
        [&] { return status(index).state == SlotState::Ready && stand(index).isConnected(); });
}

}  // namespace bl::test
