#include "tests/desktop/counter_stage.h"

#include "core/storage/entity_store.h"
#include "core/storage/site_store.h"
#include "devices/sim/paper_strip.h"

#include <QApplication>

namespace bl::desktop::test {

namespace {

using bl::test::must;

const UserId kLiNaId = *UserId::parse("01935140-0000-7000-8000-00000000000a");
const UserId kZhaoId = *UserId::parse("01935140-0000-7000-8000-00000000000b");

struct Goods {
    const char* code;
    const char* name;
    std::int64_t price;
    const char* unit;
    catalog::SaleUnit saleUnit;
    int category;
};

constexpr auto kPiece = catalog::SaleUnit::Piece;
constexpr std::array kGoods{
    Goods{CounterStage::kCleanser, "氨基酸洁面乳 100ml", 5900, "支", kPiece, 0},
    Goods{CounterStage::kMask, "玻尿酸面膜 5片装", 9900, "盒", kPiece, 0},
    Goods{"6901234595819", "玫瑰爽肤水 150ml", 8900, "瓶", kPiece, 0},
    Goods{"6945182613478", "维C亮肤精华液 30ml", 23900, "瓶", kPiece, 0},
    Goods{"6901234534498", "轻透防晒霜 SPF50+ 50ml", 12900, "支", kPiece, 0},
    Goods{"6901234561135", "角鲨烷修护面霜 50g", 19800, "罐", kPiece, 0},
    Goods{CounterStage::kGrapes, "新疆红提（称重）", 1980, "kg", catalog::SaleUnit::Measure, 2},
    Goods{CounterStage::kBag, "纸袋", 0, "个", kPiece, 2},
    Goods{"6901234578904", "烟酰胺身体乳 400ml", 6900, "瓶", kPiece, 0},
    Goods{"6901234590012", "无硅油洗发水 500ml", 5500, "瓶", kPiece, 0},
    Goods{"6901234590029", "护手霜礼盒 3支装", 4900, "盒", kPiece, 0},
    Goods{"6901234590036", "卸妆棉 200片", 1990, "包", kPiece, 0},
};
constexpr std::array kCategories{"护肤", "彩妆", "生鲜", "服务", "零食", "饮料"};

}  // namespace

const Cashier CounterStage::kLiNa{kLiNaId, QStringLiteral("李娜")};
const Cashier CounterStage::kZhao{kZhaoId, QStringLiteral("赵一鸣")};

const std::array<const char*, 10> CounterStage::kPieces{kCleanser, kMask, "6901234595819",
    "6945182613478", "6901234534498", "6901234561135", "6901234578904", "6901234590012",
    "6901234590029", "6901234590036"};

CounterStage::CounterStage(Shift shift)
{
    {
        bl::test::RegisterFixture fixture(m_directory.file("register.db"));
        furnish(fixture, shift);
    }
    begin();
}

CounterStage::~CounterStage()
{
    drop();
}

void CounterStage::furnish(bl::test::RegisterFixture& fixture, Shift shift)
{
    using journal::Entity;
    using journal::EntityKind;
    const auto site = must(storage::SiteStore(*fixture.database).load());
    std::vector<CategoryId> categories;
    {
        auto transaction = must(sql::Transaction::begin(*fixture.database));
        storage::EntityStore entities(*fixture.database);
        const auto insert = [&](const Entity& entity) {
            must(entities.insert(entity, {}));
        };
        insert(Entity(EntityKind::Store, site.store->uuid)
                   .set("code", std::string("S01"))
                   .set("name", std::string("青禾生活馆 人民路店"))
                   .set("address", std::string("杭州市西湖区人民路 128 号"))
                   .set("active", std::int64_t{1}));
        for (const auto& [id, name] : {std::pair{kLiNaId, "李娜"}, std::pair{kZhaoId, "赵一鸣"}})
            insert(Entity(EntityKind::User, id.uuid)
                       .set("login", std::string(name))
                       .set("name", std::string(name))
                       .set("active", std::int64_t{1}));
        std::int64_t rank = 0;
        for (const char* name : kCategories) {
            categories.push_back(CategoryId{fixture.ids.next()});
            insert(Entity(EntityKind::Category, categories.back().uuid)
                       .set("code", std::string(name))
                       .set("name", std::string(name))
                       .set("rank", rank++)
                       .set("active", std::int64_t{1}));
        }
        for (const char* name : {"普通", "银卡", "金卡"})
            insert(Entity(EntityKind::Tier, fixture.ids.next())
                       .set("code", std::string(name))
                       .set("name", std::string(name))
                       .set("rank", rank++)
                       .set("active", std::int64_t{1}));
        must(transaction.commit());
    }
    for (const Goods& goods : kGoods) {
        catalog::Product draft;
        draft.code = goods.code;
        draft.name = goods.name;
        draft.unit = goods.unit;
        draft.saleUnit = goods.saleUnit;
        draft.category = categories[static_cast<std::size_t>(goods.category)];
        draft.price = Money::minor(goods.price);
        auto batch = must(fixture.writer->begin());
        (void)must(services::ProductService(*fixture.context).create(batch, draft, kLiNaId));
        must(batch.commit());
    }
    const auto tiers = must(storage::MemberStore(*fixture.database).tiers());
    members::Member wang;
    wang.name = "王小明";
    wang.phone = "13800006021";
    wang.tier = tiers.back().id;
    wang.birthday = "1990-01-02";
    wang.note = "对酒精过敏";
    (void)must(services::MemberService(*fixture.context).create(wang, kLiNaId));
    (void)fixture.member("赵敏", "13912345678");
    if (shift == Shift::Open)
        (void)must(services::ShiftService(*fixture.context).open(Money::minor(50000), kLiNaId));
}

void CounterStage::drop()
{
    if (m_counter)
        delete m_counter->view;
    m_counter.reset();
    m_window.reset();
    m_devices.reset();
    m_payments.reset();
    m_printer.reset();
    m_till.reset();
}

void CounterStage::begin(const Cashier& cashier)
{
    m_till = must(Till::open(m_directory.file("register.db"), m_wall, m_monotonic, m_writerRandom));
    m_devices = std::make_unique<DeviceDesk>();
    m_printer = std::make_unique<PrintDesk>(*m_devices);
    m_payments = std::make_unique<PaymentDesk>(*m_till, *m_devices);
    m_counter = std::make_unique<Counter>(
        *m_till, m_screenRandom, *m_printer, *m_payments, shell().theme(), shell().actions());
    m_window = std::make_unique<MainWindow>(shell().theme(), shell().actions());
    m_window->addScreen(m_counter->view);
    m_window->showScreen(m_counter->view);
    m_window->show();
    m_window->activateWindow();
    QSignalSpy restored(&presenter(), &CounterPresenter::restored);
    QSignalSpy tiles(&m_counter->quickKeys, &QuickKeysPresenter::productsListed);
    m_counter->start(cashier);
    REQUIRE(waitUntil([&] {
        return restored.count() == 1 && tiles.count() > 0 && view().scanField()->hasFocus();
    }));
}

void CounterStage::type(const QString& text) const
{
    REQUIRE(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void CounterStage::press(Qt::Key key) const
{
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key);
}

void CounterStage::scan(const QString& code) const
{
    type(code);
    press(Qt::Key_Return);
    settle();
}

void CounterStage::settle() const
{
    REQUIRE(waitUntil([this] { return !m_counter->presenter.isBusy(); }));
}

std::vector<services::CompletedSale> CounterStage::sales()
{
    std::optional<std::vector<services::CompletedSale>> found;
    m_till->write(
        &presenter(), [](TillServices& services) { return services.sell.recent(100); },
        [&](Result<std::vector<services::CompletedSale>> sales) {
            found = must(std::move(sales));
        });
    REQUIRE(waitUntil([&] { return found.has_value(); }));
    return *found;
}

StagePrinter::StagePrinter()
    : m_simulator(must(sim::PrinterSimulator::start(sim::TcpPlug{}, sim::PaperShape{}, 80,
        [this](const sim::SimulatorEvent& event) { note(event); })))
{
}

void StagePrinter::note(const sim::SimulatorEvent& event)
{
    const std::lock_guard lock(m_mutex);
    if (const auto* printed = std::get_if<sim::ReceiptPrinted>(&event)) {
        m_papers.push_back(sim::paperText(printed->strip));
        m_order.emplace_back("paper");
        ++m_receipts;
    } else if (std::holds_alternative<sim::DrawerOpened>(event)) {
        m_order.emplace_back("drawer");
        ++m_drawers;
    }
}

std::vector<std::string> StagePrinter::papers() const
{
    const std::lock_guard lock(m_mutex);
    return m_papers;
}

std::vector<std::string> StagePrinter::order() const
{
    const std::lock_guard lock(m_mutex);
    return m_order;
}

std::string StagePrinter::address() const
{
    return "escpos+tcp://127.0.0.1:" + std::to_string(m_simulator->port());
}

void StagePrinter::takePaperOut()
{
    sim::PrinterFaults faults;
    faults.paperOut = true;
    m_simulator->setFaults(faults);
}

void StagePrinter::endPaperAfter(int lines)
{
    sim::PrinterFaults faults;
    faults.paperOutAfterLines = lines;
    m_simulator->setFaults(faults);
}

void StagePrinter::slowDown(int bytesPerSecond)
{
    auto faults = m_simulator->line().faults();
    faults.bytesPerSecond = bytesPerSecond;
    m_simulator->line().setFaults(faults);
}

void StagePrinter::putPaperIn()
{
    m_simulator->setFaults({});
}

std::string flat(const ReceiptDocument& document)
{
    std::string all;
    for (const auto& block : document.blocks) {
        if (const auto* text = std::get_if<ReceiptText>(&block))
            all += text->text + '\n';
        else if (const auto* pair = std::get_if<ReceiptPair>(&block))
            all += pair->left + '|' + pair->right + '\n';
        else if (const auto* barcode = std::get_if<ReceiptBarcode>(&block))
            all += "[" + barcode->code + "]\n";
    }
    return all;
}

}  // namespace bl::desktop::test
