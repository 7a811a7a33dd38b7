#include "devices/printer/escpos_codec.h"

#include "devices/printer/symbol_size.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bl::escpos {

namespace {

constexpr int kMaxBandRows = 256;
constexpr int kBarcodeHeightDots = 80;
constexpr std::uint8_t kFeedBeforeCut = 3;
constexpr std::uint8_t kFeedToTearBar = 6;

/// Writes the commands and remembers the printer's state, so that each is sent only where it
/// changes.
class Job {
public:
    Job(const PrinterProfile& profile, const LineRasterizer& rasterizer)
        : m_profile(profile)
        , m_rasterizer(rasterizer)
        , m_text(profile)
    {
    }

    void begin(DrawerPulse drawer)
    {
        put({0x1b, 0x40});
        if (drawer == DrawerPulse::Open && m_profile.drawer)
            put({0x1b, 0x70, 0x00, 0x19, 0xfa});  // connector 2, 50 ms on, 500 ms off
    }

    void beginText()
    {
        switch (m_profile.cjk) {
        case CjkEncoding::Gb18030:
        case CjkEncoding::Gbk:
        case CjkEncoding::Big5: put({0x1c, 0x26}); break;
        case CjkEncoding::Utf8:
        case CjkEncoding::Raster: put({0x1c, 0x2e}); break;
        }
        if (!m_profile.codePage.name.empty())
            put({0x1b, 0x74, static_cast<std::uint8_t>(m_profile.codePage.number)});
    }

    void end()
    {
        setAlign(Align::Left);
        setSize(TextSize::Normal);
        setWeight(TextWeight::Normal);
        put({0x1b, 0x64, m_profile.cutter ? kFeedBeforeCut : kFeedToTearBar});
        if (m_profile.cutter)
            put({0x1d, 0x56, 0x42, 0x00});
    }

    Result<void> operator()(const TextLine& line)
    {
        std::string encoded;
        for (const auto& cell : line.cells) {
            const auto bytes = m_text.encode(cell.text);
            if (!bytes)
                return putPicture(line);
            encoded += *bytes;
        }
        setAlign(line.align);
        setSize(line.size);
        setWeight(line.weight);
        putText(encoded);
        put({0x0a});
        return {};
    }

    Result<void> operator()(const RuleLine&)
    {
        setAlign(Align::Left);
        setSize(TextSize::Normal);
        setWeight(TextWeight::Normal);
        putText(std::string(static_cast<std::size_t>(m_profile.columns), '-'));
        put({0x0a});
        return {};
    }

    Result<void> operator()(const SpaceLine& line)
    {
        for (int left = line.lines; left > 0; left -= 255)
            put({0x1b, 0x64, static_cast<std::uint8_t>(std::min(left, 255))});
        return {};
    }

    Result<void> operator()(const BarcodeLine& line)
    {
        BL_CHECK(checkBarcode(line.code));
        // In code set B a brace introduces a command, so a brace of the text is doubled.
        std::string data;
        for (const char c : line.code)
            data += c == '{' ? "{{" : std::string(1, c);
        const int dots = barcodeModuleDots(code128Modules(line.code), m_profile.pixels);
        if (!m_profile.barcode || dots == 0 || data.size() > 253)
            return putPicture(line);
        setAlign(Align::Centre);
        setSize(TextSize::Normal);
        setWeight(TextWeight::Normal);
        put({0x1d, 0x68, kBarcodeHeightDots});
        put({0x1d, 0x77, static_cast<std::uint8_t>(dots)});
        put({0x1d, 0x48, 0x02});
        put({0x1d, 0x6b, 0x49, static_cast<std::uint8_t>(data.size() + 2), 0x7b, 0x42});
        putText(data);
        return {};
    }

    Result<void> operator()(const QrLine& line)
    {
        const int dots = qrModuleDots(line.text.size());
        if (line.text.empty() || dots == 0)
            return Error{ErrorCode::NotRepresentable, {line.text}};
        if (!m_profile.qr)
            return putPicture(line);
        setAlign(Align::Centre);
        const auto stored = line.text.size() + 3;
        put({0x1b, 0x64, 0x01});  // the printer leaves no quiet zone by itself
        put({0x1d, 0x28, 0x6b, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00});
        put({0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x43, static_cast<std::uint8_t>(dots)});
        put({0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x45, 0x31});
        put({0x1d, 0x28, 0x6b, static_cast<std::uint8_t>(stored & 0xff),
            static_cast<std::uint8_t>(stored >> 8), 0x31, 0x50, 0x30});
        putText(line.text);
        put({0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30});
        put({0x1b, 0x64, 0x01});
        return {};
    }

    Result<void> operator()(const ImageLine& line)
    {
        setAlign(line.align);
        putBands(line.picture);
        return {};
    }

    std::vector<std::uint8_t> take() { return std::move(m_bytes); }

private:
    void put(std::initializer_list<std::uint8_t> bytes) { m_bytes.insert(m_bytes.end(), bytes); }
    void putText(std::string_view text) { m_bytes.insert(m_bytes.end(), text.begin(), text.end()); }

    void setAlign(Align align)
    {
        if (std::exchange(m_align, align) == align)
            return;
        switch (align) {
        case Align::Left: return put({0x1b, 0x61, 0x00});
        case Align::Centre: return put({0x1b, 0x61, 0x01});
        case Align::Right: return put({0x1b, 0x61, 0x02});
        }
    }

    void setSize(TextSize size)
    {
        if (std::exchange(m_size, size) == size)
            return;
        // Some printers keep the size of Chinese characters apart from that of Latin ones.
        if (size == TextSize::Large)
            put({0x1d, 0x21, 0x11, 0x1c, 0x21, 0x0c});
        else
            put({0x1d, 0x21, 0x00, 0x1c, 0x21, 0x00});
    }

    void setWeight(TextWeight weight)
    {
        if (std::exchange(m_weight, weight) == weight)
            return;
        const std::uint8_t on = weight == TextWeight::Bold ? 1 : 0;
        put({0x1b, 0x45, on});
    }

    Result<void> putPicture(const ReceiptLine& line)
    {
        BL_TRY(const Bitmap bitmap, m_rasterizer.rasterize(line, m_profile));
        setAlign(Align::Left);
        putBands(bitmap);
        return {};
    }

    void putBands(const Bitmap& bitmap)
    {
        const int rowBytes = bitmap.rowBytes();
        for (int row = 0; row < bitmap.rows; row += kMaxBandRows) {
            const int rows = std::min(kMaxBandRows, bitmap.rows - row);
            put({0x1d, 0x76, 0x30, 0x00, static_cast<std::uint8_t>(rowBytes & 0xff),
                static_cast<std::uint8_t>(rowBytes >> 8), static_cast<std::uint8_t>(rows & 0xff),
                static_cast<std::uint8_t>(rows >> 8)});
            const auto begin = bitmap.bits.begin() + row * rowBytes;
            m_bytes.insert(m_bytes.end(), begin, begin + rows * rowBytes);
        }
    }

    const PrinterProfile& m_profile;
    const LineRasterizer& m_rasterizer;
    PrinterText m_text;
    std::vector<std::uint8_t> m_bytes;
    Align m_align = Align::Left;
    TextSize m_size = TextSize::Normal;
    TextWeight m_weight = TextWeight::Normal;
};

}  // namespace

Result<std::vector<std::uint8_t>> encodeJob(const ReceiptDocument& document,
    const PrinterProfile& profile, DrawerPulse drawer, const LineRasterizer& rasterizer)
{
    Job job(profile, rasterizer);
    job.begin(drawer);
    if (document.blocks.empty())
        return job.take();
    job.beginText();
    for (const auto& line : layoutReceipt(document, profile))
        BL_CHECK(std::visit(job, line));
    job.end();
    return job.take();
}

std::vector<std::uint8_t> encodeUrgentPulse()
{
    return {0x10, 0x14, 0x01, 0x00, 0x01};  // connector 2, 100 ms
}

std::vector<std::uint8_t> encodeStatusQuery(StatusQuery query)
{
    return {0x10, 0x04, static_cast<std::uint8_t>(query)};
}

std::vector<std::uint8_t> encodeSensorQuery()
{
    return {0x1d, 0x72, 0x01};
}

std::vector<std::uint8_t> encodeMark(const std::array<char, 4>& mark)
{
    std::vector<std::uint8_t> bytes{0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30};
    bytes.insert(bytes.end(), mark.begin(), mark.end());
    return bytes;
}

std::vector<std::uint8_t> encodeAutomaticStatus()
{
    return {0x1d, 0x61, 0xff};
}

std::vector<std::uint8_t> encodeIdentityQuery(IdentityQuery query)
{
    return {0x1d, 0x49, static_cast<std::uint8_t>(query)};
}

StatusReading readStatus(StatusQuery query, StatusAnswer answer)
{
    const std::uint8_t bits = answer.bits;
    StatusReading reading;
    switch (query) {
    case StatusQuery::Printer: reading.drawerHigh = (bits & 0x04) != 0; break;
    case StatusQuery::Offline:
        if (bits & 0x04)
            reading.condition = PrinterCondition::CoverOpen;
        else if (bits & 0x20)
            reading.condition = PrinterCondition::PaperOut;
        else if (bits & 0x40)
            reading.condition = PrinterCondition::Fault;
        break;
    case StatusQuery::Error:
        if (bits & 0x08)
            reading.condition = PrinterCondition::CutterJam;
        else if (bits & 0x60)
            reading.condition = PrinterCondition::Fault;
        break;
    case StatusQuery::Paper:
        reading.paperNearEnd = (bits & 0x0c) != 0;
        if (bits & 0x60)
            reading.condition = PrinterCondition::PaperOut;
        break;
    }
    return reading;
}

PrinterCondition readSensor(SensorAnswer answer)
{
    return answer.bits & 0x0c ? PrinterCondition::PaperOut : PrinterCondition::Ready;
}

}  // namespace bl::escpos
