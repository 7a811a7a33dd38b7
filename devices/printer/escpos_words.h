#pragma once

#include "devices/transport/trace_line.h"

#include <cstdint>
#include <span>
#include <vector>

/// What stands for ESC/POS in the console: one line for each command and for each run of text.
namespace bl::escpos {

/// What a printer was sent. Bytes that belong to no known command are counted. Text is read as
/// GB18030, which includes ASCII; what is none is counted too.
std::vector<TraceLine> describeSent(std::span<const std::uint8_t> bytes);

/// What it answered.
std::vector<TraceLine> describeReceived(std::span<const std::uint8_t> bytes);

}  // namespace bl::escpos
