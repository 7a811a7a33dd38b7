#pragma once

#include "app/desktop/till/background.h"
#include "app/text/number_text.h"
#include "core/catalog/product.h"
#include "core/ports/label_document.h"
#include "core/receipts/label_template.h"
#include "core/staff/actor.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace bl::desktop {

class DeviceDesk;
class Till;

struct LabelTemplateEntry {
    std::optional<Uuid> id;  ///< none for the product's
    QString name;
    bool own = false;  ///< the store's: it may be changed
    receipts::LabelTemplate content;
};

/// A product whose label is to be printed, so many times.
struct WantedLabel {
    catalog::Product product;
    int copies = 1;
};

/// Labels for products: which template, which products, how many, where to.
class LabelPrinting final : public QObject {
    Q_OBJECT
public:
    /// All outlive it; `actor` says who works.
    LabelPrinting(Till& till, DeviceDesk& devices, std::function<staff::Actor()> actor,
        QObject* parent = nullptr);
    static constexpr int kMostCopies = 999;
    /// Where the address of the label printer is kept on this machine.
    static constexpr const char* kAddressSetting = "label-printer-address";

    void load();
    const std::vector<LabelTemplateEntry>& entries() const { return m_entries; }
    std::size_t selected() const { return m_selected; }
    void select(std::size_t index);
    bool canEdit() const;
    bool isChanged() const;
    const QString& name() const { return m_name; }
    const receipts::LabelTemplate& draft() const { return m_draft; }
    void rename(const QString& name);
    void change(const receipts::LabelTemplate& draft);
    void save();
    void revert();
    void duplicate();
    /// The selected one, which is the store's own, is there no longer.
    void discard();

    /// Looks for products; `found` follows.
    void search(const QString& typed);
    /// One more label of it.
    void add(const catalog::Product& product);
    void setCopies(std::size_t index, int copies);
    void clear();
    const std::vector<WantedLabel>& wanted() const { return m_wanted; }
    int labelCount() const;

    const QString& address() const { return m_address; }
    /// `cups:QUEUE` or `pdf:/DIRECTORY`; empty for the label printer that is set up among the
    /// devices. Kept for the next time.
    void setAddress(const QString& address);
    /// Of the label printer among the devices; empty where none is set up.
    QString deviceAddress() const;
    /// Prints all that is wanted, beside; `printed` or `failed` follows.
    void print();

    /// The label of that wanted product, or of an example where none is wanted. Nothing before the
    /// first `listed`.
    std::optional<LabelDocument> preview(std::size_t index) const;
    std::optional<text::MoneyFormat> money() const;

Q_SIGNALS:
    void listed();
    void draftChanged();
    void wantedChanged();
    void found(const QString& typed, const std::vector<bl::catalog::Product>& products);
    void saved(const QString& name);
    void printed(int labels);
    void failed(const bl::Error& error);

private:
    struct Loaded;

    void take(Loaded loaded);
    void ended(const Result<void>& done, int labels);
    void store(const std::optional<Uuid>& id, const QString& name);

    Till& m_till;
    DeviceDesk& m_devices;
    std::function<staff::Actor()> m_actor;
    Background m_printing;
    std::vector<LabelTemplateEntry> m_entries;
    std::size_t m_selected = 0;
    std::optional<Uuid> m_kept;  ///< just saved: selected when it was read
    QString m_name;
    receipts::LabelTemplate m_draft;
    std::vector<WantedLabel> m_wanted;
    QString m_address;
    std::string m_store;
    std::optional<Currency> m_currency;
    bool m_busy = false;
};

}  // namespace bl::desktop
