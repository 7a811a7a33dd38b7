#pragma once

#include "app/text/command_line.h"
#include "devices/payment/payment_run.h"

namespace bl::device {

/// What became of a payment, for people and for scripts, and how the command ends.
text::CommandResult describePayment(const PaymentEnd& end);

Json paymentJson(const PaymentEnd& end);
QString paymentLine(const payments::PaymentAttempt& attempt);
text::ExitStatus endOfPayment(const PaymentEnd& end);

}  // namespace bl::device
