#include "app/desktop/actions.h"
#include "app/desktop/counter/member_sheet.h"
#include "app/desktop/counter/quantity_sheet.h"
#include "app/desktop/devices/device_words.h"
#include "app/desktop/widgets/banner.h"
#include "core/catalog/barcode.h"
#include "tests/desktop/counter_stage.h"

#include <QAction>
#include <QLineEdit>

namespace bl::desktop::test {

namespace {

bool hear(CounterStage& stage, DeviceEvent event)
{
    std::visit([](auto& what) { what.at = std::chrono::steady_clock::now(); }, event);
    const bool taken = stage.view().take(event);
    stage.settle();
    return taken;
}

bool hearCode(CounterStage& stage, const std::string& code)
{
    return hear(stage, CodeScanned{code, {}, {}, {}});
}

std::string checked(const std::string& digits)
{
    return digits + catalog::gs1CheckDigit(digits);
}

void usePatterns(CounterStage& stage, const char* weight, const char* price)
{
    bool done = false;
    stage.till().write(
        &stage.view(),
        [both = std::string(weight) + "\n" + price](
            TillServices& services) { return services.settings.set("in-store-codes", both); },
        [&](const Result<void>& set) {
            CHECK(set);
            done = true;
        });
    REQUIRE(waitUntil([&] { return done; }));
}

}  // namespace

TEST_CASE("A scanner's code is on the ticket and the scan field stays as it was",
    "[desktop][counter][devices]")
{
    CounterStage stage;
    stage.type(QStringLiteral("an"));
    CHECK(hearCode(stage, CounterStage::kCleanser));
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.view().scanField()->text() == QStringLiteral("an"));
    stage.view().scanField()->setText(QStringLiteral("3*"));
    CHECK(hearCode(stage, CounterStage::kCleanser));
    CHECK(stage.cart().lines[0].item.quantity == Quantity::thousandths(4000));
    CHECK(stage.view().scanField()->text().isEmpty());
    // The same article in a GS1 code with its batch.
    CHECK(hearCode(stage, std::string("010") + CounterStage::kCleanser + "10A7"));
    CHECK(stage.cart().lines[0].item.quantity == Quantity::thousandths(5000));
}

TEST_CASE("A shop's own code adds its weight, or as much as its price buys",
    "[desktop][counter][devices]")
{
    CounterStage stage;
    // Grapes are on file as 2000001; the shop's codes begin with 20.
    usePatterns(stage, "20.....{NNDDD}", "29.....{$NNNDD}");
    CHECK(hearCode(stage, checked("200000101255")));
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.cart().lines[0].item.quantity == Quantity::thousandths(1255));
    CHECK(stage.cart().total == Money::minor(2485));

    SECTION("a wrong check digit adds nothing") {
        std::string wrong = checked("200000101255");
        wrong.back() = wrong.back() == '0' ? '1' : '0';
        hearCode(stage, wrong);
        CHECK(stage.cart().total == Money::minor(2485));
        CHECK(stage.shown<Banner>());
    }
    SECTION("nobody knows how much three of them weigh") {
        stage.scan(QStringLiteral("3*") + QString::fromStdString(checked("200000101255")));
        CHECK(stage.cart().total == Money::minor(2485));
        CHECK(stage.shown<Banner>());
    }
    SECTION("goods by the piece have the price that stands on them") {
        // The bag is on file as 9000 and costs nothing.
        usePatterns(stage, "20.....{NNDDD}", "29....{$NNNNDD}");
        CHECK(hearCode(stage, checked("299000001280")));
        REQUIRE(stage.cart().lines.size() == 2);
        CHECK(stage.cart().lines[1].net == Money::minor(1280));
    }
    SECTION("typed by hand it means the same") {
        stage.scan(QString::fromStdString(checked("200000100745")));
        CHECK(stage.cart().lines[0].item.quantity == Quantity::thousandths(2000));
    }
}

TEST_CASE("A payment card is refused wherever its number turns up", "[desktop][counter][devices]")
{
    CounterStage stage;
    const auto toldNumber = [&] {
        const auto* banner = stage.shown<Banner>();
        return banner && banner->accessibleName().contains(QStringLiteral("4111"));
    };
    CHECK(hearCode(stage, "4111111111111111"));
    CHECK(stage.shown<Banner>());
    CHECK_FALSE(toldNumber());
    CHECK(hear(stage, CardRefused{CardRefused::Reason::PaymentCard, {}}));
    CHECK_FALSE(toldNumber());
    CHECK_FALSE(stage.presenter().member());
}

TEST_CASE("While a sheet asks, a scan changes nothing behind it", "[desktop][counter][devices]")
{
    CounterStage stage;
    stage.scan(QString::fromLatin1(CounterStage::kCleanser));
    stage.press(Qt::Key_F6);
    CHECK(hearCode(stage, CounterStage::kMask));
    CHECK(stage.cart().lines.size() == 1);
}

TEST_CASE("What lies on the scale fills the line at Enter, and typing still works",
    "[desktop][counter][devices]")
{
    CounterStage stage;
    std::vector<Scale::Watch> watched;
    QObject::connect(&stage.view(), &CounterView::weightWanted, &stage.view(),
        [&](Scale::Watch watch) { watched.push_back(watch); });
    stage.scan(QString::fromLatin1(CounterStage::kGrapes));
    auto* sheet = stage.shown<QuantitySheet>();
    REQUIRE(sheet);
    CHECK(watched == std::vector{Scale::Watch::On});

    SECTION("a load at rest") {
        CHECK(hear(stage, WeightSeen{1234, true, false, {}}));
        stage.press(Qt::Key_Return);
        REQUIRE(stage.cart().lines.size() == 1);
        CHECK(stage.cart().lines[0].item.quantity == Quantity::thousandths(1234));
        CHECK(watched == std::vector{Scale::Watch::On, Scale::Watch::Off});
    }
    SECTION("a load that moves, nothing, or too much is not taken") {
        for (const WeightSeen& weight : {WeightSeen{1234, false, false, {}},
                 WeightSeen{0, true, false, {}}, WeightSeen{-20, true, false, {}},
                 WeightSeen{0, false, true, {}}, WeightSeen{0, false, false, {}, true}}) {
            CHECK(hear(stage, weight));
            stage.press(Qt::Key_Return);
            CHECK(stage.cart().lines.empty());
        }
        CHECK(sheet->isOpen());
    }
    SECTION("a weight that was seen long ago is none") {
        WeightSeen old{1234, true, false, {}};
        old.at = std::chrono::steady_clock::now() - std::chrono::milliseconds(1500);
        CHECK(stage.view().take(old));
        stage.press(Qt::Key_Return);
        CHECK(stage.cart().lines.empty());
    }
    SECTION("what is typed counts") {
        CHECK(hear(stage, WeightSeen{1234, true, false, {}}));
        stage.type(QStringLiteral("0.5"));
        stage.press(Qt::Key_Return);
        REQUIRE(stage.cart().lines.size() == 1);
        CHECK(stage.cart().lines[0].item.quantity == Quantity::thousandths(500));
    }
    SECTION("F8 puts it into the field") {
        CHECK(hear(stage, WeightSeen{1234, true, false, {}}));
        stage.type(QStringLiteral("9"));
        stage.press(Qt::Key_F8);
        CHECK(sheet->quantityField()->text() == QStringLiteral("1.234"));
    }
}

TEST_CASE("A drawer that stands open is told with its printer", "[desktop][devices]")
{
    SlotStatus printer;
    printer.state = SlotState::Ready;
    CHECK(stateWord(printer) == QStringLiteral("就绪"));
    printer.reading.flags.drawerOpen = true;
    CHECK(stateWord(printer) == QStringLiteral("就绪，钱箱开着"));
}

}  // namespace bl::desktop::test
