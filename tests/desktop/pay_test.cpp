#include "app/desktop/counter/pay_sheet.h"
#include "app/desktop/counter/quick_amounts.h"
#include "app/desktop/counter/receipts_sheet.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/number_text.h"
#include "tests/desktop/counter_stage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace bl::desktop::test {

namespace {

QString codeText(const char* text)
{
    return QString::fromLatin1(text);
}

/// Scans, presses F9 and waits for the sheet.
PaySheet* atThePaySheet(CounterStage& stage, const QString& scanned)
{
    stage.scan(scanned);
    QSignalSpy ready(&stage.presenter(), &CounterPresenter::payReady);
    stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return ready.count() == 1; }));
    auto* sheet = stage.shown<PaySheet>();
    REQUIRE(sheet);
    return sheet;
}

bool showsAmount(const QWidget& window, std::int64_t minor)
{
    const QString wanted = text::formatMoney(Money::minor(minor), Currency{"CNY", 2}, QLocale());
    for (const auto* label : window.findChildren<MoneyLabel*>()) {
        if (label->isVisible() && label->text() == wanted)
            return true;
    }
    return false;
}

std::vector<std::int64_t> minors(const std::vector<Money>& amounts)
{
    std::vector<std::int64_t> all;
    for (const Money amount : amounts)
        all.push_back(amount.minor());
    return all;
}

}  // namespace

TEST_CASE(
    "Enter on the exact amount sells, and the next scan begins a new ticket", "[desktop][pay]")
{
    CounterStage stage;
    atThePaySheet(stage, codeText(CounterStage::kCleanser));
    QSignalSpy sold(&stage.presenter(), &CounterPresenter::sold);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    CHECK_FALSE(stage.shown<PaySheet>());
    CHECK(stage.cart().lines.empty());
    CHECK(stage.view().scanField()->hasFocus());
    const auto sales = stage.sales();
    REQUIRE(sales.size() == 1);
    CHECK(sales[0].sale.total == Money::minor(5900));
    CHECK(sales[0].user == CounterStage::kLiNa.id);
}

TEST_CASE("The change stays in sight until the next scan", "[desktop][pay]")
{
    CounterStage stage;
    auto* sheet = atThePaySheet(stage, codeText(CounterStage::kCleanser));
    stage.type(QStringLiteral("100"));
    CHECK(showsAmount(*sheet, 4100));
    QSignalSpy sold(&stage.presenter(), &CounterPresenter::sold);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    CHECK(showsAmount(stage.view(), 4100));
    stage.scan(codeText(CounterStage::kMask));
    CHECK_FALSE(showsAmount(stage.view(), 4100));
    CHECK(showsAmount(stage.view(), 9900));
}

TEST_CASE("Pay and Finish pressed twice sell once", "[desktop][pay]")
{
    CounterStage stage;
    stage.scan(codeText(CounterStage::kCleanser));
    stage.press(Qt::Key_F9);
    stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_Return);
    stage.settle();
    stage.press(Qt::Key_Return);
    CHECK(stage.sales().size() == 1);
}

TEST_CASE("F9 right behind a scan pays for what was scanned", "[desktop][pay]")
{
    CounterStage stage;
    QSignalSpy ready(&stage.presenter(), &CounterPresenter::payReady);
    stage.type(codeText(CounterStage::kCleanser));
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return ready.count() == 1; }));
    CHECK(ready[0][0].value<Money>() == Money::minor(5900));
}

TEST_CASE("Too little cash is told in the sheet and sells nothing", "[desktop][pay]")
{
    CounterStage stage;
    auto* sheet = atThePaySheet(stage, codeText(CounterStage::kCleanser));
    stage.type(QStringLiteral("50"));
    stage.press(Qt::Key_Return);
    CHECK(sheet->isVisible());
    CHECK(stage.shown<Banner>());
    CHECK(stage.cart().lines.size() == 1);
    CHECK(stage.sales().empty());
}

TEST_CASE("A code that is scanned into the amount field sells nothing", "[desktop][pay]")
{
    CounterStage stage;
    auto* sheet = atThePaySheet(stage, codeText(CounterStage::kCleanser));
    stage.type(codeText(CounterStage::kMask));
    stage.press(Qt::Key_Return);
    CHECK(sheet->isVisible());
    CHECK(stage.sales().empty());
}

TEST_CASE("Without an open shift the counter asks for one and keeps the ticket", "[desktop][pay]")
{
    CounterStage stage(CounterStage::Shift::None);
    stage.scan(codeText(CounterStage::kCleanser));
    QSignalSpy needed(&stage.presenter(), &CounterPresenter::shiftNeeded);
    stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return needed.count() == 1; }));
    CHECK(stage.cart().lines.size() == 1);
    CHECK_FALSE(stage.shown<PaySheet>());
}

TEST_CASE("A ticket that costs nothing is sold too", "[desktop][pay]")
{
    CounterStage stage;
    atThePaySheet(stage, codeText(CounterStage::kBag));
    QSignalSpy sold(&stage.presenter(), &CounterPresenter::sold);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    CHECK(stage.sales().at(0).sale.total.isZero());
}

TEST_CASE("The receipt is printed after the sale, with the drawer", "[desktop][pay][printing]")
{
    StagePrinter printer;
    CounterStage stage;
    REQUIRE(stage.printer().usePrinter(printer.address(), {}));
    atThePaySheet(stage, codeText(CounterStage::kCleanser));
    QSignalSpy printed(&stage.presenter(), &CounterPresenter::receiptPrinted);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return printed.count() == 1; }));
    CHECK(printer.receipts() == 1);
    CHECK(printer.drawers() == 1);
    CHECK(stage.printer().state() == PrinterState::Ready);
}

TEST_CASE("When printing fails the sale stands, and a copy can be printed later",
    "[desktop][pay][printing]")
{
    StagePrinter printer;
    CounterStage stage;
    REQUIRE(stage.printer().usePrinter(printer.address(), {}));
    printer.takePaperOut();
    atThePaySheet(stage, codeText(CounterStage::kCleanser));
    QSignalSpy failed(&stage.presenter(), &CounterPresenter::printingFailed);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return failed.count() == 1; }));
    CHECK(stage.sales().size() == 1);
    CHECK(stage.printer().state() == PrinterState::Failed);
    auto* banner = stage.shown<Banner>();
    REQUIRE(banner);
    // The counter goes on.
    stage.scan(codeText(CounterStage::kMask));
    CHECK(stage.cart().lines.size() == 1);

    printer.putPaperIn();
    QSignalSpy printed(&stage.presenter(), &CounterPresenter::receiptPrinted);
    Q_EMIT banner->actionTriggered();
    REQUIRE(waitUntil([&] { return printed.count() == 1; }));
    // The change is paid out all the same.
    CHECK(printer.drawers() == 1);
    CHECK(stage.sales().size() == 1);
}

TEST_CASE(
    "A receipt from the list is printed as a copy and kept as PDF", "[desktop][pay][printing]")
{
    StagePrinter printer;
    CounterStage stage;
    REQUIRE(stage.printer().usePrinter(printer.address(), {}));
    atThePaySheet(stage, codeText(CounterStage::kCleanser));
    QSignalSpy first(&stage.presenter(), &CounterPresenter::receiptPrinted);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return first.count() == 1; }));

    auto& receipts = stage.counter().receipts;
    QSignalSpy listed(&receipts, &ReceiptsPresenter::listed);
    stage.press(Qt::Key_F10);
    stage.press(Qt::Key_1);
    REQUIRE(waitUntil([&] { return listed.count() == 1; }));
    REQUIRE(stage.shown<ReceiptsSheet>());
    REQUIRE(receipts.preview(0));
    CHECK(flat(*receipts.preview(0)).find("S01-1-000001") != std::string::npos);

    QSignalSpy reprinted(&receipts, &ReceiptsPresenter::reprinted);
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return reprinted.count() == 1; }));
    CHECK(printer.receipts() == 2);
    CHECK(printer.drawers() == 1);

    const QTemporaryDir directory;
    QSignalSpy saved(&receipts, &ReceiptsPresenter::saved);
    receipts.savePdf(0, directory.path());
    REQUIRE(waitUntil([&] { return saved.count() == 1; }));
    QFile pdf(saved[0][0].toString());
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
}

TEST_CASE("A receipt of another store is asked for at HQ by its number", "[desktop][pay]")
{
    StagePrinter printer;
    CounterStage stage;
    REQUIRE(stage.printer().usePrinter(printer.address(), {}));
    atThePaySheet(stage, codeText(CounterStage::kCleanser));
    QSignalSpy first(&stage.presenter(), &CounterPresenter::receiptPrinted);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return first.count() == 1; }));
    auto foreign = stage.sales().front();
    foreign.sale.receipt = "S02-1-000007";

    auto& receipts = stage.counter().receipts;
    QSignalSpy listed(&receipts, &ReceiptsPresenter::listed);
    QSignalSpy failed(&receipts, &ReceiptsPresenter::failed);
    stage.press(Qt::Key_F10);
    stage.press(Qt::Key_1);
    REQUIRE(waitUntil([&] { return listed.count() == 1; }));

    // No way to HQ: the answer says so, and a second Enter prints no other receipt.
    stage.type(QStringLiteral("s02-1-000007"));
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return failed.count() == 1; }));
    CHECK(qvariant_cast<Error>(failed[0][0]).code == ErrorCode::ReceiptNotHere);

    std::vector<std::string> asked;
    Result<storage::StoredSale> answer = Error{ErrorCode::NetworkFailed, {"HQ", "no route"}};
    receipts.setHqSales([&](const std::string& receipt, const auto& answered) {
        asked.push_back(receipt);
        answered(answer);
    });
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return failed.count() == 2; }));
    CHECK(qvariant_cast<Error>(failed[1][0]).code == ErrorCode::ReceiptNotHere);
    answer = Error{ErrorCode::ReceiptNotFound, {"S02-1-000007"}};
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return failed.count() == 3; }));
    CHECK(qvariant_cast<Error>(failed[2][0]).code == ErrorCode::ReceiptNotFound);
    CHECK(printer.receipts() == 1);

    answer = storage::StoredSale{(std::int64_t{9} << 40) + 12,
        {foreign.sale, foreign.user, foreign.line.at, foreign.rules, foreign.line.hash}};
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return listed.count() == 2; }));
    CHECK(asked == std::vector<std::string>(3, "S02-1-000007"));
    CHECK(flat(*receipts.preview(0)).find("S02-1-000007") != std::string::npos);
    QSignalSpy reprinted(&receipts, &ReceiptsPresenter::reprinted);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return reprinted.count() == 1; }));
    CHECK(qvariant_cast<std::string>(reprinted[0][0]) == "S02-1-000007");

    // One that is here needs no HQ.
    stage.type(QStringLiteral("S01-1-000001"));
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return listed.count() == 3; }));
    CHECK(asked.size() == 3);
}

TEST_CASE("Quick amounts are the exact sum and the next round ones", "[desktop][pay]")
{
    const Currency yuan{"CNY", 2};
    CHECK(minors(quickAmounts(Money::minor(7955), yuan))
        == std::vector<std::int64_t>{7955, 8000, 10000, 20000});
    CHECK(minors(quickAmounts(Money::minor(10000), yuan))
        == std::vector<std::int64_t>{10000, 11000, 15000, 20000});
    CHECK(minors(quickAmounts(Money{}, yuan)) == std::vector<std::int64_t>{0});
    CHECK(minors(quickAmounts(Money::minor(3980), Currency{"JPY", 0}))
        == std::vector<std::int64_t>{3980, 4000, 5000, 10000});
}

TEST_CASE("What was handed over is read with a point or a comma", "[desktop][pay]")
{
    const Currency yuan{"CNY", 2};
    const Money due = Money::minor(7955);
    CHECK(readReceived(QStringLiteral("80,00"), due, yuan).value() == Money::minor(8000));
    CHECK(readReceived(QStringLiteral("79.54"), due, yuan).error().code == ErrorCode::TenderShort);
    CHECK(readReceived(QString(), due, yuan).error().code == ErrorCode::InvalidNumber);
    CHECK(readReceived(QStringLiteral("690123456789"), due, yuan).error().code
        == ErrorCode::AmountOverflow);
}

}  // namespace bl::desktop::test
