#pragma once

#include "core/base/result.h"

#include <QPrinter>

#include <functional>
#include <string>

namespace bl {

/// Fails with NotFound where the system's print service (CUPS) has no such queue. `address` is what
/// the error names.
Result<void> checkQueue(const std::string& address, const QString& queue);

/// Has `paint` paint pages for a queue, and looks afterwards whether the queue has them: QPrinter
/// is silent about a job that was not taken. `paint` gives false where it could not.
///
/// Fails with NotFound, with LinkLost where the queue did not take the job, so that nothing of it
/// can come out, or with OutcomeUnknown where the job was ended there or nobody says what became of
/// it.
Result<void> printOnQueue(const std::string& address, const QString& queue, const QString& title,
    QPrinter::PrinterMode mode, const std::function<bool(QPrinter&)>& paint);

}  // namespace bl
