#pragma once

#include "core/base/result.h"

#include <QPrinter>

#include <functional>
#include <string>

namespace bl {

/// Whether the system's print service (CUPS) is there and answers within some seconds. What
/// QPrinterInfo asks waits for ever where the service hangs.
bool printServiceAnswers();

/// Fails with NotFound where the print service has no such queue, and with LinkLost
/// where the service says nothing. `address` is what the error names.
Result<void> checkQueue(const std::string& address, const QString& queue);

/// Has `paint` paint pages for a queue, and looks afterwards whether the queue has them: QPrinter
/// is silent about a job that was not taken. `paint` gives false where it could not.
///
/// Fails as checkQueue(), with LinkLost where the queue did not take the job, so that nothing of it
/// can come out, or with OutcomeUnknown where the job was ended there or nobody says what became of
/// it.
Result<void> printOnQueue(const std::string& address, const QString& queue, const QString& title,
    QPrinter::PrinterMode mode, const std::function<bool(QPrinter&)>& paint);

}  // namespace bl
