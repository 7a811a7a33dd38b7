#pragma once

#include "core/base/error.h"
#include "sync/protocol/http.h"

namespace bl::sync {

/// The problem document for an error (journal-and-sync, section 10): status, code, whether a later
/// try may succeed, and `Retry-After` where it says so. What is HQ's own trouble goes out without
/// its details.
HttpResponse problemOf(const Error& error);

}  // namespace bl::sync
