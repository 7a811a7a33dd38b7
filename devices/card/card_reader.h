#pragma once

#include "core/base/result.h"

#include <string_view>

namespace bl {

enum class CardIssue {
    Blank,    ///< the card carries no number yet
    Replace,  ///< whatever it carries is given up
};

/// Tells that fault from others, as its error's fourth detail.
inline constexpr const char* kCardNumbered = "card-numbered";

/// A reader that also writes: it issues a member's number to the card that lies on it. A card
/// carries a number and never value.
class CardReader {
public:
    virtual ~CardReader() = default;

    /// Writes the number and reads it back. Fails with Unsupported where the reader or its set-up
    /// has no place for one, CardRemoved, AuthFailed, Busy with `card-numbered` as a fourth detail
    /// where a card that should be blank carries something else (the third), or InvalidArgument for
    /// a number that is longer than 16 printable ASCII characters.
    virtual Result<void> writeNumber(std::string_view number, CardIssue issue) = 0;
};

}  // namespace bl
