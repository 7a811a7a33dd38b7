#include "app/desktop/backoffice/block_options.h"

#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/choice_box.h"
#include "app/desktop/widgets/labels.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace bl::desktop {

using namespace receipts;

/// Makes the fields for each kind of block; what is changed in them changes the block.
class BlockOptions::Builder {
public:
    Builder(BlockOptions& options, QVBoxLayout& form)
        : m_options(options)
        , m_form(form)
    {
    }

    void operator()(const LogoBlock& block)
    {
        for (const Dithering dithering : {Dithering::Drawing, Dithering::Photo}) {
            auto* button = new ActionButton(m_options.m_theme);
            button->setArrangement(ActionButton::Arrangement::Beside);
            button->setText(dithering == Dithering::Drawing ? BlockOptions::tr("Import a drawing…")
                                                            : BlockOptions::tr("Import a photo…"));
            m_form.addWidget(button);
            connect(button, &QPushButton::clicked, &m_options,
                [&options = m_options, dithering] { Q_EMIT options.pictureRequested(dithering); });
        }
        align(block);
    }
    void operator()(const StoreBlock&)
    {
        flag(BlockOptions::tr("Name"), &StoreBlock::name);
        flag(BlockOptions::tr("Address"), &StoreBlock::address);
        flag(BlockOptions::tr("Telephone"), &StoreBlock::phone);
    }
    void operator()(const MarksBlock&) {}
    void operator()(const FactsBlock&)
    {
        flag(BlockOptions::tr("Receipt number"), &FactsBlock::receipt);
        flag(BlockOptions::tr("Date and time"), &FactsBlock::date);
        flag(BlockOptions::tr("Register"), &FactsBlock::registerCode);
        flag(BlockOptions::tr("Cashier"), &FactsBlock::cashier);
    }
    void operator()(const LinesBlock&)
    {
        flag(BlockOptions::tr("Code below the name"), &LinesBlock::code);
        flag(BlockOptions::tr("Quantity and unit price"), &LinesBlock::unitPrice);
        flag(BlockOptions::tr("Reduction below the line"), &LinesBlock::reduction);
    }
    void operator()(const SumsBlock&)
    {
        flag(BlockOptions::tr("Reductions"), &SumsBlock::reductions);
        flag(BlockOptions::tr("Rounding"), &SumsBlock::rounding);
        flag(BlockOptions::tr("Taxes"), &SumsBlock::taxes);
        flag(BlockOptions::tr("How it was paid"), &SumsBlock::tenders);
        flag(BlockOptions::tr("Change"), &SumsBlock::change);
    }
    void operator()(const MemberBlock& block)
    {
        choice<MemberBlock>(BlockOptions::tr("Name"),
            {BlockOptions::tr("No name"), BlockOptions::tr("Masked name"),
                BlockOptions::tr("Whole name")},
            static_cast<int>(block.name), [](MemberBlock& changed, int chosen) {
                changed.name = static_cast<NameShown>(chosen);
            });
        flag(BlockOptions::tr("Member number"), &MemberBlock::number);
        flag(BlockOptions::tr("Balance after the sale"), &MemberBlock::balance);
        flag(BlockOptions::tr("Points after the sale"), &MemberBlock::points);
    }
    void operator()(const TextBlock& block)
    {
        house(block);
        align(block);
        choice<TextBlock>(BlockOptions::tr("Size"),
            {BlockOptions::tr("Normal size"), BlockOptions::tr("Large")},
            static_cast<int>(block.size),
            [](TextBlock& changed, int chosen) { changed.size = static_cast<TextSize>(chosen); });
        choice<TextBlock>(BlockOptions::tr("Weight"),
            {BlockOptions::tr("Normal weight"), BlockOptions::tr("Bold")},
            static_cast<int>(block.weight), [](TextBlock& changed, int chosen) {
                changed.weight = static_cast<TextWeight>(chosen);
            });
    }
    void operator()(const QrBlock& block)
    {
        auto* field = line(BlockOptions::tr("Content"), block.content, 300);
        connect(field, &QLineEdit::textEdited, &m_options,
            [&options = m_options, field](const QString& typed) {
                // What is not whole yet is not drawn yet.
                const auto content = typed.toStdString();
                const bool whole = !content.empty() && isQrContent(content);
                setStyleProperty(*field, "tone", whole ? QString() : QStringLiteral("danger"));
                if (whole)
                    options.change(QrBlock{content});
            });
        auto* hint = newLabel(TextLook::Small, nullptr,
            BlockOptions::tr("In braces: %1")
                .arg(QStringLiteral("{receipt} {total} {store} {date}")));
        hint->setWordWrap(true);
        m_form.addWidget(hint);
    }
    void operator()(const BarcodeBlock&) {}
    void operator()(const RuleBlock&) {}
    void operator()(const SpaceBlock& block)
    {
        choice<SpaceBlock>(BlockOptions::tr("Lines"),
            {BlockOptions::tr("1 line"), BlockOptions::tr("2 lines"), BlockOptions::tr("3 lines"),
                BlockOptions::tr("4 lines")},
            std::min(block.lines, 4) - 1,
            [](SpaceBlock& changed, int chosen) { changed.lines = chosen + 1; });
    }
    void operator()(const ThanksBlock& block) { house(block); }
    void operator()(const ProofBlock&)
    {
        flag(BlockOptions::tr("Release of the prices"), &ProofBlock::rules);
    }

private:
    template <typename Block>
    void flag(const QString& label, bool Block::*value)
    {
        auto* box = new QCheckBox(label);
        box->setChecked(std::get<Block>(m_options.m_block).*value);
        m_form.addWidget(box);
        connect(box, &QCheckBox::toggled, &m_options, [&options = m_options, value](bool on) {
            Block changed = std::get<Block>(options.m_block);
            changed.*value = on;
            options.change(changed);
        });
    }

    template <typename Block>
    void choice(const QString& name, const QStringList& words, int chosen,
        void (*take)(Block& block, int chosen))
    {
        auto* box = new ChoiceBox(m_options.m_theme);
        box->addItems(words);
        box->setCurrentIndex(chosen);
        box->setAccessibleName(name);
        m_form.addWidget(box);
        connect(box, &QComboBox::activated, &m_options, [&options = m_options, take](int index) {
            Block changed = std::get<Block>(options.m_block);
            take(changed, index);
            options.change(changed);
        });
    }

    template <typename Block>
    void align(const Block& block)
    {
        choice<Block>(BlockOptions::tr("Alignment"),
            {BlockOptions::tr("Left"), BlockOptions::tr("Centred"), BlockOptions::tr("Right")},
            static_cast<int>(block.align),
            [](Block& changed, int chosen) { changed.align = static_cast<Align>(chosen); });
    }

    QLineEdit* line(const QString& placeholder, const std::string& text, int longest)
    {
        auto* field = new QLineEdit(QString::fromStdString(text));
        field->setPlaceholderText(placeholder);
        field->setAccessibleName(placeholder);
        field->setMaxLength(longest);
        m_form.addWidget(field);
        return field;
    }

    template <typename Block>
    void house(const Block& block)
    {
        const std::pair<QString, std::string HouseText::*> fields[]{
            {BlockOptions::tr("In simplified Chinese"), &HouseText::simplified},
            {BlockOptions::tr("In traditional Chinese"), &HouseText::traditional},
            {BlockOptions::tr("In English"), &HouseText::english}};
        for (const auto& [placeholder, value] : fields) {
            auto* field = line(placeholder, block.text.*value, 500);
            connect(field, &QLineEdit::textEdited, &m_options,
                [&options = m_options, value = value](const QString& typed) {
                    Block changed = std::get<Block>(options.m_block);
                    changed.text.*value = typed.toStdString();
                    options.change(changed);
                });
        }
    }

    BlockOptions& m_options;
    QVBoxLayout& m_form;
};

BlockOptions::BlockOptions(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void BlockOptions::edit(const TemplateBlock& block)
{
    clear();
    m_block = block;
    m_form = new QWidget(this);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(m_theme.size(Size::Space1));
    form->addWidget(newLabel(TextLook::Heading, m_form, titleOf(block)));
    auto* hint = newLabel(TextLook::Muted, m_form, hintOf(block));
    hint->setWordWrap(true);
    form->addWidget(hint);
    std::visit(Builder(*this, *form), block);
    form->addStretch(1);
    m_column->addWidget(m_form);
}

void BlockOptions::clear()
{
    delete std::exchange(m_form, nullptr);
}

void BlockOptions::change(TemplateBlock block)
{
    m_block = std::move(block);
    Q_EMIT changed(m_block);
}

QString BlockOptions::titleOf(const TemplateBlock& block)
{
    const QString titles[]{tr("Logo"), tr("Store"), tr("Copy and refund mark"), tr("Facts"),
        tr("Goods"), tr("Sums"), tr("Member"), tr("Text"), tr("QR code"), tr("Bar code"),
        tr("Rule"), tr("Space"), tr("Thanks"), tr("Proof")};
    return titles[block.index()];
}

QString BlockOptions::hintOf(const TemplateBlock& block)
{
    const QString hints[]{tr("The house's logo: PNG, JPEG or SVG."),
        tr("The store's head, as HQ keeps it."),
        tr("Says on copies and refunds that they are one. Every receipt has it once."),
        tr("Which sale this was."), tr("What was sold, line by line."),
        tr("The total, and what is told with it."),
        tr("Only where a member bought; what is not known is left out."),
        tr("Your own words. A language without words is left out."),
        tr("A QR code for telephones."), tr("The receipt's number, to be scanned at the counter."),
        tr("A line across the paper."), tr("Empty lines."),
        tr("Below sales. Without words of your own it thanks in general."),
        tr("Digits that prove that the sale is in the books.")};
    return hints[block.index()];
}

}  // namespace bl::desktop
