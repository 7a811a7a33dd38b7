#pragma once

#include "app/desktop/printing/receipt_facts.h"

#include <QString>

#include <string>

namespace bl::desktop {

struct TillQueries;

/// A made-up sale of this store that shows everything a receipt can say: a reduction, cash with
/// change, a member with stored value and points. Fails as findReceiptFacts().
Result<ReceiptFacts> sampleReceipt(TillQueries& queries, UserId cashier, Instant now);

/// What the product calls a template that it brings (`usual`, `shelf-60x40`).
QString shippedTemplateName(const std::string& name);

}  // namespace bl::desktop
