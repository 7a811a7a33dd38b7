#pragma once

#include <string_view>
#include <vector>

namespace bl::payments {

/// The check digits of a text of decimal digits alone (ISO/IEC 7812-1, annex B), summed once so
/// that any part of it can be asked about.
class LuhnSums {
public:
    explicit LuhnSums(std::string_view digits);

    /// Whether the last of these digits is the check digit of those before it; the part lies within
    /// the text.
    bool passes(std::size_t begin, std::size_t length) const;

private:
    /// What the digits before a place add up to where those at even places count twice, and where
    /// those at odd places do.
    struct Sums {
        int even = 0;
        int odd = 0;
    };

    std::vector<Sums> m_before;
};

}  // namespace bl::payments
