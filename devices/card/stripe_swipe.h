#pragma once

#include "core/base/result.h"
#include "devices/slot/device_event.h"

#include <optional>
#include <string>
#include <string_view>

/// What a reader of magnetic stripes says of a swipe: ISO/IEC 7813 (tracks 1 and 2) and 4909
/// (track 3).
namespace bl {

/// Where a member's number stands on the cards of a house, written `2`, `1.0-10`, `2.4-12.lrc`:
/// the track, the first character and the one behind the last (of the track's data, without
/// sentinels; without them all digits up to the first separator), and whether the reader sends the
/// check character of each track.
struct StripeProfile {
    int track = 2;
    std::size_t from = 0;
    std::optional<std::size_t> to;
    bool lrc = false;

    /// Fails with InvalidArgument. Empty text is the usual profile.
    static Result<StripeProfile> parse(std::string_view text);

    friend bool operator==(const StripeProfile&, const StripeProfile&) = default;
};

/// The data of the tracks, without sentinels.
struct StripeTracks {
    std::optional<std::string> first;
    std::optional<std::string> second;
    std::optional<std::string> third;

    friend bool operator==(const StripeTracks&, const StripeTracks&) = default;
};

/// Tracks as `%…?;…?+…?`, in this order, each one time at most, the third also behind a second `;`.
/// Nothing where characters, lengths, sentinels or check characters are not as the norm has them.
std::optional<StripeTracks> parseTracks(std::string_view raw, bool lrc);

/// What a swipe means in a member's field: a CardSeen, or a CardRefused for payment cards and for
/// what cannot be read. A payment card's number goes nowhere.
DeviceEvent readSwipe(std::string_view raw, const StripeProfile& profile, DeviceTime at);

/// Whether a scanner's burst is a swipe of a reader that types.
bool looksLikeSwipe(std::string_view text);

/// The same with a star for every letter and digit: all that may be kept of a swipe.
std::string maskedSwipe(std::string_view raw);

}  // namespace bl
