#include "app/text/command_line.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <iterator>
#include <system_error>

namespace bl::text {

namespace {

struct CommandLineText {
    Q_DECLARE_TR_FUNCTIONS(CommandLineText)
};

const QString kLanguageOption = QStringLiteral("language");

/// Whether all of it arrived.
bool write(FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

bool isHelp(const QString& argument)
{
    return argument == QLatin1String("--help") || argument == QLatin1String("-h");
}

QString usualExitStatuses()
{
    return CommandLineText::tr("Exit status: 0 done, 1 failed, 2 wrong arguments, 3 the books do "
                               "not add up.");
}

QString textOf(const CommandResult& result, const CommandArguments& arguments)
{
    return arguments.has("json") ? QString::fromStdString(dumpJson(result.json))
                                 : result.lines.join(QLatin1Char('\n'));
}

struct Report {
    const Error& error;
    QString text;
};

void report(const QString& program, const Report& failure, const CommandArguments& arguments)
{
    const auto& [error, text] = failure;
    if (!arguments.has("json")) {
        printError(program + QStringLiteral(": ") + text);
        return;
    }
    Json problem;
    problem["code"] = codeName(error.code);
    problem["detail"] = error.detail;
    problem["message"] = text.toStdString();
    Json document;
    document["error"] = std::move(problem);
    printError(QString::fromStdString(dumpJson(document)));
}

/// The value of --language in arguments that nobody has checked yet.
std::optional<QString> askedLanguage(const QStringList& arguments)
{
    const QString option = QStringLiteral("--") + kLanguageOption;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == option)
            return arguments.value(i + 1);
        if (arguments[i].startsWith(option + QLatin1Char('=')))
            return arguments[i].mid(option.size() + 1);
    }
    return std::nullopt;
}

Language environmentLanguage()
{
    // Servers often run without a language ("C"); their operators read English, not the language
    // of the shops.
    const QStringList preferred = QLocale::system().uiLanguages();
    const bool none = std::all_of(preferred.begin(), preferred.end(),
        [](const QString& code) { return code == QLatin1String("C"); });
    return none ? Language::English : systemLanguage();
}

}  // namespace

bool CommandArguments::has(const char* option) const
{
    const QString name = QString::fromLatin1(option);
    return m_parser.optionNames().contains(name);
}

std::string CommandArguments::value(const char* option) const
{
    return m_parser.value(QString::fromLatin1(option)).toStdString();
}

Result<std::string> CommandArguments::required(const char* option) const
{
    auto given = value(option);
    if (given.empty())
        return Error{ErrorCode::InvalidArgument,
            {has(option) ? "option-empty" : "option-missing", "--" + std::string(option)}};
    return given;
}

std::vector<std::string> CommandArguments::positional() const
{
    std::vector<std::string> values;
    const QStringList given = m_parser.positionalArguments();
    for (const auto& value : given)
        values.push_back(value.toStdString());
    return values;
}

CommandLine::CommandLine(QString program, QString summary)
    : CommandLine(std::move(program), std::move(summary), usualExitStatuses())
{
}

CommandLine::CommandLine(QString program, QString summary, QString exitStatuses)
    : m_program(std::move(program))
    , m_summary(std::move(summary))
    , m_exitStatuses(std::move(exitStatuses))
{
}

void CommandLine::add(Command command)
{
    m_commands.push_back(std::move(command));
}

const Command* CommandLine::find(const QString& name) const
{
    const auto it = std::find_if(m_commands.begin(), m_commands.end(),
        [&](const Command& command) { return command.name == name; });
    return it == m_commands.end() ? nullptr : &*it;
}

QString CommandLine::help(const QString& group) const
{
    std::vector<Command> shown;
    std::copy_if(m_commands.begin(), m_commands.end(), std::back_inserter(shown),
        [&](const Command& command) {
            return group.isEmpty() || command.name.startsWith(group + QLatin1Char(' '));
        });
    qsizetype width = 0;
    for (const auto& command : shown)
        width = std::max(width, command.name.size());
    QString text = CommandLineText::tr("Usage: %1 COMMAND [options]").arg(m_program);
    text += QStringLiteral("\n\n") + m_summary + QStringLiteral("\n\n");
    for (const auto& command : shown)
        text += QStringLiteral("  ") + command.name.leftJustified(width + 3) + command.summary
            + QLatin1Char('\n');
    text += QLatin1Char('\n')
        + CommandLineText::tr("%1 COMMAND --help tells the options of a command. --language takes "
                              "zh_CN, zh_TW or en.")
              .arg(m_program);
    return text + QLatin1Char('\n') + m_exitStatuses;
}

QString CommandLine::helpOf(const Command& command, const QList<QCommandLineOption>& options) const
{
    struct Row {
        QString name;
        QString text;
    };
    QList<Row> rows;
    if (command.positionals.most > 0)
        rows << Row{command.positionals.syntax, command.positionals.description};
    for (const auto& option : options) {
        QString name = QStringLiteral("--") + option.names().last();
        if (!option.valueName().isEmpty())
            name += QLatin1Char(' ') + option.valueName();
        QString text = option.description();
        if (!option.defaultValues().isEmpty())
            text += QLatin1Char(' ')
                + CommandLineText::tr("Default: %1").arg(option.defaultValues().first());
        rows << Row{name, text};
    }
    qsizetype width = 0;
    for (const auto& row : rows)
        width = std::max(width, row.name.size());
    QString text = CommandLineText::tr("Usage: %1 %2 [options] %3")
                       .arg(m_program, command.name, command.positionals.syntax)
                       .trimmed();
    text += QStringLiteral("\n\n") + command.summary + QStringLiteral("\n\n");
    for (const auto& row : rows)
        text +=
            QStringLiteral("  ") + row.name.leftJustified(width + 3) + row.text + QLatin1Char('\n');
    return text + QLatin1Char('\n') + m_exitStatuses;
}

int CommandLine::wrongUsage(const QString& what) const
{
    printError(m_program + QStringLiteral(": ") + what);
    printError(CommandLineText::tr("%1 --help tells more.").arg(m_program));
    return static_cast<int>(ExitStatus::Usage);
}

int CommandLine::run(const QStringList& arguments)
{
    QStringList rest = arguments.mid(1);
    if (const auto language = askedLanguage(arguments)) {
        if (!languageFromCode(*language))
            return wrongUsage(
                CommandLineText::tr("There is no language “%1”. Take zh_CN, zh_TW or en.")
                    .arg(*language));
    }
    const QString option = QStringLiteral("--") + kLanguageOption;
    while (!rest.isEmpty() && rest.first().startsWith(option)) {
        const bool apart = rest.first() == option;
        rest = rest.mid(apart ? 2 : 1);
    }
    if (rest.isEmpty()) {
        printError(help());
        return static_cast<int>(ExitStatus::Usage);
    }
    if (isHelp(rest.first())) {
        return print(help());
    }
    if (rest.first() == QLatin1String("--version"))
        return print(m_program + QLatin1Char(' ') + QLatin1String(BRANCHLINE_VERSION));
    const Command* command = find(rest.first());
    return command ? runCommand(*command, rest) : runUnnamed(rest);
}

/// No command, or the first word of some: `report`.
int CommandLine::runUnnamed(const QStringList& arguments) const
{
    const QString& first = arguments.first();
    const auto inGroup = [&](const Command& command) {
        return command.name.startsWith(first + QLatin1Char(' '));
    };
    if (std::any_of(m_commands.begin(), m_commands.end(), inGroup)) {
        if (std::any_of(arguments.begin(), arguments.end(), isHelp))
            return print(help(first));
        printError(help(first));
        return static_cast<int>(ExitStatus::Usage);
    }
    if (!first.startsWith(QLatin1Char('-')))
        return wrongUsage(CommandLineText::tr("There is no command “%1”.").arg(first));
    const QString name = first.section(QLatin1Char('='), 0, 0).mid(2);
    const bool known =
        std::any_of(m_commands.begin(), m_commands.end(), [&](const Command& command) {
            return std::any_of(command.options.begin(), command.options.end(),
                [&](const QCommandLineOption& option) { return option.names().contains(name); });
        });
    if (!known)
        return wrongUsage(CommandLineText::tr("There is no option “%1”.").arg(first));
    if (arguments.size() == 1 && !first.contains(QLatin1Char('=')))
        return wrongUsage(CommandLineText::tr("%1 needs a value.").arg(first));
    return wrongUsage(CommandLineText::tr("The command is missing."));
}

int CommandLine::print(const QString& text) const
{
    if (write(stdout, text + QLatin1Char('\n')))
        return static_cast<int>(ExitStatus::Ok);
    const int problem = errno;
    const std::string reason = std::generic_category().message(problem);
    const std::string output = CommandLineText::tr("standard output").toStdString();
    const Error error = problem == ENOSPC
        ? Error{ErrorCode::DiskFull, {output}}
        : Error{ErrorCode::DirectoryNotWritable, {output, reason}};
    printError(m_program + QStringLiteral(": ") + sentence(error));
    return static_cast<int>(ExitStatus::Failed);
}

int CommandLine::runCommand(const Command& command, const QStringList& arguments)
{
    QList<QCommandLineOption> options = command.options;
    if (command.output == Command::Output::TextOrJson)
        options << QCommandLineOption(
            QStringLiteral("json"), CommandLineText::tr("Print the result as JSON."));
    options << QCommandLineOption(kLanguageOption,
        CommandLineText::tr("The language of the messages: zh_CN, zh_TW or en."),
        QStringLiteral("LANGUAGE"));
    // A wrong option beside --help is no reason not to help.
    if (std::any_of(arguments.begin(), arguments.end(), isHelp)) {
        return print(helpOf(command, options));
    }
    QCommandLineParser parser;
    parser.addOptions(options);
    // The parser takes its first argument for the program's name.
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    const CommandArguments given(parser);
    const auto count = parser.positionalArguments().size();
    if (count < command.positionals.least)
        return wrongUsage(
            CommandLineText::tr("%1 needs %2.").arg(command.name, command.positionals.syntax));
    if (count > command.positionals.most)
        return wrongUsage(CommandLineText::tr("“%1” is one argument too many.")
                              .arg(parser.positionalArguments().value(command.positionals.most)));

    auto result = command.run(given);
    if (!result) {
        report(m_program, {result.error(), command.describe(result.error())}, given);
        return static_cast<int>(result.error().code == ErrorCode::InvalidArgument
                ? ExitStatus::Usage
                : command.endsWith(result.error()));
    }
    const QString said = textOf(*result, given);
    if (const int printed = said.isEmpty() ? 0 : print(said); printed != 0)
        return printed;
    return static_cast<int>(result->status);
}

QCommandLineOption valueOption(const char* name, const QString& description, const char* valueName,
    const QString& defaultValue)
{
    return QCommandLineOption(
        QString::fromLatin1(name), description, QString::fromLatin1(valueName), defaultValue);
}

QString parserFault(const QCommandLineParser& parser)
{
    QString text = parser.errorText();
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QStringLiteral("。")))
        text.chop(1);
    return text;
}

void printLine(const QString& line)
{
    (void)write(stdout, line + QLatin1Char('\n'));
}

void printError(const QString& line)
{
    (void)write(stderr, line + QLatin1Char('\n'));
}

Language commandLanguage(const QStringList& arguments)
{
    const auto asked = askedLanguage(arguments);
    if (!asked)
        return environmentLanguage();
    return languageFromCode(*asked).value_or(Language::English);
}

}  // namespace bl::text
