#pragma once

#include "core/base/error.h"

#include <QString>

namespace bl::text {

/// What went wrong with an import: as `sentence`, but for somebody who has a file in front of them
/// and not a ticket, and with what became of the import.
QString importSentence(const Error& error);

}  // namespace bl::text
