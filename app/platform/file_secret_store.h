#pragma once

#include "core/ports/secret_store.h"

#include <map>
#include <string>

namespace bl::app {

/// Secrets in one file of the data directory that only its owner may read (mode 0600), for machines
/// without a keychain. Writing makes a new file and renames it over the old one, so that a power
/// cut leaves the one or the other.
class FileSecretStore final : public SecretStore {
public:
    explicit FileSecretStore(const std::string& dataDirectory);

    /// Whether secrets of that directory are in a file already.
    static bool existsIn(const std::string& dataDirectory);

    /// Fails with SecretStoreFailed where the file cannot be read or others than its owner may.
    Result<std::optional<std::string>> read(const std::string& name) override;
    Result<void> write(const std::string& name, const std::string& secret) override;
    Result<void> remove(const std::string& name) override;
    Protection protection() const override { return Protection::OwnerOnlyFile; }

private:
    using Secrets = std::map<std::string, std::string>;

    Result<Secrets> load() const;
    Result<void> save(const Secrets& secrets) const;

    std::string m_directory;
    std::string m_file;
};

}  // namespace bl::app
