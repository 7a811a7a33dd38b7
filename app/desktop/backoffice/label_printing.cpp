#include "app/desktop/backoffice/label_printing.h"

#include "app/desktop/backoffice/sample_receipt.h"
#include "app/desktop/backoffice/template_storing.h"
#include "app/desktop/devices/device_desk.h"
#include "app/desktop/printing/label_composer.h"
#include "app/desktop/printing/receipt_fonts.h"
#include "app/desktop/till/till.h"
#include "devices/label/page_label_printer.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace bl::desktop {

struct LabelPrinting::Loaded {
    std::vector<storage::StoredTemplate> stored;
    std::string store;
    std::optional<Currency> currency;
    std::string address;
};

namespace {

constexpr int kMostResults = 20;

}  // namespace

LabelPrinting::LabelPrinting(
    Till& till, DeviceDesk& devices, std::function<staff::Actor()> actor, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_devices(devices)
    , m_actor(std::move(actor))
{
}

void LabelPrinting::load()
{
    m_till.read(
        this,
        [](TillQueries& queries) -> Result<Loaded> {
            BL_TRY(const auto site, queries.site.load());
            Loaded loaded;
            loaded.currency = site.currency;
            BL_TRY(
                loaded.stored, queries.templates.list(storage::TemplatePurpose::Label, site.store));
            BL_TRY(const auto store,
                queries.entities.find(
                    journal::EntityKind::Store, site.store.value_or(StoreId{}).uuid));
            if (store)
                loaded.store = store->text("name");
            BL_TRY(const auto address, queries.settings.find(kAddressSetting));
            loaded.address = address.value_or(std::string());
            return loaded;
        },
        [this](Result<Loaded> loaded) {
            if (loaded)
                take(*std::move(loaded));
            else
                Q_EMIT failed(loaded.error());
        });
}

void LabelPrinting::take(Loaded loaded)
{
    const bool keepDraft = !m_entries.empty() && isChanged() && !m_kept;
    const auto before = m_entries.empty() ? LabelTemplateEntry{} : m_entries[m_selected];
    m_entries.clear();
    for (const auto& stored : loaded.stored) {
        const auto content = receipts::parseLabelTemplate(stored.content);
        if (content && stored.active)
            m_entries.push_back({stored.id, QString::fromStdString(stored.name),
                stored.store.has_value(), *content});
    }
    for (const auto& shipped : storage::shippedLabels())
        m_entries.push_back(
            {std::nullopt, shippedTemplateName(shipped.name), false, shipped.content});
    const auto wantedId = m_kept ? m_kept : before.id;
    const auto found = std::ranges::find_if(m_entries, [&](const LabelTemplateEntry& entry) {
        return wantedId ? entry.id == wantedId : !entry.id && entry.content == before.content;
    });
    m_selected = found == m_entries.end() ? 0 : static_cast<std::size_t>(found - m_entries.begin());
    m_kept.reset();
    m_store = std::move(loaded.store);
    m_currency = loaded.currency;
    m_address = QString::fromStdString(loaded.address);
    if (!keepDraft)
        revert();
    Q_EMIT listed();
}

void LabelPrinting::select(std::size_t index)
{
    if (index >= m_entries.size() || index == m_selected)
        return;
    m_selected = index;
    revert();
}

bool LabelPrinting::canEdit() const
{
    return m_selected < m_entries.size() && m_entries[m_selected].own;
}

bool LabelPrinting::isChanged() const
{
    return m_selected < m_entries.size()
        && (m_entries[m_selected].content != m_draft || m_entries[m_selected].name != m_name);
}

void LabelPrinting::rename(const QString& name)
{
    m_name = name;
    Q_EMIT draftChanged();
}

void LabelPrinting::change(const receipts::LabelTemplate& draft)
{
    m_draft = draft;
    Q_EMIT draftChanged();
}

void LabelPrinting::revert()
{
    if (m_selected >= m_entries.size())
        return;
    m_name = m_entries[m_selected].name;
    m_draft = m_entries[m_selected].content;
    Q_EMIT draftChanged();
}

void LabelPrinting::save()
{
    if (canEdit())
        store(m_entries[m_selected].id, m_name);
}

void LabelPrinting::duplicate()
{
    if (m_selected < m_entries.size())
        store(std::nullopt, tr("%1, copy").arg(m_name));
}

void LabelPrinting::discard()
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

void LabelPrinting::store(const std::optional<Uuid>& id, const QString& name)
{
    if (std::exchange(m_busy, true))
        return;
    storeTemplate(m_till, this,
        {id, storage::TemplatePurpose::Label, name.toStdString(), receipts::writeTemplate(m_draft)},
        m_actor(), [this, name](Result<Uuid> kept) {
            m_busy = false;
            if (!kept) {
                Q_EMIT failed(kept.error());
                return;
            }
            m_kept = *kept;
            Q_EMIT saved(name);
            load();
        });
}

void LabelPrinting::search(const QString& typed)
{
    if (typed.isEmpty())
        return;
    m_till.read(
        this,
        [text = typed.toStdString()](
            TillQueries& queries) { return queries.products.search(text, kMostResults); },
        [this, typed](Result<std::vector<catalog::Product>> products) {
            if (products)
                Q_EMIT found(typed, *products);
            else
                Q_EMIT failed(products.error());
        });
}

void LabelPrinting::add(const catalog::Product& product)
{
    const auto there = std::ranges::find_if(
        m_wanted, [&](const WantedLabel& wanted) { return wanted.product.id == product.id; });
    if (there == m_wanted.end())
        m_wanted.push_back({product, 1});
    else
        there->copies = std::min(there->copies + 1, kMostCopies);
    Q_EMIT wantedChanged();
}

void LabelPrinting::setCopies(std::size_t index, int copies)
{
    if (index >= m_wanted.size())
        return;
    if (copies > 0)
        m_wanted[index].copies = std::min(copies, kMostCopies);
    else
        m_wanted.erase(m_wanted.begin() + static_cast<std::ptrdiff_t>(index));
    Q_EMIT wantedChanged();
}

void LabelPrinting::clear()
{
    m_wanted.clear();
    Q_EMIT wantedChanged();
}

int LabelPrinting::labelCount() const
{
    int count = 0;
    for (const auto& wanted : m_wanted)
        count += wanted.copies;
    return count;
}

void LabelPrinting::setAddress(const QString& address)
{
    const QString trimmed = address.trimmed();
    if (trimmed == m_address)
        return;
    m_address = trimmed;
    m_till.write(
        this,
        [value = trimmed.toStdString()](
            TillServices& services) { return services.settings.set(kAddressSetting, value); },
        [this](const Result<void>& kept) {
            if (!kept)
                Q_EMIT failed(kept.error());
        });
}

std::optional<text::MoneyFormat> LabelPrinting::money() const
{
    if (!m_currency)
        return std::nullopt;
    return text::MoneyFormat{*m_currency, QLocale()};
}

std::optional<LabelDocument> LabelPrinting::preview(std::size_t index) const
{
    const auto format = money();
    if (!format)
        return std::nullopt;
    if (index < m_wanted.size())
        return composeLabel(m_draft, m_wanted[index].product, m_store, *format);
    catalog::Product example;
    example.code = "6901234567892";
    example.name = tr("Mineral water 550 ml").toStdString();
    example.unit = tr("bottle").toStdString();
    example.price = Money::minor(2'00);
    return composeLabel(m_draft, example, m_store, *format);
}

void LabelPrinting::print()
{
    if (m_wanted.empty() || std::exchange(m_busy, true))
        return;
    std::vector<LabelJob> jobs;
    for (std::size_t i = 0; i < m_wanted.size(); ++i)
        if (auto label = preview(i))
            jobs.push_back({*std::move(label), m_wanted[i].copies});
    if (m_address.isEmpty()) {
        auto& devices = m_devices.devices();
        devices.run<LabelPrinter>(
            devices.slotOf(DeviceRole::LabelPrinter),
            [jobs = std::move(jobs)](LabelPrinter& printer) { return printer.print(jobs); },
            [self = QPointer(this), count = labelCount()](const Result<PrintProof>& proof) {
                if (self)
                    self->ended(proof ? Result<void>{} : proof.error(), count);
            });
        return;
    }
    m_printing.run(
        this,
        [address = m_address.toStdString(), jobs = std::move(jobs), fonts = receiptFonts()] {
            return printLabels(address, jobs, fonts);
        },
        [this, count = labelCount()](const Result<void>& done) { ended(done, count); });
}

void LabelPrinting::ended(const Result<void>& done, int labels)
{
    m_busy = false;
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    clear();
    Q_EMIT printed(labels);
}

QString LabelPrinting::deviceAddress() const
{
    const auto slot = m_devices.devices().slotOf(DeviceRole::LabelPrinter);
    return QString::fromStdString(m_devices.status(slot).settings.address);
}

}  // namespace bl::desktop
