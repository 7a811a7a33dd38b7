#include "devices/printer/system_queue.h"

#include "core/base/text.h"
#include "core/ports/device_fault.h"

#include <QPrinterInfo>

#include <algorithm>
#include <chrono>
#include <cups/cups.h>
#include <span>

namespace bl {

namespace {

/// How long the service may be silent; it only has to look something up.
constexpr std::chrono::seconds kPatience{5};

/// A line to the print service on which a service that hangs is given up: on that which libcups
/// keeps by itself a question waits for ever.
class ServiceLine {
public:
    ServiceLine()
        : m_http(::httpConnect2(::cupsServer(), ::ippPort(), nullptr, AF_UNSPEC, ::cupsEncryption(),
            1, static_cast<int>(std::chrono::milliseconds(kPatience).count()), nullptr))
    {
        if (m_http)
            ::httpSetTimeout(
                m_http, kPatience.count(), [](http_t*, void*) { return 0; }, nullptr);
    }
    ~ServiceLine() { ::httpClose(m_http); }
    ServiceLine(const ServiceLine&) = delete;
    ServiceLine& operator=(const ServiceLine&) = delete;

    /// Null where nobody answered.
    http_t* get() const { return m_http; }

private:
    http_t* m_http;
};

/// What the service said last; never empty.
std::string lastSaid()
{
    const char* said = ::cupsLastErrorString();
    return said && *said ? excerpt(said) : "no answer";
}

/// This user's jobs in a queue, also those that are done.
class QueueJobs {
public:
    explicit QueueJobs(const QString& queue)
    {
        const ServiceLine line;
        if (!line.get()) {
            m_problem = "no answer";
            return;
        }
        m_count =
            ::cupsGetJobs2(line.get(), &m_jobs, queue.toUtf8().constData(), 1, CUPS_WHICHJOBS_ALL);
        // A queue of a printer in the network is made when it is first used.
        if (m_count < 0 && ::cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND)
            m_count = 0;
        if (m_count < 0)
            m_problem = lastSaid();
    }
    ~QueueJobs() { ::cupsFreeJobs(m_count, m_jobs); }
    QueueJobs(const QueueJobs&) = delete;
    QueueJobs& operator=(const QueueJobs&) = delete;

    /// Why they are not known; empty where they are.
    const std::string& problem() const { return m_problem; }

    int newestId() const
    {
        int newest = 0;
        for (const auto& job : all())
            newest = std::max(newest, job.id);
        return newest;
    }

    /// The first one behind `id` with that title; null where there is none.
    const cups_job_t* findAfter(int id, const QString& title) const
    {
        const auto jobs = all();
        const auto found = std::ranges::find_if(jobs, [&](const cups_job_t& job) {
            return job.id > id && job.title && QString::fromUtf8(job.title) == title;
        });
        return found == jobs.end() ? nullptr : &*found;
    }

private:
    std::span<const cups_job_t> all() const
    {
        return {m_jobs, static_cast<std::size_t>(std::max(m_count, 0))};
    }

    cups_job_t* m_jobs = nullptr;
    int m_count = -1;
    std::string m_problem;
};

/// The number of the last job that a queue was given; 0 where there was none. Fails as
/// checkQueue().
Result<int> newestJob(const std::string& address, const QString& queue)
{
    // QPrinterInfo would wait for a service that hangs, so that is seen first.
    const QueueJobs jobs(queue);
    if (!jobs.problem().empty())
        return deviceError(DeviceFault::LinkLost, address, jobs.problem());
    if (QPrinterInfo::printerInfo(queue).isNull())
        return deviceError(DeviceFault::NotFound, address, "no such queue");
    return jobs.newestId();
}

}  // namespace

bool printServiceAnswers()
{
    const ServiceLine line;
    if (!line.get())
        return false;
    cups_dest_t* queues = nullptr;
    const int count = ::cupsGetDests2(line.get(), &queues);
    const bool answered = ::httpError(line.get()) == 0;
    ::cupsFreeDests(count, queues);
    return answered;
}

Result<void> checkQueue(const std::string& address, const QString& queue)
{
    BL_CHECK(newestJob(address, queue));
    return {};
}

Result<void> printOnQueue(const std::string& address, const QString& queue, const QString& title,
    QPrinter::PrinterMode mode, const std::function<bool(QPrinter&)>& paint)
{
    BL_TRY(const int before, newestJob(address, queue));
    QPrinter printer(QPrinterInfo::printerInfo(queue), mode);
    printer.setDocName(title);
    if (!printer.isValid() || !paint(printer))
        return deviceError(DeviceFault::LinkLost, address, "the queue takes no job");
    // What the service said to the job, before it is asked for anything else.
    const std::string said = lastSaid();
    const bool refused = ::cupsLastError() >= IPP_STATUS_ERROR_BAD_REQUEST;
    const QueueJobs after(queue);
    if (!after.problem().empty())
        return deviceError(DeviceFault::OutcomeUnknown, address, after.problem());
    const auto* job = after.findAfter(before, title);
    // A service that keeps no list of what is done may have printed what it does not name.
    if (!job)
        return deviceError(
            refused ? DeviceFault::LinkLost : DeviceFault::OutcomeUnknown, address, said);
    if (job->state == IPP_JSTATE_CANCELED || job->state == IPP_JSTATE_ABORTED)
        return deviceError(DeviceFault::OutcomeUnknown, address, "the queue ended the job");
    return {};
}

}  // namespace bl
