#include "app/desktop/log_in/approval_sheet.h"
#include "app/desktop/shift/close_shift_sheet.h"
#include "app/desktop/shift/denominations.h"
#include "app/desktop/shift/open_shift_sheet.h"
#include "app/desktop/shift/report_sheet.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QLabel>
#include <QLineEdit>
#include <QtTest>

#include <algorithm>

namespace bl::desktop::test {

namespace {

using bl::test::must;

ShiftFormat format()
{
    return {{must(Currency::create("CNY")), QLocale(QStringLiteral("zh_CN"))},
        must(TimeZone::create("Asia/Shanghai")), QStringLiteral("S01-1")};
}

/// The field that is asked first: the sum.
QLineEdit* sumField(const QWidget& sheet)
{
    for (QLineEdit* field : sheet.findChildren<QLineEdit*>()) {
        if (field->property("look") == QLatin1String("amount"))
            return field;
    }
    return nullptr;
}

bool saysAnywhere(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel* label) {
        return label->isVisible() && label->text().contains(text);
    });
}

services::ShiftReport exampleReport(bool closed)
{
    services::ShiftReport report;
    report.shift.number = 12;
    report.shift.day = must(TimeZone::create("Asia/Shanghai")).dayAt(fromMillis(1'767'323'045'678));
    report.shift.openedAt = fromMillis(1'767'323'045'678);
    report.shift.floatAmount = Money::minor(500'00);
    report.totals.sales = 1'204;
    report.totals.sold = Money::minor(123'456'70);
    report.totals.refunds = 2;
    report.totals.refunded = Money::minor(-99'00);
    report.expectedCash = Money::minor(20'000'00);
    if (closed) {
        report.shift.closedAt = fromMillis(1'767'353'045'678);
        report.shift.counted = Money::minor(19'990'50);
    }
    return report;
}

bool hasRow(const std::vector<ShiftRow>& rows, ShiftRow::Kind kind)
{
    return std::any_of(
        rows.begin(), rows.end(), [kind](const ShiftRow& row) { return row.kind == kind; });
}

/// Chen Jing types her PIN.
void letManagerAllow(DeskFixture& desk, ShiftDesk& shifts)
{
    Approval approval(*desk.till);
    bool answered = false;
    QObject::connect(&approval, &Approval::approved, &shifts, [&](const staff::User& approver) {
        shifts.allow(approver);
        answered = true;
    });
    approval.request(access::Permission::Shift);
    approval.approve(desk.user("chenjing"), QStringLiteral("7316"));
    REQUIRE(waitUntil([&answered] { return answered; }));
}

}  // namespace

TEST_CASE("A shift is opened with a float and closed by a blind count", "[desktop][shift]")
{
    DeskFixture desk;
    ShiftDesk shifts(*desk.till);
    shifts.setUser(desk.user("lina"));
    std::optional<services::ShiftReport> closed;
    QObject::connect(&shifts, &ShiftDesk::closed, &shifts,
        [&closed](const services::ShiftReport& report) { closed = report; });

    shifts.open(Money::minor(500'00));
    shifts.open(Money::minor(500'00));  // an impatient finger
    REQUIRE(waitUntil([&shifts] { return shifts.current().has_value(); }));
    CHECK(shifts.current()->number == 1);

    shifts.close(Money::minor(499'50));
    REQUIRE(waitUntil([&closed] { return closed.has_value(); }));
    CHECK(closed->expectedCash == Money::minor(500'00));
    CHECK(closed->shift.counted == Money::minor(499'50));
    CHECK_FALSE(shifts.current());
}

TEST_CASE(
    "The cashier does not see what the drawer should hold, a manager does", "[desktop][shift]")
{
    DeskFixture desk;
    ShiftDesk shifts(*desk.till);
    shifts.setUser(desk.user("lina"));
    CHECK_FALSE(shifts.maySeeExpected());
    shifts.setUser(desk.user("chenjing"));
    CHECK(shifts.maySeeExpected());

    const auto report = exampleReport(true);
    CHECK_FALSE(
        hasRow(shiftRows(report, ShiftReader::Cashier, format()), ShiftRow::Kind::Difference));
    const auto rows = shiftRows(report, ShiftReader::Manager, format());
    const auto difference = std::find_if(rows.begin(), rows.end(),
        [](const ShiftRow& row) { return row.kind == ShiftRow::Kind::Difference; });
    REQUIRE(difference != rows.end());
    CHECK(difference->amount == Money::minor(-9'50));
}

TEST_CASE("A manager's PIN is good for one shift, and only for that", "[desktop][shift][approval]")
{
    DeskFixture desk;
    ShiftDesk shifts(*desk.till);
    staff::User trainee = desk.user("lina");
    trainee.permissions = {access::Permission::Sell};
    shifts.setUser(trainee);
    REQUIRE_FALSE(shifts.mayWork());

    letManagerAllow(desk, shifts);
    REQUIRE(shifts.mayWork());
    shifts.open(Money());
    REQUIRE(waitUntil([&shifts] { return shifts.current().has_value(); }));

    // The journal keeps who asked and who allowed.
    CHECK(shifts.current()->user == desk.user("lina").id);
    CHECK(shifts.current()->openingApprovedBy == desk.user("chenjing").id);
    CHECK_FALSE(shifts.mayWork());
}

TEST_CASE("The report names who worked the shift and who allowed it", "[desktop][shift][approval]")
{
    DeskFixture desk;
    shell().setLanguage(text::Language::English);
    ShiftDesk shifts(*desk.till);
    shifts.setUser(desk.user("lina"));
    shifts.open(Money());
    REQUIRE(waitUntil([&shifts] { return shifts.current().has_value(); }));
    std::optional<services::ShiftReport> closed;
    QObject::connect(&shifts, &ShiftDesk::closed, &shifts,
        [&closed](const services::ShiftReport& report) { closed = report; });

    letManagerAllow(desk, shifts);
    shifts.close(Money());
    REQUIRE(waitUntil([&closed] { return closed.has_value(); }));

    QStringList rows;
    for (const auto& row : shiftRows(*closed, ShiftReader::Cashier, format()))
        rows << row.label + QStringLiteral(": ") + row.value;
    CHECK(rows.contains(QStringLiteral("Opened by: 李娜")));
    CHECK(rows.contains(QStringLiteral("Closed by: 李娜, allowed by 陈静")));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("A permission that was not used is gone when somebody else logs in",
    "[desktop][shift][approval]")
{
    DeskFixture desk;
    ShiftDesk shifts(*desk.till);
    staff::User trainee = desk.user("lina");
    trainee.permissions = {access::Permission::Sell};
    shifts.setUser(trainee);
    letManagerAllow(desk, shifts);
    REQUIRE(shifts.mayWork());

    shifts.setUser(trainee);
    CHECK_FALSE(shifts.mayWork());
}

TEST_CASE("Notes and coins add up to the count", "[desktop][shift]")
{
    DeskFixture desk;
    shell().setLanguage(text::Language::English);
    ShiftDesk shifts(*desk.till);
    shifts.setUser(desk.user("lina"));
    QWidget window;
    window.resize(1366, 768);
    window.show();
    CloseShiftSheet sheet(shifts, shell().theme(), &window);
    sheet.ask(format());
    QLineEdit* sum = sumField(sheet);
    REQUIRE(sum);
    for (QLineEdit* field : sheet.findChildren<QLineEdit*>()) {
        if (field->accessibleName() == QStringLiteral("Pieces of ¥100.00"))
            QTest::keyClicks(field, QStringLiteral("3"));
        if (field->accessibleName() == QStringLiteral("Pieces of ¥0.50"))
            QTest::keyClicks(field, QStringLiteral("5"));
    }
    CHECK(sum->text() == QStringLiteral("302.50"));
    shell().setLanguage(text::Language::SimplifiedChinese);
}

TEST_CASE("A count that is no amount closes nothing and says so", "[desktop][shift]")
{
    DeskFixture desk;
    ShiftDesk shifts(*desk.till);
    shifts.setUser(desk.user("lina"));
    shifts.open(Money());
    REQUIRE(waitUntil([&shifts] { return shifts.current().has_value(); }));
    QWidget window;
    window.resize(1366, 768);
    window.show();
    CloseShiftSheet sheet(shifts, shell().theme(), &window);
    sheet.ask(format());
    QLineEdit* sum = sumField(sheet);
    REQUIRE(sum);

    QTest::keyClick(sum, Qt::Key_Return);
    CHECK(sheet.isOpen());
    QTest::keyClicks(sum, QStringLiteral("12.345"));
    QTest::keyClick(sum, Qt::Key_Return);
    CHECK(saysAnywhere(sheet, QStringLiteral("12.345")));
    CHECK(shifts.current());
}

TEST_CASE("The denominations of a currency are in falling order", "[desktop][shift]")
{
    for (const char* code : {"CNY", "TWD", "HKD", "GBP", "EUR", "USD", "JPY"}) {
        const auto values = denominationsOf(must(Currency::create(code)));
        CHECK_FALSE(values.empty());
        CHECK(std::is_sorted(values.rbegin(), values.rend()));
    }
}

TEST_CASE("The sheets of the shift show all their texts in every language and theme",
    "[desktop][shift][layout]")
{
    DeskFixture desk;
    ShiftDesk shifts(*desk.till);
    shifts.setUser(desk.user("chenjing"));
    QWidget window;
    window.resize(1366, 768);
    window.show();
    const auto faults = [&window](const char* name) {
        return layoutFaultsEverywhere(window, name).join(QLatin1Char('\n')).toStdString();
    };

    OpenShiftSheet open(shifts, shell().theme(), &window);
    open.ask(format());
    CHECK(faults("shift-open") == "");
    open.dismiss();

    CloseShiftSheet close(shifts, shell().theme(), &window);
    close.ask(format());
    CHECK(faults("shift-close") == "");
    close.dismiss();

    ShiftReportSheet report(shell().theme(), &window);
    report.showReport(exampleReport(true), ShiftReader::Manager, format());
    CHECK(faults("shift-report") == "");
    report.dismiss();

    Approval asked(*desk.till);
    ApprovalSheet approval(asked, shell().theme(), &window);
    approval.ask(access::Permission::Shift);
    CHECK(faults("shift-approval") == "");
}

}  // namespace bl::desktop::test
