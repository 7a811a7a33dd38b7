#pragma once

#include "app/desktop/shell.h"
#include "tests/support/catch.h"

#include <QString>

/// What the tests of windows share.
namespace bl::desktop::test {

/// The application's shell; one per test program. Nothing is written to disk.
Shell& shell();

/// Where `--png` asked for pictures; empty without it.
const QString& pictureDirectory();

/// Runs the event loop until `done` holds. False after ten seconds.
template <typename Done>
bool waitUntil(Done done);

}  // namespace bl::desktop::test

#include <QCoreApplication>
#include <QDeadlineTimer>

template <typename Done>
bool bl::desktop::test::waitUntil(Done done)
{
    const QDeadlineTimer deadline(10'000);
    while (!done()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}
