#include "app/ctl/opened_data.h"

#include "app/platform/data_directory.h"
#include "app/platform/hq_configuration.h"

namespace bl::ctl {

Result<OpenedData> openForReading(const std::string& directory)
{
    const bool hq = platform::dataKind(directory) == platform::DataKind::Hq;
    BL_TRY(const auto paths,
        platform::findData(directory, hq ? platform::DataKind::Hq : platform::DataKind::Register));
    const auto side = hq ? storage::Side::Hq : storage::Side::Register;
    std::string file = paths.registerDatabase();
    if (hq) {
        BL_TRY(auto configuration, platform::readHqConfiguration(paths));
        file = std::move(configuration.databaseFile);
    }
    BL_TRY(auto database, sql::Database::open(file, sql::Access::Reader));
    BL_CHECK(sql::checkSchema(*database, storage::migrationsOf(side)));
    BL_TRY(auto snapshot, sql::Snapshot::begin(*database));
    return OpenedData{side, std::move(database), std::move(snapshot)};
}

}  // namespace bl::ctl
