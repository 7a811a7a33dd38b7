#include "app/desktop/printing/print_desk.h"
#include "app/desktop/printing/receipt_composer.h"
#include "core/storage/template_store.h"
#include "devices/printer/escpos_codec.h"
#include "devices/printer/qt_line_rasterizer.h"
#include "devices/printer/receipt_layout.h"
#include "devices/sim/escpos_decoder.h"
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

/// With everything that a receipt can tell besides.
ReceiptFacts fullFacts(ReceiptFacts facts)
{
    facts.sale.sale.lines.front().net = Money::minor(98'00);
    facts.value = {820'00, 12'480};
    facts.taxes = {{"13%", Money::minor(25'00)}};
    facts.sale.sale.rounding = Money::minor(5);
    return facts;
}

/// The right part of a pair is the end of a line that is as wide as the paper, or stands there
/// alone at the right.
bool endsAtTheEdge(const ReceiptPair& pair, const PrinterProfile& profile)
{
    const auto lines = layoutReceipt({{pair}}, profile);
    const auto& last = std::get<TextLine>(lines.back());
    return last.align == Align::Right
        || last.columns()
        == profile.columns / (last.size == TextSize::Large ? 2 : 1)
            * (last.size == TextSize::Large ? 2 : 1);
}

}  // namespace

TEST_CASE("A receipt says who sold what to whom, for how much, and proves it", "[desktop][receipt]")
{
    shell().setLanguage(text::Language::SimplifiedChinese);
    CounterStage stage;
    const ReceiptFacts facts = soldToMember(stage);
    const std::string receipt =
        flat(composeReceipt(facts, ReceiptIssue::Original, PrinterProfile()));
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
        return flat(composeReceipt(facts, ReceiptIssue::Copy, PrinterProfile()));
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
    const std::string receipt =
        flat(composeReceipt(facts, ReceiptIssue::Original, PrinterProfile()));
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
    const std::string receipt =
        flat(composeReceipt(facts, ReceiptIssue::Original, PrinterProfile()));
    CHECK_FALSE(has(receipt, "|\n"));
    CHECK_FALSE(has(receipt, "\n\n"));
}

TEST_CASE("Every template that the product brings fits its paper, in every language, and its "
          "amounts end at the edge",
    "[desktop][receipt][law]")
{
    CounterStage stage;
    const ReceiptFacts facts = fullFacts(soldToMember(stage));
    for (const auto& shipped : storage::shippedReceipts())
        for (const char* paper : {"escpos-80", "escpos-58"})
            for (const auto wanted : {receipts::Languages::Chinese, receipts::Languages::English,
                     receipts::Languages::Both})
                for (const auto own : text::kLanguages)
                    for (const auto issue : {ReceiptIssue::Original, ReceiptIssue::Copy}) {
                        const auto profile = *findPrinterProfile(paper);
                        const auto document = composeReceipt(shipped.content, facts, issue,
                            receiptLanguages(wanted, own, facts.currency));
                        INFO(shipped.name << " on " << paper << "\n" << flat(document));
                        for (const auto& line : layoutReceipt(document, profile))
                            if (const auto* text = std::get_if<TextLine>(&line))
                                CHECK(text->columns() <= profile.columns);
                        for (const auto& block : document.blocks)
                            if (const auto* pair = std::get_if<ReceiptPair>(&block))
                                CHECK(endsAtTheEdge(*pair, profile));
                    }
}

TEST_CASE("A receipt of 1, 30 and 200 lines with logo, QR code and bar code is on paper what was "
          "composed",
    "[desktop][receipt][law]")
{
    CounterStage stage;
    ReceiptFacts facts = fullFacts(soldToMember(stage));
    const int count = GENERATE(1, 30, 200);
    facts.sale.sale.lines.resize(1);
    for (int i = 1; i < count; ++i) {
        auto line = facts.sale.sale.lines.front();
        line.name =
            i % 2 == 0 ? "雪花啤酒（勇闯天涯）" : "Oreo 奥利奥原味夹心饼干超值家庭装 466g 买一赠一";
        line.net = Money::minor(100 + 7 * i);
        facts.sale.sale.lines.push_back(line);
    }
    Bitmap logo = Bitmap::blank(200, 90);
    for (int i = 0; i < 90; ++i)
        logo.blacken(2 * i, i);
    receipts::ReceiptTemplate form = storage::shippedReceiptFor(80);
    form.languages = receipts::Languages::Both;
    form.blocks.insert(form.blocks.begin(), receipts::LogoBlock{logo});
    form.blocks.emplace_back(receipts::QrBlock{"https://example.com/?r={receipt}&t={total}"});
    const auto document = composeReceipt(form, facts, ReceiptIssue::Original,
        receiptLanguages(form.languages, text::Language::SimplifiedChinese, facts.currency));

    for (const char* paper : {"escpos-80", "escpos-58"}) {
        const auto profile = *findPrinterProfile(paper);
        const auto bytes =
            must(escpos::encodeJob(document, profile, DrawerPulse::None, QtLineRasterizer()));
        sim::EscPosDecoder decoder({profile.pixels, profile.columns, sim::PaperEncoding::Gb18030});
        decoder.feed(bytes);
        std::vector<sim::PaperPicture> pictures;
        std::vector<std::string> barcodes;
        std::vector<std::string> codes;
        int amounts = 0;
        while (const auto one = decoder.next()) {
            CHECK_FALSE(std::holds_alternative<sim::UnknownBytes>(*one));
            if (const auto* picture = std::get_if<sim::PaperPicture>(&*one))
                pictures.push_back(*picture);
            if (const auto* barcode = std::get_if<sim::PaperBarcode>(&*one))
                barcodes.push_back(barcode->data);
            if (const auto* qr = std::get_if<sim::PaperQr>(&*one))
                codes.push_back(qr->data);
            if (const auto* line = std::get_if<sim::PaperLine>(&*one)) {
                CHECK_FALSE(line->overflowed);
                CHECK(line->columns() <= profile.columns);
                const std::string said = line->text();
                const bool isAmount =
                    said.size() > 3 && said[said.size() - 3] == '.' && !said.starts_with("  ");
                if (isAmount) {
                    ++amounts;
                    CHECK(line->columns() == profile.columns);
                }
            }
        }
        CHECK(amounts >= count + 3);
        REQUIRE(pictures.size() == 1);
        CHECK(pictures[0].bits == logo.bits);
        CHECK(barcodes == std::vector<std::string>{facts.sale.sale.receipt});
        CHECK(codes
            == std::vector<std::string>{
                "https://example.com/?r=" + facts.sale.sale.receipt + "&t=217.00"});
    }
}

TEST_CASE("Two languages stand beside each other, and the house's own words below each other",
    "[desktop][receipt]")
{
    shell().setLanguage(text::Language::English);
    CounterStage stage;
    const ReceiptFacts facts = fullFacts(soldToMember(stage));
    receipts::ReceiptTemplate form;
    form.blocks = {receipts::MarksBlock{}, receipts::SumsBlock{}, receipts::MemberBlock{},
        receipts::TextBlock{{"满百减十", {}, "Ten off"}}, receipts::ThanksBlock{}};
    const auto said = [&](receipts::Languages wanted) {
        return flat(composeReceipt(form, facts, ReceiptIssue::Copy,
            receiptLanguages(wanted, text::Language::TraditionalChinese, facts.currency)));
    };
    const std::string both = said(receipts::Languages::Both);
    INFO(both);
    CHECK(has(both, "補印 COPY"));
    CHECK(has(both, "合計 Total|"));
    CHECK(has(both, "满百减十\nTen off\n"));
    CHECK(has(both, "稅額 Tax 13%|¥25.00"));
    // What was true at the sale is not told by a copy.
    CHECK_FALSE(has(both, "820.00"));
    CHECK_FALSE(has(said(receipts::Languages::English), "满百减十"));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("A store's template is what the counter prints", "[desktop][receipt]")
{
    CounterStage stage;
    ReceiptFacts facts = soldToMember(stage);
    CHECK_FALSE(facts.form);
    facts.form = receipts::ReceiptTemplate{receipts::Languages::English,
        {receipts::MarksBlock{}, receipts::MemberBlock{receipts::NameShown::Masked, false}}};
    CHECK(flat(composeReceipt(facts, ReceiptIssue::Original, PrinterProfile())) == "Member|王**\n");
}

TEST_CASE("Jobs are printed in their order, and a missing printer is told", "[desktop][printing]")
{
    StagePrinter printer;
    DeviceDesk devices;
    PrintDesk worker(devices);
    CHECK_FALSE(worker.hasPrinter());
    CHECK(worker.usePrinter("escpos+tcp://[", {}).error().code == ErrorCode::DeviceAddressInvalid);
    CHECK(worker.usePrinter(printer.address(), "no such").error().code == ErrorCode::NotFound);
    CHECK_FALSE(worker.hasPrinter());

    QStringList done;
    QObject receiver;
    const ReceiptDocument document{{ReceiptText{"a"}}};
    worker.print(
        &receiver, document, DrawerPulse::None, [&](const Result<PrintProof>& result, PaperTrace) {
            CHECK_FALSE(result);
            done << QStringLiteral("none");
        });
    REQUIRE(waitUntil([&] { return done.size() == 1; }));

    REQUIRE(worker.usePrinter(printer.address(), "escpos-58"));
    for (const char* name : {"1", "2", "3"}) {
        worker.print(&receiver, document, DrawerPulse::None,
            [&, name](const Result<PrintProof>& result, PaperTrace) {
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
