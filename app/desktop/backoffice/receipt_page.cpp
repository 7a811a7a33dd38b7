#include "app/desktop/backoffice/receipt_page.h"

#include "app/desktop/backoffice/block_options.h"
#include "app/desktop/backoffice/receipt_templates.h"
#include "app/desktop/printing/receipt_fonts.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/banner.h"
#include "app/desktop/widgets/choice_box.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/sentence.h"
#include "devices/printer/receipt_painter.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

using namespace receipts;

constexpr int kTemplatesWidth = 230;
constexpr int kEditorWidth = 400;

/// What the list of blocks to add offers; the mark is there already.
const std::vector<TemplateBlock>& blocksToAdd()
{
    static const std::vector<TemplateBlock> blocks{LogoBlock{Bitmap::blank(8, 8)}, StoreBlock{},
        FactsBlock{}, LinesBlock{}, SumsBlock{}, MemberBlock{}, TextBlock{}, QrBlock{},
        BarcodeBlock{}, RuleBlock{}, SpaceBlock{}, ThanksBlock{}, ProofBlock{}};
    return blocks;
}

QListWidget* newPageList(QWidget* parent)
{
    auto* list = new QListWidget(parent);
    list->setProperty("look", QStringLiteral("navigation"));
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

text::Language ownLanguage()
{
    return text::languageFromCode(QLocale().name()).value_or(text::Language::SimplifiedChinese);
}

}  // namespace

ReceiptPage::ReceiptPage(ReceiptTemplates& presenter, const Theme& theme, QWidget* parent)
    : OfficeWidget(parent)
    , m_presenter(presenter)
    , m_theme(theme)
    , m_banner(new Banner(theme, this))
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.size(Size::Space3));
    row->addWidget(newTemplates());
    row->addWidget(newEditor());
    row->addWidget(newPreview(), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    column->addLayout(row, 1);
    setFocusProxy(m_templates);
    connectPresenter();
    retranslate();
}

QWidget* ReceiptPage::newTemplates()
{
    auto* panel = new Panel(m_theme, this);
    panel->setFixedWidth(kTemplatesWidth * m_theme.scale() / 100);
    m_templates = newPageList(panel);
    m_duplicate = new ActionButton(m_theme, Icon::Plus, panel);
    m_use = new ActionButton(m_theme, Icon::Check, panel);
    m_discard = new ActionButton(m_theme, Icon::Trash, panel);
    panel->column()->addWidget(m_templates, 1);
    panel->column()->addWidget(m_duplicate);
    panel->column()->addWidget(m_use);
    panel->column()->addWidget(m_discard);
    connect(m_templates, &QListWidget::currentRowChanged, this, [this](int index) {
        if (!m_filling && index >= 0)
            m_presenter.select(static_cast<std::size_t>(index));
    });
    connect(m_duplicate, &QPushButton::clicked, &m_presenter, &ReceiptTemplates::duplicate);
    connect(m_use, &QPushButton::clicked, &m_presenter, &ReceiptTemplates::use);
    connect(m_discard, &QPushButton::clicked, &m_presenter, &ReceiptTemplates::discard);
    return panel;
}

QWidget* ReceiptPage::newEditor()
{
    auto* panel = new Panel(m_theme, this);
    panel->setFixedWidth(kEditorWidth * m_theme.scale() / 100);
    m_readOnly = newLabel(TextLook::Muted, panel);
    m_readOnly->setWordWrap(true);
    m_editing = new QWidget(panel);
    auto* column = new QVBoxLayout(m_editing);
    column->setContentsMargins(0, 0, 0, 0);
    m_name = new QLineEdit(m_editing);
    m_name->setMaxLength(60);
    m_languages = new ChoiceBox(m_theme, m_editing);
    m_blocks = newPageList(m_editing);
    m_add = new ChoiceBox(m_theme, m_editing);
    m_up = new ActionButton(m_theme, Icon::ArrowUp, m_editing);
    m_down = new ActionButton(m_theme, Icon::ArrowDown, m_editing);
    m_remove = new ActionButton(m_theme, Icon::Trash, m_editing);
    m_options = new BlockOptions(m_theme, m_editing);
    m_save = new ActionButton(m_theme, Icon::Check, m_editing);
    m_save->setEmphasis(ActionButton::Emphasis::Primary);
    m_revert = new ActionButton(m_theme, Icon::Recall, m_editing);
    auto* order = new QHBoxLayout;
    order->addWidget(m_add, 1);
    for (ActionButton* button : {m_up, m_down, m_remove})
        order->addWidget(button);
    auto* end = new QHBoxLayout;
    end->addWidget(m_revert);
    end->addWidget(m_save, 1);
    column->addWidget(m_name);
    column->addWidget(m_languages);
    column->addWidget(m_blocks, 1);
    column->addLayout(order);
    column->addWidget(m_options);
    column->addLayout(end);
    panel->column()->addWidget(m_readOnly);
    panel->column()->addWidget(m_editing, 1);

    connect(m_name, &QLineEdit::textEdited, &m_presenter, &ReceiptTemplates::rename);
    connect(m_languages, &QComboBox::activated, this,
        [this](int index) { m_presenter.setLanguages(static_cast<Languages>(index)); });
    connect(m_blocks, &QListWidget::currentRowChanged, this, [this] {
        if (!m_filling)
            showOptions();
    });
    connect(m_add, &QComboBox::activated, this, [this](int index) {
        if (index < 1)
            return;
        const int behind = block();
        m_presenter.add(blocksToAdd()[static_cast<std::size_t>(index) - 1],
            static_cast<std::size_t>(std::max(behind, 0)));
        m_add->setCurrentIndex(0);
        selectBlock(behind + 1);
    });
    const auto moveBy = [this](int step) {
        const int row = block();
        if (row < 0)
            return;
        m_presenter.move(static_cast<std::size_t>(row), step);
        selectBlock(std::clamp(row + step, 0, m_blocks->count() - 1));
    };
    connect(m_up, &QPushButton::clicked, this, [moveBy] { moveBy(-1); });
    connect(m_down, &QPushButton::clicked, this, [moveBy] { moveBy(1); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (block() >= 0)
            m_presenter.remove(static_cast<std::size_t>(block()));
    });
    connect(m_options, &BlockOptions::changed, this, [this](const TemplateBlock& changed) {
        m_presenter.replace(static_cast<std::size_t>(block()), changed);
    });
    connect(m_options, &BlockOptions::pictureRequested, this,
        [this](Dithering dithering) { choosePicture(static_cast<int>(dithering)); });
    connect(m_save, &QPushButton::clicked, &m_presenter, &ReceiptTemplates::save);
    connect(m_revert, &QPushButton::clicked, &m_presenter, &ReceiptTemplates::revert);
    return panel;
}

QWidget* ReceiptPage::newPreview()
{
    auto* panel = new Panel(m_theme, this);
    m_wide = new ActionButton(m_theme, Icon::None, panel);
    m_narrow = new ActionButton(m_theme, Icon::None, panel);
    m_example = new ActionButton(m_theme, Icon::None, panel);
    m_lastSale = new ActionButton(m_theme, Icon::None, panel);
    m_print = new ActionButton(m_theme, Icon::Printer, panel);
    auto* choices = new QHBoxLayout;
    for (ActionButton* button : {m_wide, m_narrow, m_example, m_lastSale}) {
        button->setCheckable(true);
        choices->addWidget(button, 1);
    }
    m_picture = newLabel(TextLook::Plain, panel);
    m_picture->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_area = new QScrollArea(panel);
    m_area->setWidgetResizable(true);
    m_area->setWidget(m_picture);
    panel->column()->addLayout(choices);
    panel->column()->addWidget(m_area, 1);
    panel->column()->addWidget(m_print);
    const auto setPaper = [this](int mm) {
        m_paperMm = mm;
        drawPreview();
    };
    connect(m_wide, &QPushButton::clicked, this, [setPaper] { setPaper(80); });
    connect(m_narrow, &QPushButton::clicked, this, [setPaper] { setPaper(58); });
    connect(m_example, &QPushButton::clicked, this,
        [this] { m_presenter.setSample(ReceiptTemplates::Sample::Example); });
    connect(m_lastSale, &QPushButton::clicked, this,
        [this] { m_presenter.setSample(ReceiptTemplates::Sample::LastSale); });
    connect(m_print, &QPushButton::clicked, this, [this] { m_presenter.printTest(ownLanguage()); });
    return panel;
}

void ReceiptPage::connectPresenter()
{
    connect(&m_presenter, &ReceiptTemplates::listed, this, [this] {
        showTemplates();
        showDraft();
    });
    connect(&m_presenter, &ReceiptTemplates::draftChanged, this, &ReceiptPage::showDraft);
    connect(&m_presenter, &ReceiptTemplates::saved, this, [this](const QString& name) {
        m_banner->say({Tone::Success, tr("%1 is saved.").arg(name), {}});
    });
    connect(&m_presenter, &ReceiptTemplates::printed, this, [this] {
        m_banner->say({Tone::Success, tr("The test receipt is printed."), {}});
    });
    connect(&m_presenter, &ReceiptTemplates::failed, this, [this](const Error& error) {
        m_banner->say({Tone::Danger, text::sentence(error), {}});
    });
}

int ReceiptPage::block() const
{
    return m_blocks->currentRow();
}

void ReceiptPage::selectBlock(int row)
{
    m_blocks->setCurrentRow(row);
}

void ReceiptPage::showTemplates()
{
    m_filling = true;
    m_templates->clear();
    for (const auto& entry : m_presenter.entries()) {
        const QString owner = entry.owner == TemplateOwner::Store ? QString()
            : entry.owner == TemplateOwner::Chain                 ? tr("the chain's")
                                                                  : tr("built in");
        const QString text = owner.isEmpty() ? entry.name : tr("%1 (%2)").arg(entry.name, owner);
        auto* item = new QListWidgetItem(text, m_templates);
        item->setSizeHint({0, m_theme.size(Size::Control)});
        item->setToolTip(text);
        if (entry.inUse)
            item->setIcon(m_theme.icon(Icon::Check, Colour::Success));
    }
    m_templates->setCurrentRow(static_cast<int>(m_presenter.selected()));
    m_filling = false;
}

void ReceiptPage::showDraft()
{
    if (m_templates->currentRow() != static_cast<int>(m_presenter.selected())) {
        m_filling = true;
        m_templates->setCurrentRow(static_cast<int>(m_presenter.selected()));
        m_filling = false;
    }
    const bool mine = m_presenter.canEdit();
    m_readOnly->setVisible(!mine);
    m_editing->setEnabled(mine);
    if (m_name->text() != m_presenter.name())
        m_name->setText(m_presenter.name());
    m_languages->setCurrentIndex(static_cast<int>(m_presenter.draft().languages));
    m_save->setEnabled(mine && m_presenter.isChanged());
    m_revert->setEnabled(mine && m_presenter.isChanged());
    m_use->setEnabled(m_presenter.canUse());
    m_discard->setEnabled(mine);
    m_lastSale->setEnabled(m_presenter.hasLastSale());
    const bool last =
        m_presenter.sample() == ReceiptTemplates::Sample::LastSale && m_presenter.hasLastSale();
    m_example->setChecked(!last);
    m_lastSale->setChecked(last);
    showBlocks();
    drawPreview();
}

void ReceiptPage::showBlocks()
{
    const auto& blocks = m_presenter.draft().blocks;
    const int count = static_cast<int>(blocks.size());
    QStringList titles;
    for (const auto& one : blocks)
        titles << BlockOptions::titleOf(one);
    QStringList shown;
    for (int i = 0; i < m_blocks->count(); ++i)
        shown << m_blocks->item(i)->text();
    // Fields keep the focus while somebody types in them.
    if (titles == shown)
        return;
    const int row = std::clamp(block(), 0, std::max(0, count - 1));
    m_filling = true;
    m_blocks->clear();
    for (const auto& title : titles) {
        auto* item = new QListWidgetItem(title, m_blocks);
        item->setSizeHint({0, m_theme.size(Size::RowOffice)});
    }
    m_blocks->setCurrentRow(row);
    m_filling = false;
    showOptions();
}

void ReceiptPage::showOptions()
{
    const auto& blocks = m_presenter.draft().blocks;
    const int row = block();
    if (row < 0 || row >= static_cast<int>(blocks.size())) {
        m_options->clear();
        return;
    }
    m_options->edit(blocks[static_cast<std::size_t>(row)]);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row + 1 < static_cast<int>(blocks.size()));
    m_remove->setEnabled(m_presenter.canRemove(static_cast<std::size_t>(row)));
}

void ReceiptPage::drawPreview()
{
    m_wide->setChecked(m_paperMm == 80);
    m_narrow->setChecked(m_paperMm == 58);
    const auto document = m_presenter.preview(ownLanguage());
    if (!document)
        return;
    const auto profile = *findPrinterProfile(m_paperMm == 80 ? "escpos-80" : "escpos-58");
    const int width = profile.paperMm * 4 * m_theme.scale() / 100;
    const qreal ratio = devicePixelRatioF();
    QImage image =
        ReceiptPainter(*document, profile, receiptFonts()).image(static_cast<int>(width * ratio));
    image.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(image));
}

void ReceiptPage::choosePicture(int dithering)
{
    auto* dialog = new QFileDialog(this, tr("Choose a picture"), {},
        tr("Pictures (%1)").arg(QStringLiteral("*.png *.jpg *.jpeg *.svg")));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dithering](const QString& file) {
        m_presenter.importLogo(static_cast<std::size_t>(std::max(block(), 0)), file,
            static_cast<Dithering>(dithering));
    });
    dialog->open();
}

void ReceiptPage::retranslate()
{
    m_templates->setAccessibleName(tr("Templates"));
    m_blocks->setAccessibleName(tr("Blocks"));
    m_name->setAccessibleName(tr("Name of the template"));
    m_name->setPlaceholderText(tr("Name of the template"));
    m_languages->setAccessibleName(tr("Language of the receipt"));
    m_add->setAccessibleName(tr("Add a block"));
    m_readOnly->setText(tr("This template is not the store's own. Make a copy to change it."));
    m_duplicate->setText(tr("Copy"));
    m_use->setText(tr("Use for receipts"));
    m_discard->setText(tr("Delete"));
    m_save->setText(tr("Save"));
    m_revert->setText(tr("Revert"));
    m_wide->setText(QStringLiteral("80 mm"));
    m_narrow->setText(QStringLiteral("58 mm"));
    m_example->setText(tr("Example"));
    m_lastSale->setText(tr("Last sale"));
    m_print->setText(tr("Print a test"));
    m_up->setAccessibleName(tr("Move up"));
    m_down->setAccessibleName(tr("Move down"));
    m_remove->setAccessibleName(tr("Remove the block"));
    m_picture->setAccessibleName(tr("Preview"));
    m_languages->clear();
    m_languages->addItems(
        {tr("Language of the program"), tr("Chinese"), tr("English"), tr("Chinese and English")});
    m_add->clear();
    m_add->addItem(tr("Add…"));
    for (const auto& one : blocksToAdd())
        m_add->addItem(BlockOptions::titleOf(one));
    showTemplates();
    showDraft();
    showOptions();
}

void ReceiptPage::load()
{
    m_presenter.load();
}

}  // namespace bl::desktop
