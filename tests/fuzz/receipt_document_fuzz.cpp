#include "core/base/assert.h"
#include "core/ports/receipt_document_json.h"

#include <cstddef>
#include <cstdint>

/// Receipt documents: what was read is written, and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto document = bl::parseReceiptDocument(text);
    if (!document)
        return 0;
    BL_ASSERT(!document->blocks.empty() && document->blocks.size() <= size);
    const auto again = bl::parseReceiptDocument(bl::writeReceiptDocument(*document));
    BL_ASSERT(again && *again == *document);
    return 0;
}
