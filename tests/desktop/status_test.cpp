#include "app/desktop/session/failure_screen.h"
#include "app/desktop/settings/settings_sheet.h"
#include "app/desktop/status/devices_sheet.h"
#include "app/desktop/status/hq_notice.h"
#include "app/desktop/status/status_board.h"
#include "app/desktop/status/sync_sheet.h"
#include "app/desktop/status/sync_words.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/status_strip.h"
#include "app/desktop/workstation.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTimer>
#include <QVBoxLayout>
#include <QtTest>

#include <algorithm>

namespace bl::desktop::test {

namespace {

using bl::test::must;
using sync::SyncState;

const Instant kNow = fromMillis(1'767'323'045'678);

sync::SyncStatus statusIn(SyncState state)
{
    sync::SyncStatus status;
    status.state = state;
    status.waitingLines = 3;
    status.lastContact = kNow - std::chrono::seconds{12};
    return status;
}

SlotStatus slotIn(DeviceRole role, SlotState state)
{
    SlotStatus status;
    status.settings = {"slot-" + std::to_string(static_cast<int>(role)), role, "a", {}, true};
    status.state = state;
    return status;
}

}  // namespace

TEST_CASE("The status strip says how long ago HQ was heard and what waits", "[desktop][status]")
{
    shell().setLanguage(text::Language::English);
    const auto words = syncWords(statusIn(SyncState::Idle), kNow);
    CHECK(words.tone == Tone::Success);
    CHECK(words.text == QStringLiteral("HQ 12 s ago · 3 waiting"));

    auto held = statusIn(SyncState::Idle);
    held.quarantinedLines = 2;
    CHECK(syncWords(held, kNow).tone == Tone::Warning);
    CHECK(syncWords(held, kNow).text == QStringLiteral("HQ 12 s ago · 3 waiting · 2 held back"));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("Trouble with HQ is said in words of its own, never by colour alone", "[desktop][status]")
{
    shell().setLanguage(text::Language::English);
    CHECK(syncWords(statusIn(SyncState::Offline), kNow).text
        == QStringLiteral("HQ not reached · 3 waiting"));
    auto revoked = statusIn(SyncState::Refused);
    revoked.error = Error{ErrorCode::RegisterRevoked, {}};
    CHECK(syncWords(revoked, kNow).text == QStringLiteral("HQ has withdrawn this register"));
    CHECK(syncWords(revoked, kNow).tone == Tone::Danger);
    CHECK(syncWords(statusIn(SyncState::Diverged), kNow).tone == Tone::Danger);
    auto keyless = statusIn(SyncState::Stopped);
    keyless.error = Error{ErrorCode::SecretMissing, {"token"}};
    CHECK(syncWords(keyless, kNow).tone == Tone::Danger);
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("HQ whose disk is full is not called busy", "[desktop][status]")
{
    auto status = statusIn(SyncState::Waiting);
    status.error = Error{ErrorCode::HqCannotSave, {"disk-full"}};
    shell().setLanguage(text::Language::English);
    CHECK(syncWords(status, kNow).text == QStringLiteral("HQ cannot save · 3 waiting"));
    CHECK(syncSentence(status).contains(QStringLiteral("its disk is full")));
    shell().setLanguage(text::Language::TraditionalChinese);
    CHECK(syncWords(status, kNow).text.contains(QStringLiteral("總部無法儲存")));
    shell().setLanguage(text::Language::SimplifiedChinese);
    CHECK(syncWords(status, kNow).text.contains(QStringLiteral("总部无法保存")));
}

TEST_CASE("A clock that is off by more than two minutes is shown", "[desktop][status]")
{
    shell().setLanguage(text::Language::English);
    using std::chrono::minutes;
    CHECK_FALSE(skewWords(minutes{2}));
    CHECK_FALSE(skewWords(minutes{-2}));
    CHECK(skewWords(minutes{5}) == QStringLiteral("Clock 5 min slow"));
    CHECK(skewWords(minutes{-7}) == QStringLiteral("Clock 7 min fast"));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("What keeps the register from HQ for long is said above the screens until it is over",
    "[desktop][status]")
{
    shell().setLanguage(text::Language::English);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* notice = new HqNotice(shell().theme(), &window);
    column->addWidget(notice);
    window.show();
    notice->setStatus(statusIn(SyncState::Offline));
    CHECK_FALSE(notice->isVisible());

    auto keyless = statusIn(SyncState::Stopped);
    keyless.error = Error{ErrorCode::SecretMissing, {"token"}};
    notice->setStatus(keyless);
    REQUIRE(notice->isVisible());
    const auto* text = notice->findChild<QLabel*>();
    CHECK(text->text().contains(QStringLiteral("ask HQ to enrol this register again")));
    shell().setLanguage(text::Language::SimplifiedChinese);
    QCoreApplication::processEvents();
    CHECK(text->text().contains(QStringLiteral("总部")));

    QSignalSpy retried(notice, &HqNotice::retryRequested);
    for (auto* button : notice->findChildren<ActionButton*>()) {
        if (button->text() == QStringLiteral("重试"))
            button->click();
    }
    CHECK(retried.count() == 1);
    CHECK_FALSE(notice->isVisible());
    notice->setStatus(keyless);
    CHECK(notice->isVisible());

    notice->setStatus(statusIn(SyncState::Idle));
    CHECK_FALSE(notice->isVisible());
}

TEST_CASE(
    "The window fills a screen that has no room for more than its usual size", "[desktop][status]")
{
    MainWindow window(shell().theme(), shell().actions());
    for (const QSize small : {QSize(1366, 768), QSize(1366, 728), QSize(1280, 1024)}) {
        window.openIn(small);
        CHECK(window.isMaximized());
        window.setWindowState(Qt::WindowNoState);
        window.hide();
    }
    window.openIn({1920, 1040});
    CHECK_FALSE(window.isMaximized());
    CHECK(window.size() == QSize(1366, 768));
}

TEST_CASE("A toast hides nothing above the status strip and is gone with its language",
    "[desktop][status]")
{
    MainWindow window(shell().theme(), shell().actions());
    auto* screen = new QWidget;
    window.addScreen(screen);
    window.showScreen(screen);
    window.show();
    QCoreApplication::processEvents();
    window.toast()->say(QStringLiteral("1 号班已开班。"));
    REQUIRE(window.toast()->isVisible());
    CHECK(window.toast()->y() >= screen->mapTo(&window, QPoint(0, screen->height())).y() - 4);

    shell().setLanguage(text::Language::English);
    QCoreApplication::processEvents();
    CHECK_FALSE(window.toast()->isVisible());
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("A size that is chosen is kept, and the settings offer the start that it needs",
    "[desktop][settings]")
{
    shell().setLanguage(text::Language::English);
    QWidget window;
    window.resize(1366, 768);
    window.show();
    SettingsSheet settings(shell().theme(), &window);
    std::vector<std::optional<int>> chosen;
    QObject::connect(&settings, &SettingsSheet::scaleChosen, &settings,
        [&chosen](std::optional<int> percent) { chosen.push_back(percent); });
    QSignalSpy restart(&settings, &SettingsSheet::restartRequested);
    settings.open(text::Language::English, std::nullopt, std::nullopt);
    const auto button = [&settings](const char* text) -> ActionButton* {
        for (auto* candidate : settings.findChildren<ActionButton*>()) {
            if (candidate->isVisible() && candidate->text() == QLatin1String(text))
                return candidate;
        }
        return nullptr;
    };
    CHECK_FALSE(button("Start again"));

    REQUIRE(button("150%"));
    button("150%")->click();
    CHECK(chosen == std::vector<std::optional<int>>{150});
    REQUIRE(button("Start again"));
    button("Start again")->click();
    CHECK(restart.count() == 1);

    button("As the desktop")->click();
    CHECK(chosen.back() == std::nullopt);
    CHECK_FALSE(button("Start again"));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("The application starts again in the size that was chosen, on the same data",
    "[desktop][settings][start]")
{
    const bl::test::TempDirectory directory;
    makeRegister(directory.file("branchline.db"));
    StartOptions options;
    options.dataDirectory = QString::fromStdString(directory.path());
    options.preferences.scalePercent = 100;
    const auto logIn = [](Workstation& workstation) {
        return workstation.shell().window().findChild<LogInScreen*>();
    };
    {
        Workstation workstation(*qApp, options);
        workstation.start();
        REQUIRE(waitUntil([&] { return logIn(workstation) && !logIn(workstation)->isEmpty(); }));
        Q_EMIT logIn(workstation)->settingsRequested();
        auto* settings = workstation.shell().window().findChild<SettingsSheet*>();
        REQUIRE(settings->isOpen());
        Q_EMIT settings->scaleChosen(150);
        QTimer::singleShot(0, settings, &SettingsSheet::restartRequested);
        CHECK(QApplication::exec() == Workstation::kStartAgain);
    }
    options.preferences = Preferences::load(options.preferencesFile());
    Workstation again(*qApp, options);
    again.start();
    REQUIRE(waitUntil([&] { return logIn(again) && !logIn(again)->isEmpty(); }));
    CHECK(again.shell().theme().scale() == 150);
}

TEST_CASE("Devices that work share a few words in the strip, and each that does not is named",
    "[desktop][status][devices]")
{
    shell().setLanguage(text::Language::English);
    bl::test::FakeWallClock clock(kNow);
    StatusStrip strip(shell().theme());
    StatusBoard board(strip, clock);
    strip.show();
    const auto shown = [&strip] {
        QStringList texts;
        for (const auto* dot : strip.findChildren<StatusDot*>()) {
            if (dot->isVisible())
                texts << dot->text();
        }
        return texts.mid(2);  // behind HQ and the printer
    };
    CHECK(shown().isEmpty());

    const auto scale = slotIn(DeviceRole::Scale, SlotState::Ready);
    board.setDevices({slotIn(DeviceRole::ReceiptPrinter, SlotState::Ready), scale});
    CHECK(shown() == QStringList{QStringLiteral("Scale ready")});
    auto off = slotIn(DeviceRole::Scanner, SlotState::Disabled);
    board.setDevices({scale, slotIn(DeviceRole::CustomerDisplay, SlotState::Busy), off});
    CHECK(shown() == QStringList{QStringLiteral("2 devices ready")});

    const auto gone = slotIn(DeviceRole::PaymentTerminal, SlotState::Disconnected);
    board.setDevices({scale, gone});
    const QStringList trouble{
        QStringLiteral("Scale ready"), QStringLiteral("Card terminal: Not there")};
    CHECK(shown() == trouble);
    // While it is looked for again nothing flickers.
    board.setDevices({scale, slotIn(DeviceRole::PaymentTerminal, SlotState::Connecting)});
    CHECK(shown() == trouble);

    board.setDevices({gone, slotIn(DeviceRole::Scale, SlotState::Disconnected),
        slotIn(DeviceRole::Scanner, SlotState::Disconnected),
        slotIn(DeviceRole::CardReader, SlotState::Disconnected)});
    CHECK(shown()
        == QStringList{QStringLiteral("Card terminal: Not there"),
            QStringLiteral("Scale: Not there"), QStringLiteral("2 more")});

    QSignalSpy pressed(&board, &StatusBoard::devicesPressed);
    for (auto* dot : strip.findChildren<StatusDot*>()) {
        if (dot->text() == QStringLiteral("Scale: Not there"))
            QTest::mouseClick(dot, Qt::LeftButton);
    }
    CHECK(pressed.count() == 1);
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("The devices' sheet says what is wrong, looks again, and leads to the console",
    "[desktop][status][devices]")
{
    shell().setLanguage(text::Language::English);
    QWidget window;
    window.resize(1366, 768);
    window.show();
    DeviceDesk devices;
    DevicesSheet sheet(devices, shell().theme(), &window);
    const auto says = [&sheet](const char* text) {
        for (const auto* label : sheet.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QLatin1String(text)))
                return true;
        }
        return false;
    };
    sheet.open();
    CHECK(says("No devices are set up"));

    devices.set({"scale-1", DeviceRole::Scale, "toledo+tcp://127.0.0.1:9", {}, true});
    REQUIRE(waitUntil([&] { return devices.status("scale-1").lastError.has_value(); }));
    QCoreApplication::processEvents();
    CHECK(sheet.findChild<StatusDot*>()->text().startsWith(QStringLiteral("Scale: ")));
    CHECK(says("127.0.0.1"));
    CHECK_FALSE(says("No devices are set up"));

    QSignalSpy console(&sheet, &DevicesSheet::consoleRequested);
    for (auto* button : sheet.findChildren<ActionButton*>()) {
        if (button->text() == QStringLiteral("Device console"))
            button->click();
    }
    CHECK(console.count() == 1);
    CHECK_FALSE(sheet.isOpen());
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE(
    "The strip, the details and the settings show all their texts in every language and theme",
    "[desktop][status][layout]")
{
    bl::test::FakeWallClock clock(kNow);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch(1);
    auto* strip = new StatusStrip(shell().theme(), &window);
    column->addWidget(strip);
    window.resize(1366, 768);
    window.show();
    StatusBoard board(*strip, clock);
    auto status = statusIn(SyncState::Idle);
    status.quarantinedLines = 2;
    status.skew = std::chrono::minutes{5};
    board.setSync(status);
    board.setPrinter(PrinterState::Failed);
    board.setDevices(
        {slotIn(DeviceRole::Scale, SlotState::Ready), slotIn(DeviceRole::Scanner, SlotState::Ready),
            slotIn(DeviceRole::PaymentTerminal, SlotState::Disconnected)});
    board.setZone(must(TimeZone::create("Asia/Shanghai")));
    board.setRelease(42);
    board.setShift(2);
    board.setUser(QStringLiteral("李娜"));
    const auto faults = [&window](const char* name) {
        return layoutFaultsEverywhere(window, name).join(QLatin1Char('\n')).toStdString();
    };
    CHECK(faults("status") == "");

    DeviceDesk devices;
    devices.use({{"scale-1", DeviceRole::Scale, "toledo+tcp://127.0.0.1:9", {}, true},
        {"payment-terminal-1", DeviceRole::PaymentTerminal, "manual:", {}, true},
        {"printer", DeviceRole::ReceiptPrinter, "escpos+tcp://127.0.0.1:9", {}, true}});
    DevicesSheet counterDevices(devices, shell().theme(), &window);
    REQUIRE(waitUntil([&] {
        return devices.status("scale-1").lastError && devices.status("printer").lastError;
    }));
    counterDevices.open();
    CHECK(faults("devices-sheet") == "");
    counterDevices.dismiss();

    SyncSheet details(shell().theme(), &window);
    storage::SyncRecord record;
    record.hqUrl = "https://hq.example.com";
    record.quarantined = {17, 29};
    details.setRecord(record, must(TimeZone::create("Asia/Shanghai")));
    details.setStatus(status);
    details.open();
    CHECK(faults("sync-details") == "");
    details.dismiss();

    SettingsSheet settings(shell().theme(), &window);
    settings.setRegister(QStringLiteral("S01-1"));
    settings.setDataDirectory(QStringLiteral("/home/shop/.local/share/branchline"));
    settings.setProtection(SecretStore::Protection::OwnerOnlyFile);
    settings.open(shell().language(), 150, std::nullopt);
    CHECK(faults("settings") == "");
}

TEST_CASE("A register that cannot start says why and what to do", "[desktop][start][layout]")
{
    FailureScreen screen(shell().theme(), QStringLiteral("/home/shop/.local/share/branchline"));
    screen.showError(Error{ErrorCode::DatabaseTooNew, {"branchline.db", "7", "1"}});
    CHECK(layoutFaultsEverywhere(screen, "failure").join(QLatin1Char('\n')).toStdString() == "");
}

}  // namespace bl::desktop::test
