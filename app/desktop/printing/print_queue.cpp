#include "app/desktop/printing/print_queue.h"

#include "app/desktop/printing/receipt_composer.h"
#include "core/ports/receipt_document_json.h"

#include <utility>

namespace bl::desktop {

using storage::PrintJob;

/// A job whose try has begun, and the sale that it is the receipt of.
struct PrintQueue::Begun {
    PrintJob job;
    std::optional<services::CompletedSale> sale;
};

PrintQueue::PrintQueue(Till& till, PrintDesk& printer, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_printer(printer)
{
}

std::string PrintQueue::slot() const
{
    return m_printer.hasPrinter() ? kReceiptPrinterSlot : std::string();
}

void PrintQueue::print(QObject* receiver, storage::PrintJobId job, Outcome outcome)
{
    m_till.write(
        this,
        [job](TillServices& services) -> Result<Begun> {
            BL_TRY(auto begun, services.prints.begin(job));
            if (!begun.saleSeq)
                return Begun{std::move(begun), {}};
            auto sale = services.sell.findByReceipt(begun.title);
            if (sale && *sale)
                return Begun{std::move(begun), *std::move(sale)};
            const Error problem =
                sale ? Error{ErrorCode::ReceiptNotFound, {begun.title}} : sale.error();
            BL_CHECK(services.prints.end(job, problem, PaperTrace::None));
            return problem;
        },
        [this, receiver = QPointer<QObject>(receiver), outcome = std::move(outcome)](
            const Result<Begun>& begun) {
            // A try that could not begin was not counted, and what earlier ones left is still
            // there.
            if (begun)
                compose(receiver, *begun, outcome);
            else if (receiver)
                outcome(begun.error());
        });
}

void PrintQueue::queue(QObject* receiver, const std::string& title, ReceiptDocument document,
    std::function<void(const Result<storage::PrintJobId>&)> queued)
{
    m_till.write(
        receiver,
        [title, document = std::move(document)](TillServices& services) {
            return services.prints.queue(kReceiptPrinterSlot, title, document);
        },
        std::move(queued));
}

void PrintQueue::print(
    QObject* receiver, const std::string& title, ReceiptDocument document, Outcome outcome)
{
    queue(this, title, std::move(document),
        [this, receiver = QPointer<QObject>(receiver), outcome = std::move(outcome)](
            const Result<storage::PrintJobId>& job) {
            if (job)
                print(receiver, *job, outcome);
            else if (receiver)
                outcome(job.error());
        });
}

void PrintQueue::printCopy(
    QObject* receiver, const std::string& receipt, ReceiptDocument copy, Outcome outcome)
{
    using Jobs = std::vector<storage::PrintJobId>;
    m_till.write(
        this, [receipt](TillServices& services) { return services.prints.beginCopy(receipt); },
        [this, receiver = QPointer<QObject>(receiver), copy = std::move(copy),
            outcome = std::move(outcome)](const Result<Jobs>& jobs) {
            if (!jobs) {
                if (receiver)
                    outcome(jobs.error());
                return;
            }
            m_printer.print(this, copy, DrawerPulse::None,
                [this, receiver, jobs = *jobs, outcome](
                    const Result<PrintProof>& printed, PaperTrace trace) {
                    m_till.write(
                        this,
                        [jobs, printed, trace](TillServices& services) {
                            return services.prints.endCopy(jobs, printed, trace);
                        },
                        [this](const Result<void>& stored) { tell(stored); });
                    if (printed)
                        Q_EMIT cameOut(jobs);
                    if (receiver)
                        outcome(printed);
                });
        });
}

void PrintQueue::compose(QObject* receiver, const Begun& begun, Outcome outcome)
{
    if (!begun.sale) {
        auto document = parseReceiptDocument(begun.job.content);
        if (document && begun.job.tries > 1)
            document = markedAsCopy(*std::move(document));
        if (document)
            send(receiver, begun.job, *std::move(document), std::move(outcome));
        else
            end(receiver, begun.job.id, document.error(), PaperTrace::None, outcome);
        return;
    }
    m_till.read(
        this,
        [sale = *begun.sale](TillQueries& queries) { return findReceiptFacts(queries, sale); },
        [this, receiver = QPointer<QObject>(receiver), job = begun.job,
            outcome = std::move(outcome)](const Result<ReceiptFacts>& facts) {
            if (!facts) {
                end(receiver, job.id, facts.error(), PaperTrace::None, outcome);
                return;
            }
            const auto issue = job.tries > 1 ? ReceiptIssue::Copy : ReceiptIssue::Original;
            send(receiver, job, composeReceipt(*facts, issue, m_printer.profile()), outcome);
        });
}

void PrintQueue::send(
    QObject* receiver, const PrintJob& job, ReceiptDocument document, Outcome outcome)
{
    m_printer.print(this, std::move(document), job.drawer,
        [this, receiver = QPointer<QObject>(receiver), id = job.id, outcome = std::move(outcome)](
            const Result<PrintProof>& printed, PaperTrace trace) {
            end(receiver, id, printed, trace, outcome);
        });
}

void PrintQueue::end(QObject* receiver, storage::PrintJobId job, const Result<PrintProof>& printed,
    PaperTrace trace, const Outcome& outcome)
{
    m_till.write(
        this,
        [job, printed, trace](
            TillServices& services) { return services.prints.end(job, printed, trace); },
        [this](const Result<void>& stored) { tell(stored); });
    if (printed)
        Q_EMIT cameOut({job});
    if (receiver)
        outcome(printed);
}

void PrintQueue::tell(const Result<void>& stored)
{
    if (!stored)
        Q_EMIT failed(stored.error());
}

void PrintQueue::recover()
{
    m_till.write(
        this, [](TillServices& services) { return services.prints.recover(); },
        [this](const Result<std::vector<PrintJob>>& jobs) {
            if (!jobs)
                Q_EMIT failed(jobs.error());
            else if (!jobs->empty())
                Q_EMIT leftOver(*jobs);
        });
}

void PrintQueue::drop(const std::vector<PrintJob>& jobs)
{
    m_till.write(
        this,
        [jobs](TillServices& services) -> Result<void> {
            for (const auto& job : jobs)
                BL_CHECK(services.prints.drop(job.id));
            return {};
        },
        [this](const Result<void>& stored) { tell(stored); });
}

}  // namespace bl::desktop
