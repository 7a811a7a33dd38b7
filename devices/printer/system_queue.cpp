#include "devices/printer/system_queue.h"

#include "core/base/text.h"
#include "core/ports/device_fault.h"

#include <QPrinterInfo>

#include <algorithm>
#include <cups/cups.h>
#include <span>

namespace bl {

namespace {

/// This user's jobs in a queue, also those that are done.
class QueueJobs {
public:
    explicit QueueJobs(const QString& queue)
        : m_count(::cupsGetJobs2(
            CUPS_HTTP_DEFAULT, &m_jobs, queue.toUtf8().constData(), 1, CUPS_WHICHJOBS_ALL))
    {
    }
    ~QueueJobs() { ::cupsFreeJobs(m_count, m_jobs); }
    QueueJobs(const QueueJobs&) = delete;
    QueueJobs& operator=(const QueueJobs&) = delete;

    bool areKnown() const { return m_count >= 0; }

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
    int m_count;
};

}  // namespace

Result<void> checkQueue(const std::string& address, const QString& queue)
{
    if (QPrinterInfo::printerInfo(queue).isNull())
        return deviceError(DeviceFault::NotFound, address, "no such queue");
    return {};
}

Result<void> printOnQueue(const std::string& address, const QString& queue, const QString& title,
    QPrinter::PrinterMode mode, const std::function<bool(QPrinter&)>& paint)
{
    const auto info = QPrinterInfo::printerInfo(queue);
    if (info.isNull())
        return deviceError(DeviceFault::NotFound, address, "no such queue");
    const QueueJobs before(queue);
    if (!before.areKnown())
        return deviceError(DeviceFault::LinkLost, address, excerpt(::cupsLastErrorString()));
    QPrinter printer(info, mode);
    printer.setDocName(title);
    if (!printer.isValid() || !paint(printer))
        return deviceError(DeviceFault::LinkLost, address, "the queue takes no job");
    // What the service said to the job, before it is asked for anything else.
    const std::string said = excerpt(::cupsLastErrorString());
    const bool refused = ::cupsLastError() >= IPP_STATUS_ERROR_BAD_REQUEST;
    const QueueJobs after(queue);
    if (!after.areKnown())
        return deviceError(DeviceFault::OutcomeUnknown, address, excerpt(::cupsLastErrorString()));
    const auto* job = after.findAfter(before.newestId(), title);
    // A service that keeps no list of what is done may have printed what it does not name.
    if (!job)
        return deviceError(
            refused ? DeviceFault::LinkLost : DeviceFault::OutcomeUnknown, address, said);
    if (job->state == IPP_JSTATE_CANCELED || job->state == IPP_JSTATE_ABORTED)
        return deviceError(DeviceFault::OutcomeUnknown, address, "the queue ended the job");
    return {};
}

}  // namespace bl
