#pragma once

#include "app/desktop/printing/picture_import.h"
#include "app/desktop/printing/receipt_facts.h"
#include "app/desktop/till/background.h"
#include "app/text/language.h"
#include "core/ports/receipt_document.h"
#include "core/receipts/receipt_template.h"
#include "core/staff/actor.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace bl::desktop {

class PrintDesk;
class Till;

/// Whose a template is.
enum class TemplateOwner { Product, Chain, Store };

struct ReceiptTemplateEntry {
    std::optional<Uuid> id;  ///< none for the product's
    QString name;
    TemplateOwner owner = TemplateOwner::Product;
    bool inUse = false;
    receipts::ReceiptTemplate content;
};

/// The receipt templates of this store: look at them, copy one, change the copy, use it. What is
/// being edited is a draft until it is saved.
class ReceiptTemplates final : public QObject {
    Q_OBJECT
public:
    /// `till` and `printer` outlive it; `actor` says who works.
    ReceiptTemplates(Till& till, PrintDesk& printer, std::function<staff::Actor()> actor,
        QObject* parent = nullptr);

    enum class Sample { Example, LastSale };

    /// Reads everything; `listed` follows, and the draft stays where it has changes.
    void load();
    const std::vector<ReceiptTemplateEntry>& entries() const { return m_entries; }

    void select(std::size_t index);
    std::size_t selected() const { return m_selected; }
    /// Whether the selected one is the store's own. Others are copied first.
    bool canEdit() const;
    bool isChanged() const;

    const QString& name() const { return m_name; }
    const receipts::ReceiptTemplate& draft() const { return m_draft; }
    void rename(const QString& name);
    void setLanguages(receipts::Languages languages);
    /// Behind that block; at the end where there is none.
    void add(receipts::TemplateBlock block, std::size_t behind);
    /// The block that marks copies and refunds stays.
    bool canRemove(std::size_t block) const;
    void remove(std::size_t block);
    /// By one place: −1 is up, 1 is down. What has no place to go stays.
    void move(std::size_t block, int step);
    void replace(std::size_t block, receipts::TemplateBlock with);
    /// Reads a picture beside and puts it into the logo block; `failed` where it cannot.
    void importLogo(std::size_t block, const QString& file, Dithering dithering);

    void save();
    void revert();
    /// Saves a copy as the store's own and selects it.
    void duplicate();
    /// The selected one, which is the store's own, is there no longer.
    void discard();
    /// The store's receipts look like the selected one from now on: its own one, or none of its
    /// own where the selected one is what the store falls back to.
    void use();
    bool canUse() const;

    void setSample(Sample sample);
    Sample sample() const { return m_sample; }
    bool hasLastSale() const { return m_lastSale.has_value(); }
    /// The draft's receipt. Nothing before the first `listed`.
    std::optional<ReceiptDocument> preview(text::Language own) const;
    void printTest(text::Language own);

Q_SIGNALS:
    void listed();
    void draftChanged();
    void saved(const QString& name);
    void printed();
    void failed(const bl::Error& error);

private:
    struct Loaded;

    void take(Loaded loaded);
    void store(const std::optional<Uuid>& id, const QString& name,
        const receipts::ReceiptTemplate& content);
    std::size_t indexOf(const std::optional<Uuid>& id, const QString& name) const;

    Till& m_till;
    PrintDesk& m_printer;
    std::function<staff::Actor()> m_actor;
    Background m_importing;
    std::vector<ReceiptTemplateEntry> m_entries;
    std::size_t m_selected = 0;
    std::optional<Uuid> m_wanted;  ///< to be selected when it was read
    QString m_name;
    receipts::ReceiptTemplate m_draft;
    Sample m_sample = Sample::Example;
    std::optional<ReceiptFacts> m_example;
    std::optional<ReceiptFacts> m_lastSale;
    bool m_busy = false;
};

}  // namespace bl::desktop
