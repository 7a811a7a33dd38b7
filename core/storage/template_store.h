#pragma once

#include "core/base/strong_id.h"
#include "core/receipts/label_template.h"
#include "core/receipts/receipt_template.h"
#include "core/sql/database.h"

#include <optional>
#include <string>
#include <vector>

namespace bl::storage {

enum class TemplatePurpose { Receipt, Label };

/// The purpose's name in the journal and the feed: `receipt`, `label`.
std::string purposeName(TemplatePurpose purpose);

/// A template as it is kept.
struct StoredTemplate {
    Uuid id;
    TemplatePurpose purpose = TemplatePurpose::Receipt;
    std::string name;
    std::optional<StoreId> store;  ///< none for the chain's
    bool active = false;           ///< a receipt template: in use; a label template: offered
    std::string content;           ///< JSON; empty where it was removed

    friend bool operator==(const StoredTemplate&, const StoredTemplate&) = default;
};

/// Receipt and label templates as a register sees them: the chain's and its own store's.
class TemplateStore {
public:
    explicit TemplateStore(sql::Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<StoredTemplate>> find(const Uuid& id);

    /// All of that purpose, the store's first, then the chain's, the newest first.
    Result<std::vector<StoredTemplate>> list(TemplatePurpose purpose, std::optional<StoreId> store);

    /// The receipt template in use: the store's newest active one, else the chain's; nothing where
    /// neither has one. One that this version of the program cannot read is passed over.
    Result<std::optional<receipts::ReceiptTemplate>> receiptInUse(std::optional<StoreId> store);

private:
    sql::Database& m_database;
};

/// A template that the product brings.
template <typename Template>
struct ShippedTemplate {
    std::string name;  ///< `usual`, `shelf-60x40`; the programs have words for it
    Template content;
};

const std::vector<ShippedTemplate<receipts::ReceiptTemplate>>& shippedReceipts();
const std::vector<ShippedTemplate<receipts::LabelTemplate>>& shippedLabels();

/// What a register uses that has no other receipt template: the short one on narrow paper.
const receipts::ReceiptTemplate& shippedReceiptFor(int paperMm);

}  // namespace bl::storage
