#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/catalog/product.h"
#include "core/sales/sale.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::sales {

/// One line of a ticket that is being edited.
struct TicketLine {
    ProductId product;
    std::string code;
    std::string name;
    std::string unit;
    catalog::SaleUnit saleUnit = catalog::SaleUnit::Piece;
    Quantity quantity;
    Money unitPrice;

    friend bool operator==(const TicketLine&, const TicketLine&) = default;
};

/// What a cashier has in front of them: lines and a member, not yet paid. A value: every edit gives
/// a new state that is saved at once.
class Ticket {
public:
    explicit Ticket(TicketId id)
        : m_id(id)
    {
    }

    TicketId id() const { return m_id; }
    const std::vector<TicketLine>& lines() const { return m_lines; }
    const std::optional<MemberId>& member() const { return m_member; }
    bool isEmpty() const { return m_lines.empty() && !m_member; }

    /// The same under another id.
    Ticket withId(TicketId id) const;

    /// Adds to the line of the same product and price, or makes a new one; gives the line's index.
    /// Fails with InvalidQuantity or AmountOverflow.
    Result<std::size_t> add(const catalog::Product& product, Quantity quantity);

    /// Makes a line of its own, also beside one of the same product: for tickets that were written
    /// elsewhere. Fails as `add`.
    Result<std::size_t> addApart(const catalog::Product& product, Quantity quantity);

    /// Fails with InvalidQuantity or AmountOverflow; the line is as before then.
    Result<void> setQuantity(std::size_t line, Quantity quantity);
    void remove(std::size_t line);
    void setMember(std::optional<MemberId> member) { m_member = member; }

    /// What each line and the whole ticket cost. Lines that `add` and `setQuantity` let in always
    /// have a price.
    Money net(std::size_t line) const;
    Money total() const;

    Json toJson() const;
    static Result<Ticket> fromJson(const Json& json);

    friend bool operator==(const Ticket&, const Ticket&) = default;

private:
    Result<void> check(std::size_t line, Quantity quantity) const;

    TicketId m_id;
    std::vector<TicketLine> m_lines;
    std::optional<MemberId> m_member;
};

}  // namespace bl::sales
