#pragma once

#include "app/text/command_line.h"

#include <QCoreApplication>
#include <QStringList>

/// The commands of branchlinectl. They may be made after the language was installed.
namespace bl::ctl {

/// Makes the program's texts, one for all its files, and has the name of its context, because
/// lupdate may file a text under either.
struct ControlProgram {
    Q_DECLARE_TR_FUNCTIONS(ControlProgram)
};

text::Command enrolCommand();
text::Command importSalesCommand();
text::Command syncCommand();
text::Command verifyCommand();
text::Command receiptCommand();
text::Command reportCommand(const char* part);  ///< `totals`, `days`, `members` or `stock`
text::Command journalExportCommand();
text::Command journalCheckCommand();

/// The result of a check that found a breach; any other error stays one.
Result<text::CommandResult> breachResult(const Error& error);

/// `--data DIR`, which every command has.
QCommandLineOption dataOption();

/// The arguments as the commands take them: commands of two words become one, and options that
/// stand in front of the command go behind it.
QStringList orderedArguments(const QStringList& arguments);

}  // namespace bl::ctl
