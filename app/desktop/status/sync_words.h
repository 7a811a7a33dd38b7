#pragma once

#include "app/desktop/theme/theme.h"
#include "sync/client/sync_status.h"

#include <QString>

#include <optional>

namespace bl::desktop {

/// How the connection to HQ stands, in few words for the status strip.
struct SyncWords {
    Tone tone = Tone::Neutral;
    QString text;
};

SyncWords syncWords(const sync::SyncStatus& status, Instant now);

/// What is wrong with this machine's clock by HQ's; nothing up to two minutes.
std::optional<QString> skewWords(std::chrono::milliseconds skew);

/// A whole sentence: how it stands and what to do, for the details.
QString syncSentence(const sync::SyncStatus& status);

}  // namespace bl::desktop
