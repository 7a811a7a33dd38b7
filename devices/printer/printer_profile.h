#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bl {

/// How a printer takes Chinese text. Raster is for printers that know none: such lines go out as
/// pictures.
enum class CjkEncoding { Gb18030, Gbk, Big5, Utf8, Raster };

/// What one model of receipt printer can do. Drivers, previews and PDF follow the profile and never
/// the model's name.
struct PrinterProfile {
    std::string name;
    int paperMm = 80;  ///< width of the roll, in millimetres
    int pixels = 576;  ///< dots across the printable width, 8 a millimetre
    int columns = 48;  ///< narrow characters across the printable width
    CjkEncoding cjk = CjkEncoding::Gb18030;
    bool barcode =
        true;        ///< prints Code 128 by command; otherwise the bar code is sent as a picture
    bool qr = true;  ///< prints QR codes by command; otherwise the QR code is sent as a picture
    bool cutter = true;   ///< without one the paper is fed so far that it can be torn off
    bool drawer = true;   ///< has a connector for a cash drawer
    bool jobDone = true;  ///< answers `1D 72 01` in the order of its data, so the end of a job can
                          ///< be confirmed

    friend bool operator==(const PrinterProfile&, const PrinterProfile&) = default;
};

/// The profiles that come with the product; the first one is the usual choice.
std::span<const PrinterProfile> printerProfiles();

/// The profile of that name.
std::optional<PrinterProfile> findPrinterProfile(std::string_view name);

}  // namespace bl
