#include "app/desktop/devices/wedge_filter.h"
#include "app/desktop/widgets/sheet.h"
#include "tests/desktop/desktop_test.h"

#include <QAction>
#include <QCheckBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWindow>

namespace bl::desktop::test {

namespace {

/// A window with a field and a button, and a keyboard that a person and a scanner share.
class WedgeStage {
public:
    WedgeStage()
        : field(new QLineEdit)
        , button(new QPushButton)
    {
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(field);
        layout->addWidget(button);
        QObject::connect(button, &QPushButton::clicked, button, [this] { ++presses; });
        QObject::connect(field, &QLineEdit::returnPressed, field, [this] { ++enters; });
        QObject::connect(&filter, &WedgeFilter::heard, &window, [this](const DeviceEvent& event) {
            if (const auto* scan = std::get_if<CodeScanned>(&event))
                scans << QString::fromStdString(scan->code);
            else if (const auto* card = std::get_if<CardSeen>(&event))
                cards << QString::fromStdString(card->number);
            else
                ++refused;
        });
        window.show();
        window.activateWindow();
        REQUIRE(waitUntil([&] { return window.isActiveWindow(); }));
        field->setFocus();
    }

    /// A key goes down and up, so long after the one before, the way of a real one.
    void key(int code, const QString& text, int gapMs, Qt::KeyboardModifiers modifiers = {})
    {
        now += static_cast<quint64>(gapMs);
        for (const auto type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, code, modifiers, text);
            event.setTimestamp(now);
            event.ignore();
            QCoreApplication::sendEvent(window.windowHandle(), &event);
            if (type == QEvent::ShortcutOverride && !event.isAccepted() && shortcut
                && shortcut->shortcuts().contains(QKeySequence(code))) {
                shortcut->trigger();
                return;
            }
        }
    }
    void type(const QString& text, int gapMs, Qt::KeyboardModifiers modifiers = {})
    {
        for (const QChar c : text)
            key(c.isLetterOrNumber() ? c.toUpper().unicode() : 0, QString(c), gapMs, modifiers);
    }
    void enter(int gapMs) { key(Qt::Key_Return, QStringLiteral("\r"), gapMs); }
    void scan(const QString& code)
    {
        // The pause before a scan is a person's.
        for (qsizetype i = 0; i < code.size(); ++i)
            type(code.mid(i, 1), i == 0 ? 300 : 8);
    }
    /// Until nothing is held back any more: a key that is no character says so.
    void rest()
    {
        now += 200;
        key(Qt::Key_Shift, {}, 0);
    }

    WedgeFilter filter;
    QWidget window;
    QLineEdit* field;
    QPushButton* button;
    QAction* shortcut = nullptr;
    QStringList scans;
    QStringList cards;
    int refused = 0;
    int presses = 0;
    int enters = 0;
    quint64 now = 10'000;
};

const QString kEan = QStringLiteral("6901234567892");

}  // namespace

TEST_CASE(
    "A scan goes to the counter, and neither it nor its Enter to the field", "[desktop][wedge]")
{
    WedgeStage stage;
    stage.scan(kEan);
    CHECK(stage.scans.isEmpty());
    stage.enter(8);
    CHECK(stage.scans == QStringList{kEan});
    stage.enter(10);
    CHECK(stage.field->text().isEmpty());
    CHECK(stage.enters == 0);
}

TEST_CASE("A scan without Enter ends by itself", "[desktop][wedge]")
{
    WedgeStage stage;
    stage.scan(kEan);
    REQUIRE(waitUntil([&] { return !stage.scans.isEmpty(); }));
    CHECK(stage.scans == QStringList{kEan});
    CHECK(stage.field->text().isEmpty());
    // The Enter of a slow scanner belongs to it.
    stage.enter(80);
    CHECK(stage.enters == 0);
    stage.enter(800);
    CHECK(stage.enters == 1);
}

TEST_CASE("What a person types arrives whole, in order and unchanged", "[desktop][wedge]")
{
    WedgeStage stage;
    SECTION("fast") {
        for (const int gap : {60, 75, 90})
            stage.type(QStringLiteral("ajxjr690"), gap);
        stage.rest();
        CHECK(stage.field->text() == QStringLiteral("ajxjr690ajxjr690ajxjr690"));
    }
    SECTION("faster than a keyboard should be") {
        stage.type(QStringLiteral("abcdefghij"), 42);
        stage.rest();
        CHECK(stage.field->text() == QStringLiteral("abcdefghij"));
    }
    SECTION("on the number pad, with Enter") {
        stage.type(QStringLiteral("20000"), 90, Qt::KeypadModifier);
        stage.key(Qt::Key_Enter, QStringLiteral("\r"), 90, Qt::KeypadModifier);
        CHECK(stage.field->text() == QStringLiteral("20000"));
        CHECK(stage.enters == 1);
    }
    SECTION("five fast characters and Enter") {
        stage.type(QStringLiteral("12345"), 10);
        stage.enter(10);
        CHECK(stage.field->text() == QStringLiteral("12345"));
        CHECK(stage.enters == 1);
    }
    SECTION("with keys between that are no characters") {
        stage.type(QStringLiteral("abc"), 20);
        stage.key(Qt::Key_Backspace, QStringLiteral("\b"), 20);
        stage.type(QStringLiteral("d"), 20);
        stage.key(Qt::Key_Home, {}, 20);
        stage.type(QStringLiteral("x"), 20);
        stage.rest();
        CHECK(stage.field->text() == QStringLiteral("xabd"));
    }
    SECTION("a key that is held down") {
        for (int i = 0; i < 20; ++i) {
            stage.now += 30;
            QKeyEvent press(QEvent::KeyPress, Qt::Key_A, {}, QStringLiteral("a"), i > 0);
            press.setTimestamp(stage.now);
            QCoreApplication::sendEvent(stage.window.windowHandle(), &press);
        }
        stage.rest();
        CHECK(stage.field->text() == QString(20, QLatin1Char('a')));
    }
    SECTION("alone, without another key") {
        stage.type(QStringLiteral("7"), 500);
        CHECK(stage.field->text().isEmpty());
        REQUIRE(waitUntil([&] { return stage.field->text() == QStringLiteral("7"); }));
    }
    CHECK(stage.scans.isEmpty());
}

TEST_CASE("A scan in the middle of typing leaves what was typed", "[desktop][wedge]")
{
    WedgeStage stage;
    stage.type(QStringLiteral("3*"), 120);
    stage.scan(kEan);
    stage.enter(8);
    stage.type(QStringLiteral("ab"), 120);
    stage.rest();
    CHECK(stage.scans == QStringList{kEan});
    CHECK(stage.field->text() == QStringLiteral("3*ab"));
    CHECK(stage.enters == 0);
}

TEST_CASE("A scan presses no button, a person does", "[desktop][wedge]")
{
    WedgeStage stage;
    stage.button->setFocus();
    stage.scan(QStringLiteral("69012 4567892"));
    stage.enter(8);
    CHECK(stage.presses == 0);
    CHECK(stage.scans.size() == 1);
    stage.key(Qt::Key_Space, QStringLiteral(" "), 500);
    stage.rest();
    CHECK(stage.presses == 1);
}

TEST_CASE("The Enter of a scan finishes no sheet, a person's does", "[desktop][wedge]")
{
    WedgeStage stage;
    int finished = 0;
    QAction finish;
    finish.setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    finish.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(&finish, &QAction::triggered, &finish, [&] { ++finished; });
    Sheet sheet(shell().theme(), &stage.window);
    auto* amount = new QLineEdit(&sheet);
    sheet.body()->addWidget(amount);
    sheet.addAction(&finish);
    stage.shortcut = &finish;
    sheet.openAt(amount);
    stage.scan(kEan);
    stage.enter(8);
    CHECK(finished == 0);
    CHECK(amount->text().isEmpty());
    CHECK(stage.scans == QStringList{kEan});
    stage.type(QStringLiteral("50"), 100);
    stage.enter(100);
    CHECK(amount->text() == QStringLiteral("50"));
    CHECK(finished == 1);
    // Quick fingers: the keys wait, and the shortcut is found all the same.
    stage.type(QStringLiteral("00"), 300);
    stage.enter(20);
    CHECK(amount->text() == QStringLiteral("5000"));
    CHECK(finished == 2);
    stage.shortcut = nullptr;
}

TEST_CASE("Codes with letters of all scripts and separators arrive", "[desktop][wedge]")
{
    WedgeStage stage;
    stage.scan(QStringLiteral("会员:李娜-Ä1"));
    stage.enter(8);
    stage.type(QStringLiteral("0"), 400);
    stage.type(QStringLiteral("1069012345678921"), 8);
    stage.key(Qt::Key_BracketRight, QString(QChar(0x1D)), 8, Qt::ControlModifier);
    stage.type(QStringLiteral("17261231"), 8);
    stage.enter(8);
    CHECK(stage.scans
        == QStringList{QStringLiteral("会员:李娜-Ä1"),
            QStringLiteral("01069012345678921") + QChar(0x1D) + QStringLiteral("17261231")});
    CHECK(stage.field->text().isEmpty());
}

TEST_CASE("A text that is being composed is left in peace", "[desktop][wedge]")
{
    WedgeStage stage;
    stage.type(QStringLiteral("a"), 100);
    QInputMethodEvent composing(QStringLiteral("ni"), {});
    QCoreApplication::sendEvent(stage.field, &composing);
    CHECK(stage.field->text() == QStringLiteral("a"));
    QInputMethodEvent chosen;
    chosen.setCommitString(QStringLiteral("你好"));
    QCoreApplication::sendEvent(stage.field, &chosen);
    stage.type(QStringLiteral("b"), 100);
    stage.rest();
    CHECK(stage.field->text() == QStringLiteral("a你好b"));
}

TEST_CASE("Keys stay where they were pressed when the focus goes elsewhere", "[desktop][wedge]")
{
    WedgeStage stage;
    stage.type(QStringLiteral("ab"), 20);
    stage.button->setFocus();
    stage.rest();
    CHECK(stage.field->text() == QStringLiteral("ab"));
}

TEST_CASE(
    "A stripe reader that types is a reader, and payment cards are refused", "[desktop][wedge]")
{
    WedgeStage stage;
    stage.scan(QStringLiteral("%M88^LI?;880000123=99?"));
    stage.enter(8);
    CHECK(stage.cards == QStringList{QStringLiteral("880000123")});
    stage.scan(QStringLiteral(";4111111111111111=2912?"));
    stage.enter(8);
    CHECK(stage.refused == 1);
    CHECK(stage.scans.isEmpty());
    CHECK(stage.field->text().isEmpty());
}

}  // namespace bl::desktop::test
