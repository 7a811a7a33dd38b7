#include "app/desktop/backoffice/in_store_page.h"
#include "app/desktop/widgets/action_button.h"
#include "core/catalog/barcode.h"
#include "tests/desktop/counter_stage.h"
#include "tests/desktop/desk_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bl::desktop::test {

namespace {

/// The page over a counter's register.
struct CodesPage {
    CounterStage stage;
    QWidget window;
    InStoreCodes codes{stage.till()};
    InStorePage* page = nullptr;

    CodesPage()
    {
        auto* column = new QVBoxLayout(&window);
        page = new InStorePage(codes, shell().theme(), &window);
        column->addWidget(page);
        window.resize(1366, 768);
        window.show();
        REQUIRE(waitUntil([&] { return !page->editor()->toPlainText().isEmpty(); }));
    }

    void write(const char* patterns) { page->editor()->setPlainText(QString::fromUtf8(patterns)); }

    bool says(const QString& text) const
    {
        for (const auto* label : page->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    void save()
    {
        QSignalSpy saved(&codes, &InStoreCodes::saved);
        page->saveButton()->click();
        REQUIRE(waitUntil([&] { return saved.count() == 1; }));
    }
};

QString checkedCode(const char* digits)
{
    return QString::fromLatin1(digits) + QLatin1Char(catalog::gs1CheckDigit(digits));
}

}  // namespace

TEST_CASE(
    "Patterns that are saved in the back office are what scans go by", "[desktop][office][codes]")
{
    CodesPage office;
    CHECK(office.page->editor()->toPlainText().startsWith(QStringLiteral("21.....{NNDDD}")));
    CHECK_FALSE(office.page->saveButton()->isEnabled());
    office.stage.window().activateWindow();
    office.stage.view().scanField()->setFocus();
    office.stage.scan(checkedCode("200000101255"));
    CHECK(office.stage.cart().lines.empty());

    office.write("# grapes are 2000001\n20.....{NNDDD}");
    office.save();
    CHECK(waitUntil([&] { return !office.page->saveButton()->isEnabled(); }));

    office.stage.scan(checkedCode("200000101255"));
    REQUIRE(office.stage.cart().lines.size() == 1);
    CHECK(office.stage.cart().lines[0].item.quantity == Quantity::thousandths(1255));
}

TEST_CASE("A line that is no pattern is named with its reason, and nothing is saved",
    "[desktop][office][codes]")
{
    struct Wrong {
        const char* pattern;
        const char* reason;
    };
    const Wrong wrong = GENERATE(Wrong{"21.....{NNDDD}x", "only digits"},
        Wrong{"21.....{DDDNN}", "a weight is written"}, Wrong{"21.....{NNDDD", "a weight is"},
        Wrong{"2100000{NNDDD}", "no point stands"}, Wrong{"2..........", "neither a weight"},
        Wrong{"2.{NN}", "8 to 20 digits"});
    CAPTURE(wrong.pattern);
    shell().setLanguage(text::Language::English);
    CodesPage office;
    office.write((std::string("21.....{NNDDD}\n") + wrong.pattern).c_str());

    CHECK(office.says(QStringLiteral("Line 2: ")));
    CHECK(office.says(QString::fromLatin1(wrong.reason)));
    CHECK_FALSE(office.page->saveButton()->isEnabled());
    QSignalSpy failed(&office.codes, &InStoreCodes::failed);
    office.codes.save(office.page->editor()->toPlainText());
    CHECK(waitUntil([&] { return failed.count() == 1; }));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("A code is tried by patterns that are not saved yet", "[desktop][office][codes]")
{
    shell().setLanguage(text::Language::English);
    CodesPage office;
    office.write("20.....{NNDDD}\n29.....{$NNNDD}");
    QSignalSpy read(&office.codes, &InStoreCodes::read);
    office.page->codeField()->setText(checkedCode("200000101255"));
    REQUIRE(waitUntil([&] { return read.count() >= 1; }));
    CHECK(office.says(QStringLiteral("新疆红提")));
    CHECK(office.says(QStringLiteral("Weight: 1.255 kg")));

    read.clear();
    office.page->codeField()->setText(checkedCode("299999901280"));
    REQUIRE(waitUntil([&] { return read.count() >= 1; }));
    CHECK(office.says(QStringLiteral("No product has the number")));
    CHECK(office.says(QStringLiteral("Price: 12.80")));

    read.clear();
    office.page->codeField()->setText(QStringLiteral("123"));
    REQUIRE(waitUntil([&] { return read.count() >= 1; }));
    CHECK(office.says(QStringLiteral("No pattern fits")));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE(
    "The page of in-store codes fits in three languages and two themes", "[desktop][office][codes]")
{
    CodesPage office;
    office.write("21.....{NNDDD}\n22.....{NNDDD}{$NNNDD\n29.....{$NNNDD}");
    CHECK(layoutFaultsEverywhere(office.window, "in-store").join(QLatin1Char('\n')).toStdString()
        == "");
    office.write("20.....{NNDDD}\n29.....{$NNNDD}");
    office.page->codeField()->setText(checkedCode("200000101255"));
    QSignalSpy read(&office.codes, &InStoreCodes::read);
    REQUIRE(waitUntil([&] { return read.count() >= 1; }));
    CHECK(layoutFaultsEverywhere(office.window, "in-store-tried")
              .join(QLatin1Char('\n'))
              .toStdString()
        == "");
}

}  // namespace bl::desktop::test
