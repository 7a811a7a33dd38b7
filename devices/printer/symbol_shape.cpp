#include "devices/printer/symbol_shape.h"

#include "devices/printer/symbol_size.h"

#include <QPainter>

#include <zint.h>

#include <cmath>
#include <memory>
#include <string>

namespace bl {

Result<SymbolShape> SymbolShape::encode(int symbology, std::string_view text)
{
    const std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)> symbol(
        ZBarcode_Create(), &ZBarcode_Delete);
    symbol->symbology = symbology;
    symbol->input_mode = UNICODE_MODE;
    symbol->show_hrt = 0;
    symbol->output_options |= BARCODE_NO_QUIET_ZONES;
    if (symbology == BARCODE_QRCODE)
        symbol->option_1 = 2;  // error correction M, as the printers are told
    // Warnings are below ZINT_ERROR: Chinese in a QR code is one.
    std::string bytes(text);
    auto* data = reinterpret_cast<unsigned char*>(bytes.data());
    if (bytes.empty()
        || ZBarcode_Encode(symbol.get(), data, static_cast<int>(bytes.size())) >= ZINT_ERROR
        || ZBarcode_Buffer_Vector(symbol.get(), 0) >= ZINT_ERROR || !symbol->vector)
        return Error{ErrorCode::NotRepresentable, {std::string(text)}};

    SymbolShape shape;
    shape.m_modules = symbol->width;
    const double module = static_cast<double>(symbol->vector->width) / symbol->width;
    shape.m_height = static_cast<double>(symbol->vector->height) / module;
    for (const auto* bar = symbol->vector->rectangles; bar; bar = bar->next) {
        const auto modules = [module](float value) {
            return static_cast<double>(value) / module;
        };
        shape.m_bars.emplace_back(
            modules(bar->x), modules(bar->y), modules(bar->width), modules(bar->height));
    }
    return shape;
}

Result<SymbolShape> SymbolShape::code128(std::string_view code)
{
    BL_CHECK(checkBarcode(code));
    return encode(BARCODE_CODE128, code);
}

Result<SymbolShape> SymbolShape::ean13(std::string_view code)
{
    if (!isEan13(code))
        return Error{ErrorCode::NotRepresentable, {std::string(code)}};
    return encode(BARCODE_EANX, code);
}

Result<SymbolShape> SymbolShape::qr(std::string_view text)
{
    return encode(BARCODE_QRCODE, text);
}

void SymbolShape::draw(QPainter& painter, const QRectF& into) const
{
    painter.save();
    painter.translate(into.topLeft());
    painter.scale(into.width() / m_modules, into.height() / m_height);
    // Whole pixels a module make sharp edges; in between (a small preview) grey edges keep the
    // widths in proportion.
    const double pixels = painter.transform().m11();
    painter.setRenderHint(QPainter::Antialiasing, std::abs(pixels - std::round(pixels)) > 0.01);
    for (const auto& bar : m_bars)
        painter.fillRect(bar, Qt::black);
    painter.restore();
}

}  // namespace bl
