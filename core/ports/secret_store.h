#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>

namespace bl {

/// Where secrets live (the system's keychain, or an owner-only file where there is none). Secrets
/// never enter the database or a log.
class SecretStore {
public:
    virtual ~SecretStore() = default;

    /// Nothing where the store answered and has no such entry; SecretStoreFailed where it did not
    /// answer or is locked: that is never a first start.
    virtual Result<std::optional<std::string>> read(const std::string& name) = 0;
    virtual Result<void> write(const std::string& name, const std::string& secret) = 0;
    virtual Result<void> remove(const std::string& name) = 0;

    /// Whether the system protects the secrets beyond the rights of a file; the application says so
    /// where it does not.
    enum class Protection { Keychain, OwnerOnlyFile };
    virtual Protection protection() const = 0;
};

}  // namespace bl
