#include "app/device/commands.h"
#include "app/platform/data_directory.h"

#include <QGuiApplication>

namespace {

/// Standard error holds what the program says, also for scripts; Qt's remarks on the machine are
/// nothing to them.
void dropRemarks(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtFatalMsg)
        bl::text::printError(message);
}

}  // namespace

int main(int argc, char** argv)
{
    bl::platform::restrictNewFilesToOwner();
    bl::device::Interruption interruption;
    // Pictures of text need fonts and no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(dropRemarks);
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("branchline-device"));
    const QStringList arguments = QCoreApplication::arguments();
    bl::text::Translation translation(application);
    translation.setLanguage(bl::text::commandLanguage(arguments));

    bl::text::CommandLine line(QStringLiteral("branchline-device"),
        bl::device::DeviceProgram::tr("Uses the devices of a counter without a window: for "
                                      "support and for scripts."),
        bl::device::DeviceProgram::tr(
            "Exit status: 0 done, 1 failed, 2 wrong arguments, or refused or declined, 3 the "
            "device failed, 4 nobody knows whether it was done."));
    line.add(bl::device::listCommand());
    line.add(bl::device::statusCommand());
    line.add(bl::device::printCommand(interruption));
    line.add(bl::device::drawerCommand(interruption));
    line.add(bl::device::payCommand(interruption));
    line.add(bl::device::reverseCommand(interruption));
    line.add(bl::device::resolveCommand(interruption));
    line.add(bl::device::endOfDayCommand(interruption));
    line.add(bl::device::readCardCommand(interruption));
    line.add(bl::device::scanCommand(interruption));
    line.add(bl::device::weighCommand(interruption));
    line.add(bl::device::displayCommand(interruption));
    return line.run(arguments);
}
