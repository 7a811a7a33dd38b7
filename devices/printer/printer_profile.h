#pragma once

#include "core/base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// How a printer takes Chinese text. Raster is for printers that know none: such lines go out as
/// pictures.
enum class CjkEncoding { Gb18030, Gbk, Big5, Utf8, Raster };

/// How a printer tells that a job is done.
enum class JobDone {
    None,    ///< not at all
    Sensor,  ///< it answers `1D 72 01` in the order of its data
    Mark,    ///< it sends back a mark that stood behind the job (`1D 28 48`)
};

/// A set of single-byte characters beyond ASCII, for printers that know no Chinese.
struct CodePage {
    std::string name;  ///< as ICU calls it: `ibm-858`; empty for none
    int number = 0;    ///< as the printer calls it (`1B 74 n`)

    friend bool operator==(const CodePage&, const CodePage&) = default;
};

/// What one model of receipt printer can do. Drivers, previews and PDF follow the profile and never
/// the model's name.
struct PrinterProfile {
    std::string name;   ///< `epson-tm-t88`
    std::string title;  ///< as people know it: `Epson TM-T88`
    int paperMm = 80;   ///< width of the roll, in millimetres
    int pixels = 576;   ///< dots across the printable width
    int columns = 48;   ///< narrow characters across the printable width
    CjkEncoding cjk = CjkEncoding::Gb18030;
    CodePage codePage = {};  ///< with `Raster` only
    bool barcode =
        true;        ///< prints Code 128 by command; otherwise the bar code is sent as a picture
    bool qr = true;  ///< prints QR codes by command; otherwise the QR code is sent as a picture
    bool cutter = true;  ///< without one the paper is fed so far that it can be torn off
    bool drawer = true;  ///< has a connector for a cash drawer
    bool drawerSwitch =
        true;  ///< tells whether the drawer stands open: pin 3 of that connector is high then
    bool status = true;  ///< answers `10 04 n`; those that do not are never waited for
    JobDone jobDone = JobDone::Sensor;

    friend bool operator==(const PrinterProfile&, const PrinterProfile&) = default;
};

/// The profiles that come with the product (resources/devices/printers.json); the first one is the
/// usual choice.
std::span<const PrinterProfile> printerProfiles();

/// The profile of that name.
std::optional<PrinterProfile> findPrinterProfile(std::string_view name);

/// Reads a list of profiles. Fails with InvalidJson, naming the profile and the field.
Result<std::vector<PrinterProfile>> readPrinterProfiles(std::string_view json);

}  // namespace bl
