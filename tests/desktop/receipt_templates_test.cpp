#include "app/desktop/backoffice/back_office.h"
#include "app/desktop/backoffice/block_options.h"
#include "app/desktop/backoffice/receipt_page.h"
#include "app/desktop/backoffice/receipt_templates.h"
#include "core/storage/template_store.h"
#include "tests/desktop/counter_stage.h"
#include "tests/desktop/desk_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>

namespace bl::desktop::test {

namespace {

using namespace receipts;
using bl::test::must;

/// The presenter at a register, with Chen Jing at work.
struct TemplateDesk {
    DeskFixture desk;
    DeviceDesk devices;
    PrintDesk printer{devices};
    std::optional<Error> failure;
    ReceiptTemplates templates{*desk.till, printer, [this] {
                                   return staff::Actor(desk.user("chenjing").id);
                               }};

    TemplateDesk()
    {
        shell().setLanguage(text::Language::SimplifiedChinese);
        QObject::connect(&templates, &ReceiptTemplates::failed, &templates,
            [this](const Error& error) { failure = error; });
        load();
    }

    void load()
    {
        QSignalSpy listed(&templates, &ReceiptTemplates::listed);
        templates.load();
        REQUIRE(waitUntil([&] { return listed.count() == 1; }));
    }

    /// Does something that ends with a new list.
    template <typename Act>
    void listedAfter(Act act)
    {
        QSignalSpy listed(&templates, &ReceiptTemplates::listed);
        act();
        REQUIRE(waitUntil([&] { return listed.count() == 1 || failure; }));
        REQUIRE_FALSE(failure);
    }

    void ownCopy()
    {
        listedAfter([&] { templates.duplicate(); });
    }

    std::optional<ReceiptTemplate> inUse()
    {
        return must(desk.now([](sql::Database& database) {
            const auto site = must(storage::SiteStore(database).load());
            return storage::TemplateStore(database).receiptInUse(site.store);
        }));
    }

    std::vector<std::string> kinds() const
    {
        std::vector<std::string> all;
        for (const auto& block : templates.draft().blocks)
            all.emplace_back(typeName(block));
        return all;
    }
};

std::string saidIn(const ReceiptTemplates& templates, text::Language language)
{
    return flat(*templates.preview(language));
}

}  // namespace

TEST_CASE("The product's templates are there, in use, and not to be changed", "[desktop][template]")
{
    TemplateDesk at;
    REQUIRE(at.templates.entries().size() == 3);
    const auto& entry = at.templates.entries()[at.templates.selected()];
    CHECK(entry.inUse);
    CHECK(entry.owner == TemplateOwner::Product);
    CHECK(entry.content == storage::shippedReceiptFor(80));
    CHECK_FALSE(at.templates.canEdit());
    CHECK_FALSE(at.templates.canUse());
}

TEST_CASE("A copy is the store's own: changed, saved, used and left again", "[desktop][template]")
{
    TemplateDesk at;
    at.ownCopy();
    REQUIRE(at.templates.canEdit());
    CHECK_FALSE(at.templates.isChanged());
    CHECK_FALSE(at.inUse());

    const auto before = at.kinds();
    at.templates.setLanguages(Languages::Both);
    at.templates.rename(QStringLiteral("我们的小票"));
    at.templates.add(QrBlock{"https://example.com/{receipt}"}, 0);
    CHECK(at.kinds()[1] == "qr");
    at.templates.move(1, 1);
    CHECK(at.kinds()[2] == "qr");
    at.templates.move(0, -1);
    CHECK(at.kinds()[0] == before[0]);
    CHECK(at.templates.isChanged());
    at.listedAfter([&] { at.templates.save(); });
    CHECK_FALSE(at.templates.isChanged());
    CHECK(at.templates.name() == QStringLiteral("我们的小票"));

    const auto saved = at.templates.draft();
    at.listedAfter([&] { at.templates.use(); });
    CHECK(at.inUse() == saved);
    at.templates.select(at.templates.entries().size() - 1);
    CHECK(at.templates.draft() == storage::shippedReceiptFor(80));
    REQUIRE(at.templates.canUse());
    at.listedAfter([&] { at.templates.use(); });
    CHECK_FALSE(at.inUse());
}

TEST_CASE("What is not saved is taken back by revert", "[desktop][template]")
{
    TemplateDesk at;
    at.ownCopy();
    const auto before = at.templates.draft();
    at.templates.remove(0);
    at.templates.rename(QStringLiteral("x"));
    CHECK(at.templates.draft() != before);
    at.templates.revert();
    CHECK(at.templates.draft() == before);
    CHECK_FALSE(at.templates.isChanged());
}

TEST_CASE("The mark of copies and refunds cannot be taken off", "[desktop][template]")
{
    TemplateDesk at;
    at.ownCopy();
    const auto kinds = at.kinds();
    const auto mark = static_cast<std::size_t>(std::ranges::find(kinds, "marks") - kinds.begin());
    CHECK_FALSE(at.templates.canRemove(mark));
    at.templates.remove(mark);
    CHECK(at.kinds() == kinds);
}

TEST_CASE("The preview shows an example with all that a receipt can say, in the draft's languages",
    "[desktop][template]")
{
    TemplateDesk at;
    at.ownCopy();
    at.templates.setLanguages(Languages::Both);
    const std::string both = saidIn(at.templates, text::Language::English);
    INFO(both);
    for (const char* part :
        {"合计 Total|¥93.10", "优惠合计 Reductions|−¥9.90", "余额 Balance|¥820.00",
            "积分 Points|12,480", "现金 Cash", "找零 Change|¥6.90", "Thank you for your visit!"})
        CHECK(both.find(part) != std::string::npos);
    at.templates.setLanguages(Languages::English);
    CHECK(
        saidIn(at.templates, text::Language::SimplifiedChinese).find("合计") == std::string::npos);
    at.templates.setLanguages(Languages::Chinese);
    CHECK(saidIn(at.templates, text::Language::TraditionalChinese).find("合計|")
        != std::string::npos);
}

TEST_CASE("A picture becomes the logo, and what is no picture is refused", "[desktop][template]")
{
    TemplateDesk at;
    at.ownCopy();
    at.templates.add(LogoBlock{Bitmap::blank(8, 8)}, 0);
    QTemporaryDir directory;
    QImage image(100, 50, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    for (int x = 0; x < 50; ++x)
        for (int y = 0; y < 50; ++y)
            image.setPixelColor(x, y, Qt::black);
    const QString file = directory.filePath(QStringLiteral("logo.png"));
    REQUIRE(image.save(file));
    QSignalSpy changed(&at.templates, &ReceiptTemplates::draftChanged);
    at.templates.importLogo(1, file, Dithering::Drawing);
    REQUIRE(waitUntil([&] { return changed.count() > 0; }));
    const auto& logo = std::get<LogoBlock>(at.templates.draft().blocks[1]).picture;
    REQUIRE(logo.width == 100);
    CHECK(logo.isBlack(49, 49));
    CHECK_FALSE(logo.isBlack(50, 0));
    at.listedAfter([&] { at.templates.save(); });
    CHECK(std::get<LogoBlock>(at.templates.draft().blocks[1]).picture == logo);

    QFile text(directory.filePath(QStringLiteral("text.png")));
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write("no picture");
    text.close();
    at.templates.importLogo(1, text.fileName(), Dithering::Photo);
    REQUIRE(waitUntil([&] { return at.failure.has_value(); }));
    CHECK(at.failure->code == ErrorCode::UnsupportedFormat);
}

TEST_CASE("A photo becomes dots that are as dense as it is dark", "[desktop][template]")
{
    for (const int grey : {0, 64, 128, 192, 255}) {
        QImage image(160, 100, QImage::Format_RGB32);
        image.fill(QColor(grey, grey, grey));
        const Bitmap dots = blackAndWhite(image, 384, Dithering::Photo);
        int black = 0;
        for (int y = 0; y < dots.rows; ++y)
            for (int x = 0; x < dots.width; ++x)
                black += dots.isBlack(x, y) ? 1 : 0;
        CHECK(std::abs(black - 16'000 * (255 - grey) / 255) < 400);
    }
    QImage wide(2000, 100, QImage::Format_RGB32);
    wide.fill(Qt::white);
    CHECK(blackAndWhite(wide, 384, Dithering::Photo).width == 384);
}

TEST_CASE("Somebody who may not is told so, and nothing is saved", "[desktop][template]")
{
    TemplateDesk at;
    ReceiptTemplates cashiers(
        *at.desk.till, at.printer, [&] { return staff::Actor(at.desk.user("lina").id); });
    std::optional<Error> failure;
    QObject::connect(&cashiers, &ReceiptTemplates::failed, &cashiers,
        [&](const Error& error) { failure = error; });
    QSignalSpy listed(&cashiers, &ReceiptTemplates::listed);
    cashiers.load();
    REQUIRE(waitUntil([&] { return listed.count() == 1; }));
    cashiers.duplicate();
    REQUIRE(waitUntil([&] { return failure.has_value(); }));
    CHECK(failure->code == ErrorCode::PermissionDenied);
}

TEST_CASE("The page of receipts shows its whole text in every language and theme",
    "[desktop][template][layout]")
{
    TemplateDesk at;
    at.ownCopy();
    at.templates.setLanguages(Languages::Both);
    BackOffice office(shell().theme(), shell().actions());
    ReceiptPage* page = nullptr;
    office.addPage({Icon::Receipt, [] { return QStringLiteral("小票"); },
        [&](QWidget* parent) {
            return page = new ReceiptPage(at.templates, shell().theme(), parent);
        }});
    office.open({at.desk.user("chenjing").id});
    office.resize(1366, 720);
    office.show();
    const auto kinds = at.kinds();
    for (const char* kind : {"store", "lines", "member", "thanks"}) {
        page->selectBlock(static_cast<int>(std::ranges::find(kinds, kind) - kinds.begin()));
        const std::string name = std::string("receipt-page-") + kind;
        CHECK(layoutFaultsEverywhere(office, name.c_str()).join(QLatin1Char('\n')).toStdString()
            == "");
    }
}

TEST_CASE("Options that are ticked off are off in the draft, and typing keeps the focus",
    "[desktop][template]")
{
    TemplateDesk at;
    at.ownCopy();
    ReceiptPage page(at.templates, shell().theme());
    page.resize(1100, 700);
    page.show();
    page.activateWindow();
    page.selectBlock(0);
    auto* options = page.findChild<BlockOptions*>();
    REQUIRE(options);
    options->findChild<QCheckBox*>()->click();
    CHECK_FALSE(std::get<StoreBlock>(at.templates.draft().blocks[0]).name);

    const auto kinds = at.kinds();
    const auto thanks = std::ranges::find(kinds, "thanks") - kinds.begin();
    page.selectBlock(static_cast<int>(thanks));
    auto* field = options->findChild<QLineEdit*>();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("Bye"));
    CHECK(options->findChild<QLineEdit*>() == field);
    CHECK(std::get<ThanksBlock>(at.templates.draft().blocks[static_cast<std::size_t>(thanks)])
              .text.simplified
        == "Bye");
}

}  // namespace bl::desktop::test
