#include "devices/scale/scale.h"
#include "devices/sim/sim_plug.h"
#include "devices/transport/device_address.h"
#include "tests/bench/bench.h"
#include "tests/devices/device_stand.h"
#include "tests/support/temp_directory.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <map>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace bl::bench {

namespace {

using Clock = std::chrono::steady_clock;
using test::DeviceShelf;
using test::StandKind;

constexpr std::chrono::seconds kGone{15};
constexpr std::chrono::seconds kAtRest{30};
constexpr int kPullRounds = 3;
constexpr int kCallRounds = 200;

/// What this process has used of the processor.
std::chrono::nanoseconds processorTime()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto of = [](const timeval& time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return of(used.ru_utime) + of(used.ru_stime);
}

/// Per cent of one core.
double shareOf(std::chrono::nanoseconds used, std::chrono::nanoseconds of)
{
    return 100.0 * static_cast<double>(used.count()) / static_cast<double>(of.count());
}

/// The share that this process takes while its screens do what they do: hear what comes.
double shareDuring(DeviceShelf& shelf, std::chrono::seconds time)
{
    const auto before = processorTime();
    const auto begun = Clock::now();
    while (Clock::now() - begun < time)
        shelf.home().runUntil([&] { return Clock::now() - begun >= time; });
    return shareOf(processorTime() - before, Clock::now() - begun);
}

void require(bool holds, const char* what)
{
    if (!holds)
        throw std::runtime_error(what);
}

void benchRecovery()
{
    std::vector<const StandKind*> kinds;
    for (const auto& kind : test::standKinds())
        kinds.push_back(&kind);
    DeviceShelf shelf(kinds);
    std::vector<Samples> back(kinds.size());
    Samples all;
    double share = 0;
    for (int round = 0; round < kPullRounds; ++round) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            require(shelf.awaitReady(i), kinds[i]->name.c_str());
            shelf.stand(i).pull();
            if (!kinds[i]->noticesByItself)
                (void)shelf.work(i);
        }
        share = std::max(share, shareDuring(shelf, kGone));
        std::map<std::size_t, Clock::time_point> waiting;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            require(shelf.awaitState(i, SlotState::Disconnected), kinds[i]->name.c_str());
            shelf.stand(i).putBack();
            waiting[i] = Clock::now();
        }
        while (!waiting.empty()) {
            shelf.home().runUntil([&] {
                return std::ranges::any_of(waiting, [&](const auto& one) {
                    return shelf.status(one.first).state == SlotState::Ready;
                });
            });
            for (auto one = waiting.begin(); one != waiting.end();) {
                if (shelf.status(one->first).state != SlotState::Ready) {
                    ++one;
                    continue;
                }
                back[one->first].add(Clock::now() - one->second);
                all.add(Clock::now() - one->second);
                one = waiting.erase(one);
            }
        }
    }
    for (std::size_t i = 0; i < kinds.size(); ++i)
        report("  back: " + kinds[i]->name + ", longest", back[i].quantile(1.0), "ms");
    report("devices that were gone for 15 s work again", all);
    report("  the longest of all", all.quantile(1.0), "ms");
    report(
        "processor while all " + std::to_string(kinds.size()) + " are gone, with their simulators",
        share, "% of a core");
}

/// Devices that are dead in every way.
class Graveyard {
public:
    Graveyard()
        : m_silent(sim::listenOn({}).value())
        , m_dangling(sim::openPty({m_directory.file("dangling")}).value())
    {
        const std::string host = "127.0.0.1:" + std::to_string(sim::portOf(m_silent));
        for (const auto& kind : test::standKinds()) {
            auto& mute = m_stands.emplace_back(kind.make());
            mute->fallSilent();
            add(mute->address() + kind.options);
            const auto address = DeviceAddress::parse(mute->address() + kind.options).value();
            const std::string& driver = address.driver;
            if (std::holds_alternative<TcpPlace>(address.place)) {
                add(driver + "+tcp://" + host + kind.options);
                add(driver + "+tcp://127.0.0.1:1" + kind.options);
            } else if (std::holds_alternative<SerialPlace>(address.place)) {
                add(driver + "+serial://" + m_directory.file("dangling") + kind.options);
                add(driver + "+serial:///dev/is-not-there" + kind.options);
            } else {
                add(driver + "+http://" + host + "/" + kind.options);
                add(driver + "+http://127.0.0.1:1/" + kind.options);
            }
        }
        add("pcsc:No such reader");
    }
    ~Graveyard()
    {
        ::close(m_silent);
        ::close(m_dangling.device);
        ::close(m_dangling.simulator);
    }
    Graveyard(const Graveyard&) = delete;
    Graveyard& operator=(const Graveyard&) = delete;

    const std::vector<SlotSettings>& slots() const { return m_slots; }

private:
    void add(const std::string& text)
    {
        m_slots.push_back({"dead-" + std::to_string(m_slots.size()),
            DeviceAddress::parse(text).value().role(), text, {}, true});
    }

    test::TempDirectory m_directory;
    int m_silent;
    sim::PtyEnds m_dangling;
    std::vector<std::unique_ptr<test::DeviceStand>> m_stands;
    std::vector<SlotSettings> m_slots;
};

void benchCalls()
{
    const Graveyard graveyard;
    test::HomeThread home;
    SystemRandom random;
    std::map<std::string, Samples> calls;
    const auto time = [&](const char* call, const std::function<void()>& work) {
        calls[call].add(timed(work));
    };
    {
        Devices devices(home, test::standMaker(), random);
        auto fewer = graveyard.slots();
        fewer.resize(fewer.size() / 2);
        time("configure", [&] { devices.configure(graveyard.slots()); });
        for (int round = 0; round < kCallRounds; ++round) {
            const auto& slot =
                graveyard.slots()[static_cast<std::size_t>(round) % graveyard.slots().size()];
            time("onChanged", [&] { devices.onChanged([](const SlotStatus&) {}); });
            time("onStale", [&] { devices.onStale([] {}); });
            time("statuses", [&] { (void)devices.statuses(); });
            time("trace", [&] { (void)devices.trace(slot.id); });
            time("slotOf", [&] { (void)devices.slotOf(slot.role); });
            time("retryNow", [&] { devices.retryNow(slot.id); });
            time("subscribe",
                [&] { (void)devices.subscribe([](const DeviceEvent&) { return false; }); });
            time("hear", [&] { devices.hear(CodeScanned{"1", {}, {}, Clock::now()}); });
            time("signal", [&] {
                devices.signal<Scale>(slot.id, [](Scale& scale) { scale.watch(Scale::Watch::On); });
                devices.signal<PaymentTerminal>(
                    slot.id, [](PaymentTerminal& terminal) { terminal.requestAbort(); });
            });
            time("run", [&] {
                devices.run<Scale>(
                    slot.id, [](Scale& scale) { return scale.weigh(std::chrono::seconds(5)); },
                    [](const Result<WeightSeen>&) {});
                devices.run<ReceiptPrinter>(
                    slot.id,
                    [](ReceiptPrinter& printer) {
                        return printer.print({{ReceiptRule{}}}, DrawerPulse::Open);
                    },
                    [](const Result<PrintProof>&) {});
                devices.run<PaymentTerminal>(
                    slot.id, [](PaymentTerminal& terminal) { return terminal.diagnose(); },
                    [](const Result<std::string>&) {});
            });
            if (round % 50 == 49) {
                time("configure", [&] { devices.configure(fewer); });
                time("configure", [&] { devices.configure(graveyard.slots()); });
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        std::printf("calls of Devices with %zu dead slots:\n", graveyard.slots().size());
        for (const auto& [name, samples] : calls)
            report("  " + name + ", longest", samples.quantile(1.0), "ms");
        std::fflush(stdout);
    }
}

void benchRest()
{
    std::vector<const StandKind*> kinds;
    for (const char* name : {"escpos over TCP", "zvt over TCP", "codes", "cd5220", "toledo",
             "scanner", "stripe", "rfid"})
        kinds.push_back(&test::standKind(name));
    DeviceShelf shelf(kinds);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        require(shelf.awaitReady(i), kinds[i]->name.c_str());
        require(shelf.work(i), kinds[i]->name.c_str());
    }
    report("processor at rest with eight devices, with their simulators",
        shareDuring(shelf, kAtRest), "% of a core");
}

}  // namespace

}  // namespace bl::bench

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    try {
        bl::bench::benchCalls();
        bl::bench::benchRest();
        bl::bench::benchRecovery();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
