#pragma once

#include "app/desktop/printing/receipt_facts.h"
#include "core/ports/receipt_printer.h"

#include <QLocale>

namespace bl::desktop {

enum class ReceiptIssue {
    Original,
    Copy,  ///< says so at its head
};

/// The receipt of a sale or a refund in the program's present language; numbers and dates by
/// `locale`.
ReceiptDocument composeReceipt(
    const ReceiptFacts& facts, ReceiptIssue issue, const QLocale& locale);

}  // namespace bl::desktop
