#pragma once

#include "devices/printer/printer_profile.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bl {

/// What a reader sees as one character (a grapheme cluster) and the columns it takes on paper.
struct PrinterCell {
    std::string text;
    int columns = 1;
    bool breakBefore = false;  ///< a line may begin here

    friend bool operator==(const PrinterCell&, const PrinterCell&) = default;
};

/// Text as one printer sees it. In the double-byte encodings and code pages a column is a byte of
/// the encoded text, so accented Latin letters and typographic quotes are as wide as a Chinese
/// character in the former; elsewhere East Asian width decides. Not thread-safe.
class PrinterText {
public:
    explicit PrinterText(const PrinterProfile& profile);
    ~PrinterText();
    PrinterText(const PrinterText&) = delete;
    PrinterText& operator=(const PrinterText&) = delete;

    /// The text without control and formatting characters (line breaks and tabs become a space),
    /// composed, with `￥` for `¥` and `-` for the minus sign where the encoding has only those.
    std::vector<PrinterCell> cells(std::string_view text) const;

    /// The printer's bytes for one cell's text; nothing where its encoding lacks a character.
    std::optional<std::string> encode(std::string_view text) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace bl
