#include "core/storage/template_store.h"

#include "core/base/assert.h"
#include "resources/templates/templates.h"

#include <algorithm>

namespace bl::storage {

namespace {

constexpr int kNarrowPaperMm = 60;
constexpr const char* kTemplateColumns =
    "SELECT template_id, purpose, name, store_id, active, content FROM templates ";

StoredTemplate readTemplate(const sql::Cursor& rows)
{
    StoredTemplate stored;
    stored.id = rows.id<StoreId>(0).uuid;
    stored.purpose = rows.text(1) == "label" ? TemplatePurpose::Label : TemplatePurpose::Receipt;
    stored.name = rows.text(2);
    stored.store = rows.optionalId<StoreId>(3);
    stored.active = rows.integer(4) != 0;
    stored.content = rows.text(5);
    return stored;
}

/// The embedded files of one folder, read; they are part of the program, so they are right.
template <typename Template>
std::vector<ShippedTemplate<Template>> shipped(
    std::string_view folder, Result<Template> (*parse)(std::string_view))
{
    std::vector<ShippedTemplate<Template>> all;
    for (const auto& file : resources::templateFiles()) {
        if (!file.name.starts_with(folder))
            continue;
        auto content = parse(file.text);
        BL_ASSERT(content);
        auto name = file.name.substr(folder.size());
        name.remove_suffix(std::string_view(".json").size());
        all.push_back({std::string(name), *std::move(content)});
    }
    return all;
}

}  // namespace

std::string purposeName(TemplatePurpose purpose)
{
    return purpose == TemplatePurpose::Label ? "label" : "receipt";
}

Result<std::optional<StoredTemplate>> TemplateStore::find(const Uuid& id)
{
    BL_TRY(
        auto rows, m_database.select(std::string(kTemplateColumns) + "WHERE template_id = ?", id));
    std::optional<StoredTemplate> found;
    if (rows.next())
        found = readTemplate(rows);
    BL_CHECK(rows.status());
    return found;
}

Result<std::vector<StoredTemplate>> TemplateStore::list(
    TemplatePurpose purpose, std::optional<StoreId> store)
{
    BL_TRY(auto rows,
        m_database.select(std::string(kTemplateColumns)
                + "WHERE purpose = ? AND (store_id IS NULL OR store_id = ?)"
                  " ORDER BY store_id IS NULL, template_id DESC",
            purposeName(purpose), store));
    std::vector<StoredTemplate> all;
    while (rows.next())
        all.push_back(readTemplate(rows));
    BL_CHECK(rows.status());
    return all;
}

Result<std::optional<receipts::ReceiptTemplate>> TemplateStore::receiptInUse(
    std::optional<StoreId> store)
{
    BL_TRY(const auto all, list(TemplatePurpose::Receipt, store));
    for (const auto& stored : all) {
        if (!stored.active)
            continue;
        // HQ may be ahead of this program: a receipt in another form beats none.
        if (auto content = receipts::parseReceiptTemplate(stored.content))
            return std::optional(*std::move(content));
    }
    return std::optional<receipts::ReceiptTemplate>{};
}

const std::vector<ShippedTemplate<receipts::ReceiptTemplate>>& shippedReceipts()
{
    static const auto all = shipped("receipt/", receipts::parseReceiptTemplate);
    return all;
}

const std::vector<ShippedTemplate<receipts::LabelTemplate>>& shippedLabels()
{
    static const auto all = shipped("label/", receipts::parseLabelTemplate);
    return all;
}

const receipts::ReceiptTemplate& shippedReceiptFor(int paperMm)
{
    const std::string_view wanted = paperMm <= kNarrowPaperMm ? "short" : "usual";
    const auto& all = shippedReceipts();
    const auto found =
        std::ranges::find(all, wanted, &ShippedTemplate<receipts::ReceiptTemplate>::name);
    BL_ASSERT(found != all.end());
    return found->content;
}

}  // namespace bl::storage
