#pragma once

#include "core/payments/payment_attempt.h"

#include <string>

namespace bl {

/// A service that charges a wallet (Alipay, WeChat Pay, UnionPay) by the code on the customer's
/// phone (付款码). Every call is one request that may be repeated: the gateway knows the attempt by
/// its id, and never charges one twice.
class PaymentGateway {
public:
    virtual ~PaymentGateway() = default;

    /// Asks for the charge. Interacting where the customer still has to confirm on the phone.
    virtual payments::PaymentOutcome charge(
        const payments::PaymentAttempt& attempt, const std::string& code) = 0;

    /// What became of it; Interacting while it is open, Aborted where the gateway has never heard
    /// of it or it is closed.
    virtual payments::PaymentOutcome query(const payments::PaymentAttempt& attempt) = 0;

    /// Makes sure that it is not charged any more: Aborted then, or Approved where it was too late.
    virtual payments::PaymentOutcome close(const payments::PaymentAttempt& attempt) = 0;

    /// Pays an approved charge back, whole or in part.
    virtual payments::PaymentOutcome refund(
        const payments::PaymentAttempt& refund, const payments::PaymentAttempt& original) = 0;
};

}  // namespace bl
