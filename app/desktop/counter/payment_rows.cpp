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
}

void PaymentRows::setPayments(const std::vector<payments::PaymentAttempt>& attempts,
    Choices choices, const text::MoneyFormat& money, const When& when)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        // It may be its own button that led here.
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto& attempt : attempts) {
        auto* row = new PaymentRow(
            attempt, money, choices, m_theme, this, when ? when(attempt) : QString());
        m_column->addWidget(row);
        connect(row, &PaymentRow::takeBackRequested, this,
            [this, attempt] { Q_EMIT takeBackRequested(attempt); });
        connect(row, &PaymentRow::askRequested, this,
            [this, attempt] { Q_EMIT askRequested(attempt); });
        connect(row, &PaymentRow::decided, this, [this, attempt](services::PaymentVerdict verdict) {
            Q_EMIT decided(attempt, verdict);
        });
    }
    setVisible(!attempts.empty());
}

}  // namespace bl::desktop
