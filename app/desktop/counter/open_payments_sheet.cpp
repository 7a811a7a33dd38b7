#include "app/desktop/counter/open_payments_sheet.h"

#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/pay_entry.h"
#include "app/desktop/counter/payment_rows.h"
#include "app/desktop/payments/open_payments.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/labels.h"
#include "app/text/time_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bl::desktop {

OpenPaymentsSheet::OpenPaymentsSheet(CounterPresenter& counter, OpenPayments& presenter,
    const Theme& theme, ActionCollection& actions, QWidget* window)
    : CounterSheet(theme, actions, window)
    , m_counter(counter)
    , m_presenter(presenter)
    , m_hint(newLabel(TextLook::Muted, this))
    , m_rows(new PaymentRows(theme, this))
    , m_entry(new PayEntry(theme, this))
{
    m_hint->setWordWrap(true);
    body()->addWidget(m_hint);
    body()->addWidget(m_rows);
    body()->addWidget(m_entry);
    m_back = addBack();
    footer()->addStretch(1);
    m_close = addPrimary();
    m_close->setHint({});
    connect(m_close, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT shiftCloseRequested();
    });
    connect(m_entry, &PayEntry::givenUp, &presenter, &OpenPayments::abort);
    connect(m_entry, &PayEntry::confirmed, this,
        [this] { m_presenter.enterApproval(m_entry->field()->text()); });
    // As in the pay sheet: what is under way is given up first.
    disconnect(this, &Sheet::backRequested, this, nullptr);
    connect(this, &Sheet::backRequested, this, [this] {
        if (m_presenter.isBusy())
            m_presenter.abort();
        else
            dismiss();
    });
    connect(m_rows, &PaymentRows::takeBackRequested, this,
        [this](const payments::PaymentAttempt& attempt) {
            clearError();
            m_presenter.takeBack(attempt);
        });
    connect(
        m_rows, &PaymentRows::askRequested, this, [this](const payments::PaymentAttempt& attempt) {
            clearError();
            m_presenter.ask(attempt);
        });
    connect(m_rows, &PaymentRows::decided, this,
        [this](const payments::PaymentAttempt& attempt, services::PaymentVerdict verdict,
            const payments::PaymentEvidence& read) {
            clearError();
            m_presenter.decide(attempt, verdict, read);
        });
    connect(m_rows, &PaymentRows::givenBackByHand, this,
        [this](const payments::PaymentAttempt& attempt, const payments::PaymentEvidence& read) {
            clearError();
            m_presenter.giveBackByHand(attempt, read);
        });
    connect(m_rows, &PaymentRows::storeRequested, this, [this] {
        clearError();
        m_presenter.storeNow();
    });
    const auto follow = [this] {
        if (isOpen())
            refresh();
    };
    connect(&presenter, &OpenPayments::listed, this, follow);
    connect(&presenter, &OpenPayments::changed, this, follow);
    connect(&presenter, &OpenPayments::failed, this, [this](const Error& error) {
        if (isOpen())
            fail(error, money());
    });
    retranslate();
}

void OpenPaymentsSheet::open(Next next)
{
    m_next = next;
    m_presenter.refresh();
    refresh();
    if (!isOpen())
        openAt(m_back);
}

void OpenPaymentsSheet::refresh()
{
    showRows();
    const bool busy = m_presenter.isBusy();
    const bool asks = busy && m_presenter.asksForApproval();
    const bool hadField = m_entry->field()->isVisibleTo(this);
    m_entry->setVisible(busy);
    const auto kind = !asks          ? PayEntry::Kind::Nothing
        : m_presenter.isTakingBack() ? PayEntry::Kind::TakenBack
                                     : PayEntry::Kind::Approval;
    m_entry->wait(kind,
        !m_presenter.prompt().isEmpty() ? m_presenter.prompt()
            : asks                      ? PayEntry::approvalText(kind)
                                        : tr("Waiting for an answer …"));
    if (asks && !hadField)
        m_entry->fill(kind, {});
    m_hint->setText(m_presenter.list().empty()
            ? tr("All payments are settled, and all that were charged belong to a sale.")
            : m_next == Next::CloseShift
            ? tr("These payments belong to no sale. Settle them or take them back before the shift "
                 "is closed, or complete the ticket that they were charged for.")
            : tr("These payments belong to no sale yet."));
    m_back->setEnabled(!busy);
    m_close->setEnabled(!busy);
    m_close->setVisible(m_next == Next::CloseShift);
}

void OpenPaymentsSheet::showRows()
{
    const auto& site = m_counter.site();
    std::vector<PaymentItem> items;
    for (const auto& attempt : m_presenter.list()) {
        items.push_back(m_presenter.itemOf(attempt));
        if (site)
            items.back().when = text::formatDateTime(attempt.createdAt, site->timeZone, QLocale());
    }
    m_rows->setPayments(items,
        m_presenter.isBusy() ? PaymentRows::Choices::None : PaymentRows::Choices::Offered, money());
}

text::MoneyFormat OpenPaymentsSheet::money() const
{
    return {m_counter.site() ? m_counter.site()->currency : Currency{"CNY", 2}, QLocale()};
}

void OpenPaymentsSheet::retranslate()
{
    setTitle(tr("Open payments"));
    m_close->setText(tr("Close the shift all the same"));
    m_entry->retranslate();
    refresh();
}

}  // namespace bl::desktop
