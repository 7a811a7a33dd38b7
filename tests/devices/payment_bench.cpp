#include "tests/devices/payment_bench.h"

#include "devices/payment/zvt_words.h"
#include "devices/transport/transport_factory.h"

namespace bl::test {

namespace {

ZvtTiming timingOf(Patience patience)
{
    using std::chrono::milliseconds;
    if (patience == Patience::Long)
        return {};
    return {.link = {.connect = milliseconds{5'000},
                .acknowledge = milliseconds{150},
                .character = milliseconds{100}},
        .reply = milliseconds{150},
        .silence = milliseconds{150},
        .whole = milliseconds{5'000}};
}

template <typename Driver>
MadeDriver madeOf(std::unique_ptr<Driver> driver)
{
    MadeDriver made;
    made.role = static_cast<PaymentTerminal*>(driver.get());
    made.driver = std::move(driver);
    return made;
}

}  // namespace

void BenchConnection::hear(const sim::SimulatorHost::Event& event)
{
    const std::lock_guard lock(mutex);
    open = std::holds_alternative<sim::SimulatorHost::Connected>(event);
    changed.notify_all();
}

void BenchConnection::awaitHungUp()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return !open; });
}

ZvtBench::ZvtBench(sim::SimPlug plug, sim::ZvtHabits habits)
    : m_simulator(must(sim::ZvtSimulator::start(plug, std::move(habits),
        [connection = m_connection](const sim::ZvtSimulator::Event& event) {
            if (const auto* line = std::get_if<sim::SimulatorHost::Event>(&event))
                connection->hear(*line);
        })))
{
    if (const auto* pty = std::get_if<sim::PtyPlug>(&plug))
        m_address = "zvt+serial://" + pty->link;
    else
        m_address = "zvt+tcp://127.0.0.1:" + std::to_string(m_simulator->port());
}

MadeDriver ZvtBench::driver(Patience patience)
{
    const auto address = must(DeviceAddress::parse(m_address));
    const auto framing = std::holds_alternative<SerialPlace>(address.place)
        ? zvt::ZvtLink::Framing::Serial
        : zvt::ZvtLink::Framing::Plain;
    return madeOf(std::make_unique<ZvtTerminal>(m_address,
        createTransport(address, m_cancellation, m_trace), framing,
        ZvtSettings{zvt::Password{}, must(zvt::currencyCode("CNY"))}, timingOf(patience)));
}

void ZvtBench::prepare(Accident accident)
{
    sim::ZvtFaults faults;
    switch (accident) {
    case Accident::None: break;
    case Accident::Decline: faults.decline = 0x05; break;
    case Accident::CustomerAborts: faults.customerAborts = true; break;
    case Accident::LoseCompletion: faults.loseCompletion = true; break;
    case Accident::LateStatus: faults.lateStatus = std::chrono::milliseconds{400}; break;
    case Accident::RepeatStatus: faults.repeatStatus = true; break;
    case Accident::WrongAmount: faults.wrongAmount = 100; break;
    case Accident::Busy: faults.busy = true; break;
    case Accident::NoMemory:
        faults.loseCompletion = true;
        faults.noRepeatReceipt = true;
        break;
    case Accident::Nak: faults.nak = 2; break;
    case Accident::BadChecksum: faults.badCrc = 2; break;
    case Accident::Silence: faults.muteAt = 1; break;
    }
    m_simulator->setFaults(faults);
}

std::int64_t ZvtBench::chargedAt(const sim::ZvtSimulator& simulator)
{
    std::int64_t sum = 0;
    for (const auto& booking : simulator.bookings()) {
        if (booking.result != 0)
            continue;
        sum += booking.kind == sim::ZvtBooking::Kind::Payment ? booking.amount : -booking.amount;
    }
    return sum;
}

namespace {

const SystemWallClock kCodesClock;

/// What a payment by code lives in: nothing has to be opened.
class CodeDriver final : public DeviceDriver, public CodePayment {
public:
    using CodePayment::CodePayment;

    Result<void> open() override { return {}; }
    Result<void> attend(std::chrono::milliseconds) override { return {}; }
    void wake() override {}
    void close() override {}
    DeviceReading reading() const override { return {}; }
};

}  // namespace

MadeDriver CodesBench::driver(Patience)
{
    using std::chrono::milliseconds;
    return madeOf(std::make_unique<CodeDriver>(m_gateway, kCodesClock, "134567890123456789",
        m_cancellation, CodePaymentTiming{milliseconds{1}, milliseconds{2}, milliseconds{200}}));
}

namespace {

sim::GatewayFaults gatewayFaults(Accident accident)
{
    sim::GatewayFaults faults;
    switch (accident) {
    case Accident::Decline: faults.decline = true; break;
    case Accident::CustomerAborts: faults.confirmAfter = -1; break;
    case Accident::LoseCompletion:
    case Accident::NoMemory: faults.loseAnswers = true; break;
    case Accident::Silence: faults.loseRequest = true; break;
    case Accident::LateStatus: faults.delayRequest = true; break;
    case Accident::RepeatStatus: faults.confirmAfter = 3; break;
    case Accident::WrongAmount: faults.wrongAmount = 100; break;
    default: break;
    }
    return faults;
}

struct OwnGateway {
    std::unique_ptr<HttpPaymentGateway> gateway;
};

/// A code that is charged over HTTP.
class HttpCodeDriver final : public DeviceDriver, private OwnGateway, public CodePayment {
public:
    HttpCodeDriver(std::unique_ptr<HttpPaymentGateway> made,
        std::shared_ptr<const Cancellation> cancellation, CodePaymentTiming timing)
        : OwnGateway{std::move(made)}
        , CodePayment(*gateway, kCodesClock, HttpCodesBench::kCode, std::move(cancellation), timing)
    {
    }

    Result<void> open() override { return gateway->open(); }
    Result<void> attend(std::chrono::milliseconds limit) override { return gateway->attend(limit); }
    void wake() override { gateway->wake(); }
    void close() override { static_cast<DeviceDriver&>(*gateway).close(); }
    DeviceReading reading() const override { return gateway->reading(); }
};

}  // namespace

void CodesBench::prepare(Accident accident)
{
    m_gateway.setFaults(gatewayFaults(accident));
}

HttpCodesBench::HttpCodesBench(sim::CodesHabits habits)
    : m_simulator(must(sim::CodesSimulator::start(
        {}, std::move(habits), [](const sim::CodesSimulator::Served&) {})))
    , m_address("codes+http://127.0.0.1:" + std::to_string(m_simulator->port()) + "/v1?merchant=M1")
{
}

MadeDriver HttpCodesBench::driver(Patience patience)
{
    using std::chrono::milliseconds;
    const auto address = must(DeviceAddress::parse(m_address));
    const bool isShort = patience == Patience::Short;
    auto gateway = std::make_unique<HttpPaymentGateway>(m_address,
        std::get<HttpPlace>(address.place), GatewayAccount{address.option("merchant"), "secret"},
        DriverSurroundings{m_cancellation, m_trace,
            [](DeviceEvent) {
            }},
        isShort ? GatewayTiming{milliseconds{5'000}, milliseconds{200}} : GatewayTiming{});
    return madeOf(std::make_unique<HttpCodeDriver>(std::move(gateway), m_cancellation,
        CodePaymentTiming{milliseconds{1}, milliseconds{20}, milliseconds{isShort ? 200 : 3'000}}));
}

void HttpCodesBench::prepare(Accident accident)
{
    m_simulator->setFaults({gatewayFaults(accident), {}, false});
}

NexoBench::NexoBench(sim::NexoHabits habits)
    : m_simulator(
        must(sim::NexoSimulator::start({}, std::move(habits), [](const sim::NexoBooking&) {})))
    , m_address(
          "nexo+http://127.0.0.1:" + std::to_string(m_simulator->port()) + "/nexo?poi=P1&sale=S1")
{
}

MadeDriver NexoBench::driver(Patience patience)
{
    using std::chrono::milliseconds;
    const auto address = must(DeviceAddress::parse(m_address));
    NexoTiming timing;
    timing.poll = milliseconds{10};
    if (patience == Patience::Short)
        timing.payment = milliseconds{200};
    return madeOf(std::make_unique<NexoTerminal>(m_address, std::get<HttpPlace>(address.place),
        NexoSettings{
            address.option("poi"), address.option("sale"), must(Currency::create("CNY")), {}},
        DriverSurroundings{m_cancellation, m_trace,
            [](DeviceEvent) {
            }},
        timing));
}

void NexoBench::prepare(Accident accident)
{
    using HttpAccident = sim::HttpFaults::Accident;
    sim::NexoFaults faults;
    switch (accident) {
    case Accident::Decline: faults.decline = true; break;
    case Accident::CustomerAborts: faults.customerAborts = true; break;
    case Accident::NoMemory: faults.noStatus = true; [[fallthrough]];
    case Accident::LoseCompletion: faults.line.accident = HttpAccident::LoseAnswer; break;
    case Accident::LateStatus: faults.line.slow = std::chrono::milliseconds{400}; break;
    case Accident::WrongAmount: faults.wrongAmount = 100; break;
    case Accident::Busy: faults.busy = true; break;
    case Accident::Silence: faults.line.accident = HttpAccident::LoseRequest; break;
    default: break;
    }
    m_simulator->setFaults(faults);
}

std::int64_t NexoBench::charged() const
{
    std::int64_t sum = 0;
    for (const auto& booking : m_simulator->bookings()) {
        if (booking.condition.empty())
            sum += booking.kind == "payment" ? booking.amount : -booking.amount;
    }
    return sum;
}

LrcBench::LrcBench(sim::SimPlug plug, std::string profile)
    : m_simulator(must(sim::LrcSimulator::start(plug, profile,
        [connection = m_connection](const sim::LrcSimulator::Event& event) {
            if (const auto* line = std::get_if<sim::SimulatorHost::Event>(&event))
                connection->hear(*line);
        })))
    , m_profile(std::move(profile))
{
    if (const auto* pty = std::get_if<sim::PtyPlug>(&plug))
        m_address = "lrc+serial://" + pty->link;
    else
        m_address = "lrc+tcp://127.0.0.1:" + std::to_string(m_simulator->port());
    m_address += "?profile=" + m_profile;
}

MadeDriver LrcBench::driver(Patience patience)
{
    using std::chrono::milliseconds;
    LrcTiming timing;
    if (patience == Patience::Short)
        timing.acknowledge = timing.answer = milliseconds{150};
    return madeOf(std::make_unique<LrcTerminal>(
        m_address, createTransport(must(DeviceAddress::parse(m_address)), m_cancellation, m_trace),
        *lrc::findProfile(m_profile), [](DeviceEvent) {}, timing));
}

void LrcBench::prepare(Accident accident)
{
    sim::LrcFaults faults;
    switch (accident) {
    case Accident::Decline: faults.result = "51"; break;
    case Accident::CustomerAborts: faults.result = m_profile == "unionpay" ? "UC" : "CX"; break;
    case Accident::Busy: faults.result = "BY"; break;
    case Accident::NoMemory: faults.noLast = true; [[fallthrough]];
    case Accident::LoseCompletion: faults.muteAt = 3; break;
    case Accident::LateStatus: faults.lateAnswer = std::chrono::milliseconds{400}; break;
    case Accident::WrongAmount: faults.wrongAmount = 100; break;
    case Accident::Nak: faults.nak = 2; break;
    case Accident::BadChecksum: faults.badLrc = 2; break;
    case Accident::Silence: faults.muteAt = 1; break;
    default: break;
    }
    m_simulator->setFaults(faults);
}

std::int64_t LrcBench::charged() const
{
    std::int64_t sum = 0;
    for (const auto& booking : m_simulator->bookings()) {
        if (booking.result == "00")
            sum += booking.kind == 'C' ? booking.amount : -booking.amount;
    }
    return sum;
}

MadeDriver ManualBench::driver(Patience)
{
    return madeOf(std::make_unique<ManualPaymentTerminal>(m_address,
        DriverSurroundings{m_cancellation, std::make_shared<TraceRing>(), [](DeviceEvent) {
                           }}));
}

void ManualBench::act(PaymentTerminal& terminal, const payments::PaymentAttempt& attempt)
{
    const auto minor = attempt.amount.minor();
    switch (m_accident) {
    case Accident::Decline:
    case Accident::CustomerAborts:
    case Accident::Busy: terminal.requestAbort(); return;
    case Accident::LoseCompletion:
    case Accident::NoMemory:
    case Accident::LateStatus:
        // The power goes after the card was charged.
        m_charged += minor;
        m_cancellation->request();
        return;
    case Accident::Silence: m_cancellation->request(); return;
    default: break;
    }
    m_charged += attempt.kind == payments::PaymentKind::Authorisation ? minor : -minor;
    payments::PaymentEvidence read;
    read.approval = "K7Q2";
    read.card = "4761739001010010";
    terminal.enterApproval(read);
}

}  // namespace bl::test
