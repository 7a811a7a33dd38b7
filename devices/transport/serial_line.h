#pragma once

namespace bl {

enum class Parity { None, Even, Odd };
enum class FlowControl { None, Hardware, Software };

/// How bytes travel on a serial line.
struct SerialLine {
    int baud = 9600;
    int dataBits = 8;  ///< 7 or 8
    Parity parity = Parity::None;
    int stopBits = 1;  ///< 1 or 2
    FlowControl flow = FlowControl::None;

    friend bool operator==(const SerialLine&, const SerialLine&) = default;
};

}  // namespace bl
