#include "app/desktop/session/open_register.h"

#include "app/ctl/register_commands.h"
#include "app/ctl/register_directory.h"
#include "app/desktop/devices/device_desk.h"
#include "app/platform/secret_store.h"
#include "app/text/command_line.h"
#include "app/text/sentence.h"
#include "devices/slot/slot_settings_json.h"
#include "sync/client/enrolment_client.h"

#include <QSysInfo>

namespace bl::desktop {

namespace {

constexpr const char* kDeviceSecretPrefix = "device-";

}  // namespace

OpenRegister::OpenRegister(platform::DataDirectory directory, std::string caFile)
    : m_directory(std::move(directory))
    , m_caFile(std::move(caFile))
{
}

OpenRegister::~OpenRegister()
{
    // A command that waits for HQ would hold up the end.
    if (m_link)
        m_link->cancelWaiting();
    m_control.reset();
}

Result<std::unique_ptr<OpenRegister>> OpenRegister::open(const Options& options,
    const WallClock& wall, const MonotonicClock& monotonic, RandomSource& random)
{
    BL_TRY(auto directory, ctl::takeRegister(options.directory));
    std::unique_ptr<OpenRegister> opened(new OpenRegister(std::move(directory), options.caFile));
    BL_TRY(opened->m_till,
        Till::open(opened->m_directory.paths().registerDatabase(), wall, monotonic, random));
    opened->m_link = std::make_unique<HqLink>(opened->m_till->writer());
    opened->m_background = std::make_unique<Background>();
    HqLink* const link = opened->m_link.get();
    connect(opened->m_till.get(), &Till::linesAdded, link, &HqLink::linesAdded);
    BL_TRY(opened->m_control,
        platform::ControlServer::start(opened->directory(),
            [ports = ctl::RegisterPorts{opened->m_till->writer(),
                 [link] {
                     QMetaObject::invokeMethod(link, &HqLink::linesAdded, Qt::QueuedConnection);
                 },
                 [link](std::chrono::milliseconds timeout) {
                     return link->waitUntilDone(timeout);
                 }}](const std::string& command, const Json& arguments) {
                return ctl::runRegisterCommand(ports, command, arguments);
            }));
    return opened;
}

SecretStore& OpenRegister::secrets()
{
    if (!m_secrets)
        m_secrets = app::chooseSecretStore(directory());
    return *m_secrets;
}

Result<std::string> OpenRegister::join(const std::string& hqUrl, const std::string& code)
{
    sync::EnrolmentInput input;
    input.hqUrl = hqUrl;
    input.code = code;
    input.device = QSysInfo::machineHostName().toStdString();
    input.caFile = m_caFile;
    BL_TRY(const auto answer,
        sync::enrolRegister(
            input,
            [this](
                std::function<void(sql::Database&)> job) { m_till->writer().post(std::move(job)); },
            secrets()));
    return answer.registerCode;
}

void OpenRegister::connectToHq(const storage::Site& site, const storage::SyncRecord& hq)
{
    struct Key {
        Result<std::string> token;
        SecretStore::Protection protection;
    };
    m_background->run(
        this,
        [this, name = sync::tokenName(site.registerId)]() -> Key {
            SecretStore& store = secrets();
            auto found = store.read(name);
            const auto protection = store.protection();
            if (!found)
                return {found.error(), protection};
            if (!*found)
                return {Error{ErrorCode::SecretMissing, {name}}, protection};
            return {std::move(**found), protection};
        },
        [this, hqUrl = hq.hqUrl, caFile = m_caFile.empty() ? hq.caFile : m_caFile,
            name = sync::tokenName(site.registerId)](Key key) {
            Q_EMIT protectionKnown(key.protection);
            if (!key.token) {
                m_link->fail(key.token.error());
                return;
            }
            sync::SyncClientOptions options;
            options.hqUrl = hqUrl;
            options.token = std::move(*key.token);
            options.keepToken = [this, name](const std::string& token,
                                    std::function<void(Result<void>)> kept) {
                QMetaObject::invokeMethod(
                    this,
                    [this, name, token, kept = std::move(kept)] {
                        m_background->run(
                            this, [this, name, token] { return secrets().write(name, token); },
                            kept);
                    },
                    Qt::QueuedConnection);
            };
            options.caFile = caFile;
            if (const auto started = m_link->start(options); !started)
                m_link->fail(started.error());
        });
}

Result<std::vector<SlotSettings>> OpenRegister::devicesOf(TillQueries& queries)
{
    BL_TRY(const auto slots, queries.settings.find(kDevicesSetting));
    if (slots)
        return readSlots(*slots);
    BL_TRY(const auto printer, queries.settings.find(kPrinterSetting));
    std::vector<SlotSettings> devices;
    if (printer && !printer->empty())
        devices.push_back({kReceiptPrinterSlot, DeviceRole::ReceiptPrinter, *printer, {}, true});
    return devices;
}

Result<RegisterFacts> OpenRegister::factsOf(TillQueries& queries)
{
    RegisterFacts facts;
    BL_TRY(facts.site, queries.site.find());
    BL_TRY(facts.sync, queries.sync.find());
    BL_TRY(facts.devices, devicesOf(queries));
    BL_TRY(const auto told, queries.settings.find(kSecretsNoticeSetting));
    facts.toldAboutSecrets = told.has_value();
    BL_TRY(facts.release, queries.products.currentRelease());
    return facts;
}

void OpenRegister::readDeviceSecrets(QObject* receiver, const std::vector<SlotSettings>& slots,
    std::function<void(const std::map<std::string, std::string>&)> then)
{
    std::vector<std::string> wanted;
    for (const auto& slot : slots) {
        if (slot.role == DeviceRole::PaymentTerminal || slot.role == DeviceRole::PaymentGateway)
            wanted.push_back(slot.id);
    }
    if (wanted.empty())
        return;
    m_background->run(
        receiver,
        [this, wanted] {
            std::map<std::string, std::string> found;
            for (const auto& slot : wanted) {
                const auto secret = secrets().read(kDeviceSecretPrefix + slot);
                if (secret && *secret)
                    found[slot] = **secret;
            }
            return found;
        },
        std::move(then));
}

void OpenRegister::keepDeviceSecret(const std::string& slot, const std::string& secret)
{
    m_background->run(
        this, [this, slot, secret] { return secrets().write(kDeviceSecretPrefix + slot, secret); },
        [](const Result<void>& kept) {
            if (!kept)
                text::printError(text::sentence(kept.error()));
        });
}

}  // namespace bl::desktop
