#include "app/desktop/widgets/search_field.h"
#include "tests/desktop/desktop_test.h"

#include <QListView>
#include <QSignalSpy>
#include <QStringListModel>
#include <QtTest>

namespace bl::desktop::test {

namespace {

struct SearchWindow {
    QWidget window;
    SearchField field{shell().theme(), &window};
    QStringListModel results;

    SearchWindow()
    {
        window.resize(600, 500);
        field.setGeometry(10, 10, 500, 48);
        field.setResultModel(&results);
        window.show();
        window.activateWindow();
        field.setFocus();
        REQUIRE(waitUntil([this] { return field.hasFocus(); }));
    }
};

}  // namespace

TEST_CASE("A scanned code goes out as a whole when the scanner presses Enter", "[desktop][search]")
{
    SearchWindow search;
    QSignalSpy submitted(&search.field, &SearchField::submitted);
    QTest::keyClicks(&search.field, QStringLiteral("6901234567892"));
    QTest::keyClick(&search.field, Qt::Key_Return);
    REQUIRE(submitted.count() == 1);
    CHECK(submitted.front().front().toString() == QStringLiteral("6901234567892"));
}

TEST_CASE("Answers to an older query are dropped", "[desktop][search]")
{
    SearchWindow search;
    QTest::keyClicks(&search.field, QStringLiteral("wx"));
    search.results.setStringList({QStringLiteral("Wang Xiaoming")});
    search.field.showResults(QStringLiteral("w"));
    CHECK_FALSE(search.field.resultsVisible());
    search.field.showResults(QStringLiteral("wx"));
    CHECK(search.field.resultsVisible());
}

TEST_CASE("A result is chosen with the arrow keys, and a scan is never taken for a choice",
    "[desktop][search]")
{
    SearchWindow search;
    QSignalSpy chosen(&search.field, &SearchField::resultChosen);
    QSignalSpy submitted(&search.field, &SearchField::submitted);
    QTest::keyClicks(&search.field, QStringLiteral("w"));
    search.results.setStringList({QStringLiteral("Wang"), QStringLiteral("Wu")});
    search.field.showResults(QStringLiteral("w"));

    QTest::keyClick(&search.field, Qt::Key_Return);
    CHECK(submitted.count() == 1);
    CHECK(chosen.count() == 0);

    QTest::keyClick(&search.field, Qt::Key_Down);
    QTest::keyClick(&search.field, Qt::Key_Down);
    QTest::keyClick(&search.field, Qt::Key_Return);
    REQUIRE(chosen.count() == 1);
    CHECK(chosen.front().front().value<QModelIndex>().data().toString() == QStringLiteral("Wu"));
}

TEST_CASE("One touch on a result chooses it", "[desktop][search]")
{
    SearchWindow search;
    QSignalSpy chosen(&search.field, &SearchField::resultChosen);
    QTest::keyClicks(&search.field, QStringLiteral("w"));
    search.results.setStringList({QStringLiteral("Wang"), QStringLiteral("Wu")});
    search.field.showResults(QStringLiteral("w"));
    auto* list = search.window.findChild<QListView*>();
    REQUIRE(list);
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(search.results.index(1)).center());
    CHECK(chosen.count() == 1);
}

TEST_CASE("Escape closes the results first and clears the text second", "[desktop][search]")
{
    SearchWindow search;
    QSignalSpy queries(&search.field, &SearchField::queryChanged);
    QTest::keyClicks(&search.field, QStringLiteral("w"));
    search.results.setStringList({QStringLiteral("Wang")});
    search.field.showResults(QStringLiteral("w"));
    QTest::keyClick(&search.field, Qt::Key_Escape);
    CHECK_FALSE(search.field.resultsVisible());
    CHECK(search.field.text() == QStringLiteral("w"));
    QTest::keyClick(&search.field, Qt::Key_Escape);
    CHECK(search.field.text().isEmpty());
    REQUIRE(queries.count() == 2);
    CHECK(queries.back().front().toString().isEmpty());
}

TEST_CASE("A search without results says so instead of staying silent", "[desktop][search]")
{
    SearchWindow search;
    QTest::keyClicks(&search.field, QStringLiteral("zzz"));
    search.results.setStringList({});
    search.field.showResults(QStringLiteral("zzz"));
    CHECK(search.field.resultsVisible());
    CHECK_FALSE(search.window.findChild<QListView*>()->isVisible());
}

}  // namespace bl::desktop::test
