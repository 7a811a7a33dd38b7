#include "devices/printer/receipt_layout.h"

#include <algorithm>
#include <iterator>

namespace bl {

namespace {

using Cells = std::vector<PrinterCell>;

int columnsOf(const Cells& cells)
{
    int columns = 0;
    for (const auto& cell : cells)
        columns += cell.columns;
    return columns;
}

bool isSpace(const PrinterCell& cell)
{
    return cell.text == " ";
}

void dropTrailingSpaces(Cells& cells)
{
    while (!cells.empty() && isSpace(cells.back()))
        cells.pop_back();
}

/// Greedy lines of at most `width` columns: at the last place where a line may end, or in the
/// middle of a word that is longer than a line. Spaces at the end of a line take no room.
std::vector<Cells> wrapped(const Cells& cells, int width)
{
    std::vector<Cells> lines;
    std::size_t start = 0;
    while (start < cells.size() || lines.empty()) {
        int used = 0;
        std::size_t end = start;
        std::size_t lastBreak = start;
        for (; end < cells.size(); ++end) {
            if (end > start && cells[end].breakBefore)
                lastBreak = end;
            used += cells[end].columns;
            if (used > width && !isSpace(cells[end]))
                break;
        }
        if (end < cells.size()) {
            if (lastBreak > start)
                end = lastBreak;
            // A single cell wider than the paper still has to go somewhere.
            end = std::max(end, start + 1);
        }
        Cells line(cells.begin() + static_cast<std::ptrdiff_t>(start),
            cells.begin() + static_cast<std::ptrdiff_t>(end));
        dropTrailingSpaces(line);
        lines.push_back(std::move(line));
        start = end;
        while (start < cells.size() && isSpace(cells[start]))
            ++start;
    }
    return lines;
}

void appendSpaces(Cells& cells, int count)
{
    for (int i = 0; i < count; ++i)
        cells.push_back({.text = " ", .columns = 1, .breakBefore = false});
}

/// The picture no wider than that. A dot of the smaller one is black where at least half of what it
/// covers is.
Bitmap fitted(const Bitmap& picture, int width)
{
    if (picture.width <= width)
        return picture;
    Bitmap small = Bitmap::blank(width, std::max(1, picture.rows * width / picture.width));
    for (int y = 0; y < small.rows; ++y) {
        const int top = y * picture.rows / small.rows;
        const int bottom = std::max(top + 1, (y + 1) * picture.rows / small.rows);
        for (int x = 0; x < width; ++x) {
            const int left = x * picture.width / width;
            const int right = std::max(left + 1, (x + 1) * picture.width / width);
            int black = 0;
            for (int row = top; row < bottom; ++row)
                for (int column = left; column < right; ++column)
                    black += picture.isBlack(column, row) ? 1 : 0;
            if (2 * black >= (bottom - top) * (right - left))
                small.blacken(x, y);
        }
    }
    return small;
}

class Layout {
public:
    explicit Layout(const PrinterProfile& profile)
        : m_columns(profile.columns)
        , m_pixels(profile.pixels)
        , m_text(profile)
    {
    }

    void operator()(const ReceiptText& block)
    {
        for (auto& cells : wrapped(m_text.cells(block.text), widthAt(block.size)))
            m_lines.push_back(TextLine{std::move(cells), block.align, block.size, block.weight});
    }

    void operator()(const ReceiptPair& block)
    {
        const int width = widthAt(block.size);
        Cells right = m_text.cells(block.right);
        dropTrailingSpaces(right);
        const int room = right.empty() ? width : width - columnsOf(right) - 1;
        const auto add = [&](Cells cells, Align align) {
            m_lines.push_back(TextLine{std::move(cells), align, block.size, block.weight});
        };
        // Where the right part leaves no third of the paper, names would be cut to ribbons: it gets
        // a line of its own.
        if (room < width / 3) {
            const Cells left = m_text.cells(block.left);
            if (!left.empty())
                for (auto& cells : wrapped(left, width))
                    add(std::move(cells), Align::Left);
            for (auto& cells : wrapped(right, width))
                add(std::move(cells), Align::Right);
            return;
        }
        auto lines = wrapped(m_text.cells(block.left), room);
        Cells& last = lines.back();
        if (!right.empty()) {
            appendSpaces(last, width - columnsOf(last) - columnsOf(right));
            std::ranges::move(right, std::back_inserter(last));
        }
        for (auto& cells : lines)
            add(std::move(cells), Align::Left);
    }

    void operator()(const ReceiptRule&) { m_lines.push_back(RuleLine{}); }
    void operator()(const ReceiptSpace& block)
    {
        m_lines.push_back(SpaceLine{std::max(block.lines, 0)});
    }
    void operator()(const ReceiptBarcode& block) { m_lines.push_back(BarcodeLine{block.code}); }
    void operator()(const ReceiptQr& block) { m_lines.push_back(QrLine{block.text}); }
    void operator()(const ReceiptImage& block)
    {
        if (block.picture.width > 0 && block.picture.rows > 0)
            m_lines.push_back(ImageLine{fitted(block.picture, m_pixels), block.align});
    }

    std::vector<ReceiptLine> take() { return std::move(m_lines); }

private:
    int widthAt(TextSize size) const { return size == TextSize::Large ? m_columns / 2 : m_columns; }

    int m_columns;
    int m_pixels;
    PrinterText m_text;
    std::vector<ReceiptLine> m_lines;
};

}  // namespace

int TextLine::columns() const
{
    return columnsOf(cells) * (size == TextSize::Large ? 2 : 1);
}

std::string TextLine::text() const
{
    std::string joined;
    for (const auto& cell : cells)
        joined += cell.text;
    return joined;
}

std::vector<ReceiptLine> layoutReceipt(
    const ReceiptDocument& document, const PrinterProfile& profile)
{
    Layout layout(profile);
    for (const auto& block : document.blocks)
        std::visit(layout, block);
    return layout.take();
}

}  // namespace bl
