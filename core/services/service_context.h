#pragma once

#include "core/base/uuid.h"
#include "core/services/operation_writer.h"

namespace bl::services {

/// What every service works with, on the database's writer thread. Made once per thread by the
/// composition root.
struct ServiceContext {
    sql::Database& database;
    const WallClock& clock;
    RandomSource& random;
    UuidFactory& ids;
    OperationWriter& writer;

    template <typename Id>
    Id newId() const
    {
        return Id{ids.next()};
    }
};

}  // namespace bl::services
