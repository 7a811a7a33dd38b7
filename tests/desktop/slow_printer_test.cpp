#include "app/desktop/counter/pay_sheet.h"
#include "app/desktop/widgets/search_field.h"
#include "tests/desktop/counter_stage.h"

#include <QElapsedTimer>

#include <cstdio>

namespace bl::desktop::test {

namespace {

constexpr int kOneByteIn20Ms = 50;
constexpr int kQuickly = 2000;
constexpr int kPatienceSeconds = 180;

/// Pays for what is on the ticket.
void sellTicket(CounterStage& stage)
{
    QSignalSpy ready(&stage.presenter(), &CounterPresenter::payReady);
    stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return ready.count() == 1; }));
    QSignalSpy sold(&stage.presenter(), &CounterPresenter::sold);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
}

/// A slow printer takes its time: longer than other things in tests may.
bool awaitReceipts(const StagePrinter& printer, const QSignalSpy& printed, int count)
{
    QElapsedTimer waiting;
    waiting.start();
    while (printed.count() < count || printer.receipts() < count) {
        if (waiting.elapsed() > kPatienceSeconds * 1000)
            return false;
        waitUntil([&] { return printed.count() >= count && printer.receipts() >= count; });
    }
    return true;
}

}  // namespace

TEST_CASE(
    "While a printer takes one byte every 20 ms the next customer is served, and nothing is lost",
    "[desktop][pay][printing]")
{
    // BRANCHLINE_SLOW_TO_THE_END: the printer stays as slow; some minutes, and figures.
    const bool toTheEnd = qEnvironmentVariableIsSet("BRANCHLINE_SLOW_TO_THE_END");
    StagePrinter printer;
    printer.slowDown(kOneByteIn20Ms);
    CounterStage stage;
    REQUIRE(stage.printer().usePrinter(printer.address(), {}));
    QSignalSpy printed(&stage.presenter(), &CounterPresenter::receiptPrinted);
    QSignalSpy failed(&stage.presenter(), &CounterPresenter::printingFailed);
    QElapsedTimer since;
    for (const char* code : CounterStage::kPieces)
        stage.scan(QString::fromLatin1(code));
    REQUIRE(stage.cart().lines.size() == CounterStage::kPieces.size());
    since.start();
    sellTicket(stage);

    // The first receipt has only begun.
    stage.scan(QString::fromLatin1(CounterStage::kMask));
    CHECK(stage.cart().lines.size() == 1);
    CHECK(stage.view().scanField()->hasFocus());
    sellTicket(stage);
    CHECK(stage.sales().size() == 2);
    CHECK(printer.receipts() == 0);
    CHECK(stage.printer().isBusy());

    if (!toTheEnd)
        printer.slowDown(kQuickly);
    REQUIRE(awaitReceipts(printer, printed, 1));
    if (toTheEnd)
        std::printf("one byte in 20 ms: first receipt after %.1f s\n",
            static_cast<double>(since.elapsed()) / 1000.0);
    REQUIRE(awaitReceipts(printer, printed, 2));
    CHECK(failed.count() == 0);
    CHECK(printer.drawers() == 2);
    const auto paper = printer.papers();
    REQUIRE(paper.size() == 2);
    for (const char* name :
        {"氨基酸洁面乳", "玻尿酸面膜", "玫瑰爽肤水", "维C亮肤精华液", "轻透防晒霜",
            "角鲨烷修护面霜", "烟酰胺身体乳", "无硅油洗发水", "护手霜礼盒", "卸妆棉"}) {
        INFO(name);
        CHECK(paper[0].find(name) != std::string::npos);
    }
    CHECK(paper[0].find("005.90") != std::string::npos);
    CHECK(paper[1].find("￥99.00") != std::string::npos);
    CHECK(paper[1].find("氨基酸洁面乳") == std::string::npos);
}

}  // namespace bl::desktop::test
