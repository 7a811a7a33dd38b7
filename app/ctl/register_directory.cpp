#include "app/ctl/register_directory.h"

#include "core/storage/new_database.h"

namespace bl::ctl {

Result<platform::DataDirectory> takeRegister(const std::string& directory)
{
    if (platform::dataKind(directory) == platform::DataKind::Register)
        return platform::DataDirectory::open(directory, platform::DataKind::Register);
    BL_TRY(auto made, platform::DataDirectory::create(directory));
    const auto created = storage::createDatabase(
        made.paths().registerDatabase(), storage::Side::Register, SystemWallClock{});
    if (!created) {
        // A log without its database is all that is left of somebody's sales.
        if (created.error().code != ErrorCode::DatabaseMissing)
            made.discard();
        return created.error();
    }
    return made;
}

}  // namespace bl::ctl
