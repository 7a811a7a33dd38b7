#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string_view>

namespace bl {

/// Blank modules that the standards want at the sides of a Code 128 (ISO/IEC 15417) and around a QR
/// code (ISO/IEC 18004).
constexpr int kBarcodeQuietModules = 10;
constexpr int kQrQuietModules = 4;

/// Dots a module for Code 128 of so many modules: 3 where bars and quiet zones fit the printable
/// width, otherwise 2 (the paper's margins serve as quiet zones then). Nothing fits at 0.
int barcodeModuleDots(int modules, int pixels);

/// Modules of a Code 128 in code set B alone, without quiet zones.
int code128Modules(std::string_view code);

/// Dots a module for a QR code of so many bytes, such that it fits 58 mm paper. 0 where a QR code
/// cannot hold them.
int qrModuleDots(std::size_t bytes);

/// Whether the code is an EAN-13: thirteen digits with a right check digit.
bool isEan13(std::string_view code);

/// Fails with NotRepresentable where the text is not 1 to 253 characters of printable ASCII.
Result<void> checkBarcode(std::string_view code);

}  // namespace bl
