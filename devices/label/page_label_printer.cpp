#include "devices/label/page_label_printer.h"

#include "devices/label/label_painter.h"
#include "devices/printer/page_address.h"
#include "devices/printer/system_queue.h"

#include <QDir>
#include <QFile>
#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace bl {

namespace {

constexpr int kLabelDotsPerMm = 24;  // 610 dots an inch: sharper than any printer of labels
constexpr double kLabelMmPerInch = 25.4;

void setLabelPage(QPrinter& printer, const LabelDocument& label)
{
    printer.setFullPage(true);
    printer.setPageSize(QPageSize(QSizeF(label.widthMm, label.heightMm), QPageSize::Millimeter,
        QString(), QPageSize::ExactMatch));
    printer.setPageOrientation(QPageLayout::Portrait);
    printer.setPageMargins(QMarginsF(0, 0, 0, 0));
}

bool paintJobs(QPrinter& printer, const std::vector<LabelJob>& jobs, const ReceiptFonts& fonts)
{
    QPainter painter;
    bool first = true;
    for (const auto& job : jobs) {
        setLabelPage(printer, job.label);
        for (int copy = 0; copy < job.copies; ++copy) {
            if (first ? !painter.begin(&printer) : !printer.newPage())
                return false;
            first = false;
            painter.save();
            const double scale = printer.resolution() / kLabelMmPerInch / kLabelDotsPerMm;
            painter.scale(scale, scale);
            paintLabel(painter, job.label, kLabelDotsPerMm, fonts);
            painter.restore();
        }
    }
    return first || painter.end();
}

Result<void> printPdf(
    const QString& directory, const std::vector<LabelJob>& jobs, const ReceiptFonts& fonts)
{
    const QDir into(directory);
    const QString file = freePdfFile(into, QStringLiteral("labels"));
    const auto notWritten = [&file](const QString& reason) {
        return Error{ErrorCode::DirectoryNotWritable, {file.toStdString(), reason.toStdString()}};
    };
    if (!into.mkpath(QStringLiteral(".")))
        return notWritten(qt_error_string());
    QFile probe(file);
    if (!probe.open(QIODevice::WriteOnly))
        return notWritten(probe.errorString());
    probe.close();
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(file);
    if (paintJobs(printer, jobs, fonts))
        return {};
    QFile::remove(file);
    return notWritten(qt_error_string());
}

}  // namespace

Result<void> printLabels(
    const std::string& address, const std::vector<LabelJob>& jobs, const ReceiptFonts& fonts)
{
    BL_TRY(const PageAddress target, PageAddress::parse(address));
    for (const auto& job : jobs)
        BL_CHECK(checkLabel(job.label, kLabelDotsPerMm));
    if (target.kind == PageAddress::Kind::Pdf)
        return printPdf(target.target, jobs, fonts);
    return printOnQueue(address, target.target, QStringLiteral("labels"), QPrinter::HighResolution,
        [&](QPrinter& printer) { return paintJobs(printer, jobs, fonts); });
}

}  // namespace bl
