#include "app/desktop/log_in/log_in.h"

#include "app/desktop/till/till.h"
#include "core/access/password.h"

#include <algorithm>
#include <charconv>

namespace bl::desktop {

namespace {

constexpr int kSecondMs = 1000;

int secondsOf(const Error& error)
{
    int seconds = 1;
    if (!error.detail.empty()) {
        const auto& digits = error.detail.front();
        std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    }
    return std::max(seconds, 1);
}

void wipe(std::string& secret)
{
    std::fill(secret.begin(), secret.end(), '\0');
    secret.clear();
}

}  // namespace

LogIn::LogIn(Till& till, QObject* parent)
    : QObject(parent)
    , m_till(till)
{
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, &LogIn::countDown);
}

void LogIn::loadUsers()
{
    m_till.write(
        this, [](TillServices& services) { return services.login.users(); },
        [this](Result<std::vector<staff::User>> users) {
            if (users)
                Q_EMIT usersLoaded(*users);
            else
                Q_EMIT usersFailed(users.error());
        });
}

void LogIn::choose(const staff::User& user)
{
    forgetPins();
    m_second.stop();
    m_user = user;
    m_step = Step::Pin;
    Q_EMIT userChosen(user);
}

void LogIn::leave()
{
    forgetPins();
    m_second.stop();
    m_user.reset();
    m_step = Step::NoUser;
    Q_EMIT left();
}

void LogIn::enterPin(const QString& pin)
{
    switch (m_step) {
    case Step::Pin: check(pin.toStdString()); break;
    case Step::NewPin: takeNewPin(pin.toStdString()); break;
    case Step::Repetition:
        if (pin.toStdString() == m_newPin) {
            changePin(pin.toStdString());
        } else {
            wipe(m_newPin);
            m_step = Step::NewPin;
            Q_EMIT newPinFaulty(NewPinFault::Differs);
        }
        break;
    case Step::NoUser:
    case Step::Checking:
    case Step::Locked: break;
    }
}

void LogIn::check(const std::string& pin)
{
    m_step = Step::Checking;
    Q_EMIT checkingStarted();
    const UserId id = m_user->id;
    m_till.write(
        this, [id, pin](TillServices& services) { return services.login.logIn(id, pin); },
        [this, id, pin](Result<staff::User> user) {
            // Somebody else was chosen meanwhile.
            if (m_step != Step::Checking || m_user->id != id)
                return;
            if (!user) {
                m_step = Step::Pin;
                if (user.error().code == ErrorCode::PinLocked)
                    lockFor(secondsOf(user.error()));
                else
                    Q_EMIT pinRejected(user.error());
                return;
            }
            m_user = *user;
            if (user->pin == staff::PinState::Temporary) {
                m_givenPin = pin;
                m_step = Step::NewPin;
                Q_EMIT newPinWanted();
                return;
            }
            m_step = Step::NoUser;
            Q_EMIT loggedIn(*user);
        });
}

void LogIn::takeNewPin(const std::string& pin)
{
    if (pin == m_givenPin) {
        Q_EMIT newPinFaulty(NewPinFault::SameAsGiven);
        return;
    }
    if (const auto strong = access::checkPin(pin); !strong) {
        Q_EMIT newPinRejected(strong.error());
        return;
    }
    m_newPin = pin;
    m_step = Step::Repetition;
    Q_EMIT repetitionWanted();
}

void LogIn::changePin(const std::string& pin)
{
    m_step = Step::Checking;
    Q_EMIT checkingStarted();
    const UserId id = m_user->id;
    m_till.write(
        this,
        [id, given = m_givenPin, pin](
            TillServices& services) { return services.login.changePin(id, given, pin); },
        [this, id](Result<void> changed) {
            if (m_step != Step::Checking || m_user->id != id)
                return;
            if (!changed) {
                wipe(m_newPin);
                m_step = Step::NewPin;
                Q_EMIT newPinRejected(changed.error());
                return;
            }
            forgetPins();
            m_step = Step::NoUser;
            m_user->pin = staff::PinState::Own;
            Q_EMIT loggedIn(*m_user);
        });
}

void LogIn::lockFor(int seconds)
{
    m_step = Step::Locked;
    m_secondsLeft = seconds;
    m_second.start();
    Q_EMIT locked(seconds);
}

void LogIn::countDown()
{
    if (--m_secondsLeft <= 0) {
        m_second.stop();
        m_step = Step::Pin;
    }
    Q_EMIT locked(std::max(m_secondsLeft, 0));
}

void LogIn::forgetPins()
{
    wipe(m_givenPin);
    wipe(m_newPin);
}

}  // namespace bl::desktop
