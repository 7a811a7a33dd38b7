#pragma once

#include "app/desktop/till/till.h"
#include "tests/support/register_fixture.h"

#include <QStringList>

#include <memory>
#include <string>

class QWidget;

namespace bl::desktop::test {

/// A register that has joined HQ, with people who work there, behind a real Till.
///
/// Chen Jing is the manager (PIN 7316), Li Na a cashier (2580), Zhao Yiming is new: 4059 was only
/// given out.
class DeskFixture {
public:
    DeskFixture();

    /// The user of that login.
    staff::User user(const std::string& login);
    /// Work on the writer, waited for.
    template <typename Work>
    auto now(Work work)
    {
        return till->writer().call(std::move(work));
    }

    bl::test::TempDirectory directory;
    bl::test::FakeWallClock wall;
    bl::test::FakeMonotonicClock monotonic;
    bl::test::SeededRandom random{7};
    std::unique_ptr<Till> till;
};

/// Makes the register's file: users, a product. Also for programs that are started on it.
void makeRegister(const std::string& file);

/// Shows `screen` in a window of 1366 × 768 in the three languages and two themes and gives what is
/// wrong with its layout; with `--png`, its pictures too.
QStringList layoutFaultsEverywhere(QWidget& screen, const char* name);

}  // namespace bl::desktop::test
