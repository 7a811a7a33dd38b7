#include "app/desktop/backoffice/terminal_payments.h"

#include "app/desktop/backoffice/device_console.h"
#include "app/desktop/widgets/action_button.h"
#include "app/text/device_text.h"
#include "app/text/payment_text.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace bl::desktop {

namespace {

using Claim = PaymentStatement::Claim;
using payments::PaymentAttempt;

constexpr int kListHeight = 72;

text::MoneyFormat moneyOf(const PaymentAttempt& payment)
{
    const auto currency = Currency::create(payment.currency);
    return {currency ? *currency : Currency{payment.currency, 2}, QLocale()};
}

}  // namespace

TerminalPayments::TerminalPayments(DeviceConsole& console, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_list(new QListWidget(this))
    , m_ask(new ActionButton(theme, Icon::Sync, this))
    , m_charged(new ActionButton(theme, Icon::Check, this))
    , m_notCharged(new ActionButton(theme, Icon::Close, this))
    , m_statement(new PaymentStatement(theme, this))
{
    m_list->setFixedHeight(kListHeight * theme.scale() / 100);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.size(Size::Space1));
    for (ActionButton* button : {m_ask, m_charged, m_notCharged})
        row->addWidget(button, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.size(Size::Space2));
    column->addWidget(m_list);
    column->addLayout(row);
    column->addWidget(m_statement);
    connect(m_ask, &QPushButton::clicked, this, [this] {
        if (const auto payment = chosen())
            m_console.ask(*payment);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &TerminalPayments::nameVerdicts);
    connect(m_charged, &QPushButton::clicked, this, [this] { state(Claim::Charged); });
    connect(m_notCharged, &QPushButton::clicked, this, [this] { state(Claim::NotCharged); });
    connect(m_statement, &PaymentStatement::withdrawn, this, &TerminalPayments::withdraw);
    connect(m_statement, &PaymentStatement::confirmed, this, &TerminalPayments::confirm);
    connect(&console, &DeviceConsole::paymentsListed, this, &TerminalPayments::refresh);
}

void TerminalPayments::refresh()
{
    const auto& open = m_console.openPayments();
    const bool stays =
        m_stated && std::ranges::find(open, m_stated->id, &PaymentAttempt::id) != open.end();
    if (!stays)
        m_stated.reset();
    const auto* selected = m_list->currentItem();
    const QString before = selected ? selected->data(Qt::UserRole).toString() : QString();
    m_list->clear();
    for (const auto& payment : open) {
        const auto money = moneyOf(payment);
        const bool back = givesBack(payment.kind);
        QStringList parts{back ? tr("Taking back") : tr("Charge"),
            text::formatMoney(payment.amount, money),
            text::paymentStateWord(QString::fromUtf8(payments::stateName(payment.state).data()))};
        parts += text::paymentEvidence(payment, money);
        auto* item = new QListWidgetItem(parts.join(QStringLiteral(" · ")), m_list);
        item->setData(Qt::UserRole, QString::fromStdString(payment.id.toString()));
        if (item->data(Qt::UserRole).toString() == before)
            m_list->setCurrentItem(item);
    }
    if (!open.empty() && !m_list->currentItem())
        m_list->setCurrentRow(0);
    setVisible(!open.empty());
    // What is being stated takes the place of the choices.
    m_list->setEnabled(!m_stated);
    for (ActionButton* button : {m_ask, m_charged, m_notCharged})
        button->setVisible(!m_stated);
    m_statement->setVisible(m_stated.has_value());
    nameVerdicts();
}

std::optional<PaymentAttempt> TerminalPayments::chosen() const
{
    const auto& open = m_console.openPayments();
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    return row < open.size() ? std::optional(open[row]) : std::nullopt;
}

void TerminalPayments::state(Claim claim)
{
    m_stated = chosen();
    if (!m_stated)
        return;
    refresh();
    m_statement->ask(claim, *m_stated, moneyOf(*m_stated));
}

void TerminalPayments::confirm(Claim claim, const payments::PaymentEvidence& read)
{
    const auto stated = m_stated;
    withdraw();
    if (stated)
        m_console.decide(*stated,
            claim == Claim::Charged ? services::PaymentVerdict::Charged
                                    : services::PaymentVerdict::NotCharged,
            read);
}

void TerminalPayments::withdraw()
{
    m_stated.reset();
    refresh();
}

void TerminalPayments::nameVerdicts()
{
    const auto payment = chosen();
    const bool back = payment && givesBack(payment->kind);
    m_charged->setText(back ? tr("Was taken back") : tr("Was charged"));
    m_notCharged->setText(back ? tr("Was not taken back") : tr("Was not charged"));
}

void TerminalPayments::retranslate()
{
    m_list->setAccessibleName(tr("Payments that may have been charged"));
    m_ask->setText(tr("Ask the terminal"));
    withdraw();
}

}  // namespace bl::desktop
