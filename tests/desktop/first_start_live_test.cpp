#include "app/desktop/first_start/first_start_screen.h"
#include "app/desktop/log_in/user_tile.h"
#include "app/desktop/workstation.h"
#include "tests/desktop/desktop_test.h"
#include "tests/e2e/program.h"
#include "tests/e2e/running_program.h"
#include "tests/support/register_fixture.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

#include <algorithm>
#include <csignal>
#include <fstream>

namespace bl::desktop::test {

namespace {

using bl::test::RunningProgram;
using bl::test::runProgram;

/// The demo's HQ, as installer/demo starts it.
struct LiveHq {
    LiveHq()
    {
        const auto made = runProgram(BRANCHLINE_HQ, {"init", "--data", data, "--demo"});
        INFO(made.err);
        REQUIRE(made.status == 0);
        serving = std::make_unique<RunningProgram>(BRANCHLINE_HQ,
            std::vector<std::string>{
                "serve", "--data", data, "--listen", "127.0.0.1:0", "--language", "en"});
        const auto line = serving->readLine();
        REQUIRE(line);
        url = line->substr(line->find("http://"));
        std::ofstream(directory.file("hq.port")) << url.substr(url.rfind(':') + 1) << '\n';
    }

    std::string code() const
    {
        const auto ended = runProgram(BRANCHLINE_HQ, {"enrol", "--data", data, "--store", "S01"});
        const auto line = ended.out.substr(0, ended.out.find_last_not_of('\n') + 1);
        return line.substr(line.find_last_of(' ') + 1);
    }

    bl::test::TempDirectory directory;
    std::string data = directory.file("hq");
    std::string url;
    std::unique_ptr<RunningProgram> serving;
};

/// The whole application on an empty directory, driven by its keys.
struct NewRegister {
    NewRegister()
        : workstation(*qApp, options(directory))
    {
        workstation.start();
        REQUIRE(waitUntil([this] { return screen() && screen()->isVisible(); }));
    }

    static StartOptions options(const bl::test::TempDirectory& directory)
    {
        StartOptions chosen;
        chosen.dataDirectory = QString::fromStdString(directory.file("register"));
        chosen.preferences.language = text::Language::SimplifiedChinese;
        chosen.preferences.scalePercent = 100;
        return chosen;
    }

    MainWindow& window() { return workstation.shell().window(); }
    FirstStartScreen* screen() { return window().findChild<FirstStartScreen*>(); }
    void press(Qt::Key key) { QTest::keyClick(screen(), key); }
    /// Into the field that is asked next, in place of what it holds.
    void type(std::size_t place, const std::string& text)
    {
        std::vector<QLineEdit*> fields;
        for (auto* field : screen()->findChildren<QLineEdit*>()) {
            if (field->isVisible())
                fields.push_back(field);
        }
        REQUIRE(place < fields.size());
        fields[place]->clear();
        QTest::keyClicks(fields[place], QString::fromStdString(text));
    }
    std::string labels()
    {
        std::string all;
        for (const auto* label : window().findChildren<QLabel*>())
            if (label->isVisible())
                all += label->text().toStdString() + "\n";
        return all;
    }
    bool says(const std::string& words) { return labels().find(words) != std::string::npos; }
    int users()
    {
        const auto tiles = window().findChildren<UserTile*>();
        return static_cast<int>(std::count_if(
            tiles.begin(), tiles.end(), [](const UserTile* tile) { return tile->isVisible(); }));
    }

    bl::test::TempDirectory directory;
    Workstation workstation;
};

}  // namespace

TEST_CASE("The first start leads from the language to the log-in with a live HQ",
    "[desktop][first-start][live]")
{
    // The tests' own shell must not speak beside the application's.
    shell().setLanguage(text::Language::English);
    LiveHq hq;
    NewRegister desk;

    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Down);
    CHECK(desk.workstation.shell().language() == text::Language::English);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.screen()->page() == FirstStartScreen::Page::Join);

    desk.type(0, hq.url);
    desk.type(1, "WRONG-CODE-0000");
    desk.press(Qt::Key_Return);
    const bool refused =
        waitUntil([&] { return desk.says("HQ does not know this enrolment code"); });
    INFO(desk.labels());
    REQUIRE(refused);
    CHECK(desk.screen()->page() == FirstStartScreen::Page::Join);

    desk.type(1, hq.code());
    desk.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return desk.screen()->page() == FirstStartScreen::Page::Devices; }));
    desk.press(Qt::Key_Return);
    const bool shown = waitUntil([&] { return desk.users() > 0; });
    INFO(desk.labels());
    REQUIRE(shown);
    // The owner, and whom the demo has.
    CHECK(desk.users() == 4);
    CHECK_FALSE((desk.screen() && desk.screen()->isVisible()));
    CHECK(desk.workstation.openRegister()->link().status().complete);
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("The demo's HQ invites a register that asks for the demo, and nobody does when it ended",
    "[desktop][first-start][live]")
{
    LiveHq hq;
    const auto invitation = inviteToDemo(hq.directory.path());
    REQUIRE(invitation);
    CHECK(invitation->hqUrl == hq.url);
    CHECK_FALSE(invitation->code.empty());

    hq.serving->signal(SIGTERM);
    REQUIRE(hq.serving->wait() == 0);
    const auto late = inviteToDemo(hq.directory.path());
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::NotFound);
}

}  // namespace bl::desktop::test
