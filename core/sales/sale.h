#pragma once

#include "core/base/strong_id.h"
#include "core/base/time_zone.h"
#include "core/money/money.h"
#include "core/money/quantity.h"
#include "core/payments/payment_attempt.h"

#include <optional>
#include <string>
#include <vector>

/// Completed trade: sales and refunds as facts. What they say was decided at the counter and never
/// changes.
namespace bl::sales {

/// One line of a sale; code and name as they were printed.
struct SaleLine {
    ProductId product;
    std::string code;
    std::string name;
    Quantity quantity;  ///< above zero, also in a refund
    Money unitPrice;
    Money net;  ///< what the customer pays for the line

    friend bool operator==(const SaleLine&, const SaleLine&) = default;
};

constexpr const char* kCash = "cash";

/// The payment behind a tender that another party decided, as receipts print it. Card numbers are
/// masked; what the other party did not say is empty.
struct TenderPayment {
    payments::PaymentId id;
    std::string card;      ///< `476173******0010`, or the wallet's user
    std::string cardName;  ///< `VISA`, `支付宝`
    std::string terminal;
    std::string receipt;   ///< the terminal's own number
    std::string approval;  ///< the acquirer's code
    std::string trace;

    friend bool operator==(const TenderPayment&, const TenderPayment&) = default;
};

/// One way in which a sale was paid.
struct Tender {
    std::string kind;  ///< `cash`; the drawer's and the clearing account's name
    Money amount;      ///< what it pays of the sale
    Money received;    ///< what was handed over; the change is `received − amount`
    std::optional<TenderPayment> payment = std::nullopt;  ///< none of cash

    friend bool operator==(const Tender&, const Tender&) = default;
};

enum class SaleKind { Sale, Refund };

/// A ticket that was paid, or paid back.
struct Sale {
    SaleKind kind = SaleKind::Sale;
    StoreId store;
    ShiftId shift;
    std::string receipt;  ///< `S03-2-000481`: store, register, running number; never used again
    BusinessDay day;      ///< the shift's
    Instant time;
    std::string currency;
    std::optional<MemberId> member;
    std::vector<SaleLine> lines;
    Money total;     ///< the sum of the lines' nets
    Money rounding;  ///< total − what the tenders pay; negative where the customer pays more
    std::vector<Tender> tenders;
    std::string external;  ///< the number in the system it was imported from; empty for our own

    Money payable() const { return total - rounding; }

    friend bool operator==(const Sale&, const Sale&) = default;
};

}  // namespace bl::sales
