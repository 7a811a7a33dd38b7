#include "core/base/assert.h"
#include "devices/payment/nexo_messages.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace bl;
    static const Currency currency{"CNY", 2};
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    payments::PaymentAttempt attempt;
    for (const auto category : {nexo::Category::Login, nexo::Category::Payment,
             nexo::Category::Reversal, nexo::Category::TransactionStatus, nexo::Category::Abort,
             nexo::Category::Diagnosis, nexo::Category::Reconciliation}) {
        const nexo::Header header{"P1", "S1", "0000000000", category};
        const auto answer = nexo::readAnswer(text, header, currency, &attempt);
        if (!answer)
            continue;
        BL_ASSERT(answer->evidence.trace.size() <= size);
        BL_ASSERT(answer->customerSlip.size() <= 2 * size);
        // An approval that was not written there is none.
        if (answer->result == nexo::Answer::Result::Success)
            BL_ASSERT(text.find("Success") != std::string_view::npos
                || text.find('\\') != std::string_view::npos);
    }
    return 0;
}
