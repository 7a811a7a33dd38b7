#include "core/services/login_service.h"

#include "core/access/password.h"
#include "core/storage/user_store.h"

#include <algorithm>

namespace bl::services {

namespace {
constexpr int kFreeTries = 5;
constexpr std::chrono::seconds kFirstLock{30};
constexpr std::chrono::seconds kLongestLock{3600};
}  // namespace

Result<void> PinGuard::admit(UserId user) const
{
    const auto it = m_failures.find(user);
    if (it == m_failures.end() || m_clock.now() >= it->second.lockedUntil)
        return {};
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(it->second.lockedUntil - m_clock.now());
    return Error{ErrorCode::PinLocked, {std::to_string(left.count())}};
}

void PinGuard::failed(UserId user)
{
    auto& failures = m_failures[user];
    ++failures.count;
    if (failures.count < kFreeTries)
        return;
    const int doublings = std::min(failures.count - kFreeTries, 7);
    failures.lockedUntil = m_clock.now() + std::min(kFirstLock * (1 << doublings), kLongestLock);
}

int PinGuard::triesLeft(UserId user) const
{
    const auto it = m_failures.find(user);
    // After the first lock every further wrong PIN locks again.
    return it == m_failures.end() ? kFreeTries : std::max(kFreeTries - it->second.count, 1);
}

Result<std::vector<staff::User>> LoginService::users()
{
    return storage::UserStore(m_context.database).withPin();
}

Result<staff::User> LoginService::logIn(UserId id, const std::string& pin)
{
    BL_CHECK(m_guard.admit(id));
    storage::UserStore store(m_context.database);
    BL_TRY(const auto user, store.find(id));
    if (!user)
        return Error{ErrorCode::UnknownUser, {id.toString()}};
    BL_TRY(const std::string hash, store.pinHash(id));
    if (!access::verifySecret(hash, pin)) {
        m_guard.failed(id);
        BL_CHECK(m_guard.admit(id));
        return Error{ErrorCode::WrongPin, {std::to_string(m_guard.triesLeft(id))}};
    }
    m_guard.succeeded(id);
    return *user;
}

Result<staff::User> LoginService::approve(
    UserId approver, const std::string& pin, access::Permission permission)
{
    BL_TRY(auto user, logIn(approver, pin));
    if (!user.may(access::Permission::Approve) || !user.may(permission))
        return Error{
            ErrorCode::PermissionDenied, {std::string(access::permissionName(permission))}};
    return user;
}

Result<void> LoginService::changePin(
    UserId id, const std::string& oldPin, const std::string& newPin)
{
    BL_CHECK(access::checkPin(newPin));
    BL_CHECK(logIn(id, oldPin));
    BL_TRY(const std::string hash, access::hashSecret(newPin));
    const auto& schema = journal::schemaOf(journal::EntityKind::User);
    journal::EntityChanged change;
    change.kind = journal::EntityKind::User;
    change.id = id.uuid;
    change.fields.emplace_back(*schema.find("pinHash"), hash);
    change.fields.emplace_back(*schema.find("pinTemporary"), std::int64_t{0});
    BL_CHECK(m_context.writer.write(id, std::move(change)));
    return {};
}

}  // namespace bl::services
