#include "app/desktop/printing/label_composer.h"

namespace bl::desktop {

namespace {

constexpr int kMarginTenths = 20;

/// Puts one thing below the other, each with its share of the height in hundredths.
class LabelColumn {
public:
    explicit LabelColumn(LabelDocument& label)
        : m_label(label)
        , m_width(label.widthMm * 10 - 2 * kMarginTenths)
        , m_height(label.heightMm * 10 - 2 * kMarginTenths)
    {
    }

    void share(int hundredths) { m_shares += hundredths; }

    LabelBox next(int hundredths)
    {
        const int height = m_height * hundredths / m_shares;
        const LabelBox box{kMarginTenths, kMarginTenths + m_used, m_width, height};
        m_used += height;
        return box;
    }

    void text(const std::string& text, int hundredths, Align align, TextWeight weight, int lines)
    {
        m_label.elements.emplace_back(LabelText{text, next(hundredths), align, weight, lines});
    }

private:
    LabelDocument& m_label;
    int m_width;
    int m_height;
    int m_shares = 0;
    int m_used = 0;
};

}  // namespace

LabelDocument composeLabel(const receipts::LabelTemplate& form, const catalog::Product& product,
    const std::string& store, const text::MoneyFormat& money)
{
    const bool shelf = form.layout == receipts::LabelLayout::Shelf;
    const int storeShare = form.store && !store.empty() ? 12 : 0;
    const int nameShare = form.name ? (shelf ? 28 : 30) : 0;
    const int priceShare = form.price ? (shelf ? 40 : 20) : 0;
    const bool coded = !product.code.empty();
    const int barcodeShare = form.barcode && coded ? (shelf ? 20 : 36) : 0;
    const int codeShare = form.code && coded ? 12 : 0;

    LabelDocument label{form.widthMm, form.heightMm, form.gapMm, {}};
    LabelColumn column(label);
    for (const int share : {storeShare, nameShare, priceShare, barcodeShare, codeShare})
        column.share(share);
    if (storeShare > 0)
        column.text(store, storeShare, Align::Left, TextWeight::Normal, 1);
    if (nameShare > 0)
        column.text(product.name, nameShare, Align::Left, TextWeight::Bold, 2);
    if (priceShare > 0) {
        std::string price = text::formatMoney(product.price, money).toStdString();
        if (form.unit && !product.unit.empty())
            price += " / " + product.unit;
        column.text(price, priceShare, shelf ? Align::Right : Align::Left, TextWeight::Bold, 1);
    }
    if (barcodeShare > 0)
        label.elements.emplace_back(LabelBarcode{product.code, column.next(barcodeShare)});
    if (codeShare > 0)
        column.text(product.code, codeShare, Align::Centre, TextWeight::Normal, 1);
    return label;
}

}  // namespace bl::desktop
