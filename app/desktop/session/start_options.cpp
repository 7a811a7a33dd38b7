#include "app/desktop/session/start_options.h"

#include "app/platform/data_directory.h"
#include "app/text/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace bl::desktop {

namespace {

struct StartText {
    Q_DECLARE_TR_FUNCTIONS(StartText)
};

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(StartText::tr("Point of sale: the register's window."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&parser](const char* name, const QString& text, const char* value) {
        parser.addOption({QLatin1String(name), text, QLatin1String(value)});
    };
    option("data", StartText::tr("Keep the register's data in DIR."), "DIR");
    option("printer",
        StartText::tr("Use this receipt printer: escpos+tcp://192.168.1.40:9100, cups:NAME or "
                      "pdf:/DIRECTORY."),
        "ADDRESS");
    option("devices",
        StartText::tr("Set up the devices that FILE names instead of those that are set up."),
        "FILE");
    option("language", StartText::tr("zh_CN, zh_TW or en."), "CODE");
    option("theme", StartText::tr("light or dark."), "THEME");
    option("ca", StartText::tr("Certificates (PEM) to trust instead of the system's."), "FILE");
    option("scripted-hour",
        StartText::tr(
            "Trade by itself for an hour of the demo, leave pictures and a summary in DIR, "
            "and end."),
        "DIR");
    parser.addOption({QStringLiteral("measure-start"),
        StartText::tr("Say how long the start took until somebody can sell, and end.")});
}

}  // namespace

QString StartOptions::preferencesFile() const
{
    return QDir(dataDirectory).filePath(QStringLiteral("desktop.ini"));
}

Result<StartOptions> readStartOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Error{ErrorCode::InvalidArgument, {text::parserFault(parser).toStdString()}};
    StartOptions start;
    if (parser.isSet(QStringLiteral("help")))
        start.wish = StartOptions::Wish::Help;
    else if (parser.isSet(QStringLiteral("version")))
        start.wish = StartOptions::Wish::Version;
    if (!parser.positionalArguments().isEmpty())
        return Error{ErrorCode::InvalidArgument,
            {"surplus", parser.positionalArguments().front().toStdString()}};
    start.dataDirectory = parser.isSet(QStringLiteral("data"))
        ? parser.value(QStringLiteral("data"))
        : QString::fromStdString(platform::defaultDataDirectory(platform::DataKind::Register));
    if (start.dataDirectory.isEmpty())
        return Error{ErrorCode::InvalidArgument, {"option-empty", "--data"}};
    // Another directory may be the current one later.
    start.dataDirectory = QDir::cleanPath(QDir().absoluteFilePath(start.dataDirectory));
    start.preferences = Preferences::load(start.preferencesFile());
    if (parser.isSet(QStringLiteral("language"))) {
        const QString code = parser.value(QStringLiteral("language"));
        start.preferences.language = text::languageFromCode(code);
        if (!start.preferences.language)
            return Error{ErrorCode::InvalidArgument,
                {"option-choices", "--language", "zh_CN, zh_TW, en", code.toStdString()}};
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        const QString theme = parser.value(QStringLiteral("theme"));
        if (theme != QLatin1String("light") && theme != QLatin1String("dark"))
            return Error{ErrorCode::InvalidArgument,
                {"option-choices", "--theme", "light, dark", theme.toStdString()}};
        start.preferences.mode = theme == QLatin1String("dark") ? Mode::Dark : Mode::Light;
    }
    start.printerAddress = parser.value(QStringLiteral("printer"));
    start.devicesFile = parser.value(QStringLiteral("devices"));
    start.caFile = parser.value(QStringLiteral("ca"));
    if (!start.caFile.isEmpty())
        start.caFile = QDir().absoluteFilePath(start.caFile);
    start.measureStart = parser.isSet(QStringLiteral("measure-start"));
    start.scriptedHour = parser.value(QStringLiteral("scripted-hour"));
    return start;
}

QString startHelp()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

}  // namespace bl::desktop
