#include "app/desktop/first_start/language_page.h"
#include "app/desktop/shell.h"
#include "app/text/sentence.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdio>

namespace {

constexpr int kUsageStatus = 2;

/// The options of one start.
struct Start {
    QString dataDirectory;
    bl::desktop::Preferences preferences;
};

bl::Result<Start> readOptions(const QCommandLineParser& parser)
{
    using bl::Error;
    using bl::ErrorCode;
    Start start;
    start.dataDirectory = parser.isSet(QStringLiteral("data"))
        ? parser.value(QStringLiteral("data"))
        : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    start.preferences = bl::desktop::Preferences::load(
        QDir(start.dataDirectory).filePath(QStringLiteral("desktop.ini")));
    if (parser.isSet(QStringLiteral("language"))) {
        const QString code = parser.value(QStringLiteral("language"));
        start.preferences.language = bl::text::languageFromCode(code);
        if (!start.preferences.language)
            return Error{ErrorCode::InvalidArgument, {"--language " + code.toStdString()}};
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        const QString theme = parser.value(QStringLiteral("theme"));
        if (theme != QLatin1String("light") && theme != QLatin1String("dark"))
            return Error{ErrorCode::InvalidArgument, {"--theme " + theme.toStdString()}};
        start.preferences.mode =
            theme == QLatin1String("dark") ? bl::desktop::Mode::Dark : bl::desktop::Mode::Light;
    }
    return start;
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("branchline"));
    QApplication::setApplicationVersion(QStringLiteral(BRANCHLINE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("branchline"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Point of sale: the register's window."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("data"), QStringLiteral("Keep the register's data in DIR."),
        QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("language"), QStringLiteral("zh_CN, zh_TW or en."),
        QStringLiteral("CODE")});
    parser.addOption(
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME")});
    parser.process(application);

    const auto start = readOptions(parser);
    if (!start) {
        bl::text::Translation speaking(application);
        speaking.setLanguage(bl::text::systemLanguage());
        QTextStream(stderr) << bl::text::sentence(start.error()) << '\n';
        return kUsageStatus;
    }

    bl::desktop::Shell shell(application,
        QDir(start->dataDirectory).filePath(QStringLiteral("desktop.ini")), start->preferences);
    auto* screen = new QWidget;
    auto* row = new QHBoxLayout(screen);
    auto* page = new bl::desktop::LanguagePage(shell.theme(), shell.language(), screen);
    page->setFixedWidth(480);
    row->addWidget(page, 0, Qt::AlignCenter);
    screen->setFocusProxy(page);
    QObject::connect(page, &bl::desktop::LanguagePage::languageChosen, page,
        [&shell](bl::text::Language language) { shell.setLanguage(language); });
    QObject::connect(page, &bl::desktop::LanguagePage::modeChosen, page,
        [&shell](bl::desktop::Mode mode) { shell.setMode(mode); });
    shell.window().addScreen(screen);
    shell.window().showScreen(screen);
    shell.window().show();
    return QApplication::exec();
}
