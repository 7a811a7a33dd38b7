#include "core/base/assert.h"
#include "devices/payment/codes_messages.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace bl;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    payments::PaymentAttempt attempt;
    attempt.id = *payments::PaymentId::parse("01890000-0000-7000-8000-000000000000");
    attempt.currency = "CNY";
    const auto outcome = codes::readPayment(text, attempt);
    BL_ASSERT(outcome.evidence.raw.size() <= size);
    if (outcome.state == payments::PaymentState::Approved)
        BL_ASSERT(outcome.evidence.amount && !outcome.fault);
    BL_ASSERT(codes::readProblem(text).size() <= 3 * size);
    (void)codes::readStatus(text);
    return 0;
}
