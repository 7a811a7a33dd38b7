#include "app/platform/secret_store.h"

#include "app/platform/file_secret_store.h"
#include "app/platform/keychain_secret_store.h"

#include <QFile>
#include <QString>
#include <QtGlobal>

namespace bl::app {

namespace {

constexpr const char* kKeychainService = "branchline";

/// Without a session there is nobody to ask, and libraries that ask nevertheless wait or start one.
bool hasSession()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/bus"));
#else
    return true;
#endif
}

}  // namespace

std::unique_ptr<SecretStore> chooseSecretStore(const std::string& dataDirectory)
{
    if (!FileSecretStore::existsIn(dataDirectory) && hasSession()) {
        auto keychain = std::make_unique<KeychainSecretStore>(kKeychainService);
        if (keychain->probe())
            return keychain;
    }
    return std::make_unique<FileSecretStore>(dataDirectory);
}

}  // namespace bl::app
