#pragma once

#include "core/base/clock.h"
#include "core/journal/chain.h"
#include "core/storage/site_store.h"

#include <string>

namespace bl::services {

/// What the enrolment at HQ gives a register to begin with. The token is not part of it: it never
/// enters the database.
struct RegisterIdentity {
    storage::Site site;  ///< with a store
    journal::Nonce nonce{};
    std::string hqUrl;
    std::string epoch;
    Instant tokenIssued{};  ///< by HQ's clock
    std::string caFile{};   ///< what HQ's certificate is checked with; an absolute path
};

/// Makes an empty register's database the one of that register: who it is, the begin of its
/// journal, where its HQ is; all or nothing. Fails with AlreadyEnrolled where it is a register's.
Result<void> setUpRegister(sql::Database& database, const RegisterIdentity& identity);

}  // namespace bl::services
