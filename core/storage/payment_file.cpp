#include "core/storage/payment_file.h"

#include "core/storage/schema.h"

namespace bl::storage {

Result<std::unique_ptr<sql::Database>> openPaymentFile(
    const std::string& file, const WallClock& clock)
{
    BL_TRY(auto database, sql::Database::open(file, sql::Access::Creator));
    auto migrated = sql::migrate(*database, paymentMigrations(), clock);
    if (!migrated && migrated.error().code == ErrorCode::DatabaseMissing)
        migrated = sql::createSchema(*database, paymentMigrations(), clock);
    if (!migrated)
        return migrated.error();
    return database;
}

}  // namespace bl::storage
