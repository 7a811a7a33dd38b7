#pragma once

#include "app/platform/data_directory.h"

#include <string>
#include <string_view>

namespace bl::platform {

/// HQ's data directory says in `hq.conf` which engine holds its tables and where: `database =
/// sqlite:hq.db`.
struct HqConfiguration {
    std::string databaseFile;  ///< absolute, or in the data directory
};

/// The file that a database's URL names: `sqlite:PATH`, where a relative path starts in the data
/// directory; empty means the usual file there. Fails with InvalidArgument for any other engine,
/// without repeating what may hold a password.
Result<std::string> databaseFileOf(std::string_view url, const DataPaths& paths);

/// The usual file where there is no hq.conf. Fails with UnreadableFile, which names the line that
/// is wrong, with InvalidArgument, and with OrganisationMissing where the database is not there.
Result<HqConfiguration> readHqConfiguration(const DataPaths& paths);

/// Writes hq.conf whole or not at all. Fails with DirectoryNotWritable or DiskFull.
Result<void> writeHqConfiguration(const DataPaths& paths, std::string_view url);

}  // namespace bl::platform
