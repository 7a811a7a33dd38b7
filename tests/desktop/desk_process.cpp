// The real workstation in a process of its own, for tests that kill it: logs Li Na in, scans what
// the arguments name, and says on standard output what the counter shows. `pay` takes exact cash
// for the ticket once it is saved, `print` prints what the last run left over.
//   desk_process DIR [--printer ADDRESS] [CODE…] [pay] [print]

#include "app/desktop/session/end_signals.h"
#include "app/desktop/workstation.h"

#include <QApplication>
#include <QTimer>

#include <iostream>

namespace {

void say(const std::string& line)
{
    std::cout << line << std::endl;
}

std::string linesOf(const bl::desktop::Cart& cart)
{
    std::string text = std::to_string(cart.lines.size()) + " " + std::to_string(cart.total.minor());
    return text;
}

/// What is sold and what is printed.
void watchPrints(bl::desktop::Workstation& workstation, const QStringList& wishes)
{
    using namespace bl::desktop;
    auto& counter = workstation.counter()->presenter;
    QObject::connect(&counter, &CounterPresenter::sold, &counter,
        [](const SaleSummary& sale) { say("sold " + sale.receipt); });
    QObject::connect(
        &counter, &CounterPresenter::receiptPrinted, &counter, [&](const std::string& receipt) {
            say("printed " + receipt);
            workstation.openRegister()->till().write(
                &workstation, [](TillServices&) { return bl::Result<void>(); },
                [receipt](const bl::Result<void>&) { say("stored " + receipt); });
        });
    QObject::connect(&counter, &CounterPresenter::printingFailed, &counter,
        [](const bl::Error& error) { say("not printed " + bl::describe(error)); });
    QObject::connect(&workstation.counter()->prints, &PrintQueue::leftOver, &counter,
        [&, wishes](const std::vector<bl::storage::PrintJob>& jobs) {
            std::string titles;
            for (const auto& job : jobs)
                titles += ' ' + job.title;
            say("left over" + titles);
            if (wishes.contains(QStringLiteral("print")))
                counter.printAgain();
        });
}

/// Logs Li Na in and scans.
void watch(
    bl::desktop::Workstation& workstation, const QStringList& codes, const QStringList& wishes)
{
    using namespace bl::desktop;
    QObject::connect(&workstation, &Workstation::startFailed, &workstation,
        [](const bl::Error& error) { say("failed " + bl::describe(error)); });
    QObject::connect(&workstation, &Workstation::logInShown, &workstation, [&] {
        auto* logIn = workstation.logIn();
        QObject::connect(logIn, &LogIn::usersLoaded, logIn, [logIn](const auto& users) {
            for (const auto& user : users) {
                if (user.login != "lina")
                    continue;
                logIn->choose(user);
                logIn->enterPin(QStringLiteral("2580"));
            }
        });
    });
    QObject::connect(&workstation, &Workstation::counterShown, &workstation, [&] {
        auto& counter = workstation.counter()->presenter;
        watchPrints(workstation, wishes);
        QObject::connect(&counter, &CounterPresenter::restored, &counter, [&](const Cart& cart) {
            say("restored " + linesOf(cart));
            for (const QString& code : codes)
                counter.scan(code);
        });
        QObject::connect(&counter, &CounterPresenter::cartChanged, &counter,
            [&, wishes](const Cart& cart, int touched) {
                if (touched < 0)
                    return;
                // The writer works in order: what was edited before is on disk when this is
                // answered.
                workstation.openRegister()->till().write(
                    &workstation, [](TillServices&) { return bl::Result<void>(); },
                    [&, wishes, said = linesOf(cart)](const bl::Result<void>&) {
                        say("saved " + said);
                        if (wishes.contains(QStringLiteral("pay")))
                            counter.pay(QStringLiteral("1000"));
                    });
            });
    });
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    using namespace bl::desktop;
    const QStringList arguments = QApplication::arguments();
    const EndSignals endSignals;
    StartOptions options;
    options.dataDirectory = arguments.value(1);
    QStringList codes = arguments.mid(2);
    if (codes.value(0) == QStringLiteral("--printer")) {
        options.printerAddress = codes.value(1);
        codes = codes.mid(2);
    }
    QStringList wishes;
    for (const auto& wish : {QStringLiteral("pay"), QStringLiteral("print")}) {
        if (codes.removeAll(wish) > 0)
            wishes << wish;
    }
    int status = 0;
    {
        Workstation workstation(application, options);
        watch(workstation, codes, wishes);
        workstation.start();
        status = QApplication::exec();
    }
    say("closed");
    return status;
}
