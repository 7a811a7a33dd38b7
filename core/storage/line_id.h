#pragma once

#include <cstdint>

namespace bl::storage {

/// The key of a journal line in a database: register number × 2⁴⁰ + sequence number.
constexpr std::int64_t kLinesPerRegister = std::int64_t{1} << 40;

constexpr std::int64_t kHighestRegisterNo = (std::int64_t{1} << 22) - 1;

constexpr std::int64_t lineId(std::int64_t registerNo, std::int64_t seq)
{
    return registerNo * kLinesPerRegister + seq;
}
constexpr std::int64_t registerNoOf(std::int64_t lineId)
{
    return lineId / kLinesPerRegister;
}
constexpr std::int64_t seqOf(std::int64_t lineId)
{
    return lineId % kLinesPerRegister;
}

/// Lines from the first to the last, both included.
struct LineRange {
    std::int64_t first;
    std::int64_t last;
};

constexpr LineRange linesOf(std::int64_t registerNo)
{
    return {lineId(registerNo, 0), lineId(registerNo + 1, 0) - 1};
}

}  // namespace bl::storage
