#pragma once

#include "core/base/clock.h"
#include "core/sales/ticket.h"

#include <string>

/// Tickets that were put aside. The whole store sees them, so that they outlive the register on
/// which they were parked.
namespace bl::sales {

/// A ticket was put aside.
struct TicketParked {
    StoreId store;
    Ticket ticket{TicketId{}};
    std::string label;
    Instant time;

    friend bool operator==(const TicketParked&, const TicketParked&) = default;
};

/// What became of a parked ticket. It happens once: whoever parks it again makes a new one.
enum class TicketEnd {
    Recalled,   ///< in front of a cashier again
    Discarded,  ///< thrown away
};

struct TicketEnded {
    StoreId store;
    TicketId ticket;
    TicketEnd end{};
    Instant time;

    friend bool operator==(const TicketEnded&, const TicketEnded&) = default;
};

}  // namespace bl::sales
