#include "app/desktop/counter/pay_presenter.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/quick_amounts.h"

namespace bl::desktop {

PayPresenter::PayPresenter(CounterPresenter& counter, PaymentDesk& payments, QObject* parent)
    : QObject(parent)
    , m_counter(counter)
    , m_payments(payments)
{
    connect(&payments, &PaymentDesk::listed, this, &PayPresenter::take);
    connect(&payments, &PaymentDesk::ended, this, &PayPresenter::ended);
    connect(&payments, &PaymentDesk::failed, this, &PayPresenter::failed);
    connect(&payments, &PaymentDesk::busyChanged, this, &PayPresenter::changed);
    connect(&payments, &PaymentDesk::prompted, this, [this](const QString& text) {
        m_prompt = text;
        Q_EMIT changed();
    });
    connect(&counter, &CounterPresenter::cartChanged, this, [this](const Cart& cart) {
        // A price that arrives late changes what is due.
        if (!m_open || cart.total == m_due)
            return;
        m_due = cart.total;
        Q_EMIT changed();
    });
}

const std::optional<storage::Site>& PayPresenter::site() const
{
    return m_counter.site();
}

void PayPresenter::open(Money due)
{
    m_open = true;
    m_due = due;
    m_paid = {};
    m_finishWhenPaid = false;
    m_payments.watch(m_counter.ticket());
    Q_EMIT changed();
}

void PayPresenter::close()
{
    m_open = false;
    m_payments.watchNothing();
}

void PayPresenter::take(const std::vector<payments::PaymentAttempt>& attempts)
{
    if (!m_open)
        return;
    m_paid = payments::summarise(attempts);
    Q_EMIT changed();
    if (std::exchange(m_finishWhenPaid, false) && remaining().isZero() && !m_paid.unsettled)
        finish({});
}

void PayPresenter::ended(const payments::PaymentAttempt& attempt, const std::optional<Error>& why)
{
    const bool asked = std::exchange(m_asking, false);
    if (attempt.state == payments::PaymentState::Approved
        && attempt.kind == payments::PaymentKind::Authorisation)
        m_finishWhenPaid = m_open;
    // What is unknown stands in its row, and is told to who asked; the rest is told once.
    else if (why && (asked || attempt.state != payments::PaymentState::Unknown))
        Q_EMIT failed(*why);
}

bool PayPresenter::canCharge() const
{
    return m_open && !isBusy() && site() && m_counter.cashier();
}

Result<Money> PayPresenter::chargeable(const QString& typed) const
{
    if (!site())
        return Error{ErrorCode::NotEnrolled, {}};
    BL_TRY(const Money amount, readAmount(typed, site()->currency));
    if (amount <= Money{} || amount > remaining())
        return Error{ErrorCode::InvalidPrice, {typed.toStdString()}};
    return amount;
}

Money PayPresenter::besideCash(const QString& cash) const
{
    const auto inHand = site() ? readAmount(cash, site()->currency) : Result<Money>(Money{});
    const bool isPart = inHand && *inHand > Money{} && *inHand < remaining();
    return isPart ? remaining() - *inHand : remaining();
}

void PayPresenter::charge(const QString& typed)
{
    if (!canCharge())
        return;
    const auto amount = chargeable(typed);
    if (amount)
        m_payments.charge(*amount, site()->currency.code, m_counter.cashier()->id);
    else
        Q_EMIT failed(amount.error());
}

void PayPresenter::chargeCode(const QString& code, Money amount)
{
    if (canCharge() && !m_paid.unsettled && amount > Money{} && amount <= remaining())
        m_payments.chargeCode(
            code.trimmed().toStdString(), amount, site()->currency.code, m_counter.cashier()->id);
}

void PayPresenter::enterApproval(const QString& number)
{
    if (!number.trimmed().isEmpty())
        m_payments.enterApproval(number);
}

void PayPresenter::takeBack(const payments::PaymentAttempt& attempt)
{
    if (m_counter.cashier())
        m_payments.takeBack(attempt, m_counter.cashier()->id);
}

void PayPresenter::ask()
{
    if (!m_paid.unsettled || isBusy())
        return;
    m_asking = true;
    m_payments.ask(*m_paid.unsettled);
}

void PayPresenter::giveBackByHand(
    const payments::PaymentAttempt& attempt, const payments::PaymentEvidence& read)
{
    if (m_counter.cashier())
        m_payments.giveBackByHand(attempt.id, read, m_counter.cashier()->id);
}

void PayPresenter::decide(services::PaymentVerdict verdict, const payments::PaymentEvidence& read)
{
    if (m_paid.unsettled && m_counter.cashier())
        m_payments.decide(m_paid.unsettled->id, verdict, read, m_counter.cashier()->id);
}

std::vector<PaymentItem> PayPresenter::items() const
{
    std::vector<PaymentItem> items;
    for (const auto& attempt : m_paid.charged)
        items.push_back(m_payments.itemOf(attempt));
    // What is under way is told as that.
    if (m_paid.unsettled && !isBusy())
        items.push_back(m_payments.itemOf(*m_paid.unsettled));
    return items;
}

void PayPresenter::finish(const QString& received)
{
    if (!m_open || isBusy())
        return;
    m_counter.pay(received, m_paid.charged);
}

}  // namespace bl::desktop
