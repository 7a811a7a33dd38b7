#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/journal/operation.h"

/// The data of `ticket.parked`, `ticket.recalled` and `ticket.discarded`.
namespace bl::journal {

Json encodeTicket(const sales::TicketParked& parked);
Json encodeTicket(const sales::TicketEnded& ended);

Result<OperationData> decodeTicketParked(const Json& json);
Result<OperationData> decodeTicketEnded(sales::TicketEnd end, const Json& json);

}  // namespace bl::journal
