#pragma once

#include "app/desktop/printing/print_desk.h"
#include "app/desktop/till/till.h"
#include "core/services/print_service.h"

#include <QObject>

#include <string>
#include <vector>

namespace bl::desktop {

/// Prints what the register has queued. A job is on disk before its first byte goes out, and so is
/// what became of it: after a crash nothing is printed twice by itself, and nothing is forgotten.
class PrintQueue final : public QObject {
    Q_OBJECT
public:
    using Outcome = std::function<void(const Result<PrintProof>&)>;

    /// Both outlive it.
    PrintQueue(Till& till, PrintDesk& printer, QObject* parent = nullptr);

    /// The slot that receipts go to; empty where there is no printer.
    std::string slot() const;

    /// Prints a queued job once. A further try opens no drawer, and is a copy where an earlier one
    /// may have left something on paper. `outcome` is called unless `receiver` is gone by then.
    void print(QObject* receiver, storage::PrintJobId job, Outcome outcome);

    /// Queues a document; `queued` hears its job, which is still to be printed.
    void queue(QObject* receiver, const std::string& title, ReceiptDocument document,
        std::function<void(const Result<storage::PrintJobId>&)> queued);

    /// Queues a document and prints it.
    void print(
        QObject* receiver, const std::string& title, ReceiptDocument document, Outcome outcome);

    /// Prints a copy of a receipt, which takes the place of the receipt's own jobs that are still
    /// open.
    void printCopy(
        QObject* receiver, const std::string& receipt, ReceiptDocument copy, Outcome outcome);

    /// At the start: reads what did not come out the last time. `leftOver` follows where there is
    /// something.
    void recover();
    /// Nobody wants these any more.
    void drop(const std::vector<storage::PrintJob>& jobs);

Q_SIGNALS:
    void leftOver(const std::vector<bl::storage::PrintJob>& jobs);
    /// These need no further try: they came out, or a copy did in their place.
    void cameOut(const std::vector<bl::storage::PrintJobId>& jobs);
    /// What became of a job could not be read or stored; it is offered again at the next start.
    void failed(const bl::Error& error);

private:
    struct Begun;

    void compose(QObject* receiver, const Begun& begun, Outcome outcome);
    void send(
        QObject* receiver, const storage::PrintJob& job, ReceiptDocument document, Outcome outcome);
    void end(QObject* receiver, storage::PrintJobId job, const Result<PrintProof>& printed,
        PaperTrace trace, const Outcome& outcome);

    void tell(const Result<void>& stored);

    Till& m_till;
    PrintDesk& m_printer;
};

}  // namespace bl::desktop
