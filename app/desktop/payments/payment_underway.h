#pragma once

#include "core/ports/payment_terminal.h"

#include <mutex>

namespace bl::desktop {

/// The payment that a device carries out at the moment, within reach of the screen's thread.
class PaymentUnderway {
public:
    /// Another one is to be carried out.
    void begin();

    /// On the device's thread: `terminal` carries it out until leave(). False where it was given up
    /// before; then nothing may be sent.
    bool enter(PaymentTerminal& terminal);
    void leave();

    /// Asks the device to give it up.
    void abort();
    /// Tells the device what the cashier read off it.
    void enterApproval(const payments::PaymentEvidence& read);

private:
    std::mutex m_mutex;
    PaymentTerminal* m_terminal = nullptr;
    bool m_givenUp = false;
};

}  // namespace bl::desktop
