#include "app/desktop/counter/quantity_sheet.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/desktop/widgets/number_pad.h"
#include "core/catalog/in_store_code.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
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
    , m_scaleLine(newLabel(TextLook::Muted, this))
    , m_fromScale(new ActionButton(theme, this))
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
    body()->addWidget(m_scaleLine);
    m_pad->setTarget(m_field);
    body()->addWidget(m_pad);
    addBack();
    m_remove->setArrangement(ActionButton::Arrangement::Beside);
    m_remove->setEmphasis(ActionButton::Emphasis::Danger);
    footer()->addWidget(m_remove, 0, Qt::AlignVCenter);
    m_fromScale->setArrangement(ActionButton::Arrangement::Beside);
    footer()->addWidget(m_fromScale, 0, Qt::AlignVCenter);
    footer()->addStretch(1);
    m_confirm = addPrimary();
    connect(m_field, &QLineEdit::returnPressed, this, &QuantitySheet::confirm);
    connect(m_confirm, &QPushButton::clicked, this, &QuantitySheet::confirm);
    connect(m_fromScale, &QPushButton::clicked, this, &QuantitySheet::takeWeight);
    connect(m_remove, &QPushButton::clicked, this, &QuantitySheet::removeLine);
    connect(&presenter, &CounterPresenter::failed, this, [this] { m_refused = true; });
    retranslate();
}

void QuantitySheet::openLine(std::size_t line, const sales::TicketLine& item)
{
    m_line = line;
    m_new.reset();
    m_measured = item.saleUnit == catalog::SaleUnit::Measure;
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
    const bool measured = m_new ? m_new->saleUnit == catalog::SaleUnit::Measure : m_measured;
    const std::string unitName = unit.toStdString();
    const bool weighs = measured && catalog::weighedQuantity(1, unitName).has_value();
    m_weightUnit = weighs ? unitName : std::string();
    m_weight.reset();
    showWeight();
    openAt(m_field);
    m_field->selectAll();
    if (weighs)
        Q_EMIT weightWanted(Scale::Watch::On);
}

bool QuantitySheet::take(const DeviceEvent& event)
{
    const auto* weight = std::get_if<WeightSeen>(&event);
    if (!weight || m_weightUnit.empty())
        return false;
    m_weight = *weight;
    showWeight();
    return true;
}

std::optional<Quantity> QuantitySheet::weighed() const
{
    if (!m_weight || !fillsLine(*m_weight, std::chrono::steady_clock::now()))
        return std::nullopt;
    return catalog::weighedQuantity(m_weight->grams, m_weightUnit);
}

void QuantitySheet::takeWeight()
{
    const auto quantity = weighed();
    if (!quantity) {
        QApplication::beep();
        return;
    }
    m_field->setText(QString::fromStdString(plainQuantity(*quantity)));
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
}

void QuantitySheet::showWeight()
{
    m_scaleLine->setVisible(m_weight.has_value());
    m_fromScale->setVisible(m_weight.has_value());
    if (!m_weight)
        return;
    const auto load = catalog::weighedQuantity(m_weight->grams, m_weightUnit);
    m_fromScale->setEnabled(weighed().has_value());
    if (m_weight->overload)
        m_scaleLine->setText(tr("Scale: too heavy"));
    else if (m_weight->belowZero)
        m_scaleLine->setText(tr("Scale: below zero"));
    else if (!m_weight->stable)
        m_scaleLine->setText(tr("Scale: the load still moves"));
    else if (load)
        m_scaleLine->setText(tr("Scale: %1 %2")
                                 .arg(QString::fromStdString(plainQuantity(*load)),
                                     QString::fromStdString(m_weightUnit)));
}

void QuantitySheet::hideEvent(QHideEvent* event)
{
    CounterSheet::hideEvent(event);
    if (!m_weightUnit.empty())
        Q_EMIT weightWanted(Scale::Watch::Off);
    m_weightUnit.clear();
    m_weight.reset();
}

void QuantitySheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F8 && m_weight) {
        takeWeight();
        event->accept();
        return;
    }
    CounterSheet::keyPressEvent(event);
}

void QuantitySheet::confirm()
{
    if (!isOpen())
        return;
    clearError();
    m_refused = false;
    // Nothing typed: what lies on the scale.
    if (m_field->text().trimmed().isEmpty() && weighed())
        takeWeight();
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
    m_fromScale->setText(tr("From scale (F8)"));
    showWeight();
    m_confirm->setText(tr("Apply"));
}

}  // namespace bl::desktop
