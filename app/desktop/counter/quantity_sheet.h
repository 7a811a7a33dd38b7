#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "core/catalog/product.h"
#include "core/sales/ticket.h"

class QLabel;
class QLineEdit;

namespace bl::desktop {

class CounterPresenter;
class NumberPad;

/// Asks how much: of a line on the ticket, or of goods by measure that are to be added.
class QuantitySheet final : public CounterSheet {
    Q_OBJECT
public:
    QuantitySheet(CounterPresenter& presenter, const Theme& theme, ActionCollection& actions,
        QWidget* window);

    void openLine(std::size_t line, const sales::TicketLine& item);
    void openProduct(const catalog::Product& product);
    QLineEdit* quantityField() const { return m_field; }

protected:
    void retranslate() override;

private:
    void open(const QString& name, const QString& unit, const QString& quantity);
    void confirm();
    void removeLine();

    CounterPresenter& m_presenter;
    QLabel* m_product;
    QLineEdit* m_field;
    QLabel* m_unit;
    NumberPad* m_pad;
    ActionButton* m_remove;
    PrimaryButton* m_confirm;
    std::optional<std::size_t> m_line;
    std::optional<catalog::Product> m_new;
    bool m_refused = false;
};

}  // namespace bl::desktop
