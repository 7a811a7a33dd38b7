#include "core/ports/receipt_document_json.h"
#include "core/services/print_service.h"
#include "tests/support/catch.h"
#include "tests/support/register_fixture.h"

using namespace bl;
using namespace bl::test;
using storage::PrintState;

namespace {

constexpr const char* kSlot = "receipt-printer-1";

/// A register with an open shift and something to sell.
struct PrintingShop {
    TempDirectory directory;
    RegisterFixture till{directory.file("branchline.db")};
    catalog::Product product = till.product("A1", 1250);
    services::PrintService prints{*till.context};

    PrintingShop()
    {
        must(services::ShiftService(*till.context).open(Money{}, RegisterFixture::kCashier));
    }

    Result<services::CompletedSale> sell(Money received)
    {
        const auto ticket = till.ticket({product});
        must(services::TicketService(*till.context).save(ticket, RegisterFixture::kCashier));
        return services::SellService(*till.context)
            .pay(ticket.id(), {{"cash", ticket.total(), received}}, RegisterFixture::kCashier,
                kSlot);
    }

    storage::PrintJob job(storage::PrintJobId id)
    {
        return must(storage::PrintJobStore(*till.database).find(id)).value();
    }

    storage::PrintJobId queue(const char* title)
    {
        return must(prints.queue(kSlot, title, ReceiptDocument{{ReceiptText{title}}}));
    }

    /// One try that ends so.
    void attempt(storage::PrintJobId id, const Result<PrintProof>& outcome, PaperTrace trace)
    {
        (void)must(prints.begin(id));
        must(prints.end(id, outcome, trace));
    }
};

std::vector<std::string> titlesOf(const std::vector<storage::PrintJob>& jobs)
{
    std::vector<std::string> titles;
    for (const auto& job : jobs)
        titles.push_back(job.title);
    return titles;
}

Error paperOut()
{
    return deviceError(DeviceFault::NoPaper, "escpos+tcp://printer:9100");
}

}  // namespace

TEST_CASE("A receipt is queued with its sale, with the drawer for cash", "[services][printing]")
{
    PrintingShop shop;
    const auto sale = must(shop.sell(Money::minor(2000)));

    REQUIRE(sale.printJob);
    const auto job = shop.job(*sale.printJob);
    CHECK(job.state == PrintState::Queued);
    CHECK(job.title == sale.sale.receipt);
    CHECK(job.saleSeq == sale.line.seq);
    CHECK(job.printer == kSlot);
    CHECK(job.drawer == DrawerPulse::Open);
    CHECK(job.tries == 0);
}

TEST_CASE("A sale that is refused queues nothing", "[services][printing]")
{
    PrintingShop shop;
    CHECK_FALSE(shop.sell(Money::minor(100)));

    CHECK(must(storage::PrintJobStore(*shop.till.database).open()).empty());
}

TEST_CASE("A job's try is stored as it begins and as it ends", "[services][printing]")
{
    PrintingShop shop;
    const auto id = shop.queue("Shift report");

    const auto begun = must(shop.prints.begin(id));
    CHECK(begun.tries == 1);
    CHECK(shop.job(id).state == PrintState::Sending);
    must(shop.prints.end(id, PrintProof::Confirmed, PaperTrace::Possible));
    CHECK(shop.job(id).state == PrintState::Confirmed);
    CHECK(must(shop.prints.recover()).empty());
}

TEST_CASE("Each way in which printing ends has a state of its own", "[services][printing]")
{
    struct Ending {
        Result<PrintProof> outcome;
        PrintState state;
        std::optional<DeviceFault> fault;
    };
    const Ending ending = GENERATE(Ending{PrintProof::Sent, PrintState::Sent, {}},
        Ending{PrintProof::Confirmed, PrintState::Confirmed, {}},
        Ending{paperOut(), PrintState::Failed, DeviceFault::NoPaper},
        Ending{deviceError(DeviceFault::OutcomeUnknown, "printer"), PrintState::Unknown,
            DeviceFault::OutcomeUnknown},
        Ending{Error{ErrorCode::Cancelled, {}}, PrintState::Failed, {}});
    PrintingShop shop;
    const auto id = shop.queue("slip");
    shop.attempt(id, ending.outcome, PaperTrace::Possible);

    CHECK(shop.job(id).state == ending.state);
    CHECK(shop.job(id).fault == ending.fault);
}

TEST_CASE("Only a try that may have left something on paper makes the next one a copy",
    "[services][printing]")
{
    PrintingShop shop;
    const auto id = shop.queue("slip");
    shop.attempt(id, paperOut(), PaperTrace::None);
    shop.attempt(id, paperOut(), PaperTrace::None);
    CHECK(must(shop.prints.begin(id)).tries == 1);
    must(shop.prints.end(id, paperOut(), PaperTrace::Possible));

    CHECK(must(shop.prints.begin(id)).tries == 2);
}

TEST_CASE(
    "A copy that came out takes the place of the receipt's own open jobs", "[services][printing]")
{
    PrintingShop shop;
    const auto sale = must(shop.sell(Money::minor(2000)));
    shop.attempt(*sale.printJob, paperOut(), PaperTrace::None);
    const auto other = must(shop.sell(Money::minor(2000)));
    const auto open = must(shop.prints.beginCopy(sale.sale.receipt));
    CHECK(open == std::vector<storage::PrintJobId>{*sale.printJob});
    must(shop.prints.endCopy(open, PrintProof::Sent, PaperTrace::Possible));
    CHECK(shop.job(*sale.printJob).state == PrintState::Dropped);
    CHECK(shop.job(*other.printJob).state == PrintState::Queued);
    CHECK(must(shop.prints.beginCopy(sale.sale.receipt)).empty());
}

TEST_CASE("A receipt is a copy from the moment in which one was begun, unless nothing came of it",
    "[services][printing]")
{
    PrintingShop shop;
    const auto sale = must(shop.sell(Money::minor(2000)));
    const auto trace = GENERATE(PaperTrace::None, PaperTrace::Possible);
    shop.attempt(*sale.printJob, paperOut(), PaperTrace::None);
    const auto open = must(shop.prints.beginCopy(sale.sale.receipt));
    CHECK(shop.job(*sale.printJob).tries == 1);
    must(shop.prints.endCopy(open, paperOut(), trace));
    CHECK(shop.job(*sale.printJob).state == PrintState::Failed);
    CHECK(must(shop.prints.begin(*sale.printJob)).tries == (trace == PaperTrace::None ? 1 : 2));
}

TEST_CASE("A receipt that is being printed while its copy comes out has its own end",
    "[services][printing]")
{
    PrintingShop shop;
    const auto sale = must(shop.sell(Money::minor(2000)));
    (void)must(shop.prints.begin(*sale.printJob));
    const auto open = must(shop.prints.beginCopy(sale.sale.receipt));
    must(shop.prints.endCopy(open, PrintProof::Confirmed, PaperTrace::Possible));
    CHECK(shop.job(*sale.printJob).state == PrintState::Sending);
    must(shop.prints.end(*sale.printJob, PrintProof::Confirmed, PaperTrace::Possible));
    CHECK(shop.job(*sale.printJob).state == PrintState::Confirmed);
}

TEST_CASE("The drawer opens with the first try alone", "[services][printing]")
{
    PrintingShop shop;
    const auto sale = must(shop.sell(Money::minor(1250)));

    CHECK(must(shop.prints.begin(*sale.printJob)).drawer == DrawerPulse::Open);
    must(shop.prints.end(*sale.printJob, paperOut(), PaperTrace::None));
    CHECK(must(shop.prints.begin(*sale.printJob)).drawer == DrawerPulse::None);
}

TEST_CASE(
    "A receipt of which a copy may be on paper opens no drawer any more", "[services][printing]")
{
    PrintingShop shop;
    const auto sale = must(shop.sell(Money::minor(1250)));
    must(shop.prints.endCopy(
        must(shop.prints.beginCopy(sale.sale.receipt)), paperOut(), PaperTrace::Possible));

    CHECK(must(shop.prints.begin(*sale.printJob)).drawer == DrawerPulse::None);
}

TEST_CASE("After a crash what was being sent is unknown, and all that is open is offered in order",
    "[services][printing]")
{
    TempDirectory directory;
    storage::PrintJobId sending = 0;
    {
        RegisterFixture till(directory.file("branchline.db"));
        services::PrintService prints(*till.context);
        const ReceiptDocument document{{ReceiptText{"a"}}};
        const auto failed = must(prints.queue(kSlot, "failed", document));
        sending = must(prints.queue(kSlot, "sending", document));
        const auto done = must(prints.queue(kSlot, "done", document));
        const auto dropped = must(prints.queue(kSlot, "dropped", document));
        (void)must(prints.queue(kSlot, "queued", document));
        (void)must(prints.begin(failed));
        must(prints.end(failed, paperOut(), PaperTrace::Possible));
        (void)must(prints.begin(done));
        must(prints.end(done, PrintProof::Sent, PaperTrace::Possible));
        must(prints.drop(dropped));
        (void)must(prints.begin(sending));
    }
    RegisterFixture again(directory.file("branchline.db"));
    services::PrintService prints(*again.context);
    const auto left = must(prints.recover());

    CHECK(titlesOf(left) == std::vector<std::string>{"failed", "sending", "queued"});
    CHECK(left[1].id == sending);
    CHECK(left[1].state == PrintState::Unknown);
    CHECK(must(prints.begin(sending)).tries == 2);
}

TEST_CASE("Jobs that are over are forgotten after a week, open ones never", "[services][printing]")
{
    PrintingShop shop;
    const auto over = shop.queue("over");
    shop.attempt(over, PrintProof::Confirmed, PaperTrace::Possible);
    const auto open = shop.queue("open");
    shop.attempt(open, paperOut(), PaperTrace::Possible);

    shop.till.clock.advance(std::chrono::hours{24 * 6});
    CHECK(must(shop.prints.recover()).size() == 1);
    CHECK(must(storage::PrintJobStore(*shop.till.database).find(over)));
    shop.till.clock.advance(std::chrono::hours{24 * 30});
    CHECK(titlesOf(must(shop.prints.recover())) == std::vector<std::string>{"open"});
    CHECK_FALSE(must(storage::PrintJobStore(*shop.till.database).find(over)));
}

TEST_CASE("A job that does not exist cannot begin", "[services][printing]")
{
    PrintingShop shop;
    const auto begun = shop.prints.begin(4711);
    REQUIRE_FALSE(begun);
    CHECK(begun.error().code == ErrorCode::NotFound);
}
