#pragma once

#include "devices/display/customer_display.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Content → bytes of the displays at counters.
namespace bl {

/// What a display's own character set has beside Latin letters.
enum class DisplayEncoding { Ascii, Gb18030 };

constexpr std::size_t kDisplayColumns = 20;

/// The two lines of 20 columns, in the display's encoding; amounts stand at the right and are
/// never cut.
std::array<std::string, 2> displayLines(const DisplayContent& content, DisplayEncoding encoding);

/// Which texts do not stand whole in these lines, nor what stands for them.
std::vector<std::string> lostTexts(const DisplayContent& content, DisplayEncoding encoding);

/// CD5220: both lines written over what stood there.
std::vector<std::uint8_t> cd5220Bytes(const DisplayContent& content, DisplayEncoding encoding);
/// Clears the display and initialises it.
std::vector<std::uint8_t> cd5220Reset();

/// LED8: eight digits and one of four lamps (单价, 总计, 收款, 找零).
std::vector<std::uint8_t> led8Bytes(const DisplayContent& content);
std::vector<std::uint8_t> led8Reset();

}  // namespace bl
