#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/pin_pad.h"
#include "tests/desktop/desktop_test.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

namespace bl::desktop::test {

namespace {

bool shows(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::any_of(
        labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == text; });
}

void press(const QWidget& pad, const QString& key)
{
    const auto buttons = pad.findChildren<ActionButton*>();
    for (ActionButton* button : buttons) {
        if (button->accessibleName() == key)
            button->click();
    }
}

}  // namespace

TEST_CASE("A PIN can be typed on the keyboard and on the pad, and leaves nothing behind",
    "[desktop][pin]")
{
    shell().setLanguage(text::Language::English);
    PinPad pad(shell().theme());
    pad.show();
    auto* field = pad.findChild<QLineEdit*>();
    REQUIRE(field);
    CHECK(field->echoMode() == QLineEdit::Password);
    QSignalSpy entered(&pad, &PinPad::pinEntered);

    QTest::keyClicks(field, QStringLiteral("48x"));
    press(pad, QStringLiteral("1"));
    press(pad, QStringLiteral("9"));
    press(pad, QStringLiteral("9"));
    press(pad, QStringLiteral("Delete the last digit"));
    press(pad, QStringLiteral("Confirm"));

    REQUIRE(entered.count() == 1);
    CHECK(entered.front().front().toString() == QStringLiteral("4819"));
    CHECK(field->text().isEmpty());
}

TEST_CASE("A PIN that is too short is not even sent", "[desktop][pin]")
{
    PinPad pad(shell().theme());
    auto* field = pad.findChild<QLineEdit*>();
    QSignalSpy entered(&pad, &PinPad::pinEntered);
    QTest::keyClicks(field, QStringLiteral("12"));
    QTest::keyClick(field, Qt::Key_Return);
    CHECK(entered.count() == 0);
    CHECK(field->text().isEmpty());
}

TEST_CASE("A rejected PIN says why and the pad is ready for another", "[desktop][pin]")
{
    PinPad pad(shell().theme());
    auto* field = pad.findChild<QLineEdit*>();
    pad.setChecking();
    CHECK_FALSE(pad.isEnabled());
    pad.reject(QStringLiteral("This PIN is not right."));
    CHECK(pad.isEnabled());
    CHECK(shows(pad, QStringLiteral("This PIN is not right.")));
    QTest::keyClicks(field, QStringLiteral("1"));
    CHECK_FALSE(shows(pad, QStringLiteral("This PIN is not right.")));
}

}  // namespace bl::desktop::test
