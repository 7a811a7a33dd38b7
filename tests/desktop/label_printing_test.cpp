#include "app/desktop/backoffice/back_office.h"
#include "app/desktop/backoffice/label_page.h"
#include "app/desktop/backoffice/label_printing.h"
#include "app/desktop/devices/device_desk.h"
#include "app/desktop/printing/label_composer.h"
#include "devices/sim/simulated_label_printer.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <mutex>

namespace bl::desktop::test {

namespace {

using bl::test::must;

struct LabelDesk {
    DeskFixture desk;
    std::optional<Error> failure;
    DeviceDesk devices;
    LabelPrinting labels{*desk.till, devices, [this] {
                             return staff::Actor(desk.user("chenjing").id);
                         }};
    QTemporaryDir directory;

    LabelDesk()
    {
        shell().setLanguage(text::Language::SimplifiedChinese);
        QObject::connect(&labels, &LabelPrinting::failed, &labels,
            [this](const Error& error) { failure = error; });
        listedAfter([this] { labels.load(); });
    }

    template <typename Act>
    void listedAfter(Act act)
    {
        QSignalSpy listed(&labels, &LabelPrinting::listed);
        act();
        REQUIRE(waitUntil([&] { return listed.count() == 1 || failure; }));
        REQUIRE_FALSE(failure);
    }

    catalog::Product cleanser()
    {
        std::vector<catalog::Product> products;
        QObject context;
        QObject::connect(&labels, &LabelPrinting::found, &context,
            [&](const QString&, const std::vector<catalog::Product>& found) { products = found; });
        labels.search(QStringLiteral("6901234567892"));
        REQUIRE(waitUntil([&] { return !products.empty(); }));
        return products.front();
    }
};

const LabelText* textOf(const LabelDocument& label, const std::string& text)
{
    for (const auto& element : label.elements)
        if (const auto* found = std::get_if<LabelText>(&element); found && found->text == text)
            return found;
    return nullptr;
}

}  // namespace

TEST_CASE("Labels of products are printed as often as asked, a page each", "[desktop][label]")
{
    LabelDesk at;
    const auto product = at.cleanser();
    at.labels.add(product);
    at.labels.add(product);
    at.labels.setCopies(0, 3);
    CHECK(at.labels.labelCount() == 3);
    at.labels.setAddress(QStringLiteral("pdf:") + at.directory.path());
    QSignalSpy printed(&at.labels, &LabelPrinting::printed);
    at.labels.print();
    REQUIRE(waitUntil([&] { return printed.count() == 1 || at.failure; }));
    REQUIRE(printed.count() == 1);
    CHECK(printed[0][0].toInt() == 3);
    CHECK(at.labels.wanted().empty());
    QFile pdf(at.directory.filePath(QStringLiteral("labels.pdf")));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.readAll().count("/Type /Page\n") == 3);

    // The address is there at the next start.
    LabelPrinting again(
        *at.desk.till, at.devices, [&] { return staff::Actor(staff::kSystemUser); });
    QSignalSpy listed(&again, &LabelPrinting::listed);
    again.load();
    REQUIRE(waitUntil([&] { return listed.count() == 1; }));
    CHECK(again.address() == at.labels.address());
}

TEST_CASE("A printer that is none is told, and the labels are still wanted", "[desktop][label]")
{
    LabelDesk at;
    at.labels.add(at.cleanser());
    for (const char* address : {"", "pdf:relative", "cups:no such queue"}) {
        at.failure.reset();
        at.labels.setAddress(QString::fromLatin1(address));
        at.labels.print();
        REQUIRE(waitUntil([&] { return at.failure.has_value(); }));
        CHECK(at.labels.labelCount() == 1);
    }
}

TEST_CASE("Labels come out of the label printer among the devices", "[desktop][label]")
{
    LabelDesk at;
    std::mutex mutex;
    std::vector<sim::PrintedLabel> out;
    auto printer = std::make_unique<sim::SimulatedLabelPrinter>(8, std::chrono::milliseconds{10},
        [&](const std::variant<sim::PrintedLabel, sim::LabelUnknown>& what) {
            const std::lock_guard lock(mutex);
            out.push_back(std::get<sim::PrintedLabel>(what));
        });
    auto& simulated = *printer;
    const auto host =
        must(sim::SimulatorHost::start(sim::TcpPlug{}, std::move(printer), [](const auto&) {}));
    const std::string address = "tspl+tcp://127.0.0.1:" + std::to_string(host->port());
    at.devices.use({{"label-printer-1", DeviceRole::LabelPrinter, address, {}, true}});
    CHECK(at.labels.deviceAddress().toStdString() == address);
    at.labels.add(at.cleanser());
    at.labels.setCopies(0, 2);

    host->act([&](sim::SimulatedDevice&) { return *simulated.obey({{"fault", "head-open"}}); });
    at.labels.print();
    REQUIRE(waitUntil([&] { return at.failure.has_value(); }));
    CHECK(isFault(*at.failure, DeviceFault::CoverOpen));
    CHECK(at.labels.labelCount() == 2);

    host->act([&](sim::SimulatedDevice&) { return *simulated.obey({{"fault", "clear"}}); });
    at.failure.reset();
    QSignalSpy printed(&at.labels, &LabelPrinting::printed);
    at.labels.print();
    REQUIRE(waitUntil([&] { return printed.count() == 1 || at.failure; }));
    REQUIRE(printed.count() == 1);
    const std::lock_guard lock(mutex);
    REQUIRE(out.size() == 2);
    CHECK(out[0].text.find("6901234567892") != std::string::npos);
    CHECK(out[0].gapMm == at.labels.draft().gapMm);
}

TEST_CASE("A label template is copied, changed and saved", "[desktop][label]")
{
    LabelDesk at;
    CHECK_FALSE(at.labels.canEdit());
    at.listedAfter([&] { at.labels.duplicate(); });
    REQUIRE(at.labels.canEdit());
    auto draft = at.labels.draft();
    draft.widthMm = 33;
    draft.store = true;
    at.labels.change(draft);
    CHECK(at.labels.isChanged());
    at.listedAfter([&] { at.labels.save(); });
    CHECK(at.labels.draft() == draft);
    CHECK_FALSE(at.labels.isChanged());

    const auto before = at.labels.entries().size();
    draft.widthMm = 34;
    at.labels.change(draft);
    at.listedAfter([&] { at.labels.discard(); });
    CHECK(at.labels.entries().size() == before - 1);
    CHECK_FALSE(at.labels.canEdit());
    CHECK_FALSE(at.labels.isChanged());
}

TEST_CASE(
    "Everything on a label stands inside it and nothing stands on another", "[desktop][label]")
{
    const text::MoneyFormat money{must(Currency::create("CNY")), QLocale(QStringLiteral("zh_CN"))};
    catalog::Product product;
    product.name = "氨基酸洁面乳 100ml";
    product.code = "6901234567892";
    product.unit = "件";
    product.price = Money::minor(59'00);
    receipts::LabelTemplate form;
    form.layout = GENERATE(receipts::LabelLayout::Shelf, receipts::LabelLayout::Product);
    form.widthMm = GENERATE(15, 60);
    form.heightMm = GENERATE(15, 40);
    form.store = GENERATE(false, true);
    form.barcode = GENERATE(false, true);
    const auto label = composeLabel(form, product, "人民路店", money);
    int bottom = 0;
    for (const auto& element : label.elements) {
        const auto box = std::visit([](const auto& one) { return one.box; }, element);
        CHECK(box.y >= bottom);
        CHECK(box.height > 0);
        CHECK(box.x >= 0);
        CHECK(box.x + box.width <= 10 * form.widthMm);
        bottom = box.y + box.height;
    }
    CHECK(bottom <= 10 * form.heightMm);
    CHECK(textOf(label, "¥59.00 / 件"));
    CHECK((textOf(label, "人民路店") != nullptr) == form.store);
}

TEST_CASE("The page of labels shows its whole text in every language and theme",
    "[desktop][label][layout]")
{
    LabelDesk at;
    at.labels.add(at.cleanser());
    BackOffice office(shell().theme(), shell().actions());
    office.addPage({Icon::Label, [] { return QStringLiteral("标签"); },
        [&](QWidget* parent) {
            return new LabelPage(at.labels, shell().theme(), parent);
        }});
    office.open({staff::kSystemUser});
    // A screen of 768 rows has a title bar and the status strip besides.
    CHECK(office.minimumSizeHint().height() <= 690);
    CHECK(layoutFaultsEverywhere(office, "label-page").join(QLatin1Char('\n')).toStdString() == "");
}

}  // namespace bl::desktop::test
