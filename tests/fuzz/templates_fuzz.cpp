#include "core/base/assert.h"
#include "core/receipts/label_template.h"
#include "core/receipts/receipt_template.h"

#include <cstddef>
#include <cstdint>

/// Templates of receipts and labels: what was read is written, and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace bl::receipts;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto receipt = parseReceiptTemplate(text)) {
        const auto again = parseReceiptTemplate(writeTemplate(*receipt));
        BL_ASSERT(again && *again == *receipt);
    }
    if (const auto label = parseLabelTemplate(text)) {
        const auto again = parseLabelTemplate(writeTemplate(*label));
        BL_ASSERT(again && *again == *label);
    }
    return 0;
}
