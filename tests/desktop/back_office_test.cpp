#include "app/desktop/backoffice/back_office.h"
#include "app/desktop/log_in/approval.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QtTest>

namespace bl::desktop::test {

namespace {

/// A back office with two pages that count how often they are made.
struct Office {
    Office()
        : screen(shell().theme(), shell().actions())
    {
        for (int i = 0; i < 2; ++i)
            screen.addPage({i == 0 ? Icon::Receipt : Icon::Label,
                [i] {
                    return shell().locale().toString(i + 1)
                        + text::languageName(shell().language());
                },
                [this, i](QWidget* parent) {
                    ++made[i];
                    auto* field = new QLineEdit(parent);
                    field->setAccessibleName(QString::number(i));
                    return field;
                }});
        screen.resize(1366, 768);
        screen.show();
        screen.activateWindow();
        screen.setFocus();
    }

    QListWidget& names() { return *screen.findChild<QListWidget*>(); }

    BackOffice screen;
    int made[2] = {0, 0};
};

}  // namespace

TEST_CASE("A page is made when it is first shown, and once", "[desktop][backoffice]")
{
    Office office;
    CHECK(office.made[0] == 0);
    office.screen.open({staff::kSystemUser, {}});
    CHECK(office.made[0] == 1);
    CHECK(office.made[1] == 0);
    office.screen.showPage(1);
    office.screen.showPage(0);
    office.screen.open({staff::kSystemUser, {}});
    CHECK(office.made[0] == 1);
    CHECK(office.made[1] == 1);
    CHECK(office.screen.currentPage() == 0);
}

TEST_CASE("The keyboard leads through the pages and back to the counter", "[desktop][backoffice]")
{
    Office office;
    office.screen.open({staff::kSystemUser, {}});
    REQUIRE(waitUntil([&] { return office.names().hasFocus(); }));
    QTest::keyClick(&office.names(), Qt::Key_Down);
    CHECK(office.screen.currentPage() == 1);
    QTest::keyClick(&office.names(), Qt::Key_Return);
    CHECK(office.screen.page()->hasFocus());

    QSignalSpy left(&office.screen, &BackOffice::leaveRequested);
    QTest::keyClick(office.screen.page(), Qt::Key_Escape);
    QTest::keyClick(office.screen.page(), Qt::Key_F11);
    CHECK(left.count() == 2);
}

TEST_CASE("The names of the pages follow the language", "[desktop][backoffice]")
{
    Office office;
    office.screen.open({staff::kSystemUser, {}});
    shell().setLanguage(text::Language::English);
    QCoreApplication::processEvents();
    CHECK(office.names().item(1)->text() == QStringLiteral("2English"));
    shell().setLanguage(text::Language::SimplifiedChinese);
    QCoreApplication::processEvents();
    CHECK(office.names().item(1)->text() == QStringLiteral("2简体中文"));
    CHECK(layoutFaultsEverywhere(office.screen, "back-office").join(QLatin1Char('\n')).toStdString()
        == "");
}

TEST_CASE("Only managers are asked to let somebody in, and a wrong PIN lets nobody in",
    "[desktop][backoffice]")
{
    DeskFixture desk;
    Approval approval(*desk.till);
    std::vector<staff::User> approvers;
    std::optional<staff::User> approver;
    std::optional<Error> failure;
    QObject::connect(&approval, &Approval::approversLoaded, &approval,
        [&](const std::vector<staff::User>& users) { approvers = users; });
    QObject::connect(&approval, &Approval::approved, &approval,
        [&](const staff::User& user) { approver = user; });
    QObject::connect(
        &approval, &Approval::failed, &approval, [&](const Error& error) { failure = error; });
    approval.request(access::Permission::Settings);
    REQUIRE(waitUntil([&] { return !approvers.empty(); }));
    REQUIRE(approvers.size() == 1);
    CHECK(approvers[0].login == "chenjing");

    approval.approve(approvers[0], QStringLiteral("0000"));
    REQUIRE(waitUntil([&] { return failure.has_value(); }));
    CHECK(failure->code == ErrorCode::WrongPin);
    CHECK_FALSE(approver);
    approval.approve(approvers[0], QStringLiteral("7316"));
    REQUIRE(waitUntil([&] { return approver.has_value(); }));
    CHECK(approver->login == "chenjing");
}

}  // namespace bl::desktop::test
