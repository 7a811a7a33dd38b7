#include "core/base/assert.h"
#include "devices/payment/nexo_messages.h"

#include <array>
#include <string_view>
#include <utility>

namespace {

using bl::nexo::Category;

constexpr std::array<std::pair<Category, std::string_view>, 7> kCategories{
    {{Category::Login, "Login"}, {Category::Payment, "Payment"}, {Category::Reversal, "Reversal"},
        {Category::TransactionStatus, "TransactionStatus"}, {Category::Abort, "Abort"},
        {Category::Diagnosis, "Diagnosis"}, {Category::Reconciliation, "Reconciliation"}}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace bl;
    static const Currency currency{"CNY", 2};
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    payments::PaymentAttempt attempt;
    for (const auto& [category, name] : kCategories) {
        // An answer to another question is refused for its header: once is enough to try that.
        if (category != nexo::Category::Login && text.find(name) == std::string_view::npos)
            continue;
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
