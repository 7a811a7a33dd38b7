#pragma once

#include "tests/sim/sim_hq.h"
#include "tests/sim/sim_register.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What must hold when registers and HQ have heard everything of each other.
namespace bl::test {

using SimRegisters = std::vector<std::unique_ptr<SimRegister>>;

/// Whether HQ has every line, and every line is in the rows that the register read.
bool registerHasHeardAll(SimRegister& reg);

/// HQ has each journal byte for byte and each printed receipt once; its balances are the sums of
/// the journals; each register shows what HQ has, as far as it is fed; no line waits. Gives what
/// does not hold.
std::optional<std::string> findDisagreement(SimHq& hq, const SimRegisters& registers);

/// All entities, balances and journal heads as text.
std::string dumpOf(SimHq& hq, const SimRegisters& registers);

/// Where each one is, for a failure's message.
std::string describeRest(SimHq& hq, const SimRegisters& registers);

std::int64_t linesAt(SimHq& hq);

}  // namespace bl::test
