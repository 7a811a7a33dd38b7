#include "devices/sim/codes_simulator.h"
#include "devices/sim/nexo_simulator.h"
#include "devices/slot/device_visit.h"
#include "tests/support/catch.h"
#include "tests/support/certificate.h"
#include "tests/support/register_fixture.h"

using namespace bl;
using namespace bl::test;

namespace {

std::unique_ptr<sim::NexoSimulator> nexoBehind(const Certificate& certificate)
{
    sim::NexoHabits habits;
    habits.proof = {certificate.cert(), certificate.key()};
    return must(sim::NexoSimulator::start({}, habits, [](const sim::NexoBooking&) {}));
}

std::unique_ptr<sim::CodesSimulator> codesBehind(const Certificate& certificate)
{
    sim::CodesHabits habits;
    habits.proof = {certificate.cert(), certificate.key()};
    return must(sim::CodesSimulator::start({}, habits, [](const sim::CodesSimulator::Served&) {}));
}

/// A nexo terminal and a gateway for payment codes, both behind the same certificate.
struct SecureCounter {
    Certificate certificate{"127.0.0.1"};
    std::unique_ptr<sim::NexoSimulator> terminal = nexoBehind(certificate);
    std::unique_ptr<sim::CodesSimulator> gateway = codesBehind(certificate);

    SlotSettings terminalSlot(const std::string& caFile) const
    {
        return {"payment-terminal-1", DeviceRole::PaymentTerminal,
            "nexo+https://127.0.0.1:" + std::to_string(terminal->port()) + "/nexo?poi=P1&sale=S1",
            {}, true, caFile};
    }
    SlotSettings gatewaySlot(const std::string& caFile) const
    {
        return {"payment-gateway-1", DeviceRole::PaymentGateway,
            "codes+https://127.0.0.1:" + std::to_string(gateway->port()) + "/v1?merchant=M1", {},
            true, caFile};
    }
};

Result<void> openOnce(const SlotSettings& slot)
{
    DriverOptions options;
    if (slot.role == DeviceRole::PaymentGateway)
        options.secret = [](const std::string&) {
            return std::string("secret");
        };
    const auto visit = must(DeviceVisit::prepare(slot, options, {}));
    auto opened = visit->open();
    if (!opened)
        return visit->explained(opened.error());
    return opened;
}

}  // namespace

TEST_CASE(
    "Terminals and gateways over HTTPS are trusted by an authority of one's own", "[payments][tls]")
{
    const SecureCounter counter;
    CHECK(openOnce(counter.terminalSlot(counter.certificate.cert())));
    CHECK(openOnce(counter.gatewaySlot(counter.certificate.cert())));
}

TEST_CASE("Nothing is said to a device whose certificate is not trusted, and the reason is told",
    "[payments][tls]")
{
    const SecureCounter counter;
    const Certificate other("127.0.0.1");
    for (const std::string& trusted : {std::string(), other.cert()}) {
        for (const auto& slot : {counter.terminalSlot(trusted), counter.gatewaySlot(trusted)}) {
            const auto opened = openOnce(slot);
            REQUIRE_FALSE(opened);
            CHECK(isFault(opened.error(), DeviceFault::AuthFailed));
            CHECK(opened.error().detail.back() == "certificate");
        }
    }
    CHECK(counter.terminal->line().requests() == 0);
    CHECK(counter.gateway->line().requests() == 0);
}

TEST_CASE("A certificate for another address is refused", "[payments][tls]")
{
    const Certificate elsewhere("192.0.2.7");
    const auto terminal = nexoBehind(elsewhere);
    const auto opened = openOnce({"payment-terminal-1", DeviceRole::PaymentTerminal,
        "nexo+https://127.0.0.1:" + std::to_string(terminal->port()) + "/?poi=P1&sale=S1", {}, true,
        elsewhere.cert()});
    REQUIRE_FALSE(opened);
    CHECK(isFault(opened.error(), DeviceFault::AuthFailed));
}

TEST_CASE("A file without certificates is told as that", "[payments][tls]")
{
    const SecureCounter counter;
    for (const std::string& file : {counter.certificate.key(), std::string("/nowhere/ca.pem")}) {
        const auto opened = openOnce(counter.terminalSlot(file));
        REQUIRE_FALSE(opened);
        CHECK(isFault(opened.error(), DeviceFault::NotConfigured));
        CHECK(opened.error().detail.back() == "ca-file");
    }
}

TEST_CASE("A simulator does not start with a certificate that is none", "[payments][tls]")
{
    sim::NexoHabits habits;
    habits.proof = {"/nowhere/cert.pem", "/nowhere/key.pem"};
    const auto started = sim::NexoSimulator::start({}, habits, [](const sim::NexoBooking&) {});
    REQUIRE_FALSE(started);
    CHECK(started.error().code == ErrorCode::UnreadableFile);
}
