#include "app/desktop/status/sync_words.h"

#include "app/text/sentence.h"
#include "app/text/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace bl::desktop {

namespace {

struct SyncText {
    Q_DECLARE_TR_FUNCTIONS(SyncText)
};

constexpr std::chrono::minutes kShownSkew{2};

QString waitingWords(std::int64_t lines)
{
    return SyncText::tr(
        "%n waiting", nullptr, static_cast<int>(std::min<std::int64_t>(lines, 999'999)));
}

QString joinedWords(const QString& first, const QString& second)
{
    return first + QStringLiteral(" · ") + second;
}

}  // namespace

SyncWords syncWords(const sync::SyncStatus& status, Instant now)
{
    using sync::SyncState;
    const QString waiting = waitingWords(status.waitingLines);
    switch (status.state) {
    case SyncState::Stopped:
        if (status.error)
            return {Tone::Danger, SyncText::tr("HQ: the key is missing")};
        return {Tone::Neutral, SyncText::tr("Connecting to HQ")};
    case SyncState::Idle: {
        const auto age = status.lastContact
            ? std::max(now - *status.lastContact, std::chrono::milliseconds{0})
            : std::chrono::milliseconds{0};
        const QString said = joinedWords(SyncText::tr("HQ %1").arg(text::formatAge(age)), waiting);
        if (status.quarantinedLines == 0)
            return {Tone::Success, said};
        return {Tone::Warning,
            joinedWords(said,
                SyncText::tr("%n held back", nullptr,
                    static_cast<int>(std::min<std::int64_t>(status.quarantinedLines, 999'999))))};
    }
    case SyncState::Pushing:
        if (status.waitingLines == 0)
            return {Tone::Neutral, SyncText::tr("Connecting to HQ")};
        return {Tone::Success, joinedWords(SyncText::tr("Sending to HQ"), waiting)};
    case SyncState::Offline:
        return {Tone::Warning, joinedWords(SyncText::tr("HQ not reached"), waiting)};
    case SyncState::Waiting:
        if (status.error && status.error->code == ErrorCode::HqCannotSave)
            return {Tone::Danger, joinedWords(SyncText::tr("HQ cannot save"), waiting)};
        return {Tone::Warning, joinedWords(SyncText::tr("HQ is busy"), waiting)};
    case SyncState::Refused:
        if (status.error && status.error->code == ErrorCode::RegisterRevoked)
            return {Tone::Danger, SyncText::tr("HQ has withdrawn this register")};
        return {Tone::Danger, SyncText::tr("HQ refuses this register")};
    case SyncState::UpgradeRequired:
        return {Tone::Warning, joinedWords(SyncText::tr("Update needed"), waiting)};
    case SyncState::Diverged: return {Tone::Danger, SyncText::tr("Not sent any more: call HQ")};
    }
    return {};
}

std::optional<QString> skewWords(std::chrono::milliseconds skew)
{
    const auto size = std::chrono::abs(skew);
    if (size <= kShownSkew)
        return std::nullopt;
    const int minutes = static_cast<int>(std::min<std::int64_t>(
        std::chrono::duration_cast<std::chrono::minutes>(size).count(), 999'999));
    // The skew is HQ's clock minus ours.
    return skew.count() > 0 ? SyncText::tr("Clock %n min slow", nullptr, minutes)
                            : SyncText::tr("Clock %n min fast", nullptr, minutes);
}

QString syncSentence(const sync::SyncStatus& status)
{
    if (status.error) {
        const QString sentence = text::sentence(*status.error);
        return status.state == sync::SyncState::Offline
            ? SyncText::tr("%1 Selling goes on; Branchline tries again by itself.").arg(sentence)
            : sentence;
    }
    switch (status.state) {
    case sync::SyncState::Idle:
        return status.waitingLines == 0
            ? SyncText::tr("HQ has everything that was sold here, and tells this register what is "
                           "new.")
            : SyncText::tr("HQ is reached; what waits goes out next.");
    case sync::SyncState::Pushing: return SyncText::tr("What waits is on its way to HQ.");
    default: break;
    }
    return SyncText::tr("The connection to HQ is being made.");
}

}  // namespace bl::desktop
