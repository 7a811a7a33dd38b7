#pragma once

#include "devices/scale/weight_unit.h"
#include "devices/slot/device_event.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace bl {

/// The bytes of a scale → weights, for one protocol. A pure state machine.
class ScaleFrames {
public:
    /// A frame that could not be understood: damaged, or in a unit that is not taken.
    struct Damaged {
        std::string why;
    };
    using Frame = std::variant<WeightSeen, Damaged>;

    virtual ~ScaleFrames() = default;

    std::vector<Frame> take(std::span<const std::uint8_t> bytes, DeviceTime at);
    void clear() { m_frame.clear(); }

    /// What asks the scale for one weight; empty for scales that speak all the time.
    virtual std::string_view poll() const { return {}; }

protected:
    explicit ScaleFrames(WeightUnit unit)
        : m_unit(unit)
    {
    }

    enum class Edge {
        Inside,  ///< more is to come
        Whole,   ///< a frame is complete
        Restart  ///< the newest byte begins a frame, what was before is none
    };
    /// What the newest byte of `frame` means.
    virtual Edge edge(std::string_view frame) const = 0;
    virtual std::optional<Frame> read(std::string_view frame, DeviceTime at) = 0;

    WeightUnit unit() const { return m_unit; }
    /// Grams of a number with the unit behind it (`0.123kg`); the configured one without.
    std::optional<std::int64_t> gramsOf(std::string_view text, std::string& why) const;

private:
    WeightUnit m_unit;
    std::string m_frame;
};

/// Toledo 8217: asked with `W`; `STX 01.234 CR`, or `STX ? status CR`.
std::unique_ptr<ScaleFrames> toledoFrames(WeightUnit unit);

/// NCI and A&D: asked with `W CR`; `LF 01.234KG CR LF S00 CR ETX`, or `ST,GS,+0001.234kg CR LF`.
std::unique_ptr<ScaleFrames> nciFrames(WeightUnit unit);

/// Which end of the number comes first behind `=`.
enum class DigitOrder { Reversed, Plain };

/// Scales that speak all the time: `=432.10` (XK3190: the last digit first), `STX +001234 3 xx ETX`
/// with decimal places and XOR, `ST,NT,+  0.123 kg CR LF`. Where a frame does not tell whether the
/// load is at rest, it is when the weight has stayed the same for a while.
std::unique_ptr<ScaleFrames> continuousFrames(WeightUnit unit, DigitOrder order);

}  // namespace bl
