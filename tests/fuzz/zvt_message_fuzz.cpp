#include "core/base/assert.h"
#include "devices/payment/zvt_words.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace bl;
    const std::span bytes(data, size);
    if (const auto apdu = zvt::decode(bytes))
        BL_ASSERT(zvt::decode(zvt::encode(*apdu)) == apdu);
    const auto fields = zvt::readFields(bytes);
    BL_ASSERT(fields.raw.size() <= 2 * size);
    BL_ASSERT(fields.totals.size() <= size);
    (void)zvt::readIntermediate(bytes);
    (void)zvt::readPrintLine(bytes);
    (void)zvt::readPrintBlock(bytes);
    (void)zvt::countOf(bytes);
    return 0;
}
