#pragma once

#include "core/access/permission.h"
#include "core/base/error.h"
#include "core/staff/user.h"

#include <QObject>

#include <vector>

namespace bl::desktop {

class Till;

/// A manager allows what the user at the register may not do, with their PIN in place.
class Approval final : public QObject {
    Q_OBJECT
public:
    /// The till outlives it.
    explicit Approval(Till& till, QObject* parent = nullptr);

    /// What is to be allowed from now on; the answer is `approversLoaded`, or `failed`.
    void request(access::Permission permission);
    /// The answer is `approved`, or `failed`.
    void approve(const staff::User& approver, const QString& pin);

Q_SIGNALS:
    /// Those who may allow it and may do it themselves.
    void approversLoaded(const std::vector<bl::staff::User>& approvers);
    void approved(const bl::staff::User& approver);
    void failed(const bl::Error& error);

private:
    Till& m_till;
    access::Permission m_permission = access::Permission::Approve;
};

}  // namespace bl::desktop
