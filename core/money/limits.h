#pragma once

#include <cstdint>

/// Bounds of what people may enter and of what a line of the journal may hold. Register and HQ
/// share them: what a register could sell, HQ takes.
namespace bl {

/// Prices, totals and tenders, in minor units: 88 billion yuan.
constexpr std::int64_t kMaxAmount = std::int64_t{1} << 43;

/// A line of a ticket and a correction of stock, in thousandths: a million pieces. The number of a
/// product that was scanned into the wrong field is above it.
constexpr std::int64_t kMaxQuantity = 1'000'000'000;

/// Float and count of a drawer, in minor units; a scanned product number is above it.
constexpr std::int64_t kMaxDrawer = 100'000'000'000;

/// No line of a journal holds an amount above this, nor moves more than this in all, in any unit's
/// smallest part: what many lines add up to stays far from the end of 64 bits.
constexpr std::int64_t kMaxLineAmount = std::int64_t{1} << 46;

}  // namespace bl
