#include "app/desktop/devices/device_desk.h"
#include "app/desktop/devices/device_setup.h"
#include "app/desktop/first_start/first_start_screen.h"
#include "app/desktop/session/hq_link.h"
#include "app/desktop/till/background.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include <mutex>

namespace bl::desktop::test {

namespace {

/// A HQ that notes what it was asked and answers as it is told.
struct Asked {
    std::mutex mutex;
    std::string url;
    std::string code;
    std::optional<Error> refusal;

    Result<std::string> join(const std::string& hqUrl, const std::string& enrolmentCode)
    {
        const std::lock_guard lock(mutex);
        url = hqUrl;
        code = enrolmentCode;
        if (refusal)
            return *refusal;
        return std::string("S01-2");
    }
};

/// Everything a first start stands on.
struct FirstDesk : DeskFixture {
    Asked asked;
    HqLink link{till->writer()};
    Background background;
    FirstStart firstStart{*till, link, background,
        FirstStart::Ports{[this](const std::string& url, const std::string& code) {
                              return asked.join(url, code);
                          },
            []() -> Result<DemoInvitation> {
                return Error{ErrorCode::NotFound, {"demo"}};
            }}};
    DeviceDesk devices;
    DeviceSetup setup{devices,
        {[] { return std::vector<DeviceDescriptor>{}; },
            [] {
                return std::vector<DeviceDescriptor>{};
            }}};
};

}  // namespace

TEST_CASE("An enrolment code may be typed as it comes", "[desktop][first-start]")
{
    CHECK(FirstStart::cleanCode(QStringLiteral(" 7kq2-m9xd w4ht "))
        == QStringLiteral("7KQ2M9XDW4HT"));
    CHECK(FirstStart::cleanCode(QStringLiteral("７ｋｑ２－m9xd—w4ht"))
        == QStringLiteral("7KQ2M9XDW4HT"));
}

TEST_CASE("HQ's address may lack its scheme", "[desktop][first-start]")
{
    CHECK(FirstStart::cleanAddress(QStringLiteral("hq.example.com/"))
        == QStringLiteral("https://hq.example.com"));
    CHECK(FirstStart::cleanAddress(QStringLiteral("127.0.0.1:8080"))
        == QStringLiteral("http://127.0.0.1:8080"));
    CHECK(FirstStart::cleanAddress(QStringLiteral("http://hq")) == QStringLiteral("http://hq"));
}

TEST_CASE("An address that is none is said before anybody is asked", "[desktop][first-start]")
{
    FirstDesk desk;
    std::optional<Error> failed;
    QObject::connect(&desk.firstStart, &FirstStart::joinFailed, &desk.firstStart,
        [&failed](const Error& error) { failed = error; });
    desk.firstStart.join(QStringLiteral("not an address"), QStringLiteral("CODE"));
    REQUIRE(failed);
    CHECK(failed->code == ErrorCode::InvalidAddress);
    CHECK_FALSE(desk.firstStart.isJoining());
}

TEST_CASE("The first start goes from the language to the devices with the keyboard alone",
    "[desktop][first-start]")
{
    FirstDesk desk;
    FirstStartScreen screen(desk.firstStart, desk.devices, desk.setup, shell().theme(),
        text::Language::SimplifiedChinese);
    screen.resize(1366, 768);
    screen.show();
    std::vector<text::Language> chosen;
    QObject::connect(&screen, &FirstStartScreen::languageChosen, &screen,
        [&chosen](text::Language language) { chosen.push_back(language); });
    QTest::keyClick(&screen, Qt::Key_Down);
    QTest::keyClick(&screen, Qt::Key_Down);
    CHECK(chosen == std::vector{text::Language::TraditionalChinese, text::Language::English});
    QTest::keyClick(&screen, Qt::Key_Return);
    REQUIRE(screen.page() == FirstStartScreen::Page::Join);
    const auto fields = screen.findChildren<QLineEdit*>();
    for (QLineEdit* field : fields) {
        if (!field->isVisible())
            continue;
        QTest::keyClicks(field,
            field->placeholderText().startsWith(QLatin1String("https"))
                ? QStringLiteral("hq.example.com")
                : QStringLiteral("7kq2-m9xd"));
    }
    QTest::keyClick(&screen, Qt::Key_Return);
    REQUIRE(waitUntil([&screen] { return screen.page() == FirstStartScreen::Page::Devices; }));
    CHECK(desk.asked.url == "https://hq.example.com");
    CHECK(desk.asked.code == "7KQ2M9XD");
    QTest::keyClick(&screen, Qt::Key_Return);
    CHECK(screen.page() == FirstStartScreen::Page::Feed);
}

TEST_CASE("A refused code is explained and can be typed again", "[desktop][first-start]")
{
    FirstDesk desk;
    desk.asked.refusal = Error{ErrorCode::EnrolmentRefused, {"expired"}};
    std::optional<Error> failed;
    QObject::connect(&desk.firstStart, &FirstStart::joinFailed, &desk.firstStart,
        [&failed](const Error& error) { failed = error; });
    desk.firstStart.join(QStringLiteral("hq.example.com"), QStringLiteral("OLD"));
    REQUIRE(waitUntil([&failed] { return failed.has_value(); }));
    CHECK(failed->code == ErrorCode::EnrolmentRefused);

    failed.reset();
    desk.asked.refusal.reset();
    QSignalSpy joined(&desk.firstStart, &FirstStart::joined);
    desk.firstStart.join(QStringLiteral("hq.example.com"), QStringLiteral("NEW"));
    CHECK(waitUntil([&joined] { return joined.count() == 1; }));
}

TEST_CASE("A demo that does not run is said, and nothing else happens", "[desktop][first-start]")
{
    FirstDesk desk;
    QSignalSpy missing(&desk.firstStart, &FirstStart::demoMissing);
    desk.firstStart.joinDemo();
    REQUIRE(waitUntil([&missing] { return missing.count() == 1; }));
    CHECK_FALSE(desk.firstStart.isJoining());
}

TEST_CASE("Every page of the first start shows all its texts in every language and theme",
    "[desktop][first-start][layout]")
{
    FirstDesk desk;
    FirstStartScreen screen(desk.firstStart, desk.devices, desk.setup, shell().theme(),
        text::Language::SimplifiedChinese);
    screen.resize(1366, 768);
    screen.show();
    const auto faults = [&screen](const char* name) {
        return layoutFaultsEverywhere(screen, name).join(QLatin1Char('\n')).toStdString();
    };
    CHECK(faults("first-language") == "");
    screen.openAt(FirstStartScreen::Page::Join);
    CHECK(faults("first-join") == "");
    desk.asked.refusal = Error{ErrorCode::EnrolmentRefused, {"locked"}};
    QSignalSpy failed(&desk.firstStart, &FirstStart::joinFailed);
    desk.firstStart.join(QStringLiteral("hq.example.com"), QStringLiteral("X"));
    REQUIRE(waitUntil([&failed] { return failed.count() == 1; }));
    CHECK(faults("first-join-refused") == "");
    screen.openAt(FirstStartScreen::Page::Devices);
    CHECK(faults("first-devices") == "");
    desk.setup.chooseRole(DeviceRole::ReceiptPrinter);
    CHECK(faults("first-device-place") == "");
    REQUIRE(desk.setup.choosePlace("127.0.0.1:9"));
    CHECK(faults("first-device-profile") == "");
    desk.setup.chooseProfile("escpos-80");
    CHECK(faults("first-device-trial") == "");
    desk.setup.save();
    CHECK(faults("first-device-added") == "");
    screen.openAt(FirstStartScreen::Page::Feed);
    CHECK(faults("first-feed") == "");
}

}  // namespace bl::desktop::test
