#include "tests/bench/bench.h"
#include "tests/desktop/counter_stage.h"

#include <mutex>
#include <optional>

namespace bl::bench {

namespace {

using Clock = std::chrono::steady_clock;
using desktop::CounterPresenter;
using desktop::test::CounterStage;
using desktop::test::waitUntil;

constexpr int kTickets = 100;

/// When the last byte of the newest receipt came, and how many its connection carried.
struct Arrival {
    std::mutex mutex;
    std::optional<Clock::time_point> last;
    std::size_t bytes = 0;
};

}  // namespace

TEST_CASE("Pay to the last byte at the printer")
{
    Arrival arrival;
    const auto printer = test::must(sim::PrinterSimulator::start(
        sim::TcpPlug{}, sim::PaperShape{}, 80, [&](const sim::SimulatorEvent& event) {
            const std::lock_guard lock(arrival.mutex);
            if (std::holds_alternative<sim::ReceiptPrinted>(event))
                arrival.last = Clock::now();
            else if (const auto* ended = std::get_if<sim::SimulatorHost::Disconnected>(&event))
                arrival.bytes = std::max(arrival.bytes, ended->bytes);
        }));
    CounterStage stage;
    REQUIRE(stage.printer().usePrinter(
        "escpos+tcp://127.0.0.1:" + std::to_string(printer->port()), {}));
    Samples paid;
    Samples committed;
    for (int ticket = 0; ticket < kTickets; ++ticket) {
        for (const char* code : CounterStage::kPieces)
            stage.scan(QString::fromLatin1(code));
        QSignalSpy ready(&stage.presenter(), &CounterPresenter::payReady);
        stage.press(Qt::Key_F9);
        REQUIRE(waitUntil([&] { return ready.count() == 1; }));
        {
            const std::lock_guard lock(arrival.mutex);
            arrival.last.reset();
        }
        Clock::time_point sold;
        const auto connection = QObject::connect(&stage.presenter(), &CounterPresenter::sold,
            &stage.presenter(), [&] { sold = Clock::now(); });
        QSignalSpy printed(&stage.presenter(), &CounterPresenter::receiptPrinted);
        const auto begun = Clock::now();
        stage.press(Qt::Key_Return);
        REQUIRE(waitUntil([&] { return printed.count() == 1; }));
        QObject::disconnect(connection);
        const std::lock_guard lock(arrival.mutex);
        REQUIRE(arrival.last);
        paid.add(*arrival.last - begun);
        committed.add(sold - begun);
    }
    report("Pay to the sale's commit, 10 lines", committed);
    report("Pay to the last byte at the printer, 10 lines", paid);
    report("  bytes of such a receipt, with what is asked of the printer",
        static_cast<double>(arrival.bytes), "bytes");
}

}  // namespace bl::bench
