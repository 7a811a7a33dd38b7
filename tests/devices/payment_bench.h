#pragma once

#include "core/services/direct_payment_journal.h"
#include "core/services/payment_service.h"
#include "core/storage/payment_file.h"
#include "devices/payment/code_payment.h"
#include "devices/payment/http_payment_gateway.h"
#include "devices/payment/lrc_terminal.h"
#include "devices/payment/manual_payment_terminal.h"
#include "devices/payment/nexo_terminal.h"
#include "devices/payment/payment_run.h"
#include "devices/payment/zvt_terminal.h"
#include "devices/sim/codes_simulator.h"
#include "devices/sim/nexo_simulator.h"
#include "devices/sim/simulated_gateway.h"
#include "devices/sim/simulated_lrc_terminal.h"
#include "devices/sim/zvt_simulator.h"
#include "devices/slot/devices.h"
#include "tests/support/register_fixture.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

/// Benches: a terminal of some kind on a real line, with books of its own that the journal of
/// payments is held against.
namespace bl::test {

/// What can happen to a payment at the terminal's side.
enum class Accident {
    None,
    Decline,
    CustomerAborts,
    LoseCompletion,
    LateStatus,
    RepeatStatus,
    WrongAmount,
    Busy,
    NoMemory,  ///< loses the completion, and cannot repeat a receipt
    Nak,
    BadChecksum,
    Silence,
};

enum class Patience {
    Long,   ///< waits that no busy machine exceeds, for terminals that answer
    Short,  ///< for terminals that will not
};

/// Whether somebody is connected to a simulator.
struct BenchConnection {
    void hear(const sim::SimulatorHost::Event& event);
    void awaitHungUp();

    std::mutex mutex;
    std::condition_variable changed;
    bool open = false;
};

/// A simulated ZVT terminal. `Plug` makes the place it is plugged in.
class ZvtBench {
public:
    explicit ZvtBench(sim::SimPlug plug, sim::ZvtHabits habits = {});

    /// A driver that is not open yet.
    MadeDriver driver(Patience patience);
    void prepare(Accident accident);
    std::int64_t charged() const { return chargedAt(*m_simulator); }
    sim::ZvtSimulator& simulator() { return *m_simulator; }
    const std::string& address() const { return m_address; }
    std::shared_ptr<Cancellation> cancellation() { return m_cancellation; }
    std::shared_ptr<TraceRing> trace() { return m_trace; }

    static std::int64_t chargedAt(const sim::ZvtSimulator& simulator);

    /// Blocks until the terminal has noticed that nobody is connected: what is sent over a serial
    /// line before that belongs to nobody.
    void awaitHungUp() { m_connection->awaitHungUp(); }

private:
    std::shared_ptr<BenchConnection> m_connection = std::make_shared<BenchConnection>();
    std::unique_ptr<sim::ZvtSimulator> m_simulator;
    std::string m_address;
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
    std::shared_ptr<TraceRing> m_trace = std::make_shared<TraceRing>();
};

struct ZvtTcpBench : ZvtBench {
    explicit ZvtTcpBench(sim::ZvtHabits habits = {})
        : ZvtBench(sim::TcpPlug{}, std::move(habits))
    {
    }
};

struct PtyPlace {
    TempDirectory directory;
};
struct ZvtPtyBench : private PtyPlace, public ZvtBench {
    explicit ZvtPtyBench(sim::ZvtHabits habits = {})
        : ZvtBench(sim::PtyPlug{directory.file("terminal")}, std::move(habits))
    {
    }
};

/// The cashier at a terminal that is not connected: types the amount there, and reports.
class ManualBench {
public:
    MadeDriver driver(Patience patience);
    void prepare(Accident accident) { m_accident = accident; }
    std::int64_t charged() const { return m_charged; }
    const std::string& address() const { return m_address; }

    /// What the cashier does when the till asks.
    void act(PaymentTerminal& terminal, const payments::PaymentAttempt& attempt);

private:
    std::string m_address = "manual:";
    Accident m_accident = Accident::None;
    std::int64_t m_charged = 0;
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
};

/// A simulated gateway for the code on a customer's phone.
class CodesBench {
public:
    MadeDriver driver(Patience patience);
    void prepare(Accident accident);
    std::int64_t charged() const { return m_gateway.charged(); }
    sim::SimulatedGateway& gateway() { return m_gateway; }
    const std::string& address() const { return m_address; }
    std::string tender() const { return "wechat"; }

private:
    std::string m_address = "codes+https://pay.example/";
    sim::SimulatedGateway m_gateway;
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
};

/// A simulated gateway on a socket.
class HttpCodesBench {
public:
    explicit HttpCodesBench(sim::CodesHabits habits = {});

    MadeDriver driver(Patience patience);
    void prepare(Accident accident);
    std::int64_t charged() const { return m_simulator->books().charged(); }
    sim::CodesSimulator& simulator() { return *m_simulator; }
    const std::string& address() const { return m_address; }
    std::string tender() const { return "wechat"; }
    std::shared_ptr<TraceRing> trace() { return m_trace; }

    static constexpr const char* kCode = "134567890123456789";

private:
    std::unique_ptr<sim::CodesSimulator> m_simulator;
    std::string m_address;
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
    std::shared_ptr<TraceRing> m_trace = std::make_shared<TraceRing>();
};

/// A simulated nexo terminal on a socket.
class NexoBench {
public:
    explicit NexoBench(sim::NexoHabits habits = {});

    MadeDriver driver(Patience patience);
    void prepare(Accident accident);
    std::int64_t charged() const;
    sim::NexoSimulator& simulator() { return *m_simulator; }
    const std::string& address() const { return m_address; }
    std::shared_ptr<TraceRing> trace() { return m_trace; }

private:
    std::unique_ptr<sim::NexoSimulator> m_simulator;
    std::string m_address;
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
    std::shared_ptr<TraceRing> m_trace = std::make_shared<TraceRing>();
};

/// A simulated acquirer's terminal.
class LrcBench {
public:
    LrcBench(sim::SimPlug plug, std::string profile);

    MadeDriver driver(Patience patience);
    void prepare(Accident accident);
    std::int64_t charged() const;
    sim::LrcSimulator& simulator() { return *m_simulator; }
    const std::string& address() const { return m_address; }
    std::shared_ptr<TraceRing> trace() { return m_trace; }
    void awaitHungUp() { m_connection->awaitHungUp(); }

private:
    std::shared_ptr<BenchConnection> m_connection = std::make_shared<BenchConnection>();
    std::unique_ptr<sim::LrcSimulator> m_simulator;
    std::string m_profile;
    std::string m_address;
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
    std::shared_ptr<TraceRing> m_trace = std::make_shared<TraceRing>();
};

struct LrcTcpBench : LrcBench {
    LrcTcpBench()
        : LrcBench(sim::TcpPlug{}, "unionpay")
    {
    }
};

struct LrcPtyBench : private PtyPlace, public LrcBench {
    LrcPtyBench()
        : LrcBench(sim::PtyPlug{directory.file("terminal")}, "binary-length")
    {
    }
};

/// A till with a journal of payments in a file, and a terminal of that kind.
template <typename Bench>
class PaymentDesk {
public:
    template <typename... Args>
    explicit PaymentDesk(Args&&... args)
        : bench(std::forward<Args>(args)...)
    {
        reopenJournal();
    }

    /// As a new start of the program: with what the last one left in the file.
    std::vector<payments::PaymentAttempt> reopenJournal()
    {
        database.reset();
        database = must(storage::openPaymentFile(directory.file("payments.db"), clock));
        service = std::make_unique<services::PaymentService>(*database, clock, ids);
        journal = std::make_unique<services::DirectPaymentJournal>(*service);
        return must(service->recover());
    }

    Result<void> connect(Patience patience)
    {
        made.driver.reset();
        if constexpr (requires { bench.awaitHungUp(); })
            bench.awaitHungUp();
        made = bench.driver(patience);
        return made.driver->open();
    }
    PaymentTerminal& terminal() { return *std::get<PaymentTerminal*>(made.role); }

    services::PaymentRequest request(std::int64_t minor)
    {
        services::PaymentRequest wanted;
        wanted.device = bench.address();
        wanted.amount = Money::minor(minor);
        wanted.currency = "CNY";
        wanted.ticket = ticket;
        if constexpr (requires { bench.tender(); })
            wanted.tender = bench.tender();
        return wanted;
    }

    Result<PaymentEnd> carryOut(const services::PaymentRequest& wanted)
    {
        return carryOut(wanted, *journal);
    }
    Result<PaymentEnd> carryOut(const services::PaymentRequest& wanted, PaymentJournal& kept)
    {
        BL_TRY(const auto attempt, service->begin(wanted));
        PaymentRun run(terminal(), kept, clock, [&](const std::string& text) {
            prompts.push_back(text);
            if constexpr (std::is_same_v<Bench, ManualBench>)
                bench.act(terminal(), attempt);
        });
        return run.carryOut(attempt);
    }
    Result<PaymentEnd> charge(std::int64_t minor) { return carryOut(request(minor)); }

    PaymentEnd resolve(const payments::PaymentAttempt& attempt)
    {
        return PaymentRun(terminal(), *journal, clock).resolve(attempt);
    }

    void nextCustomer() { ticket = TicketId{ids.next()}; }

    /// What the journal says was charged, less what was given back.
    std::int64_t journalSays()
    {
        std::int64_t sum = 0;
        for (const auto& attempt : must(service->newest(1000))) {
            if (attempt.state != payments::PaymentState::Approved)
                continue;
            const bool takes = attempt.kind == payments::PaymentKind::Authorisation;
            sum += takes ? attempt.amount.minor() : -attempt.amount.minor();
        }
        return sum;
    }

    TempDirectory directory;
    SystemWallClock clock;
    SystemRandom random;
    UuidFactory ids{clock, random};
    Bench bench;
    std::unique_ptr<sql::Database> database;
    std::unique_ptr<services::PaymentService> service;
    std::unique_ptr<services::DirectPaymentJournal> journal;
    MadeDriver made;
    TicketId ticket{ids.next()};
    std::vector<std::string> prompts;
};

}  // namespace bl::test
