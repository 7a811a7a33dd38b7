#pragma once

#include "app/platform/data_directory.h"

#include <string>

namespace bl::ctl {

/// Takes a register's directory, or makes one that has not joined HQ yet where there is no data.
/// Fails as platform::DataDirectory and storage::createDatabase do; nothing is left behind then.
Result<platform::DataDirectory> takeRegister(const std::string& directory);

}  // namespace bl::ctl
