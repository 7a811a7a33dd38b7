#pragma once

#include "devices/sim/escpos_decoder.h"

#include <cstdint>
#include <string>

namespace bl::devsim {

/// `branchline-devsim printer`: what its command line asks for.
struct PrinterCommand {
    std::string host = "127.0.0.1";
    std::uint16_t port = 9100;
    std::string pngDirectory;
    std::string textDirectory;
    sim::PaperShape shape;
    int paperMm = 80;
};

constexpr int kExitUsage = 2;
constexpr int kExitCannotListen = 3;
constexpr int kExitCannotWrite = 4;

/// Serves until SIGTERM or SIGINT; returns the exit status. Events go to standard output, faults
/// come from standard input, one JSON object a line.
int runPrinter(const PrinterCommand& command);

}  // namespace bl::devsim
