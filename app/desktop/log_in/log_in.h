#pragma once

#include "core/base/error.h"
#include "core/staff/user.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace bl::desktop {

class Till;

/// Why a new PIN was not taken, where no error of the services says it.
enum class NewPinFault {
    Differs,      ///< the second time it was typed otherwise
    SameAsGiven,  ///< it is the PIN that was given out
};

/// Who wants to work at this register: a user, a PIN, and where that PIN was only given out, the
/// choice of an own one. PINs are checked on the writer's thread; nothing here waits.
class LogIn final : public QObject {
    Q_OBJECT
public:
    /// The till outlives it.
    explicit LogIn(Till& till, QObject* parent = nullptr);

    /// Reads who can log in; the answer is `usersLoaded` or `usersFailed`.
    void loadUsers();
    /// From now on the PIN is asked of this user.
    void choose(const staff::User& user);
    /// Back to the choice of a user; what was typed is forgotten.
    void leave();

    /// A PIN as it was typed: the user's, or twice the one that they choose now.
    void enterPin(const QString& pin);

    const std::optional<staff::User>& user() const { return m_user; }

Q_SIGNALS:
    void usersLoaded(const std::vector<bl::staff::User>& users);
    void usersFailed(const bl::Error& error);
    void userChosen(const bl::staff::User& user);
    void left();
    /// Nothing can be typed until one of the next ones.
    void checkingStarted();
    void pinRejected(const bl::Error& error);
    /// Every second while the user has to wait; 0 when a PIN may be typed again.
    void locked(int seconds);
    void newPinWanted();
    void newPinRejected(const bl::Error& error);
    void newPinFaulty(bl::desktop::NewPinFault fault);
    void repetitionWanted();
    void loggedIn(const bl::staff::User& user);

private:
    enum class Step { NoUser, Pin, Checking, Locked, NewPin, Repetition };

    void check(const std::string& pin);
    void takeNewPin(const std::string& pin);
    void changePin(const std::string& pin);
    void lockFor(int seconds);
    void countDown();
    void forgetPins();

    Till& m_till;
    Step m_step = Step::NoUser;
    std::optional<staff::User> m_user;
    std::string m_givenPin;
    std::string m_newPin;
    QTimer m_second;
    int m_secondsLeft = 0;
};

}  // namespace bl::desktop
