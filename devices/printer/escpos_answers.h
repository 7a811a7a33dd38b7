#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// What ESC/POS printers say, as values. One stream carries answers of one byte, automatic status
/// of four, and blocks that end with a zero; their fixed bits tell them apart.
namespace bl::escpos {

enum class PrinterCondition { Ready, PaperOut, CoverOpen, CutterJam, Fault };

/// To `10 04 n`.
struct StatusAnswer {
    std::uint8_t bits = 0;
};
/// To `1D 72 01`: all before it is done.
struct SensorAnswer {
    std::uint8_t bits = 0;
};
/// By itself after `1D 61 FF`, whenever something changes.
struct AutomaticStatus {
    PrinterCondition condition = PrinterCondition::Ready;
    bool paperNearEnd = false;
    bool drawerHigh = false;  ///< pin 3 of the drawer's connector

    friend bool operator==(const AutomaticStatus&, const AutomaticStatus&) = default;
};
/// To `1D 28 48`: the job with that mark is done.
struct MarkAnswer {
    std::array<char, 4> mark{};
};
/// To `1D 49`: maker, model and others.
struct IdentityAnswer {
    std::string text;
};

using Answer =
    std::variant<StatusAnswer, SensorAnswer, AutomaticStatus, MarkAnswer, IdentityAnswer>;

/// Cuts a stream of bytes into answers. Bytes that belong to none are passed over.
class AnswerReader {
public:
    void feed(std::span<const std::uint8_t> bytes);
    std::optional<Answer> next();
    void reset() { m_bytes.clear(); }

private:
    std::vector<std::uint8_t> m_bytes;
};

}  // namespace bl::escpos
