#include "app/desktop/payments/payment_underway.h"

namespace bl::desktop {

void PaymentUnderway::begin()
{
    const std::lock_guard lock(m_mutex);
    m_givenUp = false;
}

bool PaymentUnderway::enter(PaymentRun& run)
{
    const std::lock_guard lock(m_mutex);
    if (m_givenUp)
        return false;
    m_run = &run;
    return true;
}

void PaymentUnderway::leave()
{
    const std::lock_guard lock(m_mutex);
    m_run = nullptr;
}

void PaymentUnderway::abort()
{
    const std::lock_guard lock(m_mutex);
    if (m_run)
        m_run->giveUp();
    else
        m_givenUp = true;
}

void PaymentUnderway::enterApproval(const payments::PaymentEvidence& read)
{
    const std::lock_guard lock(m_mutex);
    if (m_run)
        m_run->enterApproval(read);
}

}  // namespace bl::desktop
