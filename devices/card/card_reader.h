#pragma once

#include "core/base/result.h"

#include <string_view>

namespace bl {

/// A reader that also writes: it issues a member's number to the card that lies on it. A card
/// carries a number and never value.
class CardReader {
public:
    virtual ~CardReader() = default;

    /// Writes the number and reads it back. Fails with Unsupported where the reader or its set-up
    /// has no place for one, CardRemoved, AuthFailed, or InvalidArgument for a number that is
    /// longer than 16 printable ASCII characters.
    virtual Result<void> writeNumber(std::string_view number) = 0;
};

}  // namespace bl
