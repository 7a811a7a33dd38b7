#include "app/desktop/actions.h"
#include "app/desktop/counter/cart_model.h"
#include "app/desktop/counter/member_panel.h"
#include "app/desktop/counter/member_sheet.h"
#include "app/desktop/counter/new_member_sheet.h"
#include "app/desktop/counter/quantity_sheet.h"
#include "app/desktop/counter/question_sheets.h"
#include "app/desktop/counter/quick_keys.h"
#include "app/desktop/counter/recall_sheet.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/table_view.h"
#include "app/desktop/widgets/tile.h"
#include "tests/desktop/counter_stage.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QLineEdit>
#include <QScrollArea>
#include <QTableView>

#include <future>

namespace bl::desktop::test {

namespace {

Quantity pieces(std::int64_t count)
{
    return Quantity::thousandths(count * 1000);
}

QString code(const char* text)
{
    return QString::fromLatin1(text);
}

}  // namespace

TEST_CASE("A scanned code is on the ticket at once", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(code(CounterStage::kCleanser));
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.cart().lines[0].item.quantity == pieces(1));
    CHECK(stage.cart().total == Money::minor(5900));
    CHECK(stage.view().scanField()->text().isEmpty());
    CHECK(stage.view().scanField()->hasFocus());

    stage.scan(code(CounterStage::kCleanser));
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.cart().lines[0].item.quantity == pieces(2));
}

TEST_CASE(
    "Codes that a scanner types without a pause all count, in their order", "[desktop][counter]")
{
    CounterStage stage;
    for (const char* scanned :
        {CounterStage::kMask, CounterStage::kCleanser, CounterStage::kMask}) {
        stage.type(code(scanned));
        stage.press(Qt::Key_Return);
    }
    stage.settle();
    REQUIRE(stage.cart().lines.size() == 2);
    CHECK(stage.cart().lines[0].item.code == CounterStage::kMask);
    CHECK(stage.cart().lines[0].item.quantity == pieces(2));
}

TEST_CASE("A multiplier in front of the code sets the quantity", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(QStringLiteral("3*") + code(CounterStage::kCleanser));
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.cart().lines[0].item.quantity == pieces(3));

    SECTION("a multiplier of nothing is refused") {
        stage.scan(QStringLiteral("0*") + code(CounterStage::kMask));
        CHECK(stage.shown<Banner>());
    }
    SECTION("half a piece is refused") {
        stage.scan(QStringLiteral("1.5*") + code(CounterStage::kMask));
        CHECK(stage.shown<Banner>());
    }
    SECTION("more than can be counted is refused") {
        stage.scan(QStringLiteral("99999999999999999*") + code(CounterStage::kCleanser));
        CHECK(stage.shown<Banner>());
    }
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.cart().lines[0].item.quantity == pieces(3));
}

TEST_CASE("An unknown code is told and leaves the ticket alone", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(code(CounterStage::kCleanser));
    stage.scan(QStringLiteral("4000000000000"));
    REQUIRE(stage.shown<Banner>());
    CHECK(stage.shown<Banner>()->accessibleName().contains(QStringLiteral("4000000000000")));
    CHECK(stage.cart().lines.size() == 1);
    CHECK(stage.view().scanField()->hasFocus());

    stage.scan(code(CounterStage::kMask));
    CHECK_FALSE(stage.shown<Banner>());
}

TEST_CASE("Initials find products and members; the arrows and Enter take one", "[desktop][counter]")
{
    CounterStage stage;
    QSignalSpy answered(&stage.presenter(), &CounterPresenter::searchAnswered);
    stage.type(QStringLiteral("ajs"));
    REQUIRE(waitUntil([&] { return answered.count() == 1; }));
    REQUIRE(stage.view().scanField()->resultsVisible());
    stage.press(Qt::Key_Down);
    stage.press(Qt::Key_Return);
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.cart().lines[0].item.code == CounterStage::kCleanser);

    stage.type(QStringLiteral("6021"));
    REQUIRE(waitUntil([&] { return answered.count() == 2; }));
    stage.press(Qt::Key_Down);
    stage.press(Qt::Key_Return);
    REQUIRE(stage.presenter().member());
    CHECK(stage.presenter().member()->member.name == "王小明");
    CHECK(stage.presenter().member()->birthdayToday);
}

TEST_CASE("Results that come late for an older query are dropped", "[desktop][counter]")
{
    CounterStage stage;
    QSignalSpy answered(&stage.presenter(), &CounterPresenter::searchAnswered);
    std::promise<void> release;
    stage.till().read(
        &stage.presenter(),
        [held = release.get_future().share()](TillQueries&) -> Result<int> {
            held.wait();
            return 0;
        },
        [](const Result<int>&) {});
    const auto* delay = stage.presenter().findChild<QTimer*>();
    REQUIRE(delay);
    for (const char* query : {"ajs", "mgs"}) {
        stage.view().scanField()->clear();
        stage.type(code(query));
        REQUIRE(waitUntil([&] { return !delay->isActive(); }));
    }
    release.set_value();
    REQUIRE(waitUntil([&] { return answered.count() > 0; }));
    CHECK(answered.count() == 1);
    CHECK(answered[0][0].toString() == QStringLiteral("mgs"));
}

TEST_CASE("Plus, minus and Delete change the selected row while the scan field is empty",
    "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(code(CounterStage::kCleanser));
    stage.scan(code(CounterStage::kMask));
    stage.press(Qt::Key_Up);
    stage.press(Qt::Key_Plus);
    CHECK(stage.cart().lines[0].item.quantity == pieces(2));
    stage.press(Qt::Key_Minus);
    stage.press(Qt::Key_Minus);
    CHECK(stage.cart().lines[0].item.quantity == pieces(1));
    stage.press(Qt::Key_Delete);
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.cart().lines[0].item.code == CounterStage::kMask);
}

TEST_CASE("The quantity sheet sets what was typed and refuses what cannot be", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(code(CounterStage::kCleanser));
    stage.press(Qt::Key_F4);
    REQUIRE(stage.shown<QuantitySheet>());
    stage.type(QStringLiteral("1.5"));
    stage.press(Qt::Key_Return);
    CHECK(stage.shown<QuantitySheet>());
    CHECK(stage.shown<Banner>());
    CHECK(stage.cart().lines[0].item.quantity == pieces(1));

    stage.type(QStringLiteral("12"));
    stage.press(Qt::Key_Return);
    CHECK_FALSE(stage.shown<QuantitySheet>());
    CHECK(stage.cart().lines[0].item.quantity == pieces(12));
    CHECK(stage.view().scanField()->hasFocus());
}

TEST_CASE(
    "Goods by measure ask how much there is before they are on the ticket", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(code(CounterStage::kGrapes));
    REQUIRE(stage.shown<QuantitySheet>());
    CHECK(stage.cart().lines.empty());

    SECTION("three decimals") {
        stage.type(QStringLiteral("1.255"));
        stage.press(Qt::Key_Return);
        REQUIRE(stage.cart().lines.size() == 1);
        CHECK(stage.cart().lines[0].item.quantity == Quantity::thousandths(1255));
        CHECK(stage.cart().total == Money::minor(2485));
    }
    SECTION("Esc takes nothing") {
        stage.press(Qt::Key_Escape);
        CHECK(stage.cart().lines.empty());
        CHECK(stage.view().scanField()->hasFocus());
    }
}

TEST_CASE(
    "A quick key adds its product and leaves the focus with the scanner", "[desktop][counter]")
{
    CounterStage stage;
    auto* tile = stage.shown<Tile>();
    REQUIRE(tile);
    QTest::mouseClick(tile, Qt::LeftButton);
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(QString::fromStdString(stage.cart().lines[0].item.name) == tile->text());
    CHECK(stage.view().scanField()->hasFocus());
}

TEST_CASE(
    "An open ticket survives a power cut and is offered at the next start", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(QStringLiteral("2*") + code(CounterStage::kCleanser));
    stage.scan(code(CounterStage::kMask));
    stage.scan(QStringLiteral("13800006021"));
    REQUIRE(stage.presenter().member());
    stage.drop();

    stage.begin();
    REQUIRE(stage.cart().lines.size() == 2);
    CHECK(stage.cart().total == Money::minor(2 * 5900 + 9900));
    REQUIRE(waitUntil([&] { return stage.presenter().member().has_value(); }));
    CHECK(stage.presenter().member()->member.name == "王小明");
}

TEST_CASE(
    "The next cashier finds another one's open ticket in the recall list", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(code(CounterStage::kMask));
    stage.drop();
    stage.begin(CounterStage::kZhao);
    CHECK(stage.cart().lines.empty());
    QSignalSpy listed(&stage.presenter(), &CounterPresenter::parkedListed);
    stage.press(Qt::Key_F7);
    REQUIRE(waitUntil([&] { return listed.count() == 1; }));
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return stage.cart().lines.size() == 1; }));
}

TEST_CASE("A parked ticket comes back as it was", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(QStringLiteral("2*") + code(CounterStage::kMask));
    stage.press(Qt::Key_F6);
    REQUIRE(stage.shown<ParkSheet>());
    stage.type(QStringLiteral("table 4"));
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_Return);  // twice does no harm
    stage.settle();
    REQUIRE(waitUntil([&] { return stage.cart().lines.empty(); }));
    const auto* recall = shell().actions().action(ActionId::Recall);
    REQUIRE(waitUntil([&] { return recall->text().contains(QLatin1Char('1')); }));

    stage.scan(code(CounterStage::kCleanser));
    QSignalSpy listed(&stage.presenter(), &CounterPresenter::parkedListed);
    stage.press(Qt::Key_F7);
    REQUIRE(waitUntil([&] { return listed.count() == 1; }));
    const auto* table = stage.shown<RecallSheet>()->findChild<TableView*>();
    CHECK(table->model()->index(0, 1).data().toString() == QStringLiteral("table 4"));
    QSignalSpy counted(&stage.presenter(), &CounterPresenter::parkedCountChanged);
    stage.press(Qt::Key_Return);
    stage.settle();
    REQUIRE(stage.cart().lines.size() == 1);
    CHECK(stage.cart().lines[0].item.code == CounterStage::kMask);
    CHECK(stage.cart().lines[0].item.quantity == pieces(2));
    // What was on the counter before is in the list now.
    CHECK(waitUntil([&] { return counted.count() > 0 && counted.back()[0].toInt() == 1; }));
}

TEST_CASE("The recall list says who parked a ticket, and discards it only when asked twice",
    "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(code(CounterStage::kMask));
    QSignalSpy counted(&stage.presenter(), &CounterPresenter::parkedCountChanged);
    stage.presenter().park(QStringLiteral("table 4"));
    REQUIRE(waitUntil([&] { return counted.count() == 1; }));
    QSignalSpy listed(&stage.presenter(), &CounterPresenter::parkedListed);
    stage.press(Qt::Key_F7);
    REQUIRE(waitUntil([&] { return listed.count() == 1; }));
    auto* sheet = stage.shown<RecallSheet>();
    CHECK(sheet->findChild<TableView*>()->model()->index(0, 2).data().toString().startsWith(
        CounterStage::kLiNa.name));

    auto* discard = sheet->findChild<ActionButton*>(QStringLiteral("discard"));
    REQUIRE(discard);
    discard->click();
    stage.settle();
    CHECK(listed.count() == 1);
    discard->click();
    REQUIRE(waitUntil([&] { return listed.count() == 2; }));
    CHECK(counted.back()[0].toInt() == 0);
}

TEST_CASE("The whole ticket is cleared only after a question", "[desktop][counter]")
{
    CounterStage stage;
    stage.scan(code(CounterStage::kMask));
    stage.press(Qt::Key_F10);
    REQUIRE(stage.shown<MoreSheet>());
    stage.press(Qt::Key_3);
    REQUIRE(stage.shown<ClearSheet>());
    stage.press(Qt::Key_Escape);
    CHECK(stage.cart().lines.size() == 1);
    stage.press(Qt::Key_F10);
    stage.press(Qt::Key_3);
    stage.press(Qt::Key_Return);
    CHECK(stage.cart().lines.empty());
    CHECK(stage.view().scanField()->hasFocus());
}

TEST_CASE("F3 finds a member by any four digits of the phone", "[desktop][counter][member]")
{
    CounterStage stage;
    stage.press(Qt::Key_F3);
    REQUIRE(stage.shown<MemberSheet>());
    QSignalSpy found(&stage.counter().members, &MemberPresenter::found);
    stage.type(QStringLiteral("6021"));
    stage.press(Qt::Key_Return);  // before the answer, as a card reader does
    REQUIRE(waitUntil([&] { return stage.presenter().member().has_value(); }));
    CHECK(stage.presenter().member()->tier == QStringLiteral("金卡"));
    CHECK_FALSE(stage.shown<MemberSheet>());
    CHECK(stage.view().scanField()->hasFocus());
}

TEST_CASE("A new member takes phone, name and Enter; a known phone is told in place",
    "[desktop][counter][member]")
{
    CounterStage stage;
    stage.press(Qt::Key_F3);
    stage.type(QStringLiteral("13912345678"));
    stage.press(Qt::Key_F3);
    auto* sheet = stage.shown<NewMemberSheet>();
    REQUIRE(sheet);
    QSignalSpy failed(&stage.counter().members, &MemberPresenter::failed);
    stage.type(QStringLiteral("Chen Jing"));
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return failed.count() > 0; }));
    CHECK(failed.count() == 1);
    CHECK(stage.shown<Banner>());
    CHECK(sheet->isVisible());

    auto* phone = sheet->findChildren<QLineEdit*>().front();
    phone->setText(QStringLiteral("13777778888"));
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return stage.presenter().member().has_value(); }));
    CHECK(stage.presenter().member()->member.name == "Chen Jing");
    CHECK_FALSE(sheet->isVisible());
}

TEST_CASE("A member leaves the ticket again", "[desktop][counter][member]")
{
    CounterStage stage;
    stage.scan(QStringLiteral("13800006021"));
    REQUIRE(stage.presenter().member());
    auto* panel = stage.shown<MemberPanel>();
    Q_EMIT panel->removeRequested();
    CHECK_FALSE(stage.presenter().member());
}

TEST_CASE("Quick keys follow what HQ changes, and stay untouched where it changes nothing",
    "[desktop][counter][quick-keys]")
{
    CounterStage stage;
    auto& keys = stage.counter().quickKeys;
    QSignalSpy listed(&keys, &QuickKeysPresenter::productsListed);
    const auto renamed = [&](const char* name) {
        bl::test::must(stage.till().writer().call([name](sql::Database& database) -> Result<void> {
            BL_TRY(auto transaction, sql::Transaction::begin(database));
            BL_CHECK(database.run(
                "UPDATE products SET name = ? WHERE code = ?", name, CounterStage::kCleanser));
            return transaction.commit();
        }));
        keys.refresh();
    };
    const auto tiles = [&] {
        QStringList names;
        for (const auto* tile : stage.window().findChildren<Tile*>())
            names << tile->text();
        return names;
    };

    renamed("新款洁面乳");
    REQUIRE(waitUntil([&] { return tiles().contains(QStringLiteral("新款洁面乳")); }));
    CHECK(listed.count() == 1);

    renamed("新款洁面乳");
    bool answered = false;
    stage.till().read(
        &keys, [](TillQueries& queries) { return queries.products.currentRelease(); },
        [&answered](const Result<std::int64_t>&) { answered = true; });
    REQUIRE(waitUntil([&answered] { return answered; }));
    CHECK(listed.count() == 1);
}

TEST_CASE("No quick key is cut, however wide the window is", "[desktop][counter][quick-keys]")
{
    CounterStage stage;
    for (const int width : {1100, 1366, 1920}) {
        stage.window().resize(width, 768);
        for (int pass = 0; pass < 4; ++pass)
            QCoreApplication::processEvents();
        const auto* area = stage.window().findChild<QuickKeys*>()->findChild<QScrollArea*>();
        INFO(width);
        CHECK(area->widget()->width() <= area->viewport()->width());
        for (const auto* tile : area->findChildren<Tile*>()) {
            CHECK(tile->width() >= tile->sizeHint().width());
            CHECK(tile->geometry().right() < area->viewport()->width());
        }
    }
}

}  // namespace bl::desktop::test
