#pragma once

#include <span>

/// Simulated devices that are reached over HTTP; each gives the exit status.
namespace bl::devsim {

/// `branchline-devsim codes …`: a gateway for payment codes.
int runCodes(std::span<char* const> arguments);

/// `branchline-devsim nexo …`: a payment terminal.
int runNexo(std::span<char* const> arguments);

}  // namespace bl::devsim
