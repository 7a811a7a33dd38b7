#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/sheet.h"
#include "tests/desktop/desktop_test.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

namespace bl::desktop::test {

namespace {

/// A screen with a field and a shortcut, and a sheet with two fields above it.
struct SheetWindow {
    QWidget window;
    QWidget screen{&window};
    QLineEdit scan{&screen};
    QAction pay;
    Sheet sheet{shell().theme(), &window};
    QLineEdit* first = new QLineEdit(&sheet);
    QLineEdit* second = new QLineEdit(&sheet);

    SheetWindow()
    {
        window.resize(800, 600);
        screen.setGeometry(0, 0, 800, 600);
        pay.setShortcut(Qt::Key_F9);
        pay.setShortcutContext(Qt::WidgetWithChildrenShortcut);
        screen.addAction(&pay);
        sheet.body()->addWidget(first);
        sheet.body()->addWidget(second);
        window.show();
        window.activateWindow();
        scan.setFocus();
        REQUIRE(waitUntil([this] { return scan.hasFocus(); }));
    }
};

}  // namespace

TEST_CASE("A sheet covers the window and keeps its card inside", "[desktop][sheet]")
{
    SheetWindow test;
    test.sheet.openAt(test.first);
    CHECK(test.sheet.geometry() == test.window.rect());
    CHECK(test.sheet.rect().contains(test.sheet.cardRect()));
    test.window.resize(640, 480);
    QCoreApplication::processEvents();
    CHECK(test.sheet.geometry() == test.window.rect());
    CHECK(test.sheet.rect().contains(test.sheet.cardRect()));
}

TEST_CASE("Tab stays within an open sheet, in both directions", "[desktop][sheet]")
{
    SheetWindow test;
    test.sheet.openAt(test.first);
    CHECK(test.first->hasFocus());
    QTest::keyClick(test.first, Qt::Key_Tab);
    CHECK(test.second->hasFocus());
    QTest::keyClick(test.second, Qt::Key_Tab);
    CHECK(test.first->hasFocus());
    QTest::keyClick(test.first, Qt::Key_Backtab);
    CHECK(test.second->hasFocus());
}

TEST_CASE("A screen that asks for the focus late does not draw it from the open sheet",
    "[desktop][sheet]")
{
    SheetWindow test;
    test.sheet.openAt(test.first);
    test.second->setFocus();

    test.scan.setFocus();
    CHECK(test.second->hasFocus());

    test.sheet.dismiss();
    test.scan.setFocus();
    CHECK(test.scan.hasFocus());
}

TEST_CASE("The screen's shortcuts stay silent below an open sheet", "[desktop][sheet]")
{
    SheetWindow test;
    QSignalSpy paid(&test.pay, &QAction::triggered);
    QTest::keyClick(&test.scan, Qt::Key_F9);
    CHECK(paid.count() == 1);
    test.sheet.openAt(test.first);
    QTest::keyClick(test.first, Qt::Key_F9);
    CHECK(paid.count() == 1);
}

TEST_CASE(
    "Escape asks to go back, and the scan field has the focus again afterwards", "[desktop][sheet]")
{
    SheetWindow test;
    QObject::connect(&test.sheet, &Sheet::backRequested, &test.sheet, &Sheet::dismiss);
    QSignalSpy closed(&test.sheet, &Sheet::closed);
    test.sheet.openAt(test.first);
    QTest::keyClick(test.first, Qt::Key_Escape);
    CHECK(closed.count() == 1);
    CHECK_FALSE(test.sheet.isOpen());
    CHECK(test.scan.hasFocus());
}

}  // namespace bl::desktop::test
