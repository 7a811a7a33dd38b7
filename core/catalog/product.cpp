#include "core/catalog/product.h"

namespace bl::catalog {

bool isSaleable(const Product& product, Quantity quantity)
{
    if (quantity <= Quantity{})
        return false;
    return product.saleUnit == SaleUnit::Measure || quantity.thousandths() % 1000 == 0;
}

}  // namespace bl::catalog
