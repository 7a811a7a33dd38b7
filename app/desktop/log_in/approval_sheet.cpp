#include "app/desktop/log_in/approval_sheet.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/choice_box.h"
#include "app/desktop/widgets/pin_pad.h"
#include "app/text/sentence.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bl::desktop {

ApprovalSheet::ApprovalSheet(Approval& approval, const Theme& theme, QWidget* window)
    : Sheet(theme, window)
    , m_approval(approval)
    , m_who(new ChoiceBox(theme, this))
    , m_pad(new PinPad(theme, this))
    , m_back(new ActionButton(theme, this))
{
    setCardWidth(420);
    m_back->setArrangement(ActionButton::Arrangement::Beside);
    m_back->setHint(QStringLiteral("Esc"));
    body()->addWidget(m_who);
    body()->addWidget(m_pad, 1);
    footer()->addWidget(m_back);
    footer()->addStretch(1);
    connect(m_back, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(this, &Sheet::backRequested, this, &Sheet::dismiss);
    connect(m_pad, &PinPad::pinEntered, this, [this](const QString& pin) {
        const int index = m_who->currentIndex();
        if (index < 0)
            return;
        m_pad->setChecking();
        m_approval.approve(m_approvers[static_cast<std::size_t>(index)], pin);
    });
    connect(&m_approval, &Approval::approversLoaded, this,
        [this](const std::vector<staff::User>& approvers) {
            m_approvers = approvers;
            m_who->clear();
            for (const auto& user : approvers)
                m_who->addItem(QString::fromStdString(user.name));
            if (approvers.empty())
                m_pad->reject(tr("Nobody at this register may allow it. Ask HQ."));
        });
    connect(&m_approval, &Approval::failed, this,
        [this](const Error& error) { m_pad->reject(text::sentence(error)); });
    connect(&m_approval, &Approval::approved, this, [this](const staff::User& approver) {
        m_pad->reset();
        dismiss();
        Q_EMIT approved(approver);
    });
    retranslate();
}

void ApprovalSheet::ask(access::Permission permission)
{
    m_pad->reset();
    m_approval.request(permission);
    openAt(m_pad);
}

void ApprovalSheet::retranslate()
{
    setTitle(tr("A manager allows this"));
    m_who->setAccessibleName(tr("Manager"));
    m_pad->setPrompt(tr("The manager's PIN"));
    m_back->setText(tr("Back"));
}

void ApprovalSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace bl::desktop
