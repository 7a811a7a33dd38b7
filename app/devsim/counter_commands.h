#pragma once

#include <span>

/// `branchline-devsim scanner|stripe|rfid|scale|display|card`: what stands at a counter beside the
/// printer and the terminal.
namespace bl::devsim {

int runScanner(std::span<char* const> arguments);
int runStripe(std::span<char* const> arguments);
int runRfid(std::span<char* const> arguments);
int runScale(std::span<char* const> arguments);
int runDisplay(std::span<char* const> arguments);
int runCard(std::span<char* const> arguments);

}  // namespace bl::devsim
