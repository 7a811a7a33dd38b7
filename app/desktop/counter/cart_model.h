#pragma once

#include "app/desktop/counter/counter_values.h"
#include "app/text/number_text.h"

#include <QAbstractTableModel>

#include <optional>

namespace bl::desktop {

/// The cart's lines for a table.
class CartModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Product, Price, Amount, Reduction, Net, Count_ };

    explicit CartModel(QObject* parent = nullptr);

    void setCart(const Cart& cart, const text::MoneyFormat& format);
    /// New headers and numbers in the program's present language.
    void retranslate(const text::MoneyFormat& format);

    const std::vector<CartLine>& lines() const { return m_lines; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const CartLine& line, int row, int column) const;

    std::vector<CartLine> m_lines;
    std::optional<text::MoneyFormat> m_format;
};

}  // namespace bl::desktop
