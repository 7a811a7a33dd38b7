#include "app/ctl/register_commands.h"

#include "core/storage/pending_lines.h"

#include <array>

namespace bl::ctl {

namespace {

using services::ImportReport;
using services::RejectedRow;
using services::RowRejection;

constexpr std::array kRejections{RowRejection::InvoiceNumber, RowRejection::MissingCode,
    RowRejection::NegativePrice, RowRejection::ZeroQuantity, RowRejection::RefundedForward,
    RowRejection::LongName, RowRejection::UnlikelyYear};

struct Count {
    const char* key;
    std::int64_t ImportReport::*member;
};
constexpr std::array kCounts{Count{"sales", &ImportReport::sales},
    Count{"refunds", &ImportReport::refunds}, Count{"saleLines", &ImportReport::saleLines},
    Count{"refundLines", &ImportReport::refundLines},
    Count{"adjustments", &ImportReport::adjustments}, Count{"tickets", &ImportReport::tickets},
    Count{"knownTickets", &ImportReport::knownTickets}};

Result<ImportReport> importOn(sql::Database& database, const std::vector<std::string>& files)
{
    const SystemWallClock clock;
    SystemRandom random;
    UuidFactory ids(clock, random);
    storage::PendingLines listener;
    services::OperationWriter writer(database, clock, listener);
    return services::SalesImport({database, clock, random, ids, writer}).run(files);
}

Json toJson(const ImportReport& report, std::chrono::milliseconds elapsed)
{
    Json json = Json::object();
    for (const auto& count : kCounts)
        json[count.key] = report.*count.member;
    json["sold"] = report.sold.minor();
    json["refunded"] = report.refunded.minor();
    json["elapsedMs"] = elapsed.count();
    Json rejected = Json::array();
    for (const auto& row : report.rejected)
        rejected.push_back(
            Json::array({row.file, row.line, services::rejectionName(row.reason), row.value}));
    json["rejected"] = std::move(rejected);
    return json;
}

Result<RejectedRow> rejectedRow(const Json& json)
{
    if (!json.is_array() || json.size() != 4 || !json[0].is_string() || !json[1].is_number_integer()
        || !json[2].is_string() || !json[3].is_string())
        return Error{ErrorCode::InvalidJson, {"rejected", "[file, line, reason, value] expected"}};
    for (const auto reason : kRejections) {
        if (services::rejectionName(reason) == json[2].get_ref<const std::string&>())
            return RejectedRow{json[0].get<std::string>(), json[1].get<std::int64_t>(), reason,
                json[3].get<std::string>()};
    }
    return Error{ErrorCode::InvalidJson, {"rejected", "unknown reason"}};
}

Result<Json> importSales(const RegisterPorts& ports, const Json& arguments)
{
    BL_TRY(const Json* list, arrayAt(arguments, "files"));
    std::vector<std::string> files;
    for (const auto& file : *list) {
        if (!file.is_string())
            return Error{ErrorCode::InvalidJson, {"files", "text expected"}};
        files.push_back(file.get<std::string>());
    }
    const SystemMonotonicClock clock;
    const auto start = clock.now();
    auto report =
        ports.writer.call([&](sql::Database& database) { return importOn(database, files); });
    // A failure in the middle leaves whole tickets, which are lines too.
    if (ports.linesAdded)
        ports.linesAdded();
    if (!report)
        return report.error();
    return toJson(*report, clock.now() - start);
}

std::string_view stateName(sync::SyncState state)
{
    using sync::SyncState;
    switch (state) {
    case SyncState::Stopped: return "stopped";
    case SyncState::Idle: return "idle";
    case SyncState::Pushing: return "pushing";
    case SyncState::Offline: return "offline";
    case SyncState::Waiting: return "waiting";
    case SyncState::Refused: return "refused";
    case SyncState::UpgradeRequired: return "upgrade-required";
    case SyncState::Diverged: return "diverged";
    }
    return {};
}

}  // namespace

Result<Json> runRegisterCommand(
    const RegisterPorts& ports, const std::string& command, const Json& arguments)
{
    if (command == "import-sales")
        return importSales(ports, arguments);
    if (command == "sync" && ports.syncUntilDone) {
        BL_TRY(const std::int64_t timeout, integerAt(arguments, "timeoutMs"));
        BL_TRY(const auto status, ports.syncUntilDone(std::chrono::milliseconds{timeout}));
        return syncAnswer(status);
    }
    return Error{ErrorCode::NotFound, {"command " + command}};
}

Json importArguments(const std::vector<std::string>& files)
{
    Json arguments = Json::object();
    arguments["files"] = files;
    return arguments;
}

Result<ImportAnswer> importAnswer(const Json& json)
{
    ImportAnswer answer;
    for (const auto& count : kCounts) {
        BL_TRY(answer.report.*count.member, integerAt(json, count.key));
    }
    BL_TRY(const std::int64_t sold, integerAt(json, "sold"));
    BL_TRY(const std::int64_t refunded, integerAt(json, "refunded"));
    BL_TRY(const std::int64_t elapsed, integerAt(json, "elapsedMs"));
    answer.report.sold = Money::minor(sold);
    answer.report.refunded = Money::minor(refunded);
    answer.elapsed = std::chrono::milliseconds{elapsed};
    BL_TRY(const Json* rejected, arrayAt(json, "rejected"));
    for (const auto& item : *rejected) {
        BL_TRY(auto row, rejectedRow(item));
        answer.report.rejected.push_back(std::move(row));
    }
    return answer;
}

Json syncArguments(std::chrono::milliseconds timeout)
{
    Json arguments = Json::object();
    arguments["timeoutMs"] = timeout.count();
    return arguments;
}

Json syncAnswer(const sync::SyncStatus& status)
{
    Json json = Json::object();
    json["state"] = stateName(status.state);
    json["waitingLines"] = status.waitingLines;
    json["quarantinedLines"] = status.quarantinedLines;
    json["skewMs"] = status.skew.count();
    json["complete"] = status.complete ? 1 : 0;
    json["done"] = status.done ? 1 : 0;
    return json;
}

}  // namespace bl::ctl
