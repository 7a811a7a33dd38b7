#pragma once

#include "app/desktop/log_in/approval.h"
#include "app/desktop/widgets/sheet.h"

class QComboBox;

namespace bl::desktop {

class ActionButton;
class PinPad;

/// Asks a manager for the PIN in place, where the user may not do what they want to. The permission
/// is good for one action.
class ApprovalSheet final : public Sheet {
    Q_OBJECT
public:
    ApprovalSheet(Approval& approval, const Theme& theme, QWidget* window);

    void ask(access::Permission permission);

Q_SIGNALS:
    void approved(const bl::staff::User& approver);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Approval& m_approval;
    std::vector<staff::User> m_approvers;
    QComboBox* m_who;
    PinPad* m_pad;
    ActionButton* m_back;
};

}  // namespace bl::desktop
