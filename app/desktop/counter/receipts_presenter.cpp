#include "app/desktop/counter/receipts_presenter.h"

#include "app/desktop/printing/print_queue.h"
#include "app/desktop/printing/receipt_composer.h"
#include "app/desktop/printing/receipt_fonts.h"
#include "app/desktop/till/till.h"
#include "devices/printer/page_receipt_printer.h"
#include "devices/printer/receipt_painter.h"

#include <QDir>
#include <QPointer>

namespace bl::desktop {

ReceiptsPresenter::ReceiptsPresenter(
    Till& till, PrintDesk& printer, PrintQueue& prints, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_printer(printer)
    , m_prints(prints)
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

void ReceiptsPresenter::find(const QString& number)
{
    const std::string receipt = number.trimmed().toUpper().toStdString();
    if (receipt.empty())
        return;
    m_wanted = receipt;
    m_till.write(
        this, [receipt](TillServices& services) { return services.sell.findByReceipt(receipt); },
        [this, receipt](Result<std::optional<services::CompletedSale>> found) {
            if (receipt != m_wanted)
                return;
            if (!found)
                Q_EMIT failed(found.error());
            else if (*found)
                putInFront(**std::move(found));
            else
                askHq(receipt);
        });
}

void ReceiptsPresenter::askHq(const std::string& receipt)
{
    if (!m_hqSales) {
        Q_EMIT failed({ErrorCode::ReceiptNotHere, {receipt}});
        return;
    }
    Q_EMIT askingHq(receipt);
    m_hqSales(receipt,
        [self = QPointer<ReceiptsPresenter>(this), receipt](Result<storage::StoredSale> sale) {
            if (!self || receipt != self->m_wanted)
                return;
            if (sale)
                return self->putInFront(
                    services::toCompletedSale(sale->lineId, std::move(sale->record)));
            const bool unreached = sale.error().code == ErrorCode::NetworkFailed;
            Q_EMIT self->failed(
                unreached ? Error{ErrorCode::ReceiptNotHere, {receipt}} : sale.error());
        });
}

void ReceiptsPresenter::putInFront(services::CompletedSale sale)
{
    m_till.read(
        this,
        [sale = std::move(sale)](TillQueries& queries) { return findReceiptFacts(queries, sale); },
        [this](Result<ReceiptFacts> found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            std::erase_if(m_receipts, [&](const ReceiptFacts& receipt) {
                return receipt.sale.sale.receipt == found->sale.sale.receipt;
            });
            m_receipts.insert(m_receipts.begin(), *std::move(found));
            Q_EMIT listed(m_receipts);
        });
}

std::optional<ReceiptDocument> ReceiptsPresenter::preview(std::size_t index) const
{
    if (index >= m_receipts.size())
        return std::nullopt;
    return composeReceipt(m_receipts[index], ReceiptIssue::Copy, m_printer.profile());
}

void ReceiptsPresenter::reprint(std::size_t index)
{
    if (index >= m_receipts.size() || m_reprinting)
        return;
    m_reprinting = true;
    const auto& receipt = m_receipts[index].sale.sale.receipt;
    m_prints.printCopy(this, receipt,
        composeReceipt(m_receipts[index], ReceiptIssue::Copy, m_printer.profile()),
        [this, receipt](const Result<PrintProof>& printed) {
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
    m_saving.run(
        this,
        [document = *document, profile = m_printer.profile(), fonts = receiptFonts(), file] {
            return bl::savePdf(ReceiptPainter(document, profile, fonts), file);
        },
        [this, file](const Result<void>& written) {
            if (written)
                Q_EMIT saved(file);
            else
                Q_EMIT failed(written.error());
        });
}

}  // namespace bl::desktop
