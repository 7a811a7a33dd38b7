#pragma once

#include <QObject>

namespace bl::desktop {

struct Counter;
class LogInScreen;
class LogIn;
class Till;

/// How long a start takes, from the process's first instant until somebody can work: the log-in
/// with its users is painted and idle, the counter has its quick keys, and a search for products
/// was answered.
class StartMeasure final : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    StartMeasure(LogIn& logIn, LogInScreen& screen, Counter& counter, Till& till);

    /// What the person at the log-in causes first is caused at once.
    void begin();

Q_SIGNALS:
    void finished();

private:
    void arrived();

    LogInScreen& m_screen;
    Counter& m_counter;
    Till& m_till;
    int m_missing = 3;  ///< users, quick keys, the search
};

/// `cold start: 612 ms to a usable counter`, and the memory that the process holds.
void printStart();

}  // namespace bl::desktop
