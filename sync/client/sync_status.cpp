#include "sync/client/sync_status.h"

namespace bl::sync {

bool isOwnTrouble(const Error& error)
{
    switch (error.code) {
    case ErrorCode::DiskFull:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DirectoryNotWritable:
    case ErrorCode::SecretMissing: return true;
    default: return false;
    }
}

}  // namespace bl::sync
