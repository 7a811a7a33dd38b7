#include "devices/printer/receipt_painter.h"

#include <QPainter>
#include <QSaveFile>

#include <cmath>

namespace bl {

namespace {

constexpr double kDotsPerMm = 8;
constexpr double kTopMarginDots = 40;

Error pngNotWritten(const QString& file, const QString& reason)
{
    return Error{ErrorCode::DirectoryNotWritable, {file.toStdString(), reason.toStdString()}};
}

}  // namespace

ReceiptPainter::ReceiptPainter(
    const ReceiptDocument& document, const PrinterProfile& profile, ReceiptFonts fonts)
    : m_profile(profile)
    , m_fonts(std::move(fonts))
    , m_lines(layoutReceipt(document, profile))
{
}

double ReceiptPainter::paperDots() const
{
    return m_profile.paperMm * kDotsPerMm;
}

double ReceiptPainter::heightDots() const
{
    double height = 2 * kTopMarginDots;
    for (const auto& line : m_lines)
        height += lineDots(line, m_profile);
    return height;
}

QSizeF ReceiptPainter::paperMm() const
{
    return {static_cast<double>(m_profile.paperMm), heightDots() / kDotsPerMm};
}

double ReceiptPainter::heightForWidth(double width) const
{
    return heightDots() * width / paperDots();
}

void ReceiptPainter::paint(QPainter& painter, QPointF topLeft, double width) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(topLeft);
    painter.scale(width / paperDots(), width / paperDots());
    double y = kTopMarginDots;
    const double margin = (paperDots() - m_profile.pixels) / 2;
    for (const auto& line : m_lines) {
        drawLine(painter, QPointF(margin, y), line, m_profile, m_fonts);
        y += lineDots(line, m_profile);
    }
    painter.restore();
}

QImage ReceiptPainter::image(int width) const
{
    QImage paper(width, static_cast<int>(std::ceil(heightForWidth(width))), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    paint(painter, QPointF(0, 0), width);
    return paper;
}

Result<void> ReceiptPainter::savePng(const QString& file, int width) const
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !image(width).save(&out, "PNG") || !out.commit())
        return pngNotWritten(file, out.errorString());
    return {};
}

}  // namespace bl
