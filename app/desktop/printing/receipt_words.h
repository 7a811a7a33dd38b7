#pragma once

#include "app/text/language.h"
#include "core/receipts/receipt_template.h"

#include <QCoreApplication>

#include <memory>
#include <string>
#include <vector>

namespace bl::desktop {

enum class ReceiptWord {
    Copy,
    Refund,
    Receipt,
    Date,
    Register,
    Cashier,
    Reduction,
    Reductions,
    Total,
    Rounding,
    Tax,
    Cash,
    Card,
    Alipay,
    WeChatPay,
    UnionPay,
    Received,
    Change,
    Member,
    MemberNumber,
    Balance,
    Points,
    Thanks,
    Count_,
};

/// What receipts call things, in one language or in two beside each other.
class ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(ReceiptWords)

public:
    explicit ReceiptWords(const std::vector<text::Language>& languages);

    /// `合计`, or `合计 Total`.
    std::string word(ReceiptWord word) const;
    /// One for each language.
    std::vector<std::string> each(ReceiptWord word) const;
    /// The house's own text, one for each language that has it; where none of them has it, in
    /// whatever language there is.
    std::vector<std::string> house(const receipts::HouseText& text) const;

private:
    std::vector<std::unique_ptr<text::Dictionary>> m_languages;
};

}  // namespace bl::desktop
