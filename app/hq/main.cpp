#include "app/hq/commands.h"
#include "app/platform/data_directory.h"

#include <QCoreApplication>

namespace bl::hq {

QCommandLineOption dataOption()
{
    return text::valueOption("data", HqProgram::tr("The data directory."), "DIR",
        QString::fromStdString(platform::defaultDataDirectory(platform::DataKind::Hq)));
}

}  // namespace bl::hq

int main(int argc, char** argv)
{
    bl::platform::restrictNewFilesToOwner();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("branchline-hq"));
    const QStringList arguments = QCoreApplication::arguments();
    bl::text::Translation translation(application);
    translation.setLanguage(bl::text::commandLanguage(arguments));

    bl::text::CommandLine line(QStringLiteral("branchline-hq"),
        bl::hq::HqProgram::tr("The central server: makes an organisation, serves its registers."));
    line.add(bl::hq::initCommand());
    line.add(bl::hq::applyCommand());
    line.add(bl::hq::enrolCommand());
    line.add(bl::hq::serveCommand());
    return line.run(arguments);
}
