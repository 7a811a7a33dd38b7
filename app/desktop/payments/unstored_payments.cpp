#include "app/desktop/payments/unstored_payments.h"

#include <algorithm>

namespace bl::desktop {

using payments::PaymentAttempt;

namespace {

constexpr int kTryAgainMs = 5'000;

}  // namespace

UnstoredPayments::UnstoredPayments(Till& till, QObject* parent)
    : QObject(parent)
    , m_till(till)
{
    m_timer.setInterval(kTryAgainMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { storeAll(Occasion::Timer); });
}

void UnstoredPayments::keep(const PaymentAttempt& outcome)
{
    std::erase_if(m_kept, [&](const PaymentAttempt& kept) { return kept.id == outcome.id; });
    m_kept.push_back(outcome);
    m_timer.start();
}

void UnstoredPayments::forget(payments::PaymentId payment)
{
    std::erase_if(m_kept, [payment](const PaymentAttempt& kept) { return kept.id == payment; });
    if (m_kept.empty())
        m_timer.stop();
}

const PaymentAttempt* UnstoredPayments::find(payments::PaymentId payment) const
{
    const auto found = std::ranges::find(m_kept, payment, &PaymentAttempt::id);
    return found == m_kept.end() ? nullptr : &*found;
}

void UnstoredPayments::storeNow()
{
    storeAll(Occasion::Request);
}

void UnstoredPayments::storeAll(Occasion occasion)
{
    for (const auto& outcome : m_kept)
        m_till.write(
            this, [outcome](TillServices& services) { return services.payments.record(outcome); },
            [this, outcome, occasion](
                const Result<void>& recorded) { answered(outcome, recorded, occasion); });
}

void UnstoredPayments::answered(
    const PaymentAttempt& outcome, const Result<void>& recorded, Occasion occasion)
{
    // Two tries may have been on their way, or a newer outcome is known.
    const auto* kept = find(outcome.id);
    if (!kept || *kept != outcome)
        return;
    const bool settled = !recorded && recorded.error().code == ErrorCode::PaymentConflict;
    if (recorded || settled)
        forget(outcome.id);
    if (!recorded && (settled || occasion == Occasion::Request))
        Q_EMIT failed(recorded.error());
    if (recorded || settled)
        Q_EMIT stored();
}

}  // namespace bl::desktop
