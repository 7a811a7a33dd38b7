#include "app/ctl/commands.h"
#include "app/platform/data_directory.h"

namespace bl::ctl {

QCommandLineOption dataOption()
{
    return text::valueOption("data", ControlProgram::tr("The data directory."), "DIR",
        QString::fromStdString(platform::defaultDataDirectory(platform::DataKind::Register)));
}

QStringList orderedArguments(const QStringList& arguments)
{
    QStringList before;
    qsizetype at = 1;
    while (at < arguments.size()) {
        const QString name = arguments[at].section(QLatin1Char('='), 0, 0);
        if (name != QLatin1String("--data") && name != QLatin1String("--language"))
            break;
        const qsizetype count = name == arguments[at] ? 2 : 1;
        before << arguments.mid(at, count);
        at += count;
    }
    QStringList ordered = arguments.mid(0, 1);
    if (at >= arguments.size())
        return ordered + before;
    QString command = arguments[at++];
    const bool hasParts = command == QLatin1String("report") || command == QLatin1String("journal");
    if (hasParts && at < arguments.size() && !arguments[at].startsWith(QLatin1Char('-')))
        command += QLatin1Char(' ') + arguments[at++];
    return ordered << command << before << arguments.mid(at);
}

}  // namespace bl::ctl
