#include "app/desktop/counter/payment_rows.h"

#include "app/desktop/counter/payment_row.h"

#include <QVBoxLayout>

namespace bl::desktop {

PaymentRows::PaymentRows(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    hide();
}

void PaymentRows::setPayments(
    const std::vector<PaymentItem>& items, Choices choices, const text::MoneyFormat& money)
{
    // The words change with the locale.
    if (items == m_items && choices == m_choices && money.locale == m_locale)
        return;
    m_items = items;
    m_choices = choices;
    m_locale = money.locale;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        // It may be its own button that led here.
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto& item : items) {
        const auto& attempt = item.attempt;
        auto* row = new PaymentRow(item, money, choices, m_theme, this);
        m_column->addWidget(row);
        connect(row, &PaymentRow::takeBackRequested, this,
            [this, attempt] { Q_EMIT takeBackRequested(attempt); });
        connect(row, &PaymentRow::askRequested, this,
            [this, attempt] { Q_EMIT askRequested(attempt); });
        connect(row, &PaymentRow::storeRequested, this, &PaymentRows::storeRequested);
        connect(row, &PaymentRow::decided, this,
            [this, attempt](services::PaymentVerdict verdict,
                const payments::PaymentEvidence& read) { Q_EMIT decided(attempt, verdict, read); });
        connect(row, &PaymentRow::givenBackByHand, this,
            [this, attempt](
                const payments::PaymentEvidence& read) { Q_EMIT givenBackByHand(attempt, read); });
    }
    setVisible(!items.empty());
}

}  // namespace bl::desktop
