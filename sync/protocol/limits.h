#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Limits of the protocol, checked by both sides.
namespace bl::sync {

constexpr int kProtocolVersion = 1;
constexpr std::size_t kMaxLineBytes = 256 * 1024;
constexpr std::size_t kMaxPushLines = 1000;
constexpr std::size_t kMaxPushBytes = 4 * 1024 * 1024;  ///< unpacked
constexpr std::size_t kMaxFeedBytes = 4 * 1024 * 1024;
constexpr std::size_t kFeedPageRows =
    1000;  ///< rows between two cursors: what a register commits at once
constexpr std::size_t kGzipFromBytes = 1024;
constexpr std::size_t kMaxSmallBodyBytes = 64 * 1024;  ///< every request but a push
constexpr std::size_t kMaxReceiptBytes = 64;           ///< of a receipt's number
constexpr std::chrono::seconds kMaxFeedWait{25};
constexpr std::chrono::seconds kRequestTimeout{60};
constexpr std::chrono::milliseconds kMinBackoff{1000};
constexpr std::chrono::minutes kMaxBackoff{5};
constexpr std::chrono::hours kEnrolmentValidity{24};
constexpr int kEnrolmentTries = 5;
constexpr std::chrono::hours kStoreHistory{24 * 90};  ///< how far back the feed tells of sales
constexpr std::chrono::hours kTokenLife{24 * 30};     ///< then a register gets a new token
constexpr int kMaxUnusedTokens = 8;                   ///< of a register, whose answers were lost
constexpr std::chrono::minutes kClockSkewFlagged{2};

}  // namespace bl::sync
