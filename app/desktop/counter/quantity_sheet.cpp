#include "app/desktop/counter/quantity_sheet.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/number_pad.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bl::desktop {

namespace {

constexpr int kQuantityCard = 500;
constexpr int kLongestQuantity = 12;

}  // namespace

QuantitySheet::QuantitySheet(
    CounterPresenter& presenter, const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_presenter(presenter)
    , m_product(newLabel(TextLook::Muted, this))
    , m_field(new QLineEdit(this))
    , m_unit(newLabel(TextLook::Lead, this))
    , m_pad(new NumberPad(theme, NumberPad::Kind::Decimal, this))
    , m_remove(new ActionButton(theme, this))
{
    setCardWidth(kQuantityCard);
    m_product->setWordWrap(true);
    body()->addWidget(m_product);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.size(Size::Space3));
    setStyleProperty(*m_field, "look", QStringLiteral("amount"));
    m_field->setAlignment(Qt::AlignRight);
    m_field->setMaxLength(kLongestQuantity);
    row->addWidget(m_field, 1);
    row->addWidget(m_unit);
    body()->addLayout(row);
    m_pad->setTarget(m_field);
    body()->addWidget(m_pad);
    addBack();
    m_remove->setArrangement(ActionButton::Arrangement::Beside);
    m_remove->setEmphasis(ActionButton::Emphasis::Danger);
    footer()->addWidget(m_remove, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    m_confirm = addPrimary();
    connect(m_field, &QLineEdit::returnPressed, this, &QuantitySheet::confirm);
    connect(m_confirm, &QPushButton::clicked, this, &QuantitySheet::confirm);
    connect(m_remove, &QPushButton::clicked, this, &QuantitySheet::removeLine);
    connect(&presenter, &CounterPresenter::failed, this, [this] { m_refused = true; });
    retranslate();
}

void QuantitySheet::openLine(std::size_t line, const sales::TicketLine& item)
{
    m_line = line;
    m_new.reset();
    open(QString::fromStdString(item.name), QString::fromStdString(item.unit),
        QString::fromStdString(plainQuantity(item.quantity)));
}

void QuantitySheet::openProduct(const catalog::Product& product)
{
    m_line.reset();
    m_new = product;
    open(QString::fromStdString(product.name), QString::fromStdString(product.unit), QString());
}

void QuantitySheet::open(const QString& name, const QString& unit, const QString& quantity)
{
    m_product->setText(name);
    m_unit->setText(unit);
    m_field->setText(quantity);
    m_remove->setVisible(m_line.has_value());
    openAt(m_field);
    m_field->selectAll();
}

void QuantitySheet::confirm()
{
    if (!isOpen())
        return;
    clearError();
    m_refused = false;
    if (m_line)
        m_presenter.setQuantity(*m_line, m_field->text());
    else if (m_new)
        m_presenter.addMeasured(*m_new, m_field->text());
    if (!m_refused)
        dismiss();
    else
        m_field->selectAll();
}

void QuantitySheet::removeLine()
{
    if (!isOpen() || !m_line)
        return;
    const std::size_t line = *m_line;
    dismiss();
    m_presenter.remove(line);
}

void QuantitySheet::retranslate()
{
    setTitle(tr("Quantity"));
    m_field->setAccessibleName(tr("Quantity"));
    m_remove->setText(tr("Remove line"));
    m_remove->setAccessibleName(m_remove->text());
    m_confirm->setText(tr("Apply"));
    m_confirm->setAccessibleName(m_confirm->text());
}

}  // namespace bl::desktop
