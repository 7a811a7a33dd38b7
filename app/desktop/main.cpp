#include "app/desktop/session/end_signals.h"
#include "app/desktop/session/start_options.h"
#include "app/desktop/workstation.h"
#include "app/platform/data_directory.h"
#include "app/text/command_line.h"
#include "app/text/sentence.h"

#include <QApplication>

#include <memory>

int main(int argc, char** argv)
{
    bl::platform::restrictNewFilesToOwner();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("branchline"));
    QApplication::setApplicationVersion(QStringLiteral(BRANCHLINE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("branchline"));

    // Texts are translated when they are made, so the options are read in their language.
    auto speaking = std::make_unique<bl::text::Translation>(application);
    speaking->setLanguage(bl::text::commandLanguage(QApplication::arguments()));
    auto options = bl::desktop::readStartOptions(QApplication::arguments());
    using Wish = bl::desktop::StartOptions::Wish;
    if (!options || options->wish != Wish::Start) {
        if (!options) {
            bl::text::printError(bl::text::sentence(options.error()));
            return static_cast<int>(bl::text::ExitStatus::Usage);
        }
        bl::text::printLine(options->wish == Wish::Help
                ? bl::desktop::startHelp().trimmed()
                : QStringLiteral("branchline " BRANCHLINE_VERSION));
        return 0;
    }

    speaking.reset();  // the workstation speaks the language of its settings

    // First, so that it hears of a signal until everything is closed.
    const bl::desktop::EndSignals endSignals;
    for (;;) {
        int status = 0;
        {
            bl::desktop::Workstation workstation(application, *options);
            workstation.start();
            status = QApplication::exec();
        }
        if (status != bl::desktop::Workstation::kStartAgain)
            return status;
        options->preferences = bl::desktop::Preferences::load(options->preferencesFile());
    }
}
