#pragma once

#include "app/desktop/counter/counter.h"
#include "app/desktop/main_window.h"
#include "app/desktop/printing/print_desk.h"
#include "app/desktop/till/till.h"
#include "app/desktop/widgets/search_field.h"
#include "devices/sim/printer_simulator.h"
#include "tests/desktop/desktop_test.h"
#include "tests/support/register_fixture.h"

#include <QSignalSpy>
#include <QtTest>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace bl::desktop::test {

/// A counter at work: a real enrolled register with goods, members and staff in a file, the real
/// screen in a window.
class CounterStage {
public:
    enum class Shift { Open, None };

    explicit CounterStage(Shift shift = Shift::Open);
    ~CounterStage();

    /// The program ends as it does when the power fails: nothing more is saved.
    void drop();
    /// Between the two: what the clock shows from now on.
    void setTime(Instant now) { m_wall.set(now); }
    /// The next start, with a cashier logged in.
    void begin(const Cashier& cashier = kLiNa);

    /// Types into whatever has the focus.
    void type(const QString& text) const;
    void press(Qt::Key key) const;
    /// Types a code and Enter, and waits until it took effect.
    void scan(const QString& code) const;
    /// Until nothing is being looked up, moved or paid.
    void settle() const;

    Counter& counter() { return *m_counter; }
    CounterPresenter& presenter() { return m_counter->presenter; }
    CounterView& view() { return *m_counter->view; }
    PrintDesk& printer() { return *m_printer; }
    DeviceDesk& devices() { return *m_devices; }
    PaymentDesk& payments() { return *m_payments; }
    Till& till() { return *m_till; }
    MainWindow& window() { return *m_window; }
    const Cart& cart() { return presenter().cart(); }
    std::vector<services::CompletedSale> sales();

    template <typename T>
    T* shown() const
    {
        for (T* widget : m_window->findChildren<T*>()) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    /// Waits for it: what a layout has taken in is shown by an event of its own.
    template <typename T>
    T* awaitShown() const
    {
        REQUIRE(waitUntil([this] { return shown<T>() != nullptr; }));
        return shown<T>();
    }

    static const Cashier kLiNa;
    static const Cashier kZhao;

    /// Ten different articles that are sold by the piece.
    static const std::array<const char*, 10> kPieces;
    static constexpr const char* kCleanser = "6901234567892";  ///< 59.00
    static constexpr const char* kMask = "6932107858304";      ///< 99.00
    static constexpr const char* kGrapes = "2000001";          ///< 19.80 a kg
    static constexpr const char* kBag = "9000";                ///< free

private:
    void furnish(bl::test::RegisterFixture& fixture, Shift shift);

    bl::test::TempDirectory m_directory;
    bl::test::FakeWallClock m_wall;
    bl::test::FakeMonotonicClock m_monotonic;
    SystemRandom m_writerRandom;
    SystemRandom m_screenRandom;
    std::unique_ptr<Till> m_till;
    std::unique_ptr<PaymentDesk> m_payments;
    std::unique_ptr<DeviceDesk> m_devices;
    std::unique_ptr<PrintDesk> m_printer;
    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<MainWindow> m_window;
};

/// A simulated printer on a socket.
class StagePrinter {
public:
    StagePrinter();

    std::string address() const;
    void takePaperOut();
    void endPaperAfter(int lines);
    void putPaperIn();
    /// Takes no more than that many bytes a second.
    void slowDown(int bytesPerSecond);
    sim::SimulatorHost& line() { return m_simulator->line(); }

    int receipts() const { return m_receipts; }
    int drawers() const { return m_drawers; }
    /// What came out, as text, a piece of paper each.
    std::vector<std::string> papers() const;
    /// "drawer" and "paper" in the order in which they came.
    std::vector<std::string> order() const;

private:
    void note(const sim::SimulatorEvent& event);

    std::atomic<int> m_receipts = 0;
    std::atomic<int> m_drawers = 0;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_papers;
    std::vector<std::string> m_order;
    std::unique_ptr<sim::PrinterSimulator> m_simulator;
};

/// All texts of a receipt, a line each.
std::string flat(const ReceiptDocument& document);

}  // namespace bl::desktop::test
