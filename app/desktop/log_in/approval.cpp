#include "app/desktop/log_in/approval.h"

#include "app/desktop/till/till.h"

namespace bl::desktop {

Approval::Approval(Till& till, QObject* parent)
    : QObject(parent)
    , m_till(till)
{
}

void Approval::request(access::Permission permission)
{
    m_permission = permission;
    m_till.write(
        this, [](TillServices& services) { return services.login.users(); },
        [this, permission](Result<std::vector<staff::User>> users) {
            if (!users) {
                Q_EMIT failed(users.error());
                return;
            }
            std::erase_if(*users, [permission](const staff::User& user) {
                return !user.may(access::Permission::Approve) || !user.may(permission);
            });
            Q_EMIT approversLoaded(*users);
        });
}

void Approval::approve(const staff::User& approver, const QString& pin)
{
    m_till.write(
        this,
        [id = approver.id, pin = pin.toStdString(), permission = m_permission](
            TillServices& services) { return services.login.approve(id, pin, permission); },
        [this](Result<staff::User> user) {
            if (user)
                Q_EMIT approved(*user);
            else
                Q_EMIT failed(user.error());
        });
}

}  // namespace bl::desktop
