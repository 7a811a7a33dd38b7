#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace bl {

/// What a customer is shown. Amounts are formatted by the caller with digits, points and blanks
/// alone, so that every display can show them.
struct DisplayContent {
    enum class Kind {
        Idle,      ///< nobody is served
        Line,      ///< what was just added
        Total,     ///< what is to be paid
        Received,  ///< what was given; the change follows
        Change,    ///< what comes back
    };
    /// A text for people, and what stands for it where a display knows no Chinese.
    struct Text {
        std::string text;
        std::string latin;

        friend bool operator==(const Text&, const Text&) = default;
    };

    Kind kind = Kind::Idle;
    Text heading;           ///< the shop when idle, the product's name
    Text caption;           ///< the greeting when idle, what the amount is
    std::string detail;     ///< `2 x 59.00`; what was given once it is paid
    std::string unitPrice;  ///< `59.00`
    std::string amount;     ///< `118.00`

    friend bool operator==(const DisplayContent&, const DisplayContent&) = default;
};

/// A display that the customer sees.
class CustomerDisplay {
public:
    virtual ~CustomerDisplay() = default;

    virtual Result<void> show(const DisplayContent& content) = 0;

    /// Which texts of the content nobody reads there whole: those that the display has neither
    /// letters nor room for, and that nothing stands for.
    virtual std::vector<std::string> lostTexts(const DisplayContent& content) const = 0;
};

/// What stands behind the evidence of the fault that notShown() gives.
inline constexpr const char* kNotShown = "not-shown";

/// Unsupported: the display cannot show these texts.
Error notShown(std::string display, const std::vector<std::string>& texts);

}  // namespace bl
