#pragma once

#include "app/desktop/session/hq_link.h"
#include "app/desktop/till/background.h"
#include "app/desktop/till/till.h"
#include "app/platform/control_socket.h"
#include "app/platform/data_directory.h"
#include "core/ports/secret_store.h"
#include "devices/slot/slot_status.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bl::desktop {

/// What a start reads before it knows which screen to show.
struct RegisterFacts {
    std::optional<storage::Site> site;  ///< none before it joined HQ
    std::optional<storage::SyncRecord> sync;
    std::vector<SlotSettings> devices;
    bool toldAboutSecrets = false;  ///< that they are kept in a file
    std::int64_t release = 0;
};

/// A register's data in the hands of this program: the directory, the database, the secrets, the
/// connection to HQ and the socket for commands.
class OpenRegister final : public QObject {
    Q_OBJECT
public:
    struct Options {
        std::string directory;
        std::string caFile;  ///< PEM; empty: those of the enrolment, or the system's authorities
    };

    /// Takes the directory, making it where it is missing, and opens the database. Fails as
    /// platform::DataDirectory and Till::open do, or with ListenFailed.
    static Result<std::unique_ptr<OpenRegister>> open(const Options& options, const WallClock& wall,
        const MonotonicClock& monotonic, RandomSource& random);
    ~OpenRegister() override;

    Till& till() { return *m_till; }
    HqLink& link() { return *m_link; }
    Background& background() { return *m_background; }
    const std::string& directory() const { return m_directory.paths().directory; }

    /// For Background: joins HQ and gives the register's code. Fails as sync::enrolRegister does.
    Result<std::string> join(const std::string& hqUrl, const std::string& code);

    /// Reads the token beside and begins to send and to read. What hinders it is told by the link;
    /// `protectionKnown` says where the token lies.
    void connectToHq(const storage::Site& site, const storage::SyncRecord& hq);

    /// Passwords of devices, by slot, from where the system keeps secrets; `then` is called on the
    /// thread of `receiver` with those that are there.
    void readDeviceSecrets(QObject* receiver, const std::vector<SlotSettings>& slots,
        std::function<void(const std::map<std::string, std::string>&)> then);
    void keepDeviceSecret(const std::string& slot, const std::string& secret);

    /// Reads what the screens begin with.
    template <typename Then>
    void readFacts(QObject* receiver, Then then)
    {
        m_till->read(
            receiver, [](TillQueries& queries) { return factsOf(queries); }, std::move(then));
    }

Q_SIGNALS:
    void protectionKnown(bl::SecretStore::Protection protection);

private:
    OpenRegister(platform::DataDirectory directory, std::string caFile);
    static Result<RegisterFacts> factsOf(TillQueries& queries);
    static Result<std::vector<SlotSettings>> devicesOf(TillQueries& queries);
    SecretStore& secrets();

    platform::DataDirectory m_directory;
    std::string m_caFile;
    std::unique_ptr<Till> m_till;
    std::unique_ptr<SecretStore> m_secrets;  ///< only used in the background: a keychain may wait
    std::unique_ptr<HqLink> m_link;
    std::unique_ptr<Background> m_background;
    std::unique_ptr<platform::ControlServer> m_control;
};

/// The names of this machine's choices in the register's file.
inline constexpr const char* kDevicesSetting = "devices";
/// Where earlier versions kept the address of the only device they knew.
inline constexpr const char* kPrinterSetting = "printer-address";
inline constexpr const char* kSecretsNoticeSetting = "told-secrets-in-file";

}  // namespace bl::desktop
