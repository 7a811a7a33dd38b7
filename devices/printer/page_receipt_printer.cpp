#include "devices/printer/page_receipt_printer.h"

#include "core/ports/device_fault.h"
#include "devices/printer/receipt_painter.h"
#include "devices/printer/system_queue.h"

#include <QDir>
#include <QFile>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPrinter>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace bl {

namespace {

constexpr int kPdfDotsPerInch = 1200;
constexpr double kMmPerInch = 25.4;

Error pdfNotWritten(const QString& file, const QString& reason)
{
    return Error{ErrorCode::DirectoryNotWritable, {file.toStdString(), reason.toStdString()}};
}

void setReceiptPaper(QPrinter& printer, const ReceiptPainter& receipt)
{
    printer.setFullPage(true);
    printer.setPageSize(
        QPageSize(receipt.paperMm(), QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    printer.setPageMargins(QMarginsF(0, 0, 0, 0));
}

/// False where the printer takes nothing.
bool paintPages(QPrinter& printer, const ReceiptPainter& receipt)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const QRectF page = printer.paperRect(QPrinter::DevicePixel);
    const double width =
        std::min(page.width(), receipt.paperMm().width() * printer.resolution() / kMmPerInch);
    const double height = receipt.heightForWidth(width);
    // A receipt's own paper is rounded to the device's dots.
    const double slack = page.height() / 100;
    for (double done = 0; height - done > slack || done == 0; done += page.height()) {
        if (done > 0 && !printer.newPage())
            return false;
        receipt.paint(painter, QPointF(0, -done), width);
    }
    return painter.end();
}

/// The bar code's text is the receipt's number; other documents have none.
QString nameOf(const ReceiptDocument& document)
{
    const auto found = std::find_if(document.blocks.begin(), document.blocks.end(),
        [](const ReceiptBlock& block) { return std::holds_alternative<ReceiptBarcode>(block); });
    QString name;
    if (found != document.blocks.end())
        name = QString::fromStdString(std::get<ReceiptBarcode>(*found).code);
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    return name.isEmpty() ? QStringLiteral("print") : name;
}

}  // namespace

Result<void> savePdf(const ReceiptPainter& receipt, const QString& file)
{
    const QString half = file + QStringLiteral(".part");
    QFile probe(half);
    if (!probe.open(QIODevice::WriteOnly))
        return pdfNotWritten(file, probe.errorString());
    probe.close();
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(half);
    printer.setResolution(kPdfDotsPerInch);
    setReceiptPaper(printer, receipt);
    const bool painted = paintPages(printer, receipt);
    // Unlike QFile's, this rename replaces what is there in one step.
    const bool named = painted
        && std::rename(QFile::encodeName(half).constData(), QFile::encodeName(file).constData())
            == 0;
    if (named)
        return {};
    QFile::remove(half);
    return pdfNotWritten(file, qt_error_string());
}

PageReceiptPrinter::PageReceiptPrinter(std::string address, PageAddress target,
    PrinterProfile profile, ReceiptFonts fonts, std::shared_ptr<const Cancellation> cancellation)
    : m_address(std::move(address))
    , m_target(std::move(target))
    , m_profile(std::move(profile))
    , m_fonts(std::move(fonts))
    , m_cancellation(std::move(cancellation))
{
}

Result<std::unique_ptr<PageReceiptPrinter>> PageReceiptPrinter::create(const std::string& address,
    const PrinterProfile& profile, ReceiptFonts fonts,
    std::shared_ptr<const Cancellation> cancellation)
{
    BL_TRY(auto target, PageAddress::parse(address));
    return std::unique_ptr<PageReceiptPrinter>(new PageReceiptPrinter(
        address, std::move(target), profile, std::move(fonts), std::move(cancellation)));
}

Result<void> PageReceiptPrinter::open()
{
    if (m_target.kind == PageAddress::Kind::Pdf) {
        const QDir directory(m_target.target);
        if (!directory.mkpath(QStringLiteral(".")))
            return deviceError(
                DeviceFault::PermissionDenied, m_address, qt_error_string().toStdString());
        return {};
    }
    return checkQueue(m_address, m_target.target);
}

/// The system's queue keeps what its printer cannot print now; there is nothing to watch.
Result<void> PageReceiptPrinter::attend(std::chrono::milliseconds limit)
{
    return m_wake.await(*m_cancellation, limit);
}

Result<PrintProof> PageReceiptPrinter::print(const ReceiptDocument& document, DrawerPulse)
{
    m_paperTrace = PaperTrace::None;
    if (m_cancellation->isRequested())
        return Error{ErrorCode::Cancelled, {}};
    // Such printers have no drawer.
    if (document.blocks.empty())
        return noDrawer(m_address);
    const ReceiptPainter receipt(document, m_profile, m_fonts);
    if (m_target.kind == PageAddress::Kind::Queue) {
        const auto taken = printOnQueue(m_address, m_target.target, nameOf(document),
            QPrinter::ScreenResolution, [&](QPrinter& printer) {
                setReceiptPaper(printer, receipt);
                return paintPages(printer, receipt);
            });
        if (taken || isFault(taken.error(), DeviceFault::OutcomeUnknown))
            m_paperTrace = PaperTrace::Possible;
        BL_CHECK(taken);
        return PrintProof::Sent;
    }
    const QDir directory(m_target.target);
    if (!directory.mkpath(QStringLiteral(".")))
        return pdfNotWritten(directory.path(), qt_error_string());
    // A copy does not take the place of the original.
    BL_CHECK(savePdf(receipt, freePdfFile(directory, nameOf(document))));
    return PrintProof::Confirmed;
}

}  // namespace bl
