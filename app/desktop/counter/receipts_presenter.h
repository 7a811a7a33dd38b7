#pragma once

#include "app/desktop/printing/receipt_facts.h"
#include "app/desktop/till/background.h"
#include "core/ports/receipt_printer.h"
#include "core/storage/sale_store.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace bl::desktop {

class PrintDesk;
class PrintQueue;
class Till;

/// The newest receipts of the store, and any other by its number: look at them, print them again,
/// keep them as PDF.
class ReceiptsPresenter final : public QObject {
    Q_OBJECT
public:
    /// All three outlive the presenter.
    ReceiptsPresenter(
        Till& till, PrintDesk& printer, PrintQueue& prints, QObject* parent = nullptr);

    static constexpr int kNewest = 100;

    /// How HQ is asked for a sale that is not on this register; calls back on this thread, once or
    /// never.
    using HqSales = std::function<void(
        const std::string& receipt, std::function<void(Result<storage::StoredSale>)> answered)>;
    void setHqSales(HqSales ask) { m_hqSales = std::move(ask); }

    void load();
    /// Looks for a receipt here and then at HQ, and puts it in front of the list. Emits `askingHq`
    /// where it takes longer, and `listed` or `failed`.
    void find(const QString& number);
    /// The receipt as the printer of the present profile would print it. None for an index that is
    /// not in the list.
    std::optional<ReceiptDocument> preview(std::size_t index) const;
    /// Prints a copy. Emits `reprinted` or `failed`.
    void reprint(std::size_t index);
    /// Writes `<receipt number>.pdf` into the directory. Emits `saved` or `failed`.
    void savePdf(std::size_t index, const QString& directory);

    const std::vector<ReceiptFacts>& receipts() const { return m_receipts; }
    const PrintDesk& printer() const { return m_printer; }

Q_SIGNALS:
    void askingHq(const std::string& receipt);
    void listed(const std::vector<bl::desktop::ReceiptFacts>& receipts);
    void reprinted(const std::string& receipt);
    void saved(const QString& file);
    void failed(const bl::Error& error);

private:
    void askHq(const std::string& receipt);
    void putInFront(services::CompletedSale sale);

    Till& m_till;
    PrintDesk& m_printer;
    PrintQueue& m_prints;
    std::vector<ReceiptFacts> m_receipts;
    HqSales m_hqSales;
    std::string m_wanted;  ///< the receipt that is looked for, until it was found
    bool m_reprinting = false;
    Background m_saving;  ///< a disk or a print system may be slow
};

}  // namespace bl::desktop
