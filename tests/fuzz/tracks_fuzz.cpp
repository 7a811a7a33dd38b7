#include "core/base/assert.h"
#include "core/payments/card_number.h"
#include "devices/card/stripe_swipe.h"

#include <cstddef>

/// Swipes: no payment card's number ever comes out, and what is kept shows no character.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view raw(reinterpret_cast<const char*>(data), size);
    for (const char* text : {"", "1", "2.lrc", "3.2-12"}) {
        const auto profile = bl::StripeProfile::parse(text);
        const auto event = bl::readSwipe(raw, *profile, {});
        if (const auto* seen = std::get_if<bl::CardSeen>(&event))
            BL_ASSERT(!seen->number.empty() && !bl::payments::isPaymentCard(seen->number));
    }
    [[maybe_unused]] const auto profile = bl::StripeProfile::parse(raw);
    const auto masked = bl::maskedSwipe(raw);
    BL_ASSERT(masked.size() == raw.size());
    BL_ASSERT(masked.find_first_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
    return 0;
}
