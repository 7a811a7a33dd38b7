#include "devices/printer/symbol_size.h"

#include <algorithm>
#include <string>

namespace bl {

int barcodeModuleDots(int modules, int pixels)
{
    if ((modules + 2 * kBarcodeQuietModules) * 3 <= pixels)
        return 3;
    return modules * 2 <= pixels ? 2 : 0;
}

int code128Modules(std::string_view code)
{
    // Start, check symbol and each character take 11 modules, the stop pattern 13.
    return 11 * (static_cast<int>(code.size()) + 2) + 13;
}

int qrModuleDots(std::size_t bytes)
{
    // The capacities of versions 6, 17, 25 and 40 at error correction M, in bytes.
    if (bytes <= 106)
        return 6;
    if (bytes <= 504)
        return 4;
    if (bytes <= 997)
        return 3;
    return bytes <= 2331 ? 2 : 0;
}

bool isEan13(std::string_view code)
{
    if (code.size() != 13
        || !std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < code.size(); ++i)
        sum += (code[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

Result<void> checkBarcode(std::string_view code)
{
    const bool printable = std::ranges::all_of(code, [](char c) { return c >= 0x20 && c < 0x7f; });
    if (code.empty() || code.size() > 253 || !printable)
        return Error{ErrorCode::NotRepresentable, {std::string(code)}};
    return {};
}

}  // namespace bl
