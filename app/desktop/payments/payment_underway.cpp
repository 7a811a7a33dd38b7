#include "app/desktop/payments/payment_underway.h"

namespace bl::desktop {

void PaymentUnderway::begin()
{
    const std::lock_guard lock(m_mutex);
    m_givenUp = false;
}

bool PaymentUnderway::enter(PaymentTerminal& terminal)
{
    const std::lock_guard lock(m_mutex);
    if (m_givenUp)
        return false;
    m_terminal = &terminal;
    return true;
}

void PaymentUnderway::leave()
{
    const std::lock_guard lock(m_mutex);
    m_terminal = nullptr;
}

void PaymentUnderway::abort()
{
    const std::lock_guard lock(m_mutex);
    if (m_terminal)
        m_terminal->requestAbort();
    else
        m_givenUp = true;
}

void PaymentUnderway::enterApproval(const payments::PaymentEvidence& read)
{
    const std::lock_guard lock(m_mutex);
    if (m_terminal)
        m_terminal->enterApproval(read);
}

}  // namespace bl::desktop
