#include "core/payments/luhn.h"

namespace bl::payments {

LuhnSums::LuhnSums(std::string_view digits)
{
    m_before.reserve(digits.size() + 1);
    Sums sums;
    m_before.push_back(sums);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int once = digits[i] - '0';
        const int twice = once < 5 ? 2 * once : 2 * once - 9;
        sums.even += i % 2 == 0 ? twice : once;
        sums.odd += i % 2 == 0 ? once : twice;
        m_before.push_back(sums);
    }
}

bool LuhnSums::passes(std::size_t begin, std::size_t length) const
{
    // Every second digit before the last counts twice.
    const auto end = begin + length;
    const auto sum = end % 2 == 0 ? &Sums::even : &Sums::odd;
    return (m_before[end].*sum - m_before[begin].*sum) % 10 == 0;
}

}  // namespace bl::payments
