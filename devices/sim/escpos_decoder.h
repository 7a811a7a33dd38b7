#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// What a receipt printer makes of its bytes. Written from the printers' manuals and apart from the
/// product's own encoder, so that one mistake cannot hide in both; for the same reason it reads
/// Chinese with iconv and not with ICU.
namespace bl::sim {

enum class PaperAlign { Left, Centre, Right };
enum class PaperEncoding { Gb18030, Gbk, Big5, Utf8 };

struct PaperShape {
    int pixels = 576;
    int columns = 48;
    PaperEncoding encoding = PaperEncoding::Gb18030;

    int columnDots() const { return pixels / columns; }
};

/// One character as it stands on the paper.
struct PaperGlyph {
    std::string text;
    int columns = 1;  ///< in narrow columns, the width factor not counted
    int widthFactor = 1;
    int heightFactor = 1;
    bool bold = false;
};

struct PaperLine {
    std::vector<PaperGlyph> glyphs;
    PaperAlign align = PaperAlign::Left;
    bool overflowed = false;  ///< the printer ended the line because it was full

    int columns() const;
    std::string text() const;
};
struct PaperPicture {
    int width = 0;
    int rows = 0;
    std::vector<std::uint8_t> bits;
    PaperAlign align = PaperAlign::Left;
};
struct PaperBarcode {
    std::string data;
    int moduleDots = 3;
    int heightDots = 162;
    bool textBelow = false;
    PaperAlign align = PaperAlign::Left;
};
struct PaperQr {
    std::string data;
    int moduleDots = 3;
    PaperAlign align = PaperAlign::Left;
};
struct PaperFeed {
    int lines = 0;
};
using PaperItem = std::variant<PaperLine, PaperPicture, PaperBarcode, PaperQr, PaperFeed>;

struct Cut {};
struct DrawerKick {
    int connector = 0;
    int onMs = 0;
    bool urgent = false;  ///< `10 14`, ahead of the data
};
struct MarkRequest {
    std::string mark;
};  ///< `1D 28 48`: wants it back when all before it is done
struct StatusRequest {
    int kind = 0;
};  ///< `10 04 n`
struct SensorRequest {
    int kind = 0;
};  ///< `1D 72 n`
struct IdentityRequest {
    int kind = 0;
};  ///< `1D 49 n`
struct AutomaticStatus {
    int mask = 0;
};  ///< `1D 61 n`
struct Initialised {};
struct UnknownBytes {
    std::vector<std::uint8_t> bytes;
};

using Decoded = std::variant<PaperLine, PaperPicture, PaperBarcode, PaperQr, PaperFeed, Cut,
    DrawerKick, StatusRequest, MarkRequest, SensorRequest, IdentityRequest, AutomaticStatus,
    Initialised, UnknownBytes>;

class EscPosDecoder {
public:
    explicit EscPosDecoder(PaperShape shape);
    ~EscPosDecoder();
    EscPosDecoder(const EscPosDecoder&) = delete;
    EscPosDecoder& operator=(const EscPosDecoder&) = delete;

    void feed(std::span<const std::uint8_t> bytes);

    /// The next thing in the stream; nothing where its bytes are not all there yet.
    std::optional<Decoded> next();

    /// Where in the stream next() goes on, counted from the start.
    std::size_t position() const { return m_position; }
    bool isIdle() const { return m_buffer.empty(); }

    /// The text of a line that no line feed ended, for paper that is torn off.
    std::optional<PaperLine> takeOpenLine();

    /// Forgets what is unfinished, as when it is switched on.
    void reset();

    /// Whether size, weight and alignment are as after init.
    bool isNeutral() const;

private:
    struct Converter;
    static std::string pageText(int page, std::uint8_t byte);
    enum class Step { Done, NeedsMore };

    std::uint8_t at(std::size_t index) const { return m_buffer[index]; }
    bool has(std::size_t count) const { return m_buffer.size() >= count; }
    void drop(std::size_t count);
    void initialise();
    Step step();
    Step text();
    Step escape();
    Step group();
    Step chinese();
    Step barcode();
    Step symbol();
    Step picture();
    Step unknown(std::size_t bytes);
    void place(PaperGlyph glyph);
    void endLine(bool overflowed);

    PaperShape m_shape;
    std::unique_ptr<Converter> m_converter;
    std::vector<std::uint8_t> m_buffer;
    std::size_t m_position = 0;
    std::vector<Decoded> m_ready;

    PaperLine m_line;
    PaperAlign m_align = PaperAlign::Left;
    std::array<int, 2> m_narrowSize{1, 1};  // width and height factor of Latin text
    std::array<int, 2> m_wideSize{1, 1};    // and of Chinese text
    bool m_bold = false;
    bool m_chinese = true;
    int m_codePage = 0;  // `1B 74 n`
    int m_barcodeHeight = 162;
    int m_barcodeModule = 3;
    bool m_barcodeText = false;
    int m_qrModule = 3;
    std::string m_qrData;
};

}  // namespace bl::sim
