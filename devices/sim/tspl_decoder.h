#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// What a label printer makes of its bytes: TSPL as the makers' manuals have it, read apart from
/// the product's own encoder.
namespace bl::sim {

struct LabelSize {
    int widthMm = 0;
    int heightMm = 0;
};
struct LabelGap {
    int mm = 0;
};
struct LabelDirection {
    bool turned = false;
};
struct LabelOrigin {
    int x = 0;
    int y = 0;
};
struct LabelCleared {};
/// Dots at a place; a set bit stays white.
struct LabelDots {
    int x = 0;
    int y = 0;
    int rowBytes = 0;
    int rows = 0;
    std::vector<std::uint8_t> bits;
};
struct LabelCode {
    int x = 0;
    int y = 0;
    std::string symbology;  ///< `EAN13`, `128`
    int height = 0;
    int module = 0;
    std::string data;
};
struct LabelCopies {
    int count = 0;
};
struct LabelQuestion {};  ///< how it is: answered at once
struct LabelUnknown {
    std::string line;
};
using LabelCommand = std::variant<LabelSize, LabelGap, LabelDirection, LabelOrigin, LabelCleared,
    LabelDots, LabelCode, LabelCopies, LabelQuestion, LabelUnknown>;

class TsplDecoder {
public:
    void feed(std::span<const std::uint8_t> bytes);

    /// The next command; nothing where its bytes are not all there yet.
    std::optional<LabelCommand> next();

    /// Forgets a command that has only begun.
    void reset() { m_buffer.clear(); }

private:
    std::optional<LabelCommand> dots();

    std::string m_buffer;
};

}  // namespace bl::sim
