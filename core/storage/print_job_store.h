#pragma once

#include "core/base/clock.h"
#include "core/ports/device_fault.h"
#include "core/ports/receipt_printer.h"
#include "core/sql/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

enum class PrintState {
    Queued,
    Sending,    ///< bytes may be on their way
    Sent,       ///< the printer has all of it and cannot say more
    Confirmed,  ///< the printer said that it is done
    Failed,     ///< nothing or a part came out
    Unknown,    ///< nobody can say what came out
    Dropped,    ///< somebody said that it is not wanted any more
};

using PrintJobId = std::int64_t;

/// Something to print. It keeps its id however often it is tried.
struct PrintJob {
    PrintJobId id = 0;
    std::string printer;                  ///< the slot
    std::string title;                    ///< the receipt's number, or what it is
    std::optional<std::int64_t> saleSeq;  ///< the own sale whose receipt it is …
    std::string content;                  ///< … or the document (receipt_document_json.h)
    DrawerPulse drawer = DrawerPulse::None;
    PrintState state = PrintState::Queued;
    int tries = 0;  ///< those that may have left something on paper: a further one is a copy
    std::optional<DeviceFault> fault;  ///< of the last try
    Instant createdAt{};
    Instant changedAt{};
};

/// The register's print jobs, for a while.
class PrintJobStore {
public:
    explicit PrintJobStore(sql::Database& database)
        : m_database(database)
    {
    }

    /// Stores a new job as Queued; its id is given.
    Result<PrintJobId> add(const PrintJob& job);
    Result<std::optional<PrintJob>> find(PrintJobId id);

    /// What has not come out, as far as is known, oldest first.
    Result<std::vector<PrintJob>> open();
    /// Those among them that are the receipt of that number.
    Result<std::vector<PrintJob>> openReceipts(const std::string& receipt);
    /// A document whose last try is over and did not come out, as far as is known.
    Result<std::optional<PrintJob>> findUnprinted(
        const std::string& printer, const std::string& content);

    /// A try begins: the job as it is now. Later ones open no drawer. Fails with NotFound where it
    /// does not exist.
    Result<PrintJob> begin(PrintJobId id, Instant at);
    Result<void> end(PrintJobId id, PrintState state, std::optional<DeviceFault> fault, Instant at);

    /// Something of it may be on paper that no try of the job put there.
    Result<void> count(PrintJobId id);
    /// The try that began left nothing on paper and does not count.
    Result<void> uncount(PrintJobId id);

    /// At the program's start: what was being sent may have come out or not.
    Result<void> recover(Instant at);

    /// Forgets jobs that are over and older.
    Result<void> forget(Instant before);

private:
    sql::Database& m_database;
};

}  // namespace bl::storage
