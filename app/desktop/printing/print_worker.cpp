#include "app/desktop/printing/print_worker.h"

#include "devices/printer/page_receipt_printer.h"
#include "devices/printer/qt_line_rasterizer.h"
#include "devices/printer/receipt_printer_factory.h"

#include <QLocale>
#include <QMetaObject>

#include <chrono>

namespace bl::desktop {

namespace {

constexpr std::chrono::seconds kFarewell{3};

}  // namespace

ReceiptFonts receiptFonts()
{
    return QLocale().script() == QLocale::TraditionalHanScript ? ReceiptFonts::traditional()
                                                               : ReceiptFonts::simplified();
}

PrintWorker::PrintWorker(QObject* parent)
    : QObject(parent)
    , m_profile(printerProfiles().front())
    , m_cancellation(std::make_shared<Cancellation>())
    , m_thread([this] { run(); })
{
}

PrintWorker::~PrintWorker()
{
    {
        std::unique_lock lock(m_mutex);
        m_idle.wait_for(lock, kFarewell, [this] { return m_jobs.empty() && !m_running; });
        m_stopping = true;
        m_jobs.clear();
    }
    m_cancellation->request();
    m_wake.notify_all();
    m_thread.join();
}

Result<void> PrintWorker::usePrinter(const std::string& address, const std::string& profile)
{
    if (address.empty()) {
        m_address.clear();
        m_printer.reset();
        setState(PrinterState::NotConfigured);
        return {};
    }
    const auto found =
        profile.empty() ? std::optional{printerProfiles().front()} : findPrinterProfile(profile);
    if (!found)
        return Error{ErrorCode::NotFound, {profile}};
    BL_TRY(auto printer,
        PageReceiptPrinter::isAddress(address)
            ? PageReceiptPrinter::create(address, *found, receiptFonts())
            : createReceiptPrinter(address, *found,
                std::make_shared<QtLineRasterizer>(receiptFonts()), m_cancellation));
    m_printer = std::move(printer);
    m_address = address;
    m_profile = *found;
    setState(PrinterState::Ready);
    return {};
}

void PrintWorker::print(
    QObject* receiver, ReceiptDocument document, DrawerPulse drawer, Outcome outcome)
{
    Job job{m_printer, std::move(document), drawer, receiver, std::move(outcome)};
    ++m_unfinished;
    if (!m_printer) {
        QMetaObject::invokeMethod(
            this,
            [this, job = std::move(job)] {
                finish(job, Error{ErrorCode::NotFound, {"printer"}});
            },
            Qt::QueuedConnection);
        return;
    }
    setState(PrinterState::Printing);
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void PrintWorker::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
        if (m_stopping)
            return;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_running = true;
        lock.unlock();
        auto result = job.printer->print(job.document, job.drawer);
        QMetaObject::invokeMethod(
            this, [this, job = std::move(job), result = std::move(result)] { finish(job, result); },
            Qt::QueuedConnection);
        lock.lock();
        m_running = false;
        m_idle.notify_all();
    }
}

void PrintWorker::finish(const Job& job, const Result<void>& result)
{
    --m_unfinished;
    if (result)
        ++m_printed;
    if (m_printer && m_unfinished == 0)
        setState(result ? PrinterState::Ready : PrinterState::Failed);
    if (job.receiver)
        job.outcome(result);
}

void PrintWorker::setState(PrinterState state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

}  // namespace bl::desktop
