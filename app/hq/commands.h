#pragma once

#include "app/text/command_line.h"

/// The commands of `branchline-hq`.
namespace bl::hq {

text::Command initCommand();
text::Command applyCommand();
text::Command enrolCommand();
text::Command serveCommand();

/// `--data DIR`, which every command has.
QCommandLineOption dataOption();

}  // namespace bl::hq
