#include "app/desktop/payments/open_payments.h"

#include <algorithm>

namespace bl::desktop {

using payments::PaymentAttempt;

namespace {

Result<std::vector<PaymentAttempt>> readOpenPayments(TillServices& services)
{
    BL_TRY(auto open, services.payments.unsettled());
    BL_TRY(const auto unclaimed, services.payments.unclaimed());
    open.insert(open.end(), unclaimed.begin(), unclaimed.end());
    std::ranges::stable_sort(open, {}, &PaymentAttempt::createdAt);
    return open;
}

}  // namespace

OpenPayments::OpenPayments(Till& till, PaymentDesk& payments, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_payments(payments)
{
    connect(&payments, &PaymentDesk::changed, this, &OpenPayments::refresh);
    connect(&payments, &PaymentDesk::busyChanged, this, &OpenPayments::changed);
    connect(&payments, &PaymentDesk::failed, this, &OpenPayments::failed);
    connect(&payments, &PaymentDesk::prompted, this, [this](const QString& text) {
        m_prompt = text;
        Q_EMIT changed();
    });
    connect(&payments, &PaymentDesk::ended, this,
        [this](const PaymentAttempt& attempt, const std::optional<Error>& why) {
            if (why && attempt.state != payments::PaymentState::Approved)
                Q_EMIT failed(*why);
        });
}

int OpenPayments::unsettledCount() const
{
    return static_cast<int>(std::ranges::count_if(m_list,
        [](const PaymentAttempt& attempt) { return payments::isUnsettled(attempt.state); }));
}

void OpenPayments::refresh()
{
    m_till.write(this, readOpenPayments, [this](Result<std::vector<PaymentAttempt>> read) {
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        m_list = *std::move(read);
        Q_EMIT listed();
    });
}

void OpenPayments::takeBack(const PaymentAttempt& attempt)
{
    if (m_user)
        m_payments.takeBack(attempt, *m_user);
}

void OpenPayments::giveBackByHand(
    const PaymentAttempt& attempt, const payments::PaymentEvidence& read)
{
    if (m_user)
        m_payments.giveBackByHand(attempt.id, read, *m_user);
}

void OpenPayments::decide(const PaymentAttempt& attempt, services::PaymentVerdict verdict,
    const payments::PaymentEvidence& read)
{
    if (m_user)
        m_payments.decide(attempt.id, verdict, read, *m_user);
}

}  // namespace bl::desktop
