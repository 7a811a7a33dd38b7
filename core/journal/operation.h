#pragma once

#include "core/base/hybrid_clock.h"
#include "core/base/strong_id.h"
#include "core/journal/entity.h"
#include "core/sales/parked_ticket.h"
#include "core/sales/sale.h"
#include "core/shifts/shift.h"
#include "core/stock/correction.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Operations: the one way in which state changes. Each holds all that was decided, so that
/// applying it needs no rules and no look-ups.
namespace bl::journal {

/// An entity came into being: `member.created`.
struct EntityCreated {
    Entity entity;

    friend bool operator==(const EntityCreated&, const EntityCreated&) = default;
};

/// Fields of an entity got new values: `member.changed`.
struct EntityChanged {
    EntityKind kind{};
    Uuid id;
    std::vector<std::pair<std::size_t, FieldValue>>
        fields;  ///< position in the schema, in rising order

    friend bool operator==(const EntityChanged&, const EntityChanged&) = default;
};

using OperationData = std::variant<sales::Sale, stock::StockCorrection, shifts::ShiftOpening,
    shifts::ShiftClosing, sales::TicketParked, sales::TicketEnded, EntityCreated, EntityChanged>;

/// One line of a journal, decoded.
struct Operation {
    RegisterId registerId;
    std::int64_t seq = 0;  ///< 1, 2, 3 … without gaps
    HybridTime hlc;
    std::string at;  ///< wall clock with offset (RFC 3339)
    UserId by;
    std::string rules;  ///< the release of prices and rules in force: `r42`
    OperationData data;
};

/// The type and version that the line of such data has: `sale.completed`, 1.
struct OperationType {
    std::string name;
    int version = 1;
};
OperationType typeOf(const OperationData& data);

}  // namespace bl::journal
