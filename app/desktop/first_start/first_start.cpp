#include "app/desktop/first_start/first_start.h"

#include "app/desktop/session/hq_link.h"
#include "app/desktop/till/background.h"
#include "app/desktop/till/till.h"
#include "app/platform/control_socket.h"
#include "core/base/json.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace bl::desktop {

namespace {

constexpr std::chrono::seconds kDemoTimeout{10};

}  // namespace

FirstStart::FirstStart(
    Till& till, HqLink& link, Background& background, Ports ports, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_link(link)
    , m_background(background)
    , m_ports(std::move(ports))
{
    connect(&m_link, &HqLink::statusChanged, this, [this] { countUsers(); });
}

QString FirstStart::cleanCode(const QString& typed)
{
    static const QRegularExpression separators(
        QStringLiteral("[\\s\\-_.\\x{2010}-\\x{2015}\\x{2212}\\x{FF0D}]"));
    // Full-width letters and digits come from Chinese input methods.
    return typed.normalized(QString::NormalizationForm_KC).remove(separators).toUpper();
}

QString FirstStart::cleanAddress(const QString& typed)
{
    QString address = typed.normalized(QString::NormalizationForm_KC).trimmed();
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    if (address.isEmpty() || address.contains(QLatin1String("://")))
        return address;
    const QString host = address.section(QLatin1Char(':'), 0, 0);
    const bool here = host == QLatin1String("localhost") || host.startsWith(QLatin1String("127."));
    return (here ? QStringLiteral("http://") : QStringLiteral("https://")) + address;
}

void FirstStart::join(const QString& address, const QString& code)
{
    const QString url = cleanAddress(address);
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty()
        || (parsed.scheme() != QLatin1String("https")
            && parsed.scheme() != QLatin1String("http"))) {
        Q_EMIT joinFailed(Error{ErrorCode::InvalidAddress, {address.trimmed().toStdString()}});
        return;
    }
    const QString clean = cleanCode(code);
    if (clean.isEmpty()) {
        Q_EMIT joinFailed(Error{ErrorCode::EnrolmentRefused, {"unknown"}});
        return;
    }
    if (std::exchange(m_joining, true))
        return;
    Q_EMIT joiningStarted();
    start(url.toStdString(), clean.toStdString());
}

void FirstStart::joinDemo()
{
    if (std::exchange(m_joining, true))
        return;
    Q_EMIT joiningStarted();
    m_background.run(this, m_ports.inviteToDemo, [this](Result<DemoInvitation> invitation) {
        if (invitation) {
            start(invitation->hqUrl, invitation->code);
            return;
        }
        m_joining = false;
        if (invitation.error().code == ErrorCode::NotFound)
            Q_EMIT demoMissing();
        else
            Q_EMIT joinFailed(invitation.error());
    });
}

void FirstStart::start(const std::string& hqUrl, const std::string& code)
{
    m_background.run(
        this, [join = m_ports.join, hqUrl, code] { return join(hqUrl, code); },
        [this](Result<std::string> registerCode) {
            m_joining = false;
            if (registerCode)
                Q_EMIT joined(QString::fromStdString(*registerCode));
            else
                Q_EMIT joinFailed(registerCode.error());
        });
}

void FirstStart::waitForFeed()
{
    m_waiting = true;
    countUsers();
}

void FirstStart::countUsers()
{
    if (!m_waiting || std::exchange(m_counting, true))
        return;
    m_till.write(
        this, [](TillServices& services) { return services.login.users(); },
        [this](Result<std::vector<staff::User>> users) {
            m_counting = false;
            if (!m_waiting)
                return;
            const int count = users ? static_cast<int>(users->size()) : 0;
            Q_EMIT progressed(count, m_link.status());
            if (!m_link.status().complete || count == 0)
                return;
            m_waiting = false;
            Q_EMIT ready();
        });
}

std::string demoDirectory()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("branchline-demo"))
        .toStdString();
}

Result<DemoInvitation> inviteToDemo(const std::string& directory)
{
    QFile port(QString::fromStdString(directory) + QStringLiteral("/hq.port"));
    if (!port.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, {directory}};
    const int number = port.readAll().trimmed().toInt();
    Json arguments = Json::object();
    arguments["store"] = "S01";
    BL_TRY(const Json answer,
        platform::callControl(directory + "/hq", "enrol", arguments, kDemoTimeout));
    DemoInvitation invitation;
    BL_TRY(invitation.code, textAt(answer, "code"));
    invitation.hqUrl = "http://127.0.0.1:" + std::to_string(number);
    return invitation;
}

}  // namespace bl::desktop
