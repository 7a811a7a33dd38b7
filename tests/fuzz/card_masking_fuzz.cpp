#include "core/base/assert.h"
#include "core/payments/card_masking.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::string once = bl::payments::maskCardNumbers(text);
    BL_ASSERT(once.size() == text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        BL_ASSERT(once[i] == text[i] || once[i] == '*');
    // What is hidden stays hidden, and nothing new is found in what is left.
    BL_ASSERT(bl::payments::maskCardNumbers(once) == once);
    return 0;
}
