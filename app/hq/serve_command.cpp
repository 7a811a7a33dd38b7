#include "app/hq/commands.h"
#include "app/hq/hq_data.h"
#include "app/platform/control_socket.h"
#include "core/base/random.h"
#include "core/services/organisation/organisation_file.h"
#include "core/services/organisation/organisation_service.h"
#include "sync/server/access_log.h"
#include "sync/server/hq_server.h"

#include <charconv>
#include <csignal>

namespace bl::hq {

namespace {

struct ListenAddress {
    std::string host;
    std::uint16_t port = 0;
};

/// Reads `127.0.0.1:8080` or `[::1]:8080`.
Result<ListenAddress> readListenAddress(const std::string& text)
{
    const Error wrong{
        ErrorCode::InvalidArgument, {"option-choices", "--listen", "ADDRESS:PORT", text}};
    const auto colon = text.rfind(':');
    if (colon == std::string::npos)
        return wrong;
    ListenAddress address{text.substr(0, colon), 0};
    const char* begin = text.data() + colon + 1;
    const char* end = text.data() + text.size();
    const auto [last, fault] = std::from_chars(begin, end, address.port);
    if (fault != std::errc{} || last != end)
        return wrong;
    if (address.host.starts_with('[') && address.host.ends_with(']'))
        address.host = address.host.substr(1, address.host.size() - 2);
    else if (address.host.find(':') != std::string::npos)
        return wrong;
    if (address.host.empty())
        return wrong;
    return address;
}

Result<sync::HttpServerOptions> readHttpOptions(const text::CommandArguments& arguments)
{
    BL_TRY(const auto listen, arguments.required("listen"));
    BL_TRY(const auto address, readListenAddress(listen));
    if (arguments.has("tls-cert") != arguments.has("tls-key"))
        return Error{ErrorCode::InvalidArgument, {"options-together", "--tls-cert", "--tls-key"}};
    sync::HttpServerOptions options;
    options.address = address.host;
    options.port = address.port;
    options.tlsCertFile = arguments.value("tls-cert");
    options.tlsKeyFile = arguments.value("tls-key");
    options.behindProxy =
        arguments.has("behind-proxy") ? sync::BehindProxy::Yes : sync::BehindProxy::No;
    return options;
}

QString urlOf(const sync::HttpServerOptions& options, int port)
{
    const QString host = QString::fromStdString(options.address);
    const bool isV6 = host.contains(QLatin1Char(':'));
    return QStringLiteral("%1://%2:%3")
        .arg(options.tlsCertFile.empty() ? QStringLiteral("http") : QStringLiteral("https"),
            isV6 ? QLatin1Char('[') + host + QLatin1Char(']') : host)
        .arg(port);
}

/// SIGTERM and SIGINT, kept from every thread that starts while this lives, so that one thread can
/// wait for them.
class EndSignals {
public:
    EndSignals()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    }
    /// From here on a second signal ends the program at once.
    ~EndSignals() { pthread_sigmask(SIG_UNBLOCK, &m_signals, nullptr); }
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;

    void wait() const
    {
        int signal = 0;
        while (sigwait(&m_signals, &signal) != 0) {
        }
    }

private:
    sigset_t m_signals{};
};

/// What other commands ask of the server, on the control socket's thread.
class ServedCommands {
public:
    ServedCommands(sync::HqServer& server, std::string databaseFile)
        : m_server(server)
        , m_databaseFile(std::move(databaseFile))
    {
    }

    Result<Json> operator()(const std::string& command, const Json& arguments) const
    {
        if (command == kEnrol)
            return enrol(arguments);
        if (command == kApply)
            return apply(arguments);
        return Error{ErrorCode::NotFound, {command}};
    }

private:
    Result<Json> enrol(const Json& arguments) const
    {
        BL_TRY(const auto store, textAt(arguments, "store"));
        BL_TRY(const auto code, m_server.createEnrolmentCode(store));
        Json made;
        made["store"] = store;
        made["code"] = code;
        return made;
    }

    Result<Json> apply(const Json& arguments) const
    {
        BL_TRY(const auto text, textAt(arguments, "text"));
        BL_TRY(auto plan, services::parseOrganisation(text));
        {
            // Hashing takes its time; registers do not wait for it.
            BL_TRY(const auto reader, sql::Database::open(m_databaseFile, sql::Access::Reader));
            BL_CHECK(services::OrganisationService::settleSecrets(plan, *reader));
        }
        return m_server.write([&](sql::Database& database) { return applyPlan(database, plan); });
    }

    sync::HqServer& m_server;
    std::string m_databaseFile;
};

Result<text::CommandResult> serve(const text::CommandArguments& arguments)
{
    BL_TRY(const auto directory, arguments.required("data"));
    sync::HqServerOptions options;
    BL_TRY(options.http, readHttpOptions(arguments));
    BL_TRY(const auto owned, takeHq(directory));
    options.databaseFile = owned.databaseFile;
    options.log = [](const std::string& line) {
        text::printError(QString::fromStdString(line));
    };

    const SystemWallClock clock;
    SystemRandom random;
    std::unique_ptr<sync::AccessLog> accessLog;
    if (arguments.has("access-log")) {
        BL_TRY(accessLog, sync::AccessLog::open(arguments.value("access-log"), clock));
        options.http.accessLog = [&log = *accessLog](const sync::HttpAccess& access) {
            log.write(access);
        };
    }
    const EndSignals signals;
    BL_TRY(const auto server, sync::HqServer::start(options, clock, random));
    {
        BL_TRY(const auto control,
            platform::ControlServer::start(
                owned.directory.paths().directory, ServedCommands(*server, owned.databaseFile)));
        text::printLine(HqProgram::tr("Listening on %1").arg(urlOf(options.http, server->port())));
        signals.wait();
    }
    server->stop();
    return text::CommandResult{};
}

}  // namespace

text::Command serveCommand()
{
    text::Command command;
    command.name = QStringLiteral("serve");
    command.summary = HqProgram::tr("Serves registers until SIGTERM or SIGINT.");
    command.options << dataOption()
                    << text::valueOption("listen",
                           HqProgram::tr(
                               "Where to listen; port 0 takes any that is free. Beyond loopback "
                               "only with TLS or --behind-proxy."),
                           "ADDRESS:PORT", QStringLiteral("127.0.0.1:8080"))
                    << text::valueOption("tls-cert",
                           HqProgram::tr("The certificate and its chain, in PEM."), "FILE")
                    << text::valueOption("tls-key",
                           HqProgram::tr("The certificate's private key, in PEM."), "FILE")
                    << QCommandLineOption(QStringLiteral("behind-proxy"),
                           HqProgram::tr("A proxy in front of HQ does the encryption."))
                    << text::valueOption("access-log",
                           HqProgram::tr("Writes a line of JSON about each request to this file."),
                           "FILE");
    command.output = text::Command::Output::Text;
    command.run = serve;
    return command;
}

}  // namespace bl::hq
