#include "devices/payment/zvt_codec.h"

namespace bl::zvt {

namespace {

using Data = std::span<const std::uint8_t>;

/// Code page 437 from 0x80 on.
constexpr std::array<std::string_view, 128> kUpperHalf{"Ç", "ü", "é", "â", "ä", "à", "å", "ç", "ê",
    "ë", "è", "ï", "î", "ì", "Ä", "Å", "É", "æ", "Æ", "ô", "ö", "ò", "û", "ù", "ÿ", "Ö", "Ü", "¢",
    "£", "¥", "₧", "ƒ", "á", "í", "ó", "ú", "ñ", "Ñ", "ª", "º", "¿", "⌐", "¬", "½", "¼", "¡", "«",
    "»", "░", "▒", "▓", "│", "┤", "╡", "╢", "╖", "╕", "╣", "║", "╗", "╝", "╜", "╛", "┐", "└", "┴",
    "┬", "├", "─", "┼", "╞", "╟", "╚", "╔", "╩", "╦", "╠", "═", "╬", "╧", "╨", "╤", "╥", "╙", "╘",
    "╒", "╓", "╫", "╪", "┘", "┌", "█", "▄", "▌", "▐", "▀", "α", "ß", "Γ", "π", "Σ", "σ", "µ", "τ",
    "Φ", "Θ", "Ω", "δ", "∞", "φ", "ε", "∩", "≡", "±", "≥", "≤", "⌠", "⌡", "÷", "≈", "°", "∙", "·",
    "√", "ⁿ", "²", "■", " "};

}  // namespace

std::string textOf(Data bytes)
{
    std::string text;
    for (const auto byte : bytes) {
        if (byte >= 0x80)
            text += kUpperHalf[byte - 0x80];
        else
            text += byte < 0x20 || byte == 0x7F ? ' ' : static_cast<char>(byte);
    }
    return text;
}

std::string cardDigits(Data bcd)
{
    std::string digits;
    for (const auto byte : bcd) {
        for (const int nibble : {byte >> 4, byte & 0x0F}) {
            if (nibble == 0x0F)
                return digits;
            digits += nibble > 9 ? '*' : static_cast<char>('0' + nibble);
        }
    }
    return digits;
}

}  // namespace bl::zvt
