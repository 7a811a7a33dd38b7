#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/line_rasterizer.h"
#include "devices/printer/printer_profile.h"

#include <cstdint>
#include <span>
#include <vector>

/// The bytes of ESC/POS, without any input or output.
namespace bl::escpos {

/// One whole job: init, drawer pulse, receipt, feed and cut. A document without blocks is the pulse
/// alone. Size, weight and alignment are left as they were found. Fails with NotRepresentable
/// before a byte is made.
Result<std::vector<std::uint8_t>> encodeJob(const ReceiptDocument& document,
    const PrinterProfile& profile, DrawerPulse drawer, const LineRasterizer& rasterizer);

/// What the printer is asked at once, ahead of its data (`10 04 n`).
enum class StatusQuery : std::uint8_t { Offline = 2, Error = 3, Paper = 4 };
std::vector<std::uint8_t> encodeStatusQuery(StatusQuery query);

/// Asks for the paper sensor in the order of the data (`1D 72 01`): the answer means that all
/// before it is done.
std::vector<std::uint8_t> encodeJobDoneQuery();

/// Whether a byte is an answer to a status query or to the job-done query; the fixed bits tell them
/// apart.
bool isStatusAnswer(std::uint8_t byte);
bool isJobDoneAnswer(std::uint8_t byte);

enum class PrinterCondition { Ready, PaperOut, CoverOpen, CutterJam, Fault };

/// What an answer to that query says. Paper that is near its end is still Ready.
PrinterCondition readStatus(StatusQuery query, std::uint8_t answer);
PrinterCondition readJobDone(std::uint8_t answer);

}  // namespace bl::escpos
