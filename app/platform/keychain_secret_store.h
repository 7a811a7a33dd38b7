#pragma once

#include "core/ports/secret_store.h"

#include <string>

namespace bl::app {

/// Secrets in the system's keychain (Secret Service, Keychain, Credential Store) through
/// QtKeychain. Each call waits for the answer; the system may ask its user for a password
/// meanwhile.
class KeychainSecretStore final : public SecretStore {
public:
    /// `service`: under which name the entries are filed.
    explicit KeychainSecretStore(std::string service);

    /// Whether there is a keychain that keeps secrets now, by trying: a locked one answers reads as
    /// if it were empty.
    Result<void> probe();

    /// A keychain that was opened with a wrong password may answer as if the entry were missing.
    Result<std::optional<std::string>> read(const std::string& name) override;
    Result<void> write(const std::string& name, const std::string& secret) override;
    Result<void> remove(const std::string& name) override;
    Protection protection() const override { return Protection::Keychain; }

private:
    std::string m_service;
};

}  // namespace bl::app
