#include "app/desktop/counter/cart_model.h"

#include "app/desktop/widgets/row_delegate.h"

namespace bl::desktop {

CartModel::CartModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CartModel::setCart(const Cart& cart, const text::MoneyFormat& format)
{
    beginResetModel();
    m_lines = cart.lines;
    m_format = format;
    endResetModel();
}

void CartModel::retranslate(const text::MoneyFormat& format)
{
    m_format = format;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Count_ - 1);
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count_ - 1));
}

int CartModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int CartModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Count_;
}

QString CartModel::text(const CartLine& line, int row, int column) const
{
    const auto amount = [this](Money value) {
        return text::formatAmount(value, m_format->currency, m_format->locale);
    };
    switch (column) {
    case Number: return QString::number(row + 1);
    case Product: return QString::fromStdString(line.item.name);
    case Price:
        return line.item.saleUnit == catalog::SaleUnit::Measure ? amount(line.item.unitPrice)
                + QLatin1Char('/') + QString::fromStdString(line.item.unit)
                                                                : amount(line.item.unitPrice);
    case Amount: return text::formatQuantity(line.item.quantity, m_format->locale);
    case Reduction: return line.reduction.isZero() ? QString() : amount(line.reduction);
    case Net: return amount(line.net);
    default: return {};
    }
}

QVariant CartModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || !m_format)
        return {};
    const CartLine& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(line, index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant(
            Qt::AlignVCenter | (index.column() <= Product ? Qt::AlignLeft : Qt::AlignRight));
    case ToneRole:
        if (index.column() == Reduction || (index.column() == Net && line.net.isNegative()))
            return static_cast<int>(Tone::Danger);
        return {};
    case StrongRole: return index.column() == Net;
    default: return {};
    }
}

QVariant CartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section <= Product ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole && section == Reduction)
        return tr("What is taken off the price, and why: tier, promotion, coupon or by hand");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return QStringLiteral("#");
    case Product: return tr("Product");
    case Price: return tr("Price");
    case Amount: return tr("Qty");
    case Reduction: return tr("Reductions");
    case Net: return tr("Net");
    default: return {};
    }
}

}  // namespace bl::desktop
