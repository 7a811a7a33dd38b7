#pragma once

#include "app/desktop/shell.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace bl::desktop {

/// What the command line asks of one start.
struct StartOptions {
    QString dataDirectory;
    Preferences preferences;  ///< the kept ones, with what the command line says instead
    QString printerAddress;   ///< empty: the one that is kept
    QString devicesFile;      ///< empty: those that are kept
    QString caFile;
    QString scriptedHour;       ///< a directory for what the scripted hour leaves; empty without it
    bool measureStart = false;  ///< say how long the start took, and end

    QString preferencesFile() const;

    enum class Wish { Start, Help, Version };
    Wish wish = Wish::Start;
};

/// Reads the arguments, the program's name first. Fails with InvalidArgument.
Result<StartOptions> readStartOptions(const QStringList& arguments);

/// What --help prints.
QString startHelp();

}  // namespace bl::desktop
