#pragma once

#include "devices/payment/payment_run.h"

#include <mutex>

namespace bl::desktop {

/// The payment that a device carries out at the moment, within reach of the screen's thread.
class PaymentUnderway {
public:
    /// Another one is to be carried out.
    void begin();

    /// On the device's thread: `run` carries it out until leave(). False where it was given up
    /// before; then nothing may be sent.
    bool enter(PaymentRun& run);
    void leave();

    /// It is not to be charged any more.
    void abort();
    /// Tells the device what the cashier read off it.
    void enterApproval(const payments::PaymentEvidence& read);

private:
    std::mutex m_mutex;
    PaymentRun* m_run = nullptr;
    bool m_givenUp = false;
};

}  // namespace bl::desktop
