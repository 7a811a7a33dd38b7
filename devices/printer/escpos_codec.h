#pragma once

#include "core/ports/receipt_printer.h"
#include "devices/printer/escpos_answers.h"
#include "devices/printer/line_rasterizer.h"
#include "devices/printer/printer_profile.h"

#include <array>
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

/// A drawer pulse that goes ahead of all data (`10 14 01 00 01`): printers obey it also while they
/// stand without paper.
std::vector<std::uint8_t> encodeUrgentPulse();

/// What the printer is asked at once, ahead of its data (`10 04 n`).
enum class StatusQuery : std::uint8_t { Printer = 1, Offline = 2, Error = 3, Paper = 4 };
std::vector<std::uint8_t> encodeStatusQuery(StatusQuery query);

/// Asks for the paper sensor in the order of the data (`1D 72 01`), or for a mark to come back
/// (`1D 28 48`): the answer means that all before it is done.
std::vector<std::uint8_t> encodeSensorQuery();
std::vector<std::uint8_t> encodeMark(const std::array<char, 4>& mark);

/// Asks to be told of changes (`1D 61 FF`), and who it is (`1D 49 n`).
std::vector<std::uint8_t> encodeAutomaticStatus();
enum class IdentityQuery : std::uint8_t { Maker = 0x42, Model = 0x43 };
std::vector<std::uint8_t> encodeIdentityQuery(IdentityQuery query);

/// What an answer to that query says.
struct StatusReading {
    PrinterCondition condition = PrinterCondition::Ready;
    bool paperNearEnd = false;
    bool drawerHigh = false;
};
StatusReading readStatus(StatusQuery query, StatusAnswer answer);
PrinterCondition readSensor(SensorAnswer answer);

}  // namespace bl::escpos
