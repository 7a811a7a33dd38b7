#include "app/desktop/log_in/log_in_screen.h"
#include "app/desktop/log_in/user_tile.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

namespace bl::desktop::test {

namespace {

/// Types a PIN and waits for what comes of it.
template <typename Signal>
bool enterAndWait(LogIn& logIn, const char* pin, Signal signal)
{
    bool came = false;
    const auto connection = QObject::connect(&logIn, signal, &logIn, [&came] { came = true; });
    logIn.enterPin(QLatin1String(pin));
    const bool done = waitUntil([&came] { return came; });
    QObject::disconnect(connection);
    return done;
}

}  // namespace

TEST_CASE("A user with the right PIN is at the counter", "[desktop][log-in]")
{
    DeskFixture desk;
    LogIn logIn(*desk.till);
    QString who;
    QObject::connect(&logIn, &LogIn::loggedIn, &logIn,
        [&who](const staff::User& user) { who = QString::fromStdString(user.name); });

    logIn.choose(desk.user("lina"));
    REQUIRE(enterAndWait(logIn, "2580", &LogIn::loggedIn));

    CHECK(who == QStringLiteral("李娜"));
}

TEST_CASE("A wrong PIN says how many tries are left, and the fifth one locks", "[desktop][log-in]")
{
    DeskFixture desk;
    LogIn logIn(*desk.till);
    std::vector<std::string> left;
    int seconds = 0;
    QObject::connect(&logIn, &LogIn::pinRejected, &logIn, [&left](const Error& error) {
        CHECK(error.code == ErrorCode::WrongPin);
        REQUIRE(error.detail.size() == 1);
        left.push_back(error.detail.front());
    });
    QObject::connect(&logIn, &LogIn::locked, &logIn, [&seconds](int wait) { seconds = wait; });

    logIn.choose(desk.user("lina"));
    for (int i = 0; i < 4; ++i)
        REQUIRE(enterAndWait(logIn, "1111", &LogIn::pinRejected));
    CHECK(left == std::vector<std::string>{"4", "3", "2", "1"});

    REQUIRE(enterAndWait(logIn, "1111", &LogIn::locked));
    CHECK(seconds == 30);
}

TEST_CASE("Who was locked out may type again when the time is over", "[desktop][log-in]")
{
    DeskFixture desk;
    LogIn logIn(*desk.till);
    logIn.choose(desk.user("lina"));
    for (int i = 0; i < 4; ++i)
        REQUIRE(enterAndWait(logIn, "1111", &LogIn::pinRejected));
    REQUIRE(enterAndWait(logIn, "1111", &LogIn::locked));

    // Another user, and back: the clock of the register decides, not the window's.
    logIn.choose(desk.user("lina"));
    REQUIRE(enterAndWait(logIn, "2580", &LogIn::locked));

    desk.monotonic.advance(std::chrono::seconds{31});
    logIn.choose(desk.user("lina"));
    CHECK(enterAndWait(logIn, "2580", &LogIn::loggedIn));
}

TEST_CASE("A PIN that was given out must be replaced before anything else", "[desktop][log-in]")
{
    DeskFixture desk;
    LogIn logIn(*desk.till);
    QSignalSpy wanted(&logIn, &LogIn::newPinWanted);
    QSignalSpy weak(&logIn, &LogIn::newPinRejected);
    std::vector<NewPinFault> faults;
    QObject::connect(&logIn, &LogIn::newPinFaulty, &logIn,
        [&faults](NewPinFault fault) { faults.push_back(fault); });
    bool entered = false;
    QObject::connect(&logIn, &LogIn::loggedIn, &logIn, [&entered] { entered = true; });

    logIn.choose(desk.user("zhaoyiming"));
    REQUIRE(enterAndWait(logIn, "4059", &LogIn::newPinWanted));
    CHECK_FALSE(entered);

    logIn.enterPin(QStringLiteral("1234"));
    CHECK(weak.count() == 1);
    logIn.enterPin(QStringLiteral("4059"));
    logIn.enterPin(QStringLiteral("8052"));
    logIn.enterPin(QStringLiteral("8053"));
    CHECK(faults == std::vector<NewPinFault>{NewPinFault::SameAsGiven, NewPinFault::Differs});
    logIn.enterPin(QStringLiteral("8052"));
    REQUIRE(enterAndWait(logIn, "8052", &LogIn::loggedIn));

    LogIn next(*desk.till);
    next.choose(desk.user("zhaoyiming"));
    CHECK(enterAndWait(next, "8052", &LogIn::loggedIn));
}

TEST_CASE("Initials and Enter choose a user without a mouse", "[desktop][log-in]")
{
    DeskFixture desk;
    LogIn logIn(*desk.till);
    LogInScreen screen(logIn, shell().theme(), shell().actions());
    screen.resize(1366, 768);
    screen.show();
    screen.open();
    REQUIRE(waitUntil([&screen] { return !screen.isEmpty(); }));
    auto* filter = screen.findChild<QLineEdit*>();
    REQUIRE(filter);

    QTest::keyClicks(filter, QStringLiteral("zym"));
    int visible = 0;
    for (const UserTile* tile : screen.findChildren<UserTile*>())
        visible += tile->isVisible() ? 1 : 0;
    CHECK(visible == 1);
    QTest::keyClick(filter, Qt::Key_Return);
    REQUIRE(logIn.user());
    CHECK(logIn.user()->name == "赵一鸣");
}

TEST_CASE("The log-in shows all its texts in every language and theme", "[desktop][log-in][layout]")
{
    DeskFixture desk;
    LogIn logIn(*desk.till);
    LogInScreen screen(logIn, shell().theme(), shell().actions());
    screen.setRegister(QStringLiteral("S01-1"));
    screen.resize(1366, 768);
    screen.show();
    screen.open();
    REQUIRE(waitUntil([&screen] { return !screen.isEmpty(); }));
    CHECK(layoutFaultsEverywhere(screen, "log-in").join(QLatin1Char('\n')).toStdString() == "");

    logIn.choose(desk.user("zhaoyiming"));
    REQUIRE(enterAndWait(logIn, "1111", &LogIn::pinRejected));
    CHECK(
        layoutFaultsEverywhere(screen, "log-in-wrong").join(QLatin1Char('\n')).toStdString() == "");
    REQUIRE(enterAndWait(logIn, "4059", &LogIn::newPinWanted));
    CHECK(layoutFaultsEverywhere(screen, "log-in-new-pin").join(QLatin1Char('\n')).toStdString()
        == "");
}

}  // namespace bl::desktop::test
