#pragma once

#include "app/desktop/printing/receipt_facts.h"
#include "core/ports/receipt_printer.h"

#include <QObject>
#include <QString>

#include <vector>

namespace bl::desktop {

class PrintWorker;
class Till;

/// The newest receipts of this register: look at them, print them again, keep them as PDF.
class ReceiptsPresenter final : public QObject {
    Q_OBJECT
public:
    /// `till` and `printer` outlive the presenter.
    ReceiptsPresenter(Till& till, PrintWorker& printer, QObject* parent = nullptr);

    static constexpr int kNewest = 100;

    void load();
    /// The receipt as the printer of the present profile would print it. None for an index that is
    /// not in the list.
    std::optional<ReceiptDocument> preview(std::size_t index) const;
    /// Prints a copy. Emits `reprinted` or `failed`.
    void reprint(std::size_t index);
    /// Writes `<receipt number>.pdf` into the directory. Emits `saved` or `failed`.
    void savePdf(std::size_t index, const QString& directory);

    const std::vector<ReceiptFacts>& receipts() const { return m_receipts; }
    const PrintWorker& printer() const { return m_printer; }

Q_SIGNALS:
    void listed(const std::vector<bl::desktop::ReceiptFacts>& receipts);
    void reprinted(const std::string& receipt);
    void saved(const QString& file);
    void failed(const bl::Error& error);

private:
    Till& m_till;
    PrintWorker& m_printer;
    std::vector<ReceiptFacts> m_receipts;
    bool m_reprinting = false;
};

}  // namespace bl::desktop
