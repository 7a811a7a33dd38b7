#pragma once

#include "core/ports/secret_store.h"
#include "core/services/register_setup.h"
#include "sync/client/sync_ports.h"
#include "sync/protocol/messages.h"

#include <functional>
#include <string>

namespace bl::sync {

/// The name under which a register's token lies in the SecretStore. Each register has its own, so
/// that a later enrolment never overwrites the one of a database that is in use.
std::string tokenName(RegisterId owner);

/// Asks HQ for a register with a single-use code and gives the answer on the transport's executor.
/// `device` is the machine's name. Fails with EnrolmentRefused (reason), NetworkFailed,
/// HqUnreadable, UpgradeRequired, HqRefused.
void requestEnrolment(Transport& transport, const std::string& code, const std::string& device,
    std::function<void(Result<EnrolmentAnswer>)> answered);

/// What the database keeps of the answer. Fails with HqUnreadable.
Result<services::RegisterIdentity> identityOf(
    const EnrolmentAnswer& answer, const std::string& hqUrl);

/// Joins HQ: asks, keeps the token and sets up the database, whose schema exists already. Waits for
/// the network; not for a thread that draws windows. Fails with AlreadyEnrolled before HQ is asked,
/// as requestEnrolment does, with InvalidAddress, or with SecretStoreFailed; the database is as
/// before then.
struct EnrolmentInput {
    std::string hqUrl;
    std::string code;
    std::string device;
    std::string caFile;  ///< PEM, an absolute path, which is kept; empty: the system's authorities
};
Result<EnrolmentAnswer> enrolRegister(
    const EnrolmentInput& input, const DatabaseRunner& database, SecretStore& secrets);

/// The token of the database's register. Fails with NotEnrolled, or with SecretMissing where the
/// database is enrolled and its token is not there: a keychain that was opened with a wrong
/// password looks just so.
Result<std::string> loadToken(sql::Database& database, SecretStore& secrets);

}  // namespace bl::sync
