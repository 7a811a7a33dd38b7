#include "core/base/assert.h"
#include "core/catalog/barcode.h"

#include <cstddef>
#include <cstdint>

/// Scanned texts: an element string loses nothing, and the text itself is always looked for first.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto elements = bl::catalog::parseGs1(text);
    if (elements) {
        std::size_t characters = 0;
        for (const auto& [identifier, value] : *elements)
            characters += identifier.size() + value.size();
        BL_ASSERT(!elements->empty() && characters <= text.size());
    }
    const auto codes = bl::catalog::articleCodes(text);
    BL_ASSERT(!codes.empty() && codes.front() == text);
    return 0;
}
