#include "app/desktop/backoffice/back_office.h"
#include "app/desktop/backoffice/label_page.h"
#include "app/desktop/backoffice/label_printing.h"
#include "app/desktop/printing/label_composer.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace bl::desktop::test {

namespace {

using bl::test::must;

struct LabelDesk {
    DeskFixture desk;
    std::optional<Error> failure;
    LabelPrinting labels{*desk.till, [this] {
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
    LabelPrinting again(*at.desk.till, [&] { return staff::Actor(staff::kSystemUser); });
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
    CHECK(layoutFaultsEverywhere(office, "label-page").join(QLatin1Char('\n')).toStdString() == "");
}

}  // namespace bl::desktop::test
