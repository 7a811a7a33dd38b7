#pragma once

#include "app/desktop/printing/receipt_facts.h"
#include "app/text/language.h"
#include "core/ports/receipt_document.h"
#include "core/receipts/receipt_template.h"
#include "devices/printer/printer_profile.h"

#include <vector>

namespace bl::desktop {

enum class ReceiptIssue {
    Original,
    Copy,  ///< says so
};

/// The languages that a template asks for, the leading one first, where the program speaks `own`.
/// Chinese without a Chinese program is written as the currency's country writes it.
std::vector<text::Language> receiptLanguages(
    receipts::Languages wanted, text::Language own, const Currency& currency);

/// The receipt of a sale or a refund by a template, in those languages (one or two); numbers and
/// dates as the first one writes them.
ReceiptDocument composeReceipt(const receipts::ReceiptTemplate& form, const ReceiptFacts& facts,
    ReceiptIssue issue, const std::vector<text::Language>& languages);

/// The receipt as this store prints it on that paper, where the program speaks its present
/// language.
ReceiptDocument composeReceipt(
    const ReceiptFacts& facts, ReceiptIssue issue, const PrinterProfile& profile);

/// Any other document with the word of a copy above it, in the program's language.
ReceiptDocument markedAsCopy(ReceiptDocument document);

}  // namespace bl::desktop
