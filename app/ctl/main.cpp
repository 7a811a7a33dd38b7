#include "app/ctl/commands.h"
#include "app/platform/data_directory.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    bl::platform::restrictNewFilesToOwner();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("branchlinectl"));
    const QStringList arguments = bl::ctl::orderedArguments(QCoreApplication::arguments());
    bl::text::Translation translation(application);
    translation.setLanguage(bl::text::commandLanguage(arguments));

    bl::text::CommandLine line(QStringLiteral("branchlinectl"),
        bl::ctl::ControlProgram::tr(
            "Works on the data of a register or of HQ. --data may stand in front of "
            "the command or behind it."));
    line.add(bl::ctl::enrolCommand());
    line.add(bl::ctl::importSalesCommand());
    line.add(bl::ctl::syncCommand());
    line.add(bl::ctl::verifyCommand());
    for (const char* part : {"totals", "days", "members", "stock"})
        line.add(bl::ctl::reportCommand(part));
    line.add(bl::ctl::receiptCommand());
    line.add(bl::ctl::journalExportCommand());
    line.add(bl::ctl::journalCheckCommand());
    return line.run(arguments);
}
