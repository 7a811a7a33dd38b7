#pragma once

#include "core/base/result.h"

#include <QRectF>

#include <string_view>
#include <vector>

class QPainter;

namespace bl {

/// A bar code or QR code as black rectangles, in modules and without quiet zone, so that it can be
/// drawn sharply at any size. Fails with NotRepresentable.
class SymbolShape {
public:
    static Result<SymbolShape> code128(std::string_view code);
    /// Thirteen digits, the last of which is the right check digit.
    static Result<SymbolShape> ean13(std::string_view code);
    static Result<SymbolShape> qr(std::string_view text);

    int modules() const { return m_modules; }  ///< width

    /// Draws it into the rectangle, which is stretched for bar codes and square for QR codes.
    void draw(QPainter& painter, const QRectF& into) const;

private:
    static Result<SymbolShape> encode(int symbology, std::string_view text);

    int m_modules = 0;
    double m_height = 0;
    std::vector<QRectF> m_bars;
};

}  // namespace bl
