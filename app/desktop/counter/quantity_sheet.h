#pragma once

#include "app/desktop/counter/counter_sheet.h"
#include "core/catalog/product.h"
#include "core/sales/ticket.h"
#include "devices/scale/scale.h"

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
    bool take(const DeviceEvent& event) override;

Q_SIGNALS:
    /// Goods that are weighed are in front of the cashier, or no more.
    void weightWanted(bl::Scale::Watch watch);

protected:
    void retranslate() override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// The load as the product counts it; nothing where it may not fill a line.
    std::optional<Quantity> weighed() const;
    void takeWeight();
    void showWeight();
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
    QLabel* m_scaleLine;
    ActionButton* m_fromScale;
    std::string m_weightUnit;  ///< of goods that are weighed
    std::optional<WeightSeen> m_weight;
    std::optional<std::size_t> m_line;
    std::optional<catalog::Product> m_new;
    bool m_measured = false;  ///< the line's goods
    bool m_refused = false;
};

}  // namespace bl::desktop
