#include "app/desktop/printing/print_desk.h"
#include "app/desktop/printing/receipt_composer.h"
#include "tests/desktop/counter_stage.h"

namespace bl::desktop::test {

namespace {

using bl::test::must;

/// A sale of two lines to a member, paid with 300.00.
ReceiptFacts soldToMember(CounterStage& stage)
{
    stage.scan(QStringLiteral("2*") + QString::fromLatin1(CounterStage::kCleanser));
    stage.scan(QString::fromLatin1(CounterStage::kMask));
    stage.scan(QStringLiteral("13800006021"));
    QSignalSpy sold(&stage.presenter(), &CounterPresenter::sold);
    stage.presenter().pay(QStringLiteral("300"));
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
    std::optional<ReceiptFacts> facts;
    stage.till().read(
        &stage.presenter(),
        [sale = stage.sales().front()](
            TillQueries& queries) { return findReceiptFacts(queries, sale); },
        [&](Result<ReceiptFacts> found) { facts = must(std::move(found)); });
    REQUIRE(waitUntil([&] { return facts.has_value(); }));
    return *facts;
}

bool has(const std::string& receipt, const std::string& text)
{
    return receipt.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("A receipt says who sold what to whom, for how much, and proves it", "[desktop][receipt]")
{
    shell().setLanguage(text::Language::SimplifiedChinese);
    CounterStage stage;
    const ReceiptFacts facts = soldToMember(stage);
    const std::string receipt = flat(composeReceipt(facts, ReceiptIssue::Original, QLocale()));
    INFO(receipt);
    for (const char* part : {"青禾生活馆 人民路店", "杭州市西湖区人民路 128 号", "S01-1-000001",
             "李娜", "氨基酸洁面乳 100ml|118.00", "2 × 59.00", "玻尿酸面膜 5片装|99.00",
             "合计|¥217.00", "现金|¥217.00", "¥300.00", "找零|¥83.00", "王小明", "[S01-1-000001]"})
        CHECK(has(receipt, part));
    CHECK(has(receipt, facts.member->number));
    CHECK(has(receipt, facts.sale.line.hash.toHex().substr(0, 8) + " · r"));
    CHECK_FALSE(has(receipt, "重印"));
    CHECK_FALSE(has(receipt, "退款"));
}

TEST_CASE("A copy says that it is one, in every language", "[desktop][receipt]")
{
    CounterStage stage;
    const ReceiptFacts facts = soldToMember(stage);
    const auto copyIn = [&](text::Language language) {
        shell().setLanguage(language);
        return flat(composeReceipt(facts, ReceiptIssue::Copy, QLocale()));
    };
    CHECK(has(copyIn(text::Language::SimplifiedChinese), "重印"));
    CHECK(has(copyIn(text::Language::TraditionalChinese), "補印"));
    CHECK(has(copyIn(text::Language::English), "COPY"));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("A refund is marked, and its amounts are negative", "[desktop][receipt]")
{
    shell().setLanguage(text::Language::English);
    CounterStage stage;
    ReceiptFacts facts = soldToMember(stage);
    facts.sale.sale.kind = sales::SaleKind::Refund;
    const std::string receipt = flat(composeReceipt(facts, ReceiptIssue::Original, QLocale()));
    INFO(receipt);
    CHECK(has(receipt, "REFUND"));
    CHECK(has(receipt, "−118.00"));
    CHECK(has(receipt, "Total|−¥217.00"));
    CHECK(has(receipt, "2 × 59.00"));
    CHECK_FALSE(has(receipt, "Thank you"));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("What is not known is left out and leaves no empty line", "[desktop][receipt]")
{
    CounterStage stage;
    ReceiptFacts facts = soldToMember(stage);
    facts.store.clear();
    facts.address.clear();
    facts.cashier.clear();
    facts.member.reset();
    const std::string receipt = flat(composeReceipt(facts, ReceiptIssue::Original, QLocale()));
    CHECK_FALSE(has(receipt, "|\n"));
    CHECK_FALSE(has(receipt, "\n\n"));
}

TEST_CASE("Jobs are printed in their order, and a missing printer is told", "[desktop][printing]")
{
    StagePrinter printer;
    DeviceDesk devices({});
    PrintDesk worker(devices);
    CHECK_FALSE(worker.hasPrinter());
    CHECK(worker.usePrinter("escpos+tcp://[", {}).error().code == ErrorCode::DeviceAddressInvalid);
    CHECK(worker.usePrinter(printer.address(), "no such").error().code == ErrorCode::NotFound);
    CHECK_FALSE(worker.hasPrinter());

    QStringList done;
    QObject receiver;
    const ReceiptDocument document{{ReceiptText{"a"}}};
    worker.print(&receiver, document, DrawerPulse::None, [&](const Result<PrintProof>& result) {
        CHECK_FALSE(result);
        done << QStringLiteral("none");
    });
    REQUIRE(waitUntil([&] { return done.size() == 1; }));

    REQUIRE(worker.usePrinter(printer.address(), "escpos-58"));
    for (const char* name : {"1", "2", "3"}) {
        worker.print(
            &receiver, document, DrawerPulse::None, [&, name](const Result<PrintProof>& result) {
                CHECK(result);
                done << QString::fromLatin1(name);
            });
    }
    CHECK(worker.state() == PrinterState::Printing);
    REQUIRE(waitUntil([&] { return done.size() == 4; }));
    CHECK(
        done.mid(1) == QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
    CHECK(worker.printedCount() == 3);
    CHECK(worker.state() == PrinterState::Ready);
}

}  // namespace bl::desktop::test
