#include "tests/devices/print_service.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <fstream>

namespace bl::test {

namespace {

constexpr int kLongestMs = 30'000;

/// The same for all services of this process: the system's library remembers the first that it
/// asked.
std::string socketFile()
{
    static const TempDirectory directory;
    return directory.file("cups");
}

}  // namespace

PrintService::PrintService()
{
    for (const char* folder : {"spool", "tmp", "cache", "state", "conf"})
        std::filesystem::create_directory(m_directory.file(folder));
    const auto at = [this](const char* name) {
        return m_directory.file(name);
    };
    std::ofstream(at("files.conf"))
        << "ServerRoot " << at("conf") << "\nRequestRoot " << at("spool") << "\nTempDir "
        << at("tmp") << "\nCacheDir " << at("cache") << "\nStateDir " << at("state")
        << "\nAccessLog " << at("access.log") << "\nErrorLog " << at("error.log") << "\nPageLog "
        << at("page.log") << "\nFileDevice Yes\nSandboxing relaxed\n";
    std::ofstream(at("cupsd.conf"))
        << "Listen " << socketFile()
        << "\nBrowsing Off\nDefaultShared No\nWebInterface No\n"
           "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
           "<Policy default>\n<Limit All>\nOrder deny,allow\nAllow all\n</Limit>\n</Policy>\n";
    qputenv("CUPS_SERVER", QByteArray::fromStdString(socketFile()));
    m_process.start(QStringLiteral("/usr/sbin/cupsd"),
        {QStringLiteral("-f"), QStringLiteral("-c"), QString::fromStdString(at("cupsd.conf")),
            QStringLiteral("-s"), QString::fromStdString(at("files.conf"))});
    REQUIRE(m_process.waitForStarted(kLongestMs));
    // The socket is there before the service listens on it, so it is asked until it answers.
    QProcess ask;
    for (int tries = 0;; ++tries) {
        REQUIRE(tries < 300);
        ask.start(QStringLiteral("lpstat"), {QStringLiteral("-r")});
        REQUIRE(ask.waitForFinished(kLongestMs));
        if (!ask.readAllStandardOutput().contains("not running"))
            break;
        REQUIRE_FALSE(m_process.waitForFinished(100));
    }
}

PrintService::~PrintService()
{
    stop();
    qunsetenv("CUPS_SERVER");
}

void PrintService::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kLongestMs))
        m_process.kill();
}

void PrintService::hang()
{
    REQUIRE(::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP) == 0);
}

void PrintService::goOn()
{
    REQUIRE(::kill(static_cast<pid_t>(m_process.processId()), SIGCONT) == 0);
}

void PrintService::tell(const char* program, const QStringList& arguments)
{
    QProcess command;
    command.start(QString::fromLatin1(program), arguments);
    REQUIRE(command.waitForFinished(kLongestMs));
    INFO(command.readAllStandardError().toStdString());
    REQUIRE(command.exitCode() == 0);
}

void PrintService::addQueue(const QString& name)
{
    tell("/usr/sbin/lpadmin",
        {QStringLiteral("-p"), name, QStringLiteral("-v"), QStringLiteral("file:/dev/null"),
            QStringLiteral("-m"), QStringLiteral("raw")});
    tell("/usr/sbin/cupsaccept", {name});
}

void PrintService::refuseJobs(const QString& name)
{
    tell("/usr/sbin/cupsreject", {name});
}

std::vector<QByteArray> PrintService::jobs() const
{
    const QDir spool(QString::fromStdString(m_directory.file("spool")));
    std::vector<QByteArray> jobs;
    const auto names = spool.entryList({QStringLiteral("d*")}, QDir::Files, QDir::Name);
    for (const auto& name : names) {
        QFile file(spool.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        jobs.push_back(file.readAll());
    }
    return jobs;
}

}  // namespace bl::test
