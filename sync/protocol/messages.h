#pragma once

#include "core/base/hybrid_clock.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/base/strong_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The bodies of requests and answers (journal-and-sync, sections 4 to 6). Readers skip members
/// that they do not know.
namespace bl::sync {

namespace paths {
constexpr std::string_view kStatus = "/sync/v1/status";          ///< GET, no token
constexpr std::string_view kEnrolments = "/sync/v1/enrolments";  ///< POST, no token
constexpr std::string_view kToken = "/sync/v1/token";            ///< POST gives a new one
constexpr std::string_view kJournal =
    "/sync/v1/journal";  ///< POST ?first=N pushes, GET ?first=N gives own lines back
constexpr std::string_view kHead = "/sync/v1/journal/head";  ///< GET
constexpr std::string_view kFeed = "/sync/v1/feed";  ///< GET ?after=CURSOR&wait=SECONDS&max=BYTES
constexpr std::string_view kSales = "/sync/v1/sales/";  ///< GET, a receipt's number behind it
}  // namespace paths

constexpr const char* kNdjson = "application/x-ndjson";
constexpr const char* kJsonType = "application/json";
constexpr const char* kProblemType = "application/problem+json";
constexpr const char* kProtocolHeader = "Branchline-Protocol";

struct EnrolmentRequest {
    std::string code;
    std::string device;  ///< the machine's name, for HQ's list

    Json toJson() const;
    static Result<EnrolmentRequest> fromJson(const Json& json);
};

/// Everything that a register needs to begin its journal.
struct EnrolmentAnswer {
    OrganisationId organisation;
    std::string currency;
    std::string timeZone;
    StoreId store;
    RegisterId registerId;
    std::int64_t registerNo = 0;
    std::string registerCode;  ///< `S01-1`
    std::string token;         ///< 256 random bits in hex; for the keychain
    std::string nonce;         ///< 32 bytes in hex
    std::string epoch;
    std::int64_t time = 0;  ///< HQ's clock, UTC ms

    Json toJson() const;
    static Result<EnrolmentAnswer> fromJson(const Json& json);
};

struct TokenAnswer {
    std::string token;      ///< as the enrolment's; the one before opens HQ until this one was used
    std::int64_t time = 0;  ///< HQ's clock, UTC ms

    Json toJson() const;
    static Result<TokenAnswer> fromJson(const Json& json);
};

/// What HQ has of a register's journal.
struct HeadAnswer {
    std::int64_t seq = 0;
    Hash hash;  ///< h(seq); h(0) before the first line
    std::string epoch;

    Json toJson() const;
    static Result<HeadAnswer> fromJson(const Json& json);
};

struct QuarantinedLine {
    std::int64_t seq = 0;
    std::string problem;
};

struct LineFlag {
    std::int64_t seq = 0;
    std::string flag;
};

struct PushAnswer {
    std::int64_t acknowledgedSeq = 0;
    Hash acknowledgedHash;
    std::vector<QuarantinedLine> quarantined;
    std::vector<LineFlag> flags;
    std::int64_t time = 0;  ///< HQ's clock, UTC ms

    Json toJson() const;
    static Result<PushAnswer> fromJson(const Json& json);
};

/// One line of the feed; `kind` tells which.
struct FeedHeader {
    std::string epoch;
    std::int64_t applied = 0;               ///< the register's lines that are in these rows …
    std::vector<std::int64_t> quarantined;  ///< … but for these
    std::int64_t time = 0;
    HybridTime hlc{};  ///< not before the stamp of any change in these rows
};

struct FeedRow {
    std::string kind;  ///< an entity's (`member`), `balance` or `sale`
    std::string id;    ///< the entity's id; of a balance, account and unit with a tab between; of a
                       ///< sale, number of its register and of its line with a slash between
    std::int64_t epochNo = 0;
    std::int64_t counter = 0;
    Json data;  ///< the entity's fields; of a balance {"amount"}; of a sale what its line says
};

struct FeedCursor {
    std::string cursor;
    bool last = false;  ///< the answer ends here
    bool more = false;  ///< of the last one: ask again at once
};

using FeedLine = std::variant<FeedHeader, FeedRow, FeedCursor>;

std::string encodeFeedLine(const FeedLine& line);  ///< without the newline
Result<FeedLine> decodeFeedLine(std::string_view line);

/// A version as one number: the later epoch is newer, then the higher counter.
constexpr std::int64_t packedVersion(std::int64_t epochNo, std::int64_t counter)
{
    return epochNo * (std::int64_t{1} << 40) + counter;
}

/// A problem document (RFC 9457) as a client reads it.
struct Problem {
    int status = 500;
    std::string code;
    std::string title;
    std::string detail;
    bool retryable = false;
    std::int64_t acknowledged = 0;  ///< of a gap: continue behind it

    static Result<Problem> fromJson(const Json& json);
};

}  // namespace bl::sync
