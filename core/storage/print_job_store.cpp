#include "core/storage/print_job_store.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bl::storage {

namespace {

constexpr std::array<std::pair<PrintState, std::string_view>, 7> kPrintStates{
    {{PrintState::Queued, "queued"}, {PrintState::Sending, "sending"}, {PrintState::Sent, "sent"},
        {PrintState::Confirmed, "confirmed"}, {PrintState::Failed, "failed"},
        {PrintState::Unknown, "unknown"}, {PrintState::Dropped, "dropped"}}};

std::string nameOf(PrintState state)
{
    return std::string(
        std::ranges::find(kPrintStates, state, &std::pair<PrintState, std::string_view>::first)
            ->second);
}

constexpr const char* kJobColumns =
    "SELECT job_id, printer, title, sale_seq, content, drawer, state, tries, fault,"
    " created_at_ms, changed_at_ms FROM print_jobs ";

// As the index has it.
constexpr const char* kIsOpen = "state IN ('queued', 'sending', 'failed', 'unknown')";

PrintJob readJob(const sql::Cursor& rows)
{
    PrintJob job;
    job.id = rows.integer(0);
    job.printer = rows.text(1);
    job.title = rows.text(2);
    if (!rows.isNull(3))
        job.saleSeq = rows.integer(3);
    job.content = rows.text(4);
    job.drawer = rows.integer(5) != 0 ? DrawerPulse::Open : DrawerPulse::None;
    const std::string state = rows.text(6);
    for (const auto& [value, name] : kPrintStates) {
        if (name == state)
            job.state = value;
    }
    job.tries = static_cast<int>(rows.integer(7));
    job.fault = findFault(rows.text(8));
    job.createdAt = fromMillis(rows.integer(9));
    job.changedAt = fromMillis(rows.integer(10));
    return job;
}

Result<std::optional<PrintJob>> firstJob(sql::Cursor& rows)
{
    std::optional<PrintJob> job;
    if (rows.next())
        job = readJob(rows);
    BL_CHECK(rows.status());
    return job;
}

Result<std::vector<PrintJob>> allJobs(sql::Cursor& rows)
{
    std::vector<PrintJob> jobs;
    while (rows.next())
        jobs.push_back(readJob(rows));
    BL_CHECK(rows.status());
    return jobs;
}

}  // namespace

Result<PrintJobId> PrintJobStore::add(const PrintJob& job)
{
    const sql::Value content = job.saleSeq ? sql::Value{} : sql::Value{job.content};
    BL_CHECK(m_database.run(
        "INSERT INTO print_jobs"
        " (printer, title, sale_seq, content, drawer, state, created_at_ms, changed_at_ms)"
        " VALUES (?, ?, ?, ?, ?, 'queued', ?, ?)",
        job.printer, job.title, job.saleSeq, content, job.drawer == DrawerPulse::Open ? 1 : 0,
        job.createdAt, job.createdAt));
    return m_database.lastInsertId();
}

Result<std::optional<PrintJob>> PrintJobStore::find(PrintJobId id)
{
    BL_TRY(auto rows, m_database.select(std::string(kJobColumns) + "WHERE job_id = ?", id));
    return firstJob(rows);
}

Result<std::vector<PrintJob>> PrintJobStore::open()
{
    BL_TRY(auto rows,
        m_database.select(std::string(kJobColumns) + "WHERE " + kIsOpen + " ORDER BY job_id"));
    return allJobs(rows);
}

Result<std::vector<PrintJob>> PrintJobStore::openReceipts(const std::string& receipt)
{
    BL_TRY(auto rows,
        m_database.select(std::string(kJobColumns) + "WHERE " + kIsOpen
                + " AND sale_seq IS NOT NULL AND title = ? ORDER BY job_id",
            receipt));
    return allJobs(rows);
}

Result<std::optional<PrintJob>> PrintJobStore::findUnprinted(
    const std::string& printer, const std::string& content)
{
    BL_TRY(auto rows,
        m_database.select(std::string(kJobColumns)
                + "WHERE state IN ('failed', 'unknown') AND printer = ? AND content = ?"
                  " ORDER BY job_id LIMIT 1",
            printer, content));
    return firstJob(rows);
}

Result<PrintJob> PrintJobStore::begin(PrintJobId id, Instant at)
{
    BL_CHECK(
        m_database.run("UPDATE print_jobs SET state = 'sending', tries = tries + 1, fault = '',"
                       " changed_at_ms = ? WHERE job_id = ?",
            at, id));
    BL_TRY(auto job, find(id));
    if (!job)
        return Error{ErrorCode::NotFound, {std::to_string(id)}};
    BL_CHECK(m_database.run("UPDATE print_jobs SET drawer = 0 WHERE job_id = ?", id));
    // A copy from elsewhere counts as a try, and this one is a copy too.
    if (job->tries > 1)
        job->drawer = DrawerPulse::None;
    return *std::move(job);
}

Result<void> PrintJobStore::end(
    PrintJobId id, PrintState state, std::optional<DeviceFault> fault, Instant at)
{
    BL_CHECK(m_database.run(
        "UPDATE print_jobs SET state = ?, fault = ?, changed_at_ms = ? WHERE job_id = ?",
        nameOf(state), fault ? faultName(*fault) : std::string_view(), at, id));
    return {};
}

Result<void> PrintJobStore::count(PrintJobId id)
{
    BL_CHECK(m_database.run("UPDATE print_jobs SET tries = tries + 1 WHERE job_id = ?", id));
    return {};
}

Result<void> PrintJobStore::uncount(PrintJobId id)
{
    BL_CHECK(m_database.run(
        "UPDATE print_jobs SET tries = tries - 1 WHERE job_id = ? AND tries > 0", id));
    return {};
}

Result<void> PrintJobStore::recover(Instant at)
{
    BL_CHECK(m_database.run(
        "UPDATE print_jobs SET state = 'unknown', changed_at_ms = ? WHERE state = 'sending'", at));
    return {};
}

Result<void> PrintJobStore::forget(Instant before)
{
    BL_CHECK(m_database.run("DELETE FROM print_jobs WHERE changed_at_ms < ?"
                            " AND state IN ('sent', 'confirmed', 'dropped')",
        before));
    return {};
}

}  // namespace bl::storage
