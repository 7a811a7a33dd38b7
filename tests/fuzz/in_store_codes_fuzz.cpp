#include "core/base/assert.h"
#include "core/catalog/in_store_code.h"

#include <algorithm>
#include <cstddef>

/// Patterns in the first line, a code in the rest: what is sold is always saleable.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(text.find('\n'), text.size());
    const auto patterns = bl::catalog::parseInStorePatterns(text.substr(0, end));
    if (!patterns)
        return 0;
    const auto code = text.substr(std::min(end + 1, text.size()));
    const auto measured = bl::catalog::readMeasuredCode(code, *patterns);
    if (!measured)
        return 0;
    bl::catalog::Product product;
    product.unit = "kg";
    product.price = bl::Money::minor(1980);
    for (const auto unit : {bl::catalog::SaleUnit::Measure, bl::catalog::SaleUnit::Piece}) {
        product.saleUnit = unit;
        const auto sale = bl::catalog::measuredSale(*measured, product, {"CNY", 2});
        if (sale)
            BL_ASSERT(bl::catalog::isSaleable(sale->product, sale->quantity));
    }
    return 0;
}
