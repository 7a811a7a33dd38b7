#include "core/sales/ticket.h"

#include "core/base/json.h"
#include "core/money/limits.h"

namespace bl::sales {

namespace {

TicketLine lineOf(const catalog::Product& product)
{
    return {product.id, product.code, product.name, product.unit, product.saleUnit, Quantity{},
        product.price};
}

Error invalidQuantity(Quantity quantity)
{
    return {ErrorCode::InvalidQuantity, {plainQuantity(quantity)}};
}

}  // namespace

Ticket Ticket::withId(TicketId id) const
{
    Ticket copy = *this;
    copy.m_id = id;
    return copy;
}

Result<std::size_t> Ticket::add(const catalog::Product& product, Quantity quantity)
{
    if (!catalog::isSaleable(product, quantity) || quantity.thousandths() > kMaxQuantity)
        return invalidQuantity(quantity);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].product == product.id && m_lines[i].unitPrice == product.price) {
            BL_CHECK(setQuantity(i, m_lines[i].quantity + quantity));
            return i;
        }
    }
    return addApart(product, quantity);
}

Result<std::size_t> Ticket::addApart(const catalog::Product& product, Quantity quantity)
{
    if (!catalog::isSaleable(product, quantity) || quantity.thousandths() > kMaxQuantity)
        return invalidQuantity(quantity);
    m_lines.push_back(lineOf(product));
    const std::size_t line = m_lines.size() - 1;
    if (auto set = setQuantity(line, quantity); !set) {
        m_lines.pop_back();
        return set.error();
    }
    return line;
}

Result<void> Ticket::check(std::size_t line, Quantity quantity) const
{
    const auto& item = m_lines[line];
    const bool whole = quantity.thousandths() % 1000 == 0;
    if (quantity <= Quantity{} || quantity.thousandths() > kMaxQuantity
        || (item.saleUnit == catalog::SaleUnit::Piece && !whole))
        return invalidQuantity(quantity);
    std::int64_t total = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        BL_TRY(const Money amount,
            extend(m_lines[i].unitPrice, i == line ? quantity : m_lines[i].quantity));
        total += amount.minor();
        if (total > kMaxAmount || total < -kMaxAmount)
            return Error{ErrorCode::AmountOverflow, {std::to_string(total)}};
    }
    return {};
}

Result<void> Ticket::setQuantity(std::size_t line, Quantity quantity)
{
    BL_ASSERT(line < m_lines.size());
    BL_CHECK(check(line, quantity));
    m_lines[line].quantity = quantity;
    return {};
}

void Ticket::remove(std::size_t line)
{
    BL_ASSERT(line < m_lines.size());
    m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(line));
}

Money Ticket::net(std::size_t line) const
{
    return extend(m_lines[line].unitPrice, m_lines[line].quantity).value();
}

Money Ticket::total() const
{
    Money sum;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        sum += net(i);
    return sum;
}

Json Ticket::toJson() const
{
    Json json = Json::object();
    json["ticket"] = m_id.toString();
    if (m_member)
        json["member"] = m_member->toString();
    Json lines = Json::array();
    for (const auto& line : m_lines) {
        Json item = Json::object();
        item["product"] = line.product.toString();
        item["code"] = line.code;
        item["name"] = line.name;
        item["unit"] = line.unit;
        item["measure"] = line.saleUnit == catalog::SaleUnit::Measure ? 1 : 0;
        item["quantity"] = line.quantity.thousandths();
        item["price"] = line.unitPrice.minor();
        lines.push_back(std::move(item));
    }
    json["lines"] = std::move(lines);
    return json;
}

Result<Ticket> Ticket::fromJson(const Json& json)
{
    BL_TRY(const auto id, idAt<TicketId>(json, "ticket"));
    Ticket ticket(id);
    BL_TRY(ticket.m_member, optionalIdAt<MemberId>(json, "member"));
    BL_TRY(const Json* lines, arrayAt(json, "lines"));
    for (const auto& item : *lines) {
        TicketLine line;
        BL_TRY(line.product, idAt<ProductId>(item, "product"));
        BL_TRY(line.code, textAt(item, "code"));
        BL_TRY(line.name, textAt(item, "name"));
        BL_TRY(line.unit, textAt(item, "unit"));
        BL_TRY(const std::int64_t measure, integerAt(item, "measure"));
        line.saleUnit = measure != 0 ? catalog::SaleUnit::Measure : catalog::SaleUnit::Piece;
        BL_TRY(const std::int64_t quantity, integerAt(item, "quantity"));
        BL_TRY(const std::int64_t price, integerAt(item, "price"));
        line.unitPrice = Money::minor(price);
        ticket.m_lines.push_back(std::move(line));
        BL_CHECK(ticket.setQuantity(ticket.m_lines.size() - 1, Quantity::thousandths(quantity)));
    }
    return ticket;
}

}  // namespace bl::sales
