#include "app/desktop/printing/print_queue.h"
#include "app/desktop/widgets/banner.h"
#include "core/storage/print_job_store.h"
#include "tests/desktop/counter_stage.h"
#include "tests/support/catch.h"

#include <QLabel>

namespace bl::desktop::test {

namespace {

using bl::test::must;
using storage::PrintJob;
using storage::PrintState;

constexpr const char* kCopyMark = "重印";

/// The counter with a simulated printer.
struct PrintingCounter {
    StagePrinter printer;
    CounterStage stage;

    PrintingCounter() { REQUIRE(stage.printer().usePrinter(printer.address(), {})); }

    /// The next start, where the printer is set up as before.
    void startAgain()
    {
        stage.drop();
        stage.begin();
        REQUIRE(stage.printer().usePrinter(printer.address(), {}));
    }

    /// Sells one piece for cash; its receipt prints or not.
    std::string sell(const char* code = CounterStage::kCleanser)
    {
        stage.scan(QString::fromLatin1(code));
        std::string receipt;
        const auto heard = QObject::connect(&stage.presenter(), &CounterPresenter::sold,
            [&](const SaleSummary& sale) { receipt = sale.receipt; });
        stage.presenter().pay(QStringLiteral("1000"));
        REQUIRE(waitUntil([&] { return !receipt.empty(); }));
        QObject::disconnect(heard);
        return receipt;
    }

    /// Sells, and waits until the cashier is told that the receipt did not come out.
    std::string sellInVain()
    {
        QSignalSpy failed(&stage.presenter(), &CounterPresenter::printingFailed);
        const auto receipt = sell();
        // Half a dozen seconds may go by until a silent printer is given up.
        const auto told = [&] {
            return failed.count() == 1;
        };
        REQUIRE((waitUntil(told) || waitUntil(told)));
        return receipt;
    }

    /// Has the newest receipt printed from the list; whether that went well.
    bool reprint()
    {
        auto& receipts = stage.counter().receipts;
        QSignalSpy listed(&receipts, &ReceiptsPresenter::listed);
        receipts.load();
        REQUIRE(waitUntil([&] { return listed.count() == 1; }));
        QSignalSpy reprinted(&receipts, &ReceiptsPresenter::reprinted);
        QSignalSpy failed(&receipts, &ReceiptsPresenter::failed);
        receipts.reprint(0);
        REQUIRE(waitUntil([&] { return reprinted.count() + failed.count() == 1; }));
        return reprinted.count() == 1;
    }

    Banner* banner() const { return stage.shown<Banner>(); }
    QString said() const
    {
        REQUIRE(banner());
        return banner()->findChild<QLabel*>()->text();
    }

    /// Presses the banner's button and waits for that many receipts.
    void printAgain(int receipts = 1)
    {
        REQUIRE(banner());
        QSignalSpy printed(&stage.presenter(), &CounterPresenter::receiptPrinted);
        Q_EMIT banner()->actionTriggered();
        REQUIRE(waitUntil([&] { return printed.count() == receipts; }));
    }

    /// What is stored, when the writer has done what was asked of it before.
    PrintJob job(storage::PrintJobId id)
    {
        return must(stage.till().writer().call([id](sql::Database& database) {
            return storage::PrintJobStore(database).find(id);
        })).value();
    }
};

bool isMarked(const std::string& paper)
{
    return paper.find(kCopyMark) != std::string::npos;
}

bool isOn(const std::string& paper, const std::string& text)
{
    return paper.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("A receipt whose printer was off comes out once when it is back, as the original",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.line().unplug();
    const auto receipt = counter.sellInVain();
    CHECK(counter.job(1).state == PrintState::Failed);
    CHECK(counter.banner());

    REQUIRE(counter.printer.line().plugIn());
    counter.printAgain();

    REQUIRE(counter.printer.papers().size() == 1);
    CHECK(isOn(counter.printer.papers()[0], receipt));
    CHECK_FALSE(isMarked(counter.printer.papers()[0]));
    CHECK(counter.job(1).state == PrintState::Confirmed);
    CHECK_FALSE(counter.banner());
}

TEST_CASE("Paper that ends in the middle is told; the receipt is printed again whole and marked",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.endPaperAfter(4);
    const auto receipt = counter.sellInVain();
    CHECK(counter.job(1).state == PrintState::Failed);
    CHECK(counter.job(1).fault == DeviceFault::NoPaper);

    counter.printer.putPaperIn();
    counter.printAgain();

    const auto papers = counter.printer.papers();
    REQUIRE_FALSE(papers.empty());
    CHECK(isMarked(papers.back()));
    CHECK(isOn(papers.back(), receipt));
    CHECK(isOn(papers.back(), "59.00"));
    for (std::size_t i = 0; i + 1 < papers.size(); ++i)
        CHECK_FALSE(isMarked(papers[i]));
    CHECK(counter.job(1).state == PrintState::Confirmed);
    // Before the receipt, and not with the copy.
    CHECK(counter.printer.drawers() == 1);
    CHECK(counter.printer.order().front() == "drawer");
}

TEST_CASE("A printer that falls silent after it took all leaves a receipt that nobody is sure of",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    REQUIRE(waitUntil([&] { return counter.stage.printer().state() == PrinterState::Ready; }));
    sim::LineFaults silent;
    silent.mute = true;
    counter.printer.line().setFaults(silent);
    counter.sellInVain();
    CHECK(counter.job(1).state == PrintState::Unknown);

    counter.printer.line().setFaults({});
    counter.printAgain();
    CHECK(isMarked(counter.printer.papers().back()));
}

TEST_CASE("A sale that was stored and never printed is offered at the next start",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.stage.scan(QString::fromLatin1(CounterStage::kCleanser));
    std::string receipt;
    counter.stage.till().write(
        &counter.stage.presenter(),
        [id = counter.stage.presenter().ticket()](TillServices& services) {
            return services.sell.pay(id, {{sales::kCash, Money::minor(5900), Money::minor(5900)}},
                CounterStage::kLiNa.id, kReceiptPrinterSlot);
        },
        [&](const Result<services::CompletedSale>& sold) { receipt = must(sold).sale.receipt; });
    REQUIRE(waitUntil([&] { return !receipt.empty(); }));

    counter.startAgain();
    REQUIRE(waitUntil([&] { return counter.banner() != nullptr; }));
    CHECK(counter.said().contains(QString::fromStdString(receipt)));
    CHECK(counter.printer.papers().empty());
    counter.printAgain();

    REQUIRE(counter.printer.papers().size() == 1);
    CHECK(isOn(counter.printer.papers()[0], receipt));
    CHECK_FALSE(isMarked(counter.printer.papers()[0]));
    counter.startAgain();
    CHECK_FALSE(counter.banner());
}

TEST_CASE("A receipt that was on its way when the program ended is offered, and comes out marked",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.slowDown(40);
    const auto receipt = counter.sell();
    REQUIRE(waitUntil([&] { return counter.job(1).state == PrintState::Sending; }));
    REQUIRE(waitUntil([&] { return counter.printer.drawers() == 1; }));

    counter.stage.drop();
    counter.printer.putPaperIn();
    counter.stage.begin();
    REQUIRE(counter.stage.printer().usePrinter(counter.printer.address(), {}));
    REQUIRE(waitUntil([&] { return counter.banner() != nullptr; }));
    CHECK(counter.said().contains(QString::fromStdString(receipt)));
    CHECK(counter.job(1).state == PrintState::Unknown);
    counter.printAgain();

    CHECK(isMarked(counter.printer.papers().back()));
    CHECK(isOn(counter.printer.papers().back(), receipt));
    CHECK(counter.printer.drawers() == 1);
}

TEST_CASE("While the printer is busy sales go on, and their receipts come in order",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.slowDown(100);
    QSignalSpy printed(&counter.stage.presenter(), &CounterPresenter::receiptPrinted);
    std::vector<std::string> receipts;
    for (const char* code : {CounterStage::kCleanser, CounterStage::kMask, CounterStage::kCleanser})
        receipts.push_back(counter.sell(code));
    CHECK(printed.count() == 0);
    CHECK(counter.stage.printer().state() == PrinterState::Printing);

    counter.printer.putPaperIn();
    REQUIRE(waitUntil([&] { return printed.count() == 3; }));
    const auto papers = counter.printer.papers();
    REQUIRE(papers.size() == 3);
    for (std::size_t i = 0; i < papers.size(); ++i) {
        CHECK(isOn(papers[i], receipts[i]));
        CHECK_FALSE(isMarked(papers[i]));
    }
    CHECK(counter.printer.order()
        == std::vector<std::string>{"drawer", "paper", "drawer", "paper", "drawer", "paper"});
}

TEST_CASE("What did not come out stays in sight over the next sale, and comes out oldest first",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.line().unplug();
    const auto first = counter.sellInVain();
    const auto second = counter.sellInVain();

    REQUIRE(counter.printer.line().plugIn());
    QSignalSpy printed(&counter.stage.presenter(), &CounterPresenter::receiptPrinted);
    const auto third = counter.sell();
    REQUIRE(waitUntil([&] { return printed.count() == 1; }));
    CHECK(counter.banner());
    counter.printAgain(2);

    const auto papers = counter.printer.papers();
    REQUIRE(papers.size() == 3);
    CHECK(isOn(papers[0], third));
    CHECK(isOn(papers[1], first));
    CHECK(isOn(papers[2], second));
}

TEST_CASE("What did not come out is still offered after a mistake, and after its message",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.line().unplug();
    const auto receipt = counter.sellInVain();
    const auto offer = counter.said();

    counter.stage.scan(QStringLiteral("4711"));
    CHECK(counter.said() == offer);
    counter.stage.scan(QString::fromLatin1(CounterStage::kMask));
    REQUIRE(counter.banner());
    CHECK(counter.said() == offer);

    REQUIRE(counter.printer.line().plugIn());
    counter.printAgain();
    CHECK_FALSE(counter.banner());
    REQUIRE(counter.printer.papers().size() == 1);
    CHECK(isOn(counter.printer.papers()[0], receipt));
}

TEST_CASE("A copy from the list of receipts takes the place of the receipt that did not come out",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.line().unplug();
    counter.sellInVain();
    REQUIRE(counter.printer.line().plugIn());
    REQUIRE(counter.reprint());
    REQUIRE(counter.printer.papers().size() == 1);
    CHECK(isMarked(counter.printer.papers()[0]));
    CHECK_FALSE(counter.banner());
    CHECK(counter.job(1).state == PrintState::Dropped);

    counter.startAgain();
    counter.stage.settle();
    CHECK_FALSE(counter.banner());
}

TEST_CASE(
    "A receipt of which a copy was begun comes out as a copy too", "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.line().unplug();
    counter.sellInVain();
    const bool begun = GENERATE(true, false);
    if (begun) {
        REQUIRE(counter.printer.line().plugIn());
        counter.printer.endPaperAfter(4);
    }
    REQUIRE_FALSE(counter.reprint());
    REQUIRE(counter.banner());

    REQUIRE(counter.printer.line().plugIn());
    counter.printer.putPaperIn();
    counter.printAgain();
    CHECK(isMarked(counter.printer.papers().back()) == begun);
    CHECK(counter.job(1).state == PrintState::Confirmed);
}

TEST_CASE("A try that cannot begin does not make a receipt an original again",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.endPaperAfter(4);
    counter.sellInVain();
    counter.printer.putPaperIn();
    const auto tell = [&](const char* sql) {
        must(counter.stage.till().writer().call(
            [sql](sql::Database& database) { return database.run(sql); }));
    };
    // The disk is full at that moment.
    tell("CREATE TRIGGER full BEFORE UPDATE OF tries ON print_jobs WHEN NEW.tries > OLD.tries"
         " BEGIN SELECT RAISE(ABORT, 'full'); END");
    QSignalSpy failed(&counter.stage.presenter(), &CounterPresenter::printingFailed);
    Q_EMIT counter.banner()->actionTriggered();
    REQUIRE(waitUntil([&] { return failed.count() == 1; }));
    tell("DROP TRIGGER full");

    counter.printAgain();
    CHECK(isMarked(counter.printer.papers().back()));
}

TEST_CASE(
    "A receipt whose printer was taken away waits for the next one", "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.line().unplug();
    const auto receipt = counter.sellInVain();
    REQUIRE(counter.stage.printer().usePrinter({}, {}));
    counter.stage.drop();
    counter.stage.begin();
    REQUIRE(waitUntil([&] { return counter.banner() != nullptr; }));

    QSignalSpy failed(&counter.stage.presenter(), &CounterPresenter::printingFailed);
    Q_EMIT counter.banner()->actionTriggered();
    REQUIRE(waitUntil([&] { return failed.count() == 1; }));
    CHECK(counter.job(1).fault == DeviceFault::NotConfigured);

    StagePrinter other;
    REQUIRE(counter.stage.printer().usePrinter(other.address(), {}));
    counter.printAgain();
    REQUIRE(other.papers().size() == 1);
    CHECK(isOn(other.papers()[0], receipt));
}

TEST_CASE("A receipt that nobody wants is not offered again", "[desktop][printing][queue]")
{
    PrintingCounter counter;
    counter.printer.line().unplug();
    counter.sellInVain();
    Q_EMIT counter.banner()->dismissed();
    CHECK(counter.job(1).state == PrintState::Dropped);

    counter.startAgain();
    counter.stage.settle();
    CHECK_FALSE(counter.banner());
}

TEST_CASE("Other documents are queued too, and marked when they come out again",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    auto& prints = counter.stage.counter().prints;
    counter.printer.endPaperAfter(1);
    const ReceiptDocument report{
        {ReceiptText{"Z 17"}, ReceiptText{"a"}, ReceiptText{"b"}, ReceiptText{"c"}}};
    std::optional<bool> printed;
    const auto note = [&](const Result<PrintProof>& outcome) {
        printed = bool(outcome);
    };
    prints.print(&counter.stage.presenter(), "Shift report", report, note);
    REQUIRE(waitUntil([&] { return printed.has_value(); }));
    CHECK_FALSE(*printed);
    CHECK(counter.job(1).title == "Shift report");

    counter.printer.putPaperIn();
    printed.reset();
    prints.print(&counter.stage.presenter(), 1, note);
    REQUIRE(waitUntil([&] { return printed.has_value(); }));
    CHECK(*printed);
    CHECK(isMarked(counter.printer.papers().back()));
    CHECK(isOn(counter.printer.papers().back(), "Z 17"));
}

TEST_CASE("A document that is asked for again after it failed is the same one, and marked",
    "[desktop][printing][queue]")
{
    PrintingCounter counter;
    auto& prints = counter.stage.counter().prints;
    const ReceiptDocument report{{ReceiptText{"Z 17"}, ReceiptText{"a"}, ReceiptText{"b"}}};
    std::optional<bool> printed;
    const auto ask = [&] {
        printed.reset();
        prints.print(&counter.stage.presenter(), "Shift report", report,
            [&](const Result<PrintProof>& outcome) { printed = bool(outcome); });
        REQUIRE(waitUntil([&] { return printed.has_value(); }));
    };
    counter.printer.endPaperAfter(1);
    ask();
    CHECK_FALSE(*printed);
    counter.printer.putPaperIn();
    ask();
    CHECK(*printed);
    CHECK(isMarked(counter.printer.papers().back()));
    CHECK(counter.job(1).state == PrintState::Confirmed);
    // One more is wished for, and is nobody's second try.
    ask();
    CHECK_FALSE(isMarked(counter.printer.papers().back()));
}

}  // namespace bl::desktop::test
