#pragma once

#include "core/ports/payment_journal.h"
#include "core/services/payment_service.h"

namespace bl::services {

/// The journal of payments for a program that drives a terminal on the database's own thread.
class DirectPaymentJournal final : public PaymentJournal {
public:
    explicit DirectPaymentJournal(PaymentService& service)
        : m_service(service)
    {
    }

    Result<void> record(const payments::PaymentAttempt& attempt) override
    {
        return m_service.record(attempt);
    }
    Result<std::optional<payments::PaymentAttempt>> find(payments::PaymentId id) override
    {
        return m_service.find(id);
    }
    Result<std::vector<payments::PaymentAttempt>> unsettled(const std::string& device) override
    {
        return m_service.unsettled(device);
    }
    Result<std::optional<payments::PaymentId>> findByTrace(
        const std::string& device, const std::string& trace, Instant since) override
    {
        return m_service.findByTrace(device, trace, since);
    }

private:
    PaymentService& m_service;
};

}  // namespace bl::services
