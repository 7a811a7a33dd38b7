#include "app/desktop/widgets/action_button.h"
#include "tests/desktop/desktop_test.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include <set>

namespace bl::desktop::test {

TEST_CASE("No key is given to two actions", "[desktop][actions]")
{
    std::set<QString> keys;
    for (int id = 0; id < static_cast<int>(ActionId::Count_); ++id) {
        const QAction* action = shell().actions().action(static_cast<ActionId>(id));
        INFO(action->text().toStdString());
        CHECK_FALSE(action->text().isEmpty());
        REQUIRE_FALSE(action->shortcut().isEmpty());
        CHECK(keys.insert(action->shortcut().toString()).second);
    }
}

TEST_CASE(
    "A button shows its action's label and key, follows it and triggers it", "[desktop][actions]")
{
    QAction action(QStringLiteral("Recall"));
    action.setShortcut(Qt::Key_F7);
    ActionButton button(shell().theme(), &action);
    QSignalSpy triggered(&action, &QAction::triggered);

    CHECK(button.hint() == QStringLiteral("F7"));
    action.setText(QStringLiteral("Recall 2"));
    CHECK(button.text() == QStringLiteral("Recall 2"));
    CHECK(button.accessibleName() == QStringLiteral("Recall 2"));
    button.click();
    CHECK(triggered.count() == 1);

    action.setEnabled(false);
    button.click();
    CHECK_FALSE(button.isEnabled());
    CHECK(triggered.count() == 1);
}

TEST_CASE("Enter presses the button that has the focus", "[desktop][actions]")
{
    QAction action(QStringLiteral("Park"));
    ActionButton button(shell().theme(), &action);
    QSignalSpy triggered(&action, &QAction::triggered);
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Space);
    CHECK(triggered.count() == 2);
}

TEST_CASE("A click leaves the focus in the scan field", "[desktop][actions]")
{
    QWidget window;
    QAction action(QStringLiteral("Park"));
    QLineEdit field(&window);
    ActionButton button(shell().theme(), &action, &window);
    button.setGeometry(0, 100, 100, 60);
    window.resize(300, 200);
    window.show();
    window.activateWindow();
    field.setFocus();
    REQUIRE(waitUntil([&] { return field.hasFocus(); }));
    QTest::mouseClick(&button, Qt::LeftButton);
    CHECK(field.hasFocus());
}

}  // namespace bl::desktop::test
