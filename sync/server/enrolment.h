#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/sql/database.h"
#include "sync/protocol/messages.h"

#include <string>

namespace bl::sync {

/// Letting new registers in, by single-use codes.
///
/// A code is `XXXX-XXXXXX` in Crockford's base 32. Its first group names the row and is no secret;
/// HQ keeps a hash of the whole. Five wrong second groups lock a code, and it ends after 24 hours.
class Enrolment {
public:
    /// `database`: HQ's writer.
    Enrolment(sql::Database& database, const WallClock& clock, RandomSource& random)
        : m_database(database)
        , m_clock(clock)
        , m_random(random)
    {
    }

    /// Fails with UnknownStore.
    Result<std::string> createCode(const std::string& storeCode);

    /// Makes the register: the next number, the next code of its store, a chain and a token. Case,
    /// dashes and blanks of the code do not matter. Fails with EnrolmentRefused (unknown, used,
    /// expired, locked); InvalidArgument (device).
    Result<EnrolmentAnswer> enrol(const EnrolmentRequest& request);

private:
    sql::Database& m_database;
    const WallClock& m_clock;
    RandomSource& m_random;
};

}  // namespace bl::sync
