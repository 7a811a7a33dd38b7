#include "app/desktop/counter/receipts_presenter.h"

#include "app/desktop/printing/print_worker.h"
#include "app/desktop/printing/receipt_composer.h"
#include "app/desktop/till/till.h"
#include "devices/printer/page_receipt_printer.h"
#include "devices/printer/receipt_painter.h"

#include <QDir>

namespace bl::desktop {

ReceiptsPresenter::ReceiptsPresenter(Till& till, PrintWorker& printer, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_printer(printer)
{
}

void ReceiptsPresenter::load()
{
    m_till.write(
        this, [](TillServices& services) { return services.sell.recent(kNewest); },
        [this](Result<std::vector<services::CompletedSale>> sales) {
            if (!sales) {
                Q_EMIT failed(sales.error());
                return;
            }
            m_till.read(
                this,
                [sales = *std::move(sales)](
                    TillQueries& queries) -> Result<std::vector<ReceiptFacts>> {
                    std::vector<ReceiptFacts> receipts;
                    for (const auto& sale : sales) {
                        BL_TRY(auto facts, findReceiptFacts(queries, sale));
                        receipts.push_back(std::move(facts));
                    }
                    return receipts;
                },
                [this](Result<std::vector<ReceiptFacts>> receipts) {
                    if (!receipts) {
                        Q_EMIT failed(receipts.error());
                        return;
                    }
                    m_receipts = *std::move(receipts);
                    Q_EMIT listed(m_receipts);
                });
        });
}

std::optional<ReceiptDocument> ReceiptsPresenter::preview(std::size_t index) const
{
    if (index >= m_receipts.size())
        return std::nullopt;
    return composeReceipt(m_receipts[index], ReceiptIssue::Copy, QLocale());
}

void ReceiptsPresenter::reprint(std::size_t index)
{
    if (index >= m_receipts.size() || m_reprinting)
        return;
    m_reprinting = true;
    m_printer.print(this, composeReceipt(m_receipts[index], ReceiptIssue::Copy, QLocale()),
        DrawerPulse::None,
        [this, receipt = m_receipts[index].sale.sale.receipt](const Result<void>& printed) {
            m_reprinting = false;
            if (printed)
                Q_EMIT reprinted(receipt);
            else
                Q_EMIT failed(printed.error());
        });
}

void ReceiptsPresenter::savePdf(std::size_t index, const QString& directory)
{
    const auto document = preview(index);
    if (!document)
        return;
    const QString file = QDir(directory).filePath(
        QString::fromStdString(m_receipts[index].sale.sale.receipt) + QStringLiteral(".pdf"));
    const auto written =
        bl::savePdf(ReceiptPainter(*document, m_printer.profile(), receiptFonts()), file);
    if (written)
        Q_EMIT saved(file);
    else
        Q_EMIT failed(written.error());
}

}  // namespace bl::desktop
