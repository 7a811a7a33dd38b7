#pragma once

#include "core/payments/payment_attempt.h"

#include <QString>

namespace bl::desktop {

/// A payment as screens show it.
struct PaymentItem {
    enum class Kept {
        Stored,
        NotStored,  ///< `attempt` is what became of it; the journal does not have that yet
    };
    /// How money goes back.
    enum class WayBack {
        Device,
        Hand,  ///< its device is not set up any more, or could not do it
    };

    payments::PaymentAttempt attempt;
    Kept kept = Kept::Stored;
    WayBack wayBack = WayBack::Device;
    QString when{};  ///< for lists that reach back; empty where that is plain

    friend bool operator==(const PaymentItem&, const PaymentItem&) = default;
};

}  // namespace bl::desktop
