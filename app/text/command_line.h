#pragma once

#include "app/text/language.h"
#include "app/text/sentence.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

/// What the commands share: how their arguments are read, what they print, how they end.
namespace bl::text {

/// How a program ends. The numbers are part of its interface.
enum class ExitStatus {
    Ok = 0,
    Failed = 1,
    Usage = 2,     ///< unknown or missing options
    Breached = 3,  ///< `verify` found books that do not add up

    // Programs that work with devices: what the device made of it.
    Refused = 2,      ///< refused, declined or given up; nothing was done
    DeviceFault = 3,  ///< the device or the way to it failed
    Unknown = 4,      ///< it may have been done
};

/// What a command prints to standard output when it is done: its lines, or with --json the one
/// document.
struct CommandResult {
    QStringList lines;
    Json json = Json::object();
    ExitStatus status = ExitStatus::Ok;
};

/// The arguments of one command, already checked against its options.
class CommandArguments {
public:
    explicit CommandArguments(const QCommandLineParser& parser)
        : m_parser(parser)
    {
    }

    bool has(const char* option) const;

    /// The option's last value, or its default.
    std::string value(const char* option) const;

    /// The same; fails with InvalidArgument where it is empty or the option is missing.
    Result<std::string> required(const char* option) const;

    /// What stands behind the options.
    std::vector<std::string> positional() const;

private:
    const QCommandLineParser& m_parser;
};

/// One command of a program: `init`. Every command also has --help, --language and, where it prints
/// a result, --json.
struct Command {
    /// What stands behind the options. Their number is checked.
    struct Positionals {
        QString syntax;  ///< `FILE…`
        QString description;
        int least = 0;
        int most = 0;
    };
    enum class Output { Text, TextOrJson };

    QString name;
    QString summary;
    QList<QCommandLineOption> options;
    Positionals positionals;
    Output output = Output::TextOrJson;

    /// What is said of an error.
    std::function<QString(const Error&)> describe = [](const Error& error) {
        return sentence(error);
    };

    /// How an error ends the program; InvalidArgument is always ExitStatus::Usage.
    std::function<ExitStatus(const Error&)> endsWith = [](const Error&) {
        return ExitStatus::Failed;
    };

    /// Does it.
    std::function<Result<CommandResult>(const CommandArguments&)> run;
};

/// A program made of commands: `branchline-hq init --data DIR`.
class CommandLine {
public:
    CommandLine(QString program, QString summary);
    /// `exitStatuses` is what the help says of them, where they are others than usual.
    CommandLine(QString program, QString summary, QString exitStatuses);

    void add(Command command);

    /// Reads the arguments (the program's name first), runs the command, prints its result to
    /// standard output or its error to standard error, and gives the exit status.
    int run(const QStringList& arguments);

private:
    int runUnnamed(const QStringList& arguments) const;
    int runCommand(const Command& command, const QStringList& arguments);
    int wrongUsage(const QString& what) const;
    int print(const QString& text) const;
    QString help(const QString& group = {}) const;
    QString helpOf(const Command& command, const QList<QCommandLineOption>& options) const;
    const Command* find(const QString& name) const;

    QString m_program;
    QString m_summary;
    QString m_exitStatuses;
    std::vector<Command> m_commands;
};

/// An option with a value.
QCommandLineOption valueOption(const char* name, const QString& description, const char* valueName,
    const QString& defaultValue = {});

/// What the parser found wrong, as a part of a sentence: Qt makes a sentence of it.
QString parserFault(const QCommandLineParser& parser);

/// One line to standard output, at once.
void printLine(const QString& line);

/// One line to standard error.
void printError(const QString& line);

/// The language that --language names, or else that of the environment; English where neither names
/// one of ours. Texts are translated when they are made, so it is installed before the commands are
/// described.
Language commandLanguage(const QStringList& arguments);

}  // namespace bl::text
