#include "app/desktop/backoffice/label_page.h"

#include "app/desktop/backoffice/label_printing.h"
#include "app/desktop/printing/receipt_fonts.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/choice_box.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/search_field.h"
#include "app/desktop/widgets/table_view.h"
#include "app/text/sentence.h"
#include "devices/label/label_painter.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIntValidator>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <array>

namespace bl::desktop {

namespace {

using receipts::LabelTemplate;

constexpr int kTemplateWidth = 280;
constexpr int kPreviewWidth = 360;
constexpr std::array kLabelFlagsShown{&LabelTemplate::name, &LabelTemplate::price,
    &LabelTemplate::unit, &LabelTemplate::barcode, &LabelTemplate::code, &LabelTemplate::store};

}  // namespace

LabelPage::LabelPage(LabelPrinting& presenter, const Theme& theme, QWidget* parent)
    : OfficeWidget(parent)
    , m_presenter(presenter)
    , m_theme(theme)
    , m_banner(new Banner(theme, this))
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.size(Size::Space3));
    row->addWidget(newTemplate());
    row->addWidget(newProducts(), 1);
    row->addWidget(newPreview());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    column->addLayout(row, 1);
    setFocusProxy(m_search);
    connectPresenter();
    retranslate();
}

QWidget* LabelPage::newTemplate()
{
    auto* panel = new Panel(m_theme, this);
    panel->setFixedWidth(kTemplateWidth * m_theme.scale() / 100);
    panel->column()->setSpacing(m_theme.size(Size::Space1));
    m_templates = new QListWidget(panel);
    m_templates->setProperty("look", QStringLiteral("navigation"));
    m_name = new QLineEdit(panel);
    m_name->setMaxLength(60);
    m_layout = new ChoiceBox(m_theme, panel);
    m_sizeTitle = newLabel(TextLook::Muted, panel);
    m_width = new QLineEdit(panel);
    m_height = new QLineEdit(panel);
    m_gap = new QLineEdit(panel);
    auto* size = new QHBoxLayout;
    for (QLineEdit* field : {m_width, m_height, m_gap}) {
        field->setValidator(field == m_gap
                ? new QIntValidator(0, receipts::kMaxLabelGapMm, field)
                : new QIntValidator(receipts::kMinLabelMm, receipts::kMaxLabelMm, field));
        size->addWidget(field, 1);
        connect(field, &QLineEdit::textEdited, this, &LabelPage::changeDraft);
    }
    panel->column()->addWidget(m_templates, 1);
    panel->column()->addWidget(m_name);
    panel->column()->addWidget(m_layout);
    panel->column()->addWidget(m_sizeTitle);
    panel->column()->addLayout(size);
    auto* flags = new QGridLayout;
    flags->setVerticalSpacing(0);
    constexpr int kColumns = 2;
    for (int i = 0; i < static_cast<int>(kLabelFlagsShown.size()); ++i) {
        auto* box = new QCheckBox(panel);
        connect(box, &QCheckBox::toggled, this, &LabelPage::changeDraft);
        flags->addWidget(box, i / kColumns, i % kColumns);
        m_flags.push_back(box);
    }
    panel->column()->addLayout(flags);
    m_duplicate = new ActionButton(m_theme, Icon::Plus, panel);
    m_save = new ActionButton(m_theme, Icon::Check, panel);
    m_discard = new ActionButton(m_theme, Icon::Trash, panel);
    auto* end = new QHBoxLayout;
    end->addWidget(m_duplicate, 1);
    end->addWidget(m_save, 1);
    panel->column()->addLayout(end);
    panel->column()->addWidget(m_discard);
    connect(m_templates, &QListWidget::currentRowChanged, this, [this](int index) {
        if (!m_filling && index >= 0)
            m_presenter.select(static_cast<std::size_t>(index));
    });
    connect(m_name, &QLineEdit::textEdited, &m_presenter, &LabelPrinting::rename);
    connect(m_layout, &QComboBox::activated, this, &LabelPage::changeDraft);
    connect(m_duplicate, &QPushButton::clicked, &m_presenter, &LabelPrinting::duplicate);
    connect(m_save, &QPushButton::clicked, &m_presenter, &LabelPrinting::save);
    connect(m_discard, &QPushButton::clicked, &m_presenter, &LabelPrinting::discard);
    return panel;
}

QWidget* LabelPage::newProducts()
{
    auto* panel = new Panel(m_theme, this);
    m_search = new SearchField(m_theme, panel);
    m_results = new QStandardItemModel(this);
    m_search->setResultModel(m_results);
    m_rows = new QStandardItemModel(0, 3, this);
    m_table = new TableView(m_theme, TableView::Density::BackOffice, panel);
    m_table->setModel(m_rows);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, 110 * m_theme.scale() / 100);
    m_table->setColumnWidth(2, 90 * m_theme.scale() / 100);
    m_more = new ActionButton(m_theme, Icon::Plus, panel);
    m_fewer = new ActionButton(m_theme, Icon::Minus, panel);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_fewer);
    row->addWidget(m_more);
    panel->column()->addWidget(m_search);
    panel->column()->addWidget(m_table, 1);
    panel->column()->addLayout(row);
    connect(m_search, &SearchField::queryChanged, &m_presenter, &LabelPrinting::search);
    connect(m_search, &SearchField::submitted, &m_presenter, &LabelPrinting::search);
    connect(m_search, &SearchField::resultChosen, this, [this](const QModelIndex& index) {
        m_search->reset();
        if (static_cast<std::size_t>(index.row()) < m_found.size())
            m_presenter.add(m_found[static_cast<std::size_t>(index.row())]);
    });
    const auto step = [this](int by) {
        const auto index = static_cast<std::size_t>(std::max(0, m_table->currentIndex().row()));
        if (index < m_presenter.wanted().size())
            m_presenter.setCopies(index, m_presenter.wanted()[index].copies + by);
    };
    connect(m_more, &QPushButton::clicked, this, [step] { step(1); });
    connect(m_fewer, &QPushButton::clicked, this, [step] { step(-1); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &LabelPage::drawPreview);
    return panel;
}

QWidget* LabelPage::newPreview()
{
    auto* panel = new Panel(m_theme, this);
    panel->setFixedWidth(kPreviewWidth * m_theme.scale() / 100);
    m_picture = newLabel(TextLook::Plain, panel);
    m_picture->setAlignment(Qt::AlignCenter);
    m_address = new QLineEdit(panel);
    m_print = new ActionButton(m_theme, Icon::Printer, panel);
    m_print->setEmphasis(ActionButton::Emphasis::Primary);
    panel->column()->addWidget(m_picture, 1);
    panel->column()->addWidget(m_address);
    panel->column()->addWidget(m_print);
    connect(m_print, &QPushButton::clicked, this, [this] {
        m_presenter.setAddress(m_address->text());
        m_presenter.print();
    });
    return panel;
}

void LabelPage::connectPresenter()
{
    connect(&m_presenter, &LabelPrinting::listed, this, [this] {
        showTemplates();
        showDraft();
        showPlaces();
        if (!m_address->isModified())
            m_address->setText(m_presenter.address());
    });
    connect(&m_presenter, &LabelPrinting::draftChanged, this, &LabelPage::showDraft);
    connect(&m_presenter, &LabelPrinting::wantedChanged, this, &LabelPage::showWanted);
    connect(&m_presenter, &LabelPrinting::found, this, &LabelPage::showFound);
    connect(&m_presenter, &LabelPrinting::saved, this, [this](const QString& name) {
        m_banner->say({Tone::Success, tr("%1 is saved.").arg(name), {}});
    });
    connect(&m_presenter, &LabelPrinting::printed, this, [this](int labels) {
        m_banner->say({Tone::Success, tr("Labels printed: %1").arg(labels), {}});
    });
    connect(&m_presenter, &LabelPrinting::failed, this, [this](const Error& error) {
        m_banner->say({Tone::Danger, text::sentence(error), {}});
    });
}

void LabelPage::showTemplates()
{
    m_filling = true;
    m_templates->clear();
    for (const auto& entry : m_presenter.entries()) {
        auto* item = new QListWidgetItem(entry.name, m_templates);
        item->setSizeHint({0, m_theme.size(Size::RowOffice)});
    }
    m_templates->setCurrentRow(static_cast<int>(m_presenter.selected()));
    m_filling = false;
}

void LabelPage::showDraft()
{
    m_filling = true;
    m_templates->setCurrentRow(static_cast<int>(m_presenter.selected()));
    const auto& draft = m_presenter.draft();
    if (m_name->text() != m_presenter.name())
        m_name->setText(m_presenter.name());
    m_layout->setCurrentIndex(static_cast<int>(draft.layout));
    // A number that is still being typed stays as it is.
    for (const auto& [field, mm] : {std::pair(m_width, draft.widthMm),
             std::pair(m_height, draft.heightMm), std::pair(m_gap, draft.gapMm)})
        if (!field->hasFocus() || field->hasAcceptableInput())
            field->setText(QString::number(mm));
    for (std::size_t i = 0; i < m_flags.size(); ++i)
        m_flags[i]->setChecked(draft.*kLabelFlagsShown[i]);
    const bool mine = m_presenter.canEdit();
    for (QWidget* field : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_layout),
             static_cast<QWidget*>(m_width), static_cast<QWidget*>(m_height),
             static_cast<QWidget*>(m_gap)})
        field->setEnabled(mine);
    for (QCheckBox* box : m_flags)
        box->setEnabled(mine);
    m_save->setEnabled(mine && m_presenter.isChanged());
    m_discard->setEnabled(mine);
    m_filling = false;
    drawPreview();
}

void LabelPage::changeDraft()
{
    if (m_filling)
        return;
    LabelTemplate draft = m_presenter.draft();
    draft.layout = static_cast<receipts::LabelLayout>(m_layout->currentIndex());
    if (m_width->hasAcceptableInput())
        draft.widthMm = m_width->text().toInt();
    if (m_height->hasAcceptableInput())
        draft.heightMm = m_height->text().toInt();
    if (m_gap->hasAcceptableInput())
        draft.gapMm = m_gap->text().toInt();
    for (std::size_t i = 0; i < m_flags.size(); ++i)
        draft.*kLabelFlagsShown[i] = m_flags[i]->isChecked();
    m_presenter.change(draft);
}

void LabelPage::showWanted()
{
    const int row = std::max(0, m_table->currentIndex().row());
    m_rows->removeRows(0, m_rows->rowCount());
    const auto money = m_presenter.money();
    for (const auto& wanted : m_presenter.wanted()) {
        QList<QStandardItem*> items{new QStandardItem(QString::fromStdString(wanted.product.name)),
            new QStandardItem(money ? text::formatMoney(wanted.product.price, *money) : QString()),
            new QStandardItem(QLocale().toString(wanted.copies))};
        for (QStandardItem* item : items)
            item->setEditable(false);
        for (QStandardItem* item : {items[1], items[2]})
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_rows->appendRow(items);
    }
    if (m_rows->rowCount() > 0)
        m_table->selectRow(std::min(row, m_rows->rowCount() - 1));
    const bool any = !m_presenter.wanted().empty();
    m_more->setEnabled(any);
    m_fewer->setEnabled(any);
    m_print->setEnabled(any);
    drawPreview();
}

void LabelPage::showFound(const QString& typed, const std::vector<catalog::Product>& products)
{
    m_found = products;
    m_results->clear();
    for (const auto& product : products) {
        auto* item = new QStandardItem(QString::fromStdString(product.name));
        item->setData(static_cast<int>(Icon::Product), IconRole);
        item->setData(QString::fromStdString(product.code), DetailRole);
        if (const auto money = m_presenter.money())
            item->setData(text::formatMoney(product.price, *money), TrailingRole);
        item->setEditable(false);
        m_results->appendRow(item);
    }
    m_search->showResults(typed);
}

/// What is printed on where nothing is typed, otherwise what may be typed.
void LabelPage::showPlaces()
{
    const QString device = m_presenter.deviceAddress();
    m_address->setPlaceholderText(device.isEmpty() ? QStringLiteral("cups:… / pdf:/…") : device);
}

void LabelPage::drawPreview()
{
    const auto label =
        m_presenter.preview(static_cast<std::size_t>(std::max(0, m_table->currentIndex().row())));
    if (!label)
        return;
    const qreal ratio = devicePixelRatioF();
    QImage image = labelImage(*label, 16, receiptFonts());
    const int room = (kPreviewWidth - 40) * m_theme.scale() / 100;
    image = image.scaled(QSize(room, room) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    // Where the label ends, on a page that is white as well.
    QPainter painter(&image);
    painter.setPen(Qt::gray);
    painter.drawRect(image.rect().adjusted(0, 0, -1, -1));
    painter.end();
    image.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(image));
}

void LabelPage::retranslate()
{
    m_templates->setAccessibleName(tr("Templates"));
    m_name->setAccessibleName(tr("Name of the template"));
    m_name->setPlaceholderText(tr("Name of the template"));
    m_layout->setAccessibleName(tr("Kind of label"));
    m_filling = true;
    m_layout->clear();
    m_layout->addItems({tr("Shelf label: a large price"), tr("Product label: a large bar code")});
    m_filling = false;
    m_sizeTitle->setText(tr("Width, height and gap in mm"));
    m_width->setAccessibleName(tr("Width in millimetres"));
    m_height->setAccessibleName(tr("Height in millimetres"));
    m_gap->setAccessibleName(tr("Gap between two labels in millimetres"));
    const QStringList flags{
        tr("Name"), tr("Price"), tr("Unit"), tr("Bar code"), tr("Code in digits"), tr("Store")};
    for (std::size_t i = 0; i < m_flags.size(); ++i)
        m_flags[i]->setText(flags[static_cast<qsizetype>(i)]);
    m_duplicate->setText(tr("Copy"));
    m_save->setText(tr("Save"));
    m_discard->setText(tr("Delete"));
    m_search->setPlaceholderText(tr("Scan or search a product"));
    m_search->setAccessibleName(tr("Product"));
    m_table->setAccessibleName(tr("Labels to print"));
    m_rows->setHorizontalHeaderLabels({tr("Product"), tr("Price"), tr("Copies")});
    for (const int column : {1, 2})
        m_rows->setHeaderData(
            column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_more->setText(tr("One more"));
    m_fewer->setText(tr("One fewer"));
    showPlaces();
    m_address->setAccessibleName(tr("Address of the label printer"));
    m_print->setText(tr("Print"));
    m_picture->setAccessibleName(tr("Preview"));
    showTemplates();
    showDraft();
    showWanted();
}

void LabelPage::load()
{
    m_presenter.load();
}

}  // namespace bl::desktop
