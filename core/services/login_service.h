#pragma once

#include "core/services/service_context.h"
#include "core/staff/user.h"

#include <map>
#include <string>
#include <vector>

namespace bl::services {

/// Counts wrong PINs: after five the user waits 30 seconds, then twice as long after every further
/// one, at most an hour. By monotonic time, so that a clock that is set forward opens nothing.
class PinGuard {
public:
    explicit PinGuard(const MonotonicClock& clock)
        : m_clock(clock)
    {
    }

    /// Fails with PinLocked and the seconds to wait.
    Result<void> admit(UserId user) const;
    void succeeded(UserId user) { m_failures.erase(user); }
    void failed(UserId user);

    /// How many wrong PINs until the user has to wait.
    int triesLeft(UserId user) const;

private:
    struct Failures {
        int count = 0;
        std::chrono::milliseconds lockedUntil{0};
    };

    const MonotonicClock& m_clock;
    std::map<UserId, Failures> m_failures;
};

/// Who is at the counter. Checking a PIN takes about 70 ms: run it on a worker.
class LoginService {
public:
    LoginService(const ServiceContext& context, PinGuard& guard)
        : m_context(context)
        , m_guard(guard)
    {
    }

    /// Those who can log in, by name.
    Result<std::vector<staff::User>> users();

    /// Fails with WrongPin (and the tries that are left), PinLocked, UnknownUser.
    Result<staff::User> logIn(UserId user, const std::string& pin);

    /// Approval in place of an action that somebody else started. Fails as logIn, or with
    /// PermissionDenied.
    Result<staff::User> approve(
        UserId approver, const std::string& pin, access::Permission permission);

    /// Fails with WrongPin for the old one and WeakPin for the new one.
    Result<void> changePin(UserId user, const std::string& oldPin, const std::string& newPin);

private:
    ServiceContext m_context;
    PinGuard& m_guard;
};

}  // namespace bl::services
