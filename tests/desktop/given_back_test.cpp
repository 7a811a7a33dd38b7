#include "app/desktop/log_in/approval_sheet.h"
#include "app/desktop/widgets/pin_pad.h"
#include "app/desktop/workstation.h"
#include "tests/desktop/desk_fixture.h"
#include "tests/desktop/desktop_test.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>

#include <algorithm>

namespace bl::desktop::test {

namespace {

/// A register at which somebody works.
struct Work {
    bl::test::TempDirectory directory;
    std::unique_ptr<Workstation> workstation;

    Work()
    {
        makeRegister(directory.file("branchline.db"));
        StartOptions options;
        options.dataDirectory = QString::fromStdString(directory.path());
        workstation = std::make_unique<Workstation>(*qApp, options);
        workstation->start();
        REQUIRE(waitUntil([&] { return workstation->logIn() != nullptr; }));
    }

    void logIn(const char* login, const char* pin)
    {
        QSignalSpy shown(workstation.get(), &Workstation::counterShown);
        auto* logIn = workstation->logIn();
        QSignalSpy loaded(logIn, &LogIn::usersLoaded);
        logIn->loadUsers();
        REQUIRE(waitUntil([&] { return loaded.count() > 0; }));
        const auto users = loaded.last().front().value<std::vector<staff::User>>();
        const auto user = std::ranges::find(users, login, &staff::User::login);
        REQUIRE(user != users.end());
        logIn->choose(*user);
        logIn->enterPin(QString::fromLatin1(pin));
        REQUIRE(waitUntil([&] { return shown.count() == 1; }));
    }

    template <typename Answer>
    Answer ask(std::function<Result<Answer>(TillServices& services)> question)
    {
        std::optional<Answer> answer;
        workstation->openRegister()->till().write(workstation.get(), std::move(question),
            [&](const Result<Answer>& said) { answer = bl::test::must(said); });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        return *answer;
    }

    /// A payment on a terminal that is not there any more.
    payments::PaymentAttempt charge()
    {
        return ask<payments::PaymentAttempt>(
            [](TillServices& services) -> Result<payments::PaymentAttempt> {
                services::PaymentRequest request;
                request.device = "zvt+tcp://127.0.0.9:20007";
                request.amount = Money::minor(59'00);
                request.currency = "CNY";
                BL_TRY(auto attempt, services.payments.begin(request));
                for (const auto state :
                    {payments::PaymentState::Sent, payments::PaymentState::Approved}) {
                    attempt.state = state;
                    attempt.evidence.amount = attempt.amount;
                    BL_CHECK(services.payments.record(attempt));
                }
                return attempt;
            });
    }

    std::vector<payments::PaymentAttempt> journal()
    {
        return ask<std::vector<payments::PaymentAttempt>>(
            [](TillServices& services) { return services.payments.newest(9); });
    }

    payments::PaymentEvidence paper() const
    {
        payments::PaymentEvidence read;
        read.receipt = "R-77";
        return read;
    }
};

}  // namespace

TEST_CASE("What a cashier gave back by hand a manager answers for with the PIN",
    "[desktop][pay][card][start]")
{
    Work work;
    work.logIn("lina", "2580");
    auto& open = work.workstation->counter()->openPayments;
    auto* sheet = work.workstation->shell().window().findChild<ApprovalSheet*>();
    REQUIRE(sheet);

    open.giveBackByHand(work.charge(), work.paper());
    REQUIRE(
        waitUntil([&] { return sheet->isOpen() && sheet->findChild<QComboBox*>()->count() == 1; }));
    SECTION("nobody does") {
        sheet->dismiss();
        CHECK(work.journal().size() == 1);
    }
    SECTION("the manager does") {
        CHECK(work.journal().size() == 1);
        QSignalSpy approved(sheet, &ApprovalSheet::approved);
        Q_EMIT sheet->findChild<PinPad*>()->pinEntered(QStringLiteral("7316"));
        REQUIRE(waitUntil([&] { return approved.count() == 1; }));
        REQUIRE(waitUntil([&] { return work.journal().size() == 2; }));
        const auto back = work.journal().front();
        CHECK(back.kind == payments::PaymentKind::Reversal);
        CHECK(back.by != back.decidedBy);
        CHECK(back.decidedBy == approved.front().front().value<staff::User>().id);
    }
}

TEST_CASE("A manager who gave back by hand answers for it alone", "[desktop][pay][card][start]")
{
    Work work;
    work.logIn("chenjing", "7316");
    auto& open = work.workstation->counter()->openPayments;
    open.giveBackByHand(work.charge(), work.paper());
    REQUIRE(waitUntil([&] { return work.journal().size() == 2; }));
    CHECK(work.journal().front().decidedBy == work.journal().front().by);
    CHECK_FALSE(work.workstation->shell().window().findChild<ApprovalSheet*>()->isOpen());
}

}  // namespace bl::desktop::test
