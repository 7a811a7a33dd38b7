#include "core/journal/ticket_codec.h"

#include "core/base/json.h"

namespace bl::journal {

Json encodeTicket(const sales::TicketParked& parked)
{
    Json json = Json::object();
    json["store"] = parked.store.toString();
    json["ticket"] = parked.ticket.toJson();
    json["label"] = parked.label;
    json["time"] = toMillis(parked.time);
    return json;
}

Json encodeTicket(const sales::TicketEnded& ended)
{
    Json json = Json::object();
    json["store"] = ended.store.toString();
    json["ticket"] = ended.ticket.toString();
    json["time"] = toMillis(ended.time);
    return json;
}

Result<OperationData> decodeTicketParked(const Json& json)
{
    sales::TicketParked parked;
    BL_TRY(parked.store, idAt<StoreId>(json, "store"));
    BL_TRY(const Json* ticket, objectAt(json, "ticket"));
    BL_TRY(parked.ticket, sales::Ticket::fromJson(*ticket));
    BL_TRY(parked.label, textAt(json, "label"));
    BL_TRY(const std::int64_t time, integerAt(json, "time"));
    parked.time = fromMillis(time);
    return OperationData{std::move(parked)};
}

Result<OperationData> decodeTicketEnded(sales::TicketEnd end, const Json& json)
{
    sales::TicketEnded ended;
    ended.end = end;
    BL_TRY(ended.store, idAt<StoreId>(json, "store"));
    BL_TRY(ended.ticket, idAt<TicketId>(json, "ticket"));
    BL_TRY(const std::int64_t time, integerAt(json, "time"));
    ended.time = fromMillis(time);
    return OperationData{ended};
}

}  // namespace bl::journal
