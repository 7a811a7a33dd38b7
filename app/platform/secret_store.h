#pragma once

#include "core/ports/secret_store.h"

#include <memory>
#include <string>

namespace bl::app {

/// The place of a data directory's secrets: the file in it where they are there already, otherwise
/// the keychain where one takes secrets, otherwise the file. May wait for a person who is asked for
/// the keychain's password.
///
/// A database that is enrolled and whose token is not found is never taken for a first start: the
/// keychain may only be locked today (SecretMissing, in sync/client/enrolment_client.h).
std::unique_ptr<SecretStore> chooseSecretStore(const std::string& dataDirectory);

}  // namespace bl::app
