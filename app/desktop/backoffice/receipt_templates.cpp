#include "app/desktop/backoffice/receipt_templates.h"

#include "app/desktop/backoffice/sample_receipt.h"
#include "app/desktop/backoffice/template_storing.h"
#include "app/desktop/printing/print_desk.h"
#include "app/desktop/printing/receipt_composer.h"
#include "app/desktop/till/till.h"

#include <algorithm>
#include <utility>

namespace bl::desktop {

using receipts::ReceiptTemplate;
using receipts::TemplateBlock;

struct ReceiptTemplates::Loaded {
    std::vector<storage::StoredTemplate> stored;
    ReceiptFacts example;
    std::optional<ReceiptFacts> lastSale;
};

ReceiptTemplates::ReceiptTemplates(
    Till& till, PrintDesk& printer, std::function<staff::Actor()> actor, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_printer(printer)
    , m_actor(std::move(actor))
{
}

void ReceiptTemplates::load()
{
    m_till.write(
        this, [](TillServices& services) { return services.sell.recent(1); },
        [this, by = m_actor().user, now = m_till.clock().now()](
            Result<std::vector<services::CompletedSale>> sales) {
            if (!sales) {
                Q_EMIT failed(sales.error());
                return;
            }
            m_till.read(
                this,
                [by, now, sales = *std::move(sales)](TillQueries& queries) -> Result<Loaded> {
                    BL_TRY(const auto site, queries.site.load());
                    BL_TRY(auto stored,
                        queries.templates.list(storage::TemplatePurpose::Receipt, site.store));
                    BL_TRY(auto example, sampleReceipt(queries, by, now));
                    Loaded loaded{std::move(stored), std::move(example), {}};
                    if (!sales.empty()) {
                        BL_TRY(loaded.lastSale, findReceiptFacts(queries, sales.front()));
                    }
                    return loaded;
                },
                [this](Result<Loaded> loaded) {
                    if (loaded)
                        take(*std::move(loaded));
                    else
                        Q_EMIT failed(loaded.error());
                });
        });
}

void ReceiptTemplates::take(Loaded loaded)
{
    const bool keepDraft = !m_entries.empty() && isChanged() && !m_wanted;
    const auto before = m_entries.empty() ? ReceiptTemplateEntry{} : m_entries[m_selected];
    m_entries.clear();
    bool used = false;
    for (auto& stored : loaded.stored) {
        auto content = receipts::parseReceiptTemplate(stored.content);
        if (!content)
            continue;  // of a newer version: neither used nor changed here
        const bool inUse = stored.active && !std::exchange(used, used || stored.active);
        m_entries.push_back({stored.id, QString::fromStdString(stored.name),
            stored.store ? TemplateOwner::Store : TemplateOwner::Chain, inUse,
            *std::move(content)});
    }
    const auto& usual = storage::shippedReceiptFor(m_printer.profile().paperMm);
    for (const auto& shipped : storage::shippedReceipts())
        m_entries.push_back({std::nullopt, shippedTemplateName(shipped.name),
            TemplateOwner::Product, !used && &shipped.content == &usual, shipped.content});
    m_example = std::move(loaded.example);
    m_lastSale = std::move(loaded.lastSale);
    if (m_wanted || before.id || !before.name.isEmpty()) {
        m_selected = indexOf(m_wanted ? m_wanted : before.id, before.name);
    } else {
        const auto inUse =
            std::ranges::find_if(m_entries, [](const auto& entry) { return entry.inUse; });
        m_selected = static_cast<std::size_t>(inUse - m_entries.begin());
    }
    m_wanted.reset();
    if (!keepDraft)
        revert();
    Q_EMIT listed();
}

std::size_t ReceiptTemplates::indexOf(const std::optional<Uuid>& id, const QString& name) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const ReceiptTemplateEntry& entry) {
        return entry.id == id && (id || entry.name == name);
    });
    return found == m_entries.end() ? 0 : static_cast<std::size_t>(found - m_entries.begin());
}

void ReceiptTemplates::select(std::size_t index)
{
    if (index >= m_entries.size() || index == m_selected)
        return;
    m_selected = index;
    revert();
}

bool ReceiptTemplates::canEdit() const
{
    return m_selected < m_entries.size() && m_entries[m_selected].owner == TemplateOwner::Store;
}

bool ReceiptTemplates::isChanged() const
{
    return m_selected < m_entries.size()
        && (m_entries[m_selected].content != m_draft || m_entries[m_selected].name != m_name);
}

void ReceiptTemplates::rename(const QString& name)
{
    m_name = name;
    Q_EMIT draftChanged();
}

void ReceiptTemplates::setLanguages(receipts::Languages languages)
{
    m_draft.languages = languages;
    Q_EMIT draftChanged();
}

void ReceiptTemplates::add(TemplateBlock block, std::size_t behind)
{
    if (m_draft.blocks.size() >= receipts::kMaxTemplateBlocks)
        return;
    const auto at = std::min(behind + 1, m_draft.blocks.size());
    m_draft.blocks.insert(
        m_draft.blocks.begin() + static_cast<std::ptrdiff_t>(at), std::move(block));
    Q_EMIT draftChanged();
}

bool ReceiptTemplates::canRemove(std::size_t block) const
{
    return block < m_draft.blocks.size()
        && !std::holds_alternative<receipts::MarksBlock>(m_draft.blocks[block]);
}

void ReceiptTemplates::remove(std::size_t block)
{
    if (!canRemove(block))
        return;
    m_draft.blocks.erase(m_draft.blocks.begin() + static_cast<std::ptrdiff_t>(block));
    Q_EMIT draftChanged();
}

void ReceiptTemplates::move(std::size_t block, int step)
{
    const auto to = static_cast<std::ptrdiff_t>(block) + step;
    if (block >= m_draft.blocks.size() || to < 0
        || to >= static_cast<std::ptrdiff_t>(m_draft.blocks.size()))
        return;
    std::swap(m_draft.blocks[block], m_draft.blocks[static_cast<std::size_t>(to)]);
    Q_EMIT draftChanged();
}

void ReceiptTemplates::replace(std::size_t block, TemplateBlock with)
{
    if (block >= m_draft.blocks.size() || m_draft.blocks[block] == with)
        return;
    m_draft.blocks[block] = std::move(with);
    Q_EMIT draftChanged();
}

void ReceiptTemplates::importLogo(std::size_t block, const QString& file, Dithering dithering)
{
    m_importing.run(
        this,
        [file, dithering, widest = m_printer.profile().pixels] {
            return importPicture(file, widest, dithering);
        },
        [this, block](Result<Bitmap> picture) {
            if (!picture) {
                Q_EMIT failed(picture.error());
                return;
            }
            // It may have been moved meanwhile; then the picture belongs nowhere.
            if (block >= m_draft.blocks.size())
                return;
            if (const auto* logo = std::get_if<receipts::LogoBlock>(&m_draft.blocks[block]))
                replace(block, receipts::LogoBlock{*std::move(picture), logo->align});
        });
}

void ReceiptTemplates::save()
{
    if (canEdit())
        store(m_entries[m_selected].id, m_name, m_draft);
}

void ReceiptTemplates::duplicate()
{
    if (m_selected < m_entries.size())
        store(std::nullopt, tr("%1, copy").arg(m_name), m_draft);
}

void ReceiptTemplates::store(
    const std::optional<Uuid>& id, const QString& name, const ReceiptTemplate& content)
{
    if (std::exchange(m_busy, true))
        return;
    storeTemplate(m_till, this,
        {id, storage::TemplatePurpose::Receipt, name.toStdString(),
            receipts::writeTemplate(content)},
        m_actor(), [this, name](Result<Uuid> kept) {
            m_busy = false;
            if (!kept) {
                Q_EMIT failed(kept.error());
                return;
            }
            m_wanted = *kept;
            Q_EMIT saved(name);
            load();
        });
}

void ReceiptTemplates::revert()
{
    if (m_selected >= m_entries.size())
        return;
    m_name = m_entries[m_selected].name;
    m_draft = m_entries[m_selected].content;
    Q_EMIT draftChanged();
}

bool ReceiptTemplates::canUse() const
{
    if (m_selected >= m_entries.size() || m_entries[m_selected].inUse || isChanged())
        return false;
    if (m_entries[m_selected].owner == TemplateOwner::Store)
        return true;
    // What is in use when the store has none of its own: the chain's newest, or the product's for
    // this paper.
    const auto& entry = m_entries[m_selected];
    const auto chain =
        std::ranges::find(m_entries, TemplateOwner::Chain, &ReceiptTemplateEntry::owner);
    if (chain != m_entries.end())
        return &*chain == &entry;
    return entry.content == storage::shippedReceiptFor(m_printer.profile().paperMm);
}

void ReceiptTemplates::discard()
{
    if (!canEdit() || std::exchange(m_busy, true))
        return;
    revert();
    m_till.write(
        this,
        [id = *m_entries[m_selected].id, by = m_actor()](
            TillServices& services) { return services.templates.remove(id, by); },
        [this](const Result<void>& gone) {
            m_busy = false;
            if (gone)
                load();
            else
                Q_EMIT failed(gone.error());
        });
}

void ReceiptTemplates::use()
{
    if (!canUse() || std::exchange(m_busy, true))
        return;
    const auto& entry = m_entries[m_selected];
    const auto own = entry.owner == TemplateOwner::Store ? entry.id : std::nullopt;
    m_till.write(
        this,
        [own, by = m_actor()](TillServices& services) {
            return own ? services.templates.use(*own, by) : services.templates.useNone(by);
        },
        [this, name = entry.name](const Result<void>& done) {
            m_busy = false;
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            Q_EMIT saved(name);
            load();
        });
}

void ReceiptTemplates::setSample(Sample sample)
{
    m_sample = sample;
    Q_EMIT draftChanged();
}

std::optional<ReceiptDocument> ReceiptTemplates::preview(text::Language own) const
{
    const auto& facts = m_sample == Sample::LastSale && m_lastSale ? m_lastSale : m_example;
    if (!facts)
        return std::nullopt;
    return composeReceipt(m_draft, *facts, ReceiptIssue::Original,
        receiptLanguages(m_draft.languages, own, facts->currency));
}

void ReceiptTemplates::printTest(text::Language own)
{
    auto document = preview(own);
    if (!document)
        return;
    m_printer.print(this, *std::move(document), DrawerPulse::None,
        [this](const Result<PrintProof>& result, PaperTrace) {
            if (result)
                Q_EMIT printed();
            else
                Q_EMIT failed(result.error());
        });
}

}  // namespace bl::desktop
