#include "devices/card/stripe_swipe.h"

#include "core/payments/card_number.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bl {

namespace {

/// How the characters of a track are coded: 6 or 4 bits above a base, and no more of them than fit.
struct TrackFormat {
    std::string_view starts;
    char base;
    char lastCharacter;
    std::size_t longest;  ///< data, without sentinels and check character
};

constexpr std::array kTracks{
    TrackFormat{"%", 0x20, 0x5F, 76},
    TrackFormat{";", 0x30, 0x3F, 37},
    TrackFormat{"+;", 0x30, 0x3F, 104},
};
constexpr char kEndSentinel = '?';
constexpr std::string_view kSeparators = "^=";
constexpr std::string_view kBreaks = "\r\n\t";

bool isDigitOnStripe(char c)
{
    return c >= '0' && c <= '9';
}

/// XOR of all characters' codes, sentinels included. A start sentinel that readers put there to
/// tell track 3 apart is on the card the same as track 2's.
char checkCharacter(std::string_view data, const TrackFormat& format)
{
    int sum = (format.base == 0x20 ? '%' : ';') - format.base;
    for (const char c : data)
        sum ^= c - format.base;
    sum ^= kEndSentinel - format.base;
    return static_cast<char>(sum + format.base);
}

bool isTrackData(std::string_view data, const TrackFormat& format)
{
    return !data.empty() && data.size() <= format.longest && std::ranges::all_of(data, [&](char c) {
        return c >= format.base && c <= format.lastCharacter && c != kEndSentinel
            && format.starts.find(c) == std::string_view::npos;
    });
}

/// Takes one track off the front of `raw`.
std::optional<std::string> takeTrack(std::string_view& raw, const TrackFormat& format, bool lrc)
{
    const auto end = raw.find(kEndSentinel);
    if (end == std::string_view::npos)
        return std::nullopt;
    const auto data = raw.substr(1, end - 1);
    if (!isTrackData(data, format))
        return std::nullopt;
    raw.remove_prefix(end + 1);
    if (lrc) {
        if (raw.empty() || raw.front() != checkCharacter(data, format))
            return std::nullopt;
        raw.remove_prefix(1);
    }
    return std::string(data);
}

/// The digits up to the first separator; on track 1 behind the letter of its format.
std::string_view leadingNumber(std::string_view data)
{
    auto number = data.substr(0, std::min(data.find_first_of(kSeparators), data.size()));
    if (!number.empty() && number.front() >= 'A' && number.front() <= 'Z')
        number.remove_prefix(1);
    return number;
}

bool isPaymentTrack(const std::optional<std::string>& track)
{
    if (!track)
        return false;
    std::string digits;
    for (const char c : leadingNumber(*track)) {
        if (c != ' ')
            digits += c;
    }
    // Track 3 begins with a format code of two digits.
    return payments::isPaymentCard(digits)
        || (digits.size() > 2 && payments::isPaymentCard(std::string_view(digits).substr(2)));
}

std::optional<std::size_t> readCount(std::string_view text)
{
    std::size_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || text.size() > 3)
        return std::nullopt;
    return value;
}

std::string_view takeField(std::string_view& text)
{
    const auto dot = std::min(text.find('.'), text.size());
    const auto field = text.substr(0, dot);
    text.remove_prefix(std::min(dot + 1, text.size()));
    return field;
}

const std::optional<std::string>& trackOf(const StripeTracks& tracks, int track)
{
    return track == 1 ? tracks.first : track == 2 ? tracks.second : tracks.third;
}

}  // namespace

Result<StripeProfile> StripeProfile::parse(std::string_view text)
{
    StripeProfile profile;
    if (text.empty())
        return profile;
    const Error invalid{ErrorCode::InvalidArgument, {std::string(text)}};
    std::string_view rest = text;
    const auto track = readCount(takeField(rest));
    if (!track || *track < 1 || *track > 3)
        return invalid;
    profile.track = static_cast<int>(*track);
    while (!rest.empty()) {
        const auto field = takeField(rest);
        if (field == "lrc") {
            profile.lrc = true;
            continue;
        }
        const auto dash = field.find('-');
        if (dash == std::string_view::npos || profile.to)
            return invalid;
        const auto from = readCount(field.substr(0, dash));
        const auto to = readCount(field.substr(dash + 1));
        if (!from || !to || *from >= *to)
            return invalid;
        profile.from = *from;
        profile.to = *to;
    }
    return profile;
}

std::optional<StripeTracks> parseTracks(std::string_view raw, bool lrc)
{
    StripeTracks tracks;
    const std::array slots{&tracks.first, &tracks.second, &tracks.third};
    std::size_t next = 0;
    while (!raw.empty()) {
        std::size_t index = next;
        while (index < kTracks.size()
            && kTracks[index].starts.find(raw.front()) == std::string_view::npos)
            ++index;
        if (index == kTracks.size())
            return std::nullopt;
        auto data = takeTrack(raw, kTracks[index], lrc);
        if (!data)
            return std::nullopt;
        *slots[index] = std::move(data);
        next = index + 1;
        // Some readers end each track with a line of its own.
        while (!raw.empty() && kBreaks.find(raw.front()) != std::string_view::npos)
            raw.remove_prefix(1);
    }
    if (next == 0)
        return std::nullopt;
    return tracks;
}

DeviceEvent readSwipe(std::string_view raw, const StripeProfile& profile, DeviceTime at)
{
    const CardRefused unreadable{CardRefused::Reason::Unreadable, at};
    const auto tracks = parseTracks(raw, profile.lrc);
    if (!tracks)
        return unreadable;
    if (isPaymentTrack(tracks->first) || isPaymentTrack(tracks->second)
        || isPaymentTrack(tracks->third))
        return CardRefused{CardRefused::Reason::PaymentCard, at};
    const auto& track = trackOf(*tracks, profile.track);
    if (!track)
        return unreadable;
    std::string_view number = leadingNumber(*track);
    if (profile.to) {
        if (*profile.to > track->size())
            return unreadable;
        number = std::string_view(*track).substr(profile.from, *profile.to - profile.from);
    }
    if (number.empty() || number.find_first_of(kSeparators) != std::string_view::npos)
        return unreadable;
    if (profile.track != 1 && !std::ranges::all_of(number, isDigitOnStripe))
        return unreadable;
    if (payments::isPaymentCard(number))
        return CardRefused{CardRefused::Reason::PaymentCard, at};
    return CardSeen{CardTechnology::Stripe, std::string(number), at};
}

bool looksLikeSwipe(std::string_view text)
{
    return text.size() >= 3 && (text.front() == '%' || text.front() == ';')
        && text.find(kEndSentinel) != std::string_view::npos;
}

std::string maskedSwipe(std::string_view raw)
{
    std::string masked(raw);
    for (char& c : masked) {
        const bool mark = std::string_view("%;+?^=\r\n").find(c) != std::string_view::npos;
        if (!mark)
            c = '*';
    }
    return masked;
}

}  // namespace bl
