#pragma once

#include "app/text/command_line.h"

#include <QCoreApplication>

/// The commands of `branchline-hq`.
namespace bl::hq {

/// Makes the program's texts, one for all its files, and has the name of its context, because
/// lupdate may file a text under either.
struct HqProgram {
    Q_DECLARE_TR_FUNCTIONS(HqProgram)
};

text::Command initCommand();
text::Command applyCommand();
text::Command enrolCommand();
text::Command serveCommand();

/// `--data DIR`, which every command has.
QCommandLineOption dataOption();

}  // namespace bl::hq
