#pragma once

#include "core/ports/bitmap.h"
#include "core/ports/device_fault.h"
#include "core/ports/label_document.h"

#include <cstdint>
#include <optional>
#include <vector>

/// TSPL, the language of TSC's label printers, which Gprinter's and Xprinter's speak too: lines of
/// text, with dots as bytes in their midst.
namespace bl::tspl {

/// How a label leaves the printer.
enum class Direction {
    TopLast,  ///< its upper edge comes out last: upright for whoever faces the printer
    TopFirst,
};

/// Whether the printer draws the bar code by itself: every one makes the same EAN-13 of a code.
/// Code 128 is drawn here, because printers choose its code sets and so its width differently.
bool drawsItself(const LabelBarcode& barcode);

/// One label, so many times: `picture` holds all that the printer does not draw itself, at so many
/// dots a millimetre.
std::vector<std::uint8_t> encodeLabel(const LabelDocument& label, const Bitmap& picture,
    int dotsPerMm, Direction direction, int copies);

/// Answered with one byte at once, whatever waits to be printed.
std::vector<std::uint8_t> encodeStatusQuery();

struct Status {
    std::optional<DeviceFault> fault;
    bool printing = false;

    friend bool operator==(const Status&, const Status&) = default;
};

Status readStatus(std::uint8_t answer);

}  // namespace bl::tspl
