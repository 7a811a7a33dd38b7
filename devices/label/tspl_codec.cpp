#include "devices/label/tspl_codec.h"

#include "devices/printer/symbol_size.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace bl::tspl {

namespace {

constexpr int kEanModules = 95;
/// White rows that are worth a picture of their own for what follows.
constexpr int kGapRows = 8;
constexpr int kTenthsPerMm = 10;

class Job {
public:
    void line(const std::string& command) { text(command + "\r\n"); }
    void text(std::string_view bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }
    void byte(std::uint8_t value) { m_bytes.push_back(value); }
    std::vector<std::uint8_t> take() { return std::move(m_bytes); }

private:
    std::vector<std::uint8_t> m_bytes;
};

bool isBlankRow(const Bitmap& picture, int row)
{
    const auto begin = picture.bits.begin() + row * picture.rowBytes();
    return std::all_of(
        begin, begin + picture.rowBytes(), [](std::uint8_t bits) { return bits == 0; });
}

/// The rows of one band, without the white at its sides.
void putBand(Job& job, const Bitmap& picture, int top, int bottom)
{
    int left = picture.rowBytes();
    int right = 0;
    const auto at = [&](int row, int column) {
        return picture.bits[static_cast<std::size_t>(row * picture.rowBytes() + column)];
    };
    for (int row = top; row < bottom; ++row)
        for (int column = 0; column < picture.rowBytes(); ++column)
            if (at(row, column) != 0) {
                left = std::min(left, column);
                right = std::max(right, column + 1);
            }
    job.text("BITMAP " + std::to_string(left * 8) + "," + std::to_string(top) + ","
        + std::to_string(right - left) + "," + std::to_string(bottom - top) + ",0,");
    for (int row = top; row < bottom; ++row)
        for (int column = left; column < right; ++column)
            // A dot is printed where the bit is 0.
            job.byte(static_cast<std::uint8_t>(~at(row, column)));
    job.line({});
}

void putPicture(Job& job, const Bitmap& picture)
{
    for (int row = 0; row < picture.rows;) {
        if (isBlankRow(picture, row)) {
            ++row;
            continue;
        }
        int end = row + 1;
        for (int next = end; next < picture.rows && next - end < kGapRows; ++next)
            if (!isBlankRow(picture, next))
                end = next + 1;
        putBand(job, picture, row, end);
        row = end;
    }
}

void putBarcode(Job& job, const LabelBarcode& barcode, int dotsPerMm)
{
    const auto dots = [dotsPerMm](int tenths) {
        return tenths * dotsPerMm / kTenthsPerMm;
    };
    const int width = dots(barcode.box.width);
    const int module = width / (kEanModules + 2 * kBarcodeQuietModules);
    const int left = dots(barcode.box.x) + (width - module * kEanModules) / 2;
    const std::string bars = std::to_string(module);
    job.line("BARCODE " + std::to_string(left) + "," + std::to_string(dots(barcode.box.y))
        + ",\"EAN13\"," + std::to_string(dots(barcode.box.height)) + ",0,0," + bars + "," + bars
        + ",\"" + barcode.code + "\"");
}

constexpr std::array<std::pair<std::uint8_t, DeviceFault>, 6> kConditions{
    {{0x01, DeviceFault::CoverOpen}, {0x02, DeviceFault::PaperJam}, {0x04, DeviceFault::NoPaper},
        {0x08, DeviceFault::NoRibbon}, {0x80, DeviceFault::Busy}, {0x10, DeviceFault::Busy}}};
constexpr std::uint8_t kPrinting = 0x20;

}  // namespace

bool drawsItself(const LabelBarcode& barcode)
{
    return isEan13(barcode.code);
}

std::vector<std::uint8_t> encodeLabel(const LabelDocument& label, const Bitmap& picture,
    int dotsPerMm, Direction direction, int copies)
{
    Job job;
    job.line(
        "SIZE " + std::to_string(label.widthMm) + " mm," + std::to_string(label.heightMm) + " mm");
    job.line("GAP " + std::to_string(label.gapMm) + " mm,0 mm");
    job.line(direction == Direction::TopLast ? "DIRECTION 1" : "DIRECTION 0");
    job.line("REFERENCE 0,0");
    job.line("CLS");
    putPicture(job, picture);
    for (const auto& element : label.elements)
        if (const auto* barcode = std::get_if<LabelBarcode>(&element);
            barcode && drawsItself(*barcode))
            putBarcode(job, *barcode, dotsPerMm);
    job.line("PRINT 1," + std::to_string(copies));
    return job.take();
}

std::vector<std::uint8_t> encodeStatusQuery()
{
    return {0x1B, '!', '?'};
}

Status readStatus(std::uint8_t answer)
{
    Status status;
    status.printing = (answer & kPrinting) != 0;
    for (const auto& [bit, fault] : kConditions)
        if ((answer & bit) != 0) {
            status.fault = fault;
            break;
        }
    return status;
}

}  // namespace bl::tspl
