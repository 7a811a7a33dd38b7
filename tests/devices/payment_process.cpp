// Charges once over ZVT with a journal in a file, and dies at a boundary: killed, as by a power
// cut.
//   payment_process ADDRESS FILE BOUNDARY    exit status 0: it got to the end before the boundary

#include "core/services/direct_payment_journal.h"
#include "core/storage/payment_file.h"
#include "devices/payment/payment_run.h"
#include "devices/payment/zvt_terminal.h"
#include "devices/payment/zvt_words.h"
#include "devices/transport/transport_factory.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace bl;
using std::chrono::milliseconds;

/// Counts what was done towards a charge; at the boundary the process is gone.
struct Boundary {
    int at = 0;
    int passed = 0;
    bool armed = false;

    void pass()
    {
        if (armed && ++passed == at)
            ::raise(SIGKILL);
    }
};

class DyingTransport final : public Transport {
public:
    DyingTransport(std::unique_ptr<Transport> line, Boundary& boundary)
        : m_line(std::move(line))
        , m_boundary(boundary)
    {
    }

    Result<void> open(milliseconds timeout) override { return m_line->open(timeout); }
    bool isOpen() const override { return m_line->isOpen(); }
    Result<void> write(std::span<const std::uint8_t> bytes, milliseconds timeout) override
    {
        m_boundary.pass();
        auto written = m_line->write(bytes, timeout);
        m_boundary.pass();
        return written;
    }
    Result<void> flush(milliseconds timeout) override { return m_line->flush(timeout); }
    Result<std::size_t> read(std::span<std::uint8_t> buffer, milliseconds timeout) override
    {
        auto count = m_line->read(buffer, timeout);
        m_boundary.pass();
        return count;
    }
    Result<void> await(milliseconds timeout) override { return m_line->await(timeout); }
    void wake() override { m_line->wake(); }
    void close(Ending ending) override { m_line->close(ending); }

private:
    std::unique_ptr<Transport> m_line;
    Boundary& m_boundary;
};

class DyingJournal final : public PaymentJournal {
public:
    DyingJournal(PaymentJournal& journal, Boundary& boundary)
        : m_journal(journal)
        , m_boundary(boundary)
    {
    }

    Result<void> record(const payments::PaymentAttempt& attempt) override
    {
        m_boundary.pass();
        auto stored = m_journal.record(attempt);
        m_boundary.pass();
        return stored;
    }
    Result<std::optional<payments::PaymentAttempt>> find(payments::PaymentId id) override
    {
        return m_journal.find(id);
    }
    Result<std::vector<payments::PaymentAttempt>> unsettled(const std::string& device) override
    {
        return m_journal.unsettled(device);
    }
    Result<std::optional<payments::PaymentId>> findByTrace(
        const std::string& device, const std::string& trace, Instant since) override
    {
        return m_journal.findByTrace(device, trace, since);
    }

private:
    PaymentJournal& m_journal;
    Boundary& m_boundary;
};

Result<bool> chargeOnce(const std::string& where, const std::string& file, Boundary& boundary)
{
    SystemWallClock clock;
    SystemRandom random;
    UuidFactory ids(clock, random);
    BL_TRY(const auto address, DeviceAddress::parse(where));
    BL_TRY(const auto currency, zvt::currencyCode("CNY"));
    BL_TRY(const auto database, storage::openPaymentFile(file, clock));
    services::PaymentService service(*database, clock, ids);
    services::DirectPaymentJournal journal(service);
    DyingJournal dying(journal, boundary);
    const auto framing = std::holds_alternative<SerialPlace>(address.place)
        ? zvt::ZvtLink::Framing::Serial
        : zvt::ZvtLink::Framing::Plain;
    ZvtTerminal terminal(where,
        std::make_unique<DyingTransport>(
            createTransport(address, std::make_shared<Cancellation>(), nullptr), boundary),
        framing, {{}, currency});
    BL_CHECK(terminal.open());
    services::PaymentRequest request;
    request.device = where;
    request.amount = Money::minor(1000);
    request.currency = "CNY";
    request.ticket = TicketId{ids.next()};
    BL_TRY(const auto attempt, service.begin(request));
    boundary.armed = true;
    const auto end = PaymentRun(terminal, dying, clock).carryOut(attempt);
    return end.attempt.state == payments::PaymentState::Approved;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    Boundary boundary;
    boundary.at = std::atoi(argv[3]);
    const auto charged = chargeOnce(argv[1], argv[2], boundary);
    if (!charged) {
        std::fprintf(stderr, "%s\n", describe(charged.error()).c_str());
        return 1;
    }
    return *charged ? 0 : 1;
}
