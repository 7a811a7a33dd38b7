#include "core/journal/data_codec.h"

#include "core/journal/line.h"
#include "core/journal/ticket_codec.h"

#include <array>
#include <utility>

namespace bl::journal {

namespace {

constexpr std::string_view kCreatedSuffix = ".created";
constexpr std::string_view kChangedSuffix = ".changed";

constexpr std::array<std::pair<const char*, std::string sales::TenderPayment::*>, 6> kPaymentFields{
    {{"card", &sales::TenderPayment::card}, {"name", &sales::TenderPayment::cardName},
        {"terminal", &sales::TenderPayment::terminal}, {"receipt", &sales::TenderPayment::receipt},
        {"approval", &sales::TenderPayment::approval}, {"trace", &sales::TenderPayment::trace}}};

Json fieldToJson(const FieldValue& value)
{
    switch (value.index()) {
    case 1: return std::get<std::int64_t>(value);
    case 2: return std::get<std::string>(value);
    case 3: return std::get<Uuid>(value).toString();
    default: return nullptr;
    }
}

Result<FieldValue> fieldFromJson(const EntityField& field, const Json& json)
{
    const Error wrong{ErrorCode::InvalidJson, {std::string(field.name), "wrong type"}};
    if (json.is_null()) {
        if (field.presence == Presence::Required)
            return wrong;
        return FieldValue{};
    }
    switch (field.type) {
    case FieldType::Integer:
        if (!json.is_number_integer())
            return wrong;
        return FieldValue{json.get<std::int64_t>()};
    case FieldType::Text:
        if (!json.is_string())
            return wrong;
        return FieldValue{json.get<std::string>()};
    case FieldType::Id: {
        const auto id =
            json.is_string() ? Uuid::parse(json.get_ref<const std::string&>()) : std::nullopt;
        if (!id)
            return wrong;
        return FieldValue{*id};
    }
    }
    return wrong;
}

Result<Money> moneyAt(const Json& object, const char* key)
{
    BL_TRY(const std::int64_t minor, integerAt(object, key));
    return Money::minor(minor);
}

Result<Quantity> quantityAt(const Json& object, const char* key)
{
    BL_TRY(const std::int64_t thousandths, integerAt(object, key));
    return Quantity::thousandths(thousandths);
}

Result<Instant> instantAt(const Json& object, const char* key)
{
    BL_TRY(const std::int64_t ms, integerAt(object, key));
    return fromMillis(ms);
}

/// Fields that are empty are left out.
Json encodePayment(const sales::TenderPayment& payment)
{
    Json json = Json::object();
    json["id"] = payment.id.toString();
    for (const auto& [key, member] : kPaymentFields) {
        if (!(payment.*member).empty())
            json[key] = payment.*member;
    }
    return json;
}

Result<sales::TenderPayment> decodePayment(const Json& json)
{
    sales::TenderPayment payment;
    BL_TRY(payment.id, idAt<payments::PaymentId>(json, "id"));
    for (const auto& [key, member] : kPaymentFields) {
        BL_TRY(payment.*member, optionalTextAt(json, key));
    }
    return payment;
}

Json encode(const sales::Sale& sale)
{
    Json json = Json::object();
    json["store"] = sale.store.toString();
    json["shift"] = sale.shift.toString();
    json["receipt"] = sale.receipt;
    json["day"] = sale.day;
    json["time"] = toMillis(sale.time);
    json["currency"] = sale.currency;
    if (sale.member)
        json["member"] = sale.member->toString();
    Json lines = Json::array();
    for (const auto& line : sale.lines) {
        Json item = Json::object();
        item["product"] = line.product.toString();
        item["code"] = line.code;
        item["name"] = line.name;
        item["quantity"] = line.quantity.thousandths();
        item["price"] = line.unitPrice.minor();
        item["net"] = line.net.minor();
        lines.push_back(std::move(item));
    }
    json["lines"] = std::move(lines);
    json["total"] = sale.total.minor();
    json["rounding"] = sale.rounding.minor();
    Json tenders = Json::array();
    for (const auto& tender : sale.tenders) {
        Json item = Json::object();
        item["tender"] = tender.kind;
        item["amount"] = tender.amount.minor();
        item["received"] = tender.received.minor();
        if (tender.payment)
            item["payment"] = encodePayment(*tender.payment);
        tenders.push_back(std::move(item));
    }
    json["tenders"] = std::move(tenders);
    if (!sale.external.empty())
        json["external"] = sale.external;
    return json;
}

Result<OperationData> decodeSale(sales::SaleKind kind, const Json& json)
{
    sales::Sale sale;
    sale.kind = kind;
    BL_TRY(sale.store, idAt<StoreId>(json, "store"));
    BL_TRY(sale.shift, idAt<ShiftId>(json, "shift"));
    BL_TRY(sale.receipt, textAt(json, "receipt"));
    BL_TRY(sale.day, textAt(json, "day"));
    BL_TRY(sale.time, instantAt(json, "time"));
    BL_TRY(sale.currency, textAt(json, "currency"));
    BL_TRY(sale.member, optionalIdAt<MemberId>(json, "member"));
    BL_TRY(const Json* lines, arrayAt(json, "lines"));
    for (const auto& item : *lines) {
        sales::SaleLine line;
        BL_TRY(line.product, idAt<ProductId>(item, "product"));
        BL_TRY(line.code, textAt(item, "code"));
        BL_TRY(line.name, textAt(item, "name"));
        BL_TRY(line.quantity, quantityAt(item, "quantity"));
        BL_TRY(line.unitPrice, moneyAt(item, "price"));
        BL_TRY(line.net, moneyAt(item, "net"));
        sale.lines.push_back(std::move(line));
    }
    BL_TRY(sale.total, moneyAt(json, "total"));
    BL_TRY(sale.rounding, moneyAt(json, "rounding"));
    BL_TRY(const Json* tenders, arrayAt(json, "tenders"));
    for (const auto& item : *tenders) {
        sales::Tender tender;
        BL_TRY(tender.kind, textAt(item, "tender"));
        BL_TRY(tender.amount, moneyAt(item, "amount"));
        BL_TRY(tender.received, moneyAt(item, "received"));
        if (item.contains("payment")) {
            BL_TRY(const Json* payment, objectAt(item, "payment"));
            BL_TRY(tender.payment, decodePayment(*payment));
        }
        sale.tenders.push_back(std::move(tender));
    }
    BL_TRY(sale.external, optionalTextAt(json, "external"));
    return OperationData{std::move(sale)};
}

Json encode(const stock::StockCorrection& correction)
{
    Json json = Json::object();
    json["store"] = correction.store.toString();
    json["product"] = correction.product.toString();
    json["code"] = correction.code;
    json["quantity"] = correction.quantity.thousandths();
    json["reason"] = correction.reason;
    json["day"] = correction.day;
    json["time"] = toMillis(correction.time);
    if (!correction.external.empty())
        json["external"] = correction.external;
    return json;
}

Result<OperationData> decodeCorrection(const Json& json)
{
    stock::StockCorrection correction;
    BL_TRY(correction.store, idAt<StoreId>(json, "store"));
    BL_TRY(correction.product, idAt<ProductId>(json, "product"));
    BL_TRY(correction.code, textAt(json, "code"));
    BL_TRY(correction.quantity, quantityAt(json, "quantity"));
    BL_TRY(correction.reason, textAt(json, "reason"));
    BL_TRY(correction.day, textAt(json, "day"));
    BL_TRY(correction.time, instantAt(json, "time"));
    BL_TRY(correction.external, optionalTextAt(json, "external"));
    return OperationData{std::move(correction)};
}

Json encode(const shifts::ShiftOpening& opening)
{
    Json json = Json::object();
    json["store"] = opening.store.toString();
    json["shift"] = opening.shift.toString();
    json["number"] = opening.number;
    json["day"] = opening.day;
    json["time"] = toMillis(opening.time);
    json["currency"] = opening.currency;
    json["float"] = opening.floatAmount.minor();
    if (opening.approvedBy)
        json["approvedBy"] = opening.approvedBy->toString();
    return json;
}

Result<OperationData> decodeOpening(const Json& json)
{
    shifts::ShiftOpening opening;
    BL_TRY(opening.store, idAt<StoreId>(json, "store"));
    BL_TRY(opening.shift, idAt<ShiftId>(json, "shift"));
    BL_TRY(opening.number, integerAt(json, "number"));
    BL_TRY(opening.day, textAt(json, "day"));
    BL_TRY(opening.time, instantAt(json, "time"));
    BL_TRY(opening.currency, textAt(json, "currency"));
    BL_TRY(opening.floatAmount, moneyAt(json, "float"));
    BL_TRY(opening.approvedBy, optionalIdAt<UserId>(json, "approvedBy"));
    return OperationData{std::move(opening)};
}

Json encode(const shifts::ShiftClosing& closing)
{
    Json json = Json::object();
    json["store"] = closing.store.toString();
    json["shift"] = closing.shift.toString();
    json["time"] = toMillis(closing.time);
    json["currency"] = closing.currency;
    json["counted"] = closing.counted.minor();
    json["expected"] = closing.expected.minor();
    if (closing.approvedBy)
        json["approvedBy"] = closing.approvedBy->toString();
    return json;
}

Result<OperationData> decodeClosing(const Json& json)
{
    shifts::ShiftClosing closing;
    BL_TRY(closing.store, idAt<StoreId>(json, "store"));
    BL_TRY(closing.shift, idAt<ShiftId>(json, "shift"));
    BL_TRY(closing.time, instantAt(json, "time"));
    BL_TRY(closing.currency, textAt(json, "currency"));
    BL_TRY(closing.counted, moneyAt(json, "counted"));
    BL_TRY(closing.expected, moneyAt(json, "expected"));
    BL_TRY(closing.approvedBy, optionalIdAt<UserId>(json, "approvedBy"));
    return OperationData{std::move(closing)};
}

Json encode(const sales::TicketParked& parked)
{
    return encodeTicket(parked);
}

Json encode(const sales::TicketEnded& ended)
{
    return encodeTicket(ended);
}

Json encode(const EntityCreated& created)
{
    Json json = Json::object();
    json["id"] = created.entity.id.toString();
    json["fields"] = entityToJson(created.entity);
    return json;
}

Result<OperationData> decodeCreated(const EntitySchema& schema, const Json& json)
{
    BL_TRY(const std::string id, textAt(json, "id"));
    const auto uuid = Uuid::parse(id);
    if (!uuid)
        return Error{ErrorCode::InvalidJson, {"id", "not an id"}};
    BL_TRY(const Json* fields, objectAt(json, "fields"));
    BL_TRY(auto entity, entityFromJson(schema.kind, *uuid, *fields));
    return OperationData{EntityCreated{std::move(entity)}};
}

Json encode(const EntityChanged& changed)
{
    const auto& schema = schemaOf(changed.kind);
    Json fields = Json::object();
    for (const auto& [field, value] : changed.fields)
        fields[std::string(schema.fields[field].name)] = fieldToJson(value);
    Json json = Json::object();
    json["id"] = changed.id.toString();
    json["fields"] = std::move(fields);
    return json;
}

Result<OperationData> decodeChanged(const EntitySchema& schema, const Json& json)
{
    EntityChanged changed;
    changed.kind = schema.kind;
    BL_TRY(const std::string id, textAt(json, "id"));
    const auto uuid = Uuid::parse(id);
    if (!uuid)
        return Error{ErrorCode::InvalidJson, {"id", "not an id"}};
    changed.id = *uuid;
    BL_TRY(const Json* fields, objectAt(json, "fields"));
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const auto it = fields->find(std::string(schema.fields[i].name));
        if (it == fields->end())
            continue;
        BL_TRY(auto value, fieldFromJson(schema.fields[i], *it));
        changed.fields.emplace_back(i, std::move(value));
    }
    return OperationData{std::move(changed)};
}

}  // namespace

OperationType typeOf(const OperationData& data)
{
    struct Visitor {
        OperationType operator()(const sales::Sale& sale) const
        {
            return {sale.kind == sales::SaleKind::Refund ? "sale.refunded" : "sale.completed", 1};
        }
        OperationType operator()(const stock::StockCorrection&) const
        {
            return {"stock.corrected", 1};
        }
        OperationType operator()(const shifts::ShiftOpening&) const { return {"shift.opened", 1}; }
        OperationType operator()(const shifts::ShiftClosing&) const { return {"shift.closed", 1}; }
        OperationType operator()(const sales::TicketParked&) const { return {"ticket.parked", 1}; }
        OperationType operator()(const sales::TicketEnded& ended) const
        {
            return {
                ended.end == sales::TicketEnd::Recalled ? "ticket.recalled" : "ticket.discarded",
                1};
        }
        OperationType operator()(const EntityCreated& created) const
        {
            return {
                std::string(schemaOf(created.entity.kind).name) + std::string(kCreatedSuffix), 1};
        }
        OperationType operator()(const EntityChanged& changed) const
        {
            return {std::string(schemaOf(changed.kind).name) + std::string(kChangedSuffix), 1};
        }
    };
    return std::visit(Visitor{}, data);
}

Json encodeData(const OperationData& data)
{
    return std::visit([](const auto& value) { return encode(value); }, data);
}

Result<OperationData> decodeData(std::string_view type, std::int64_t version, const Json& data)
{
    const Error unknown{
        ErrorCode::UnknownOperation, {std::string(type.substr(0, 64)), std::to_string(version)}};
    if (version != 1)
        return unknown;
    if (type == "sale.completed")
        return decodeSale(sales::SaleKind::Sale, data);
    if (type == "sale.refunded")
        return decodeSale(sales::SaleKind::Refund, data);
    if (type == "stock.corrected")
        return decodeCorrection(data);
    if (type == "shift.opened")
        return decodeOpening(data);
    if (type == "shift.closed")
        return decodeClosing(data);
    if (type == "ticket.parked")
        return decodeTicketParked(data);
    if (type == "ticket.recalled")
        return decodeTicketEnded(sales::TicketEnd::Recalled, data);
    if (type == "ticket.discarded")
        return decodeTicketEnded(sales::TicketEnd::Discarded, data);
    for (const auto suffix : {kCreatedSuffix, kChangedSuffix}) {
        if (!type.ends_with(suffix))
            continue;
        const auto* schema = findSchema(type.substr(0, type.size() - suffix.size()));
        if (schema && schema->ownership != Ownership::Moved)
            return suffix == kCreatedSuffix ? decodeCreated(*schema, data)
                                            : decodeChanged(*schema, data);
    }
    return unknown;
}

Json entityToJson(const Entity& entity)
{
    const auto& schema = schemaOf(entity.kind);
    Json fields = Json::object();
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (entity.values[i].index() != 0)
            fields[std::string(schema.fields[i].name)] = fieldToJson(entity.values[i]);
    }
    return fields;
}

Result<Entity> entityFromJson(EntityKind kind, const Uuid& id, const Json& fields)
{
    const auto& schema = schemaOf(kind);
    Entity entity(kind, id);
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const auto it = fields.find(std::string(schema.fields[i].name));
        if (it == fields.end()) {
            if (schema.fields[i].presence == Presence::Required)
                return Error{
                    ErrorCode::InvalidJson, {std::string(schema.fields[i].name), "missing"}};
            continue;
        }
        BL_TRY(entity.values[i], fieldFromJson(schema.fields[i], *it));
    }
    return entity;
}

}  // namespace bl::journal
