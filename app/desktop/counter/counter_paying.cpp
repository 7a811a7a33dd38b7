#include "app/desktop/counter/counter_presenter.h"
#include "app/desktop/counter/quick_amounts.h"
#include "app/desktop/payments/terminal_slip.h"
#include "app/desktop/printing/print_queue.h"
#include "app/desktop/till/till.h"

#include <algorithm>
#include <functional>

/// The ends that a ticket can take: paid, or put aside.
namespace bl::desktop {

void CounterPresenter::requestPay(const QString& code)
{
    // What was scanned before F9 belongs on the receipt, also where its price is still being looked
    // up.
    if (m_openScans > 0) {
        m_payAfterScans = code;
        return;
    }
    if (m_ticket.lines().empty()) {
        Q_EMIT failed(Error{ErrorCode::EmptyTicket, {}});
        return;
    }
    if (m_checkingShift || !canEdit())
        return;
    m_checkingShift = true;
    m_till.read(
        this,
        [](TillQueries& queries) -> Result<std::optional<shifts::Shift>> {
            BL_TRY(const auto site, queries.site.load());
            return queries.shifts.findOpen(site.registerNo);
        },
        [this, code](Result<std::optional<shifts::Shift>> shift) {
            m_checkingShift = false;
            if (!shift)
                Q_EMIT failed(shift.error());
            else if (!*shift)
                Q_EMIT shiftNeeded();
            else if (!m_ticket.lines().empty())
                Q_EMIT payReady(m_ticket.total(), code);
        });
}

void CounterPresenter::pay(
    const QString& typed, const std::vector<payments::PaymentAttempt>& charged)
{
    // A code that is still being looked up changes what is due.
    if (!canEdit() || m_openScans > 0 || !m_cashier || !m_site || m_ticket.lines().empty())
        return;
    std::vector<sales::Tender> tenders;
    Money cash = m_ticket.total();
    for (const auto& payment : charged) {
        tenders.push_back({payment.tender, payment.amount, payment.amount,
            sales::TenderPayment{payment.id, {}, {}, {}, {}, {}, {}}});
        cash -= payment.amount;
    }
    if (cash.isNegative() && !charged.empty()) {
        // Lines were taken off after the card was charged.
        Q_EMIT failed(Error{ErrorCode::PaymentAttached,
            {charged.back().id.toString(), std::to_string(charged.back().amount.minor())}});
        return;
    }
    if (!cash.isZero()) {
        const auto received = readReceived(typed, cash, m_site->currency);
        if (!received) {
            Q_EMIT failed(received.error());
            return;
        }
        tenders.push_back({sales::kCash, cash, *received});
    }
    m_paying = true;
    m_till.write(
        this,
        [id = m_ticket.id(), tenders = std::move(tenders), user = m_cashier->id,
            printer = m_printer.slot()](
            TillServices& services) { return services.sell.pay(id, tenders, user, printer); },
        [this](Result<services::CompletedSale> sale) {
            m_paying = false;
            paid(std::move(sale));
        });
}

void CounterPresenter::paid(Result<services::CompletedSale> sale)
{
    if (!sale) {
        if (sale.error().code == ErrorCode::NoOpenShift)
            Q_EMIT shiftNeeded();
        else
            Q_EMIT failed(sale.error());
        return;
    }
    beginTicket();
    Money received;
    for (const auto& tender : sale->sale.tenders)
        received += tender.received;
    Q_EMIT sold({sale->sale.receipt, sale->sale.total, received, sale->change()});
    if (!sale->printJob)
        return;
    storage::PrintJob job;
    job.id = *sale->printJob;
    job.title = sale->sale.receipt;
    print(job);
}

void CounterPresenter::printAgain()
{
    const auto jobs = std::exchange(m_notPrinted, {});
    tellNotPrinted();
    for (const auto& job : jobs)
        print(job);
}

void CounterPresenter::dropPrints()
{
    m_printer.drop(std::exchange(m_notPrinted, {}));
    tellNotPrinted();
}

void CounterPresenter::tellNotPrinted()
{
    QStringList titles;
    for (const auto& job : m_notPrinted)
        titles << QString::fromStdString(job.title);
    Q_EMIT notPrintedChanged(titles);
}

void CounterPresenter::printSlip(const QString& slip)
{
    if (m_printer.slot().empty())
        return;
    storage::PrintJob job;
    job.title = tr("Card slip").toStdString();
    m_printer.queue(this, job.title, cardSlip(slip.toStdString()),
        [this, job](const Result<storage::PrintJobId>& queued) mutable {
            if (!queued) {
                Q_EMIT failed(queued.error());
                return;
            }
            job.id = *queued;
            print(job);
        });
}

void CounterPresenter::print(const storage::PrintJob& job)
{
    m_printer.print(this, job.id, [this, job](const Result<PrintProof>& printed) {
        if (printed) {
            Q_EMIT receiptPrinted(job.title);
            return;
        }
        m_notPrinted.push_back(job);
        Q_EMIT printingFailed(printed.error());
        tellNotPrinted();
    });
}

void CounterPresenter::park(const QString& label)
{
    if (!m_cashier || !canEdit())
        return;
    if (m_ticket.lines().empty()) {
        Q_EMIT failed(Error{ErrorCode::EmptyTicket, {}});
        return;
    }
    m_moving = true;
    m_till.write(
        this,
        [ticket = m_ticket, text = label.trimmed().toStdString(), user = m_cashier->id](
            TillServices& services) { return services.tickets.putAside(ticket, text, user); },
        [this](const Result<void>& parked) {
            m_moving = false;
            if (parked)
                beginTicket();
            else
                Q_EMIT failed(parked.error());
            countParked();
        });
}

namespace {

/// What waits to be recalled: what is parked, and what stayed open at this register because of its
/// payments; newest first. Not `current`, which is in front of the cashier.
Result<std::vector<storage::ParkedTicket>> waitingTickets(TillQueries& queries, TicketId current)
{
    BL_TRY(auto waiting, queries.tickets.parked());
    BL_TRY(const auto site, queries.site.load());
    BL_TRY(const auto open, queries.tickets.open());
    for (const auto& one : open) {
        if (one.ticket.id() != current)
            waiting.push_back({one.ticket, {}, one.user, site.registerNo, one.changedAt});
    }
    std::ranges::stable_sort(waiting, std::greater{}, &storage::ParkedTicket::parkedAt);
    return waiting;
}

/// Empty where HQ's row of the register has not arrived yet.
Result<std::string> registerCode(TillQueries& queries, std::int64_t number)
{
    BL_TRY(
        const auto found, queries.entities.findBy(journal::EntityKind::Register, "number", number));
    return found ? found->text("code") : std::string{};
}

/// "李娜 · S01-2": who parked a ticket, and where.
Result<QString> ownerOf(TillQueries& queries, const storage::ParkedTicket& ticket)
{
    QString owner;
    BL_TRY(const auto user, queries.entities.find(journal::EntityKind::User, ticket.user.uuid));
    if (user)
        owner = QString::fromStdString(user->text("name"));
    BL_TRY(const auto code, registerCode(queries, ticket.registerNo));
    if (!code.empty())
        owner += QStringLiteral(" · ") + QString::fromStdString(code);
    return owner;
}

}  // namespace

void CounterPresenter::countParked()
{
    m_till.read(
        this,
        [current = m_ticket.id()](
            TillQueries& queries) { return waitingTickets(queries, current); },
        [this](const Result<std::vector<storage::ParkedTicket>>& waiting) {
            if (waiting)
                Q_EMIT parkedCountChanged(static_cast<int>(waiting->size()));
            else
                Q_EMIT failed(waiting.error());
        });
}

void CounterPresenter::listParked()
{
    m_till.read(
        this,
        [current = m_ticket.id()](TillQueries& queries) -> Result<std::vector<ParkedTicket>> {
            BL_TRY(const auto stored, waitingTickets(queries, current));
            std::vector<ParkedTicket> list;
            for (const auto& entry : stored) {
                ParkedTicket parked{entry.ticket.id(), QString::fromStdString(entry.label), {},
                    entry.parkedAt, entry.ticket.lines().size(), entry.ticket.total(), {}};
                BL_TRY(parked.owner, ownerOf(queries, entry));
                if (entry.ticket.member()) {
                    BL_TRY(const auto member, queries.members.find(*entry.ticket.member()));
                    if (member)
                        parked.member = QString::fromStdString(member->name);
                }
                list.push_back(std::move(parked));
            }
            return list;
        },
        [this](const Result<std::vector<ParkedTicket>>& list) {
            if (!list) {
                Q_EMIT failed(list.error());
                return;
            }
            Q_EMIT parkedListed(*list);
            Q_EMIT parkedCountChanged(static_cast<int>(list->size()));
        });
}

void CounterPresenter::recall(TicketId ticket)
{
    if (!m_cashier || !canEdit())
        return;
    m_moving = true;
    // What is on the counter now gives way to the ticket that is called.
    m_till.write(
        this,
        [current = m_ticket, ticket, user = m_cashier->id](
            TillServices& services) -> Result<sales::Ticket> {
            BL_TRY(auto recalled, services.tickets.takeUp(ticket, user));
            BL_CHECK(services.tickets.putAside(current, {}, user));
            return recalled;
        },
        [this](Result<sales::Ticket> recalled) {
            m_moving = false;
            if (recalled)
                take(*std::move(recalled));
            else
                Q_EMIT failed(recalled.error());
            countParked();
        });
}

void CounterPresenter::discardParked(TicketId ticket)
{
    if (!m_cashier)
        return;
    m_till.write(
        this,
        [ticket, user = m_cashier->id](
            TillServices& services) { return services.tickets.discardParked(ticket, user); },
        [this](const Result<void>& discarded) {
            if (!discarded)
                Q_EMIT failed(discarded.error());
            listParked();
        });
}

void CounterPresenter::hearOthers()
{
    if (!m_cashier)
        return;
    countParked();
    warnOfOtherTaker();
}

void CounterPresenter::warnOfOtherTaker()
{
    m_till.read(
        this,
        [id = m_ticket.id()](TillQueries& queries) -> Result<std::optional<std::string>> {
            BL_TRY(const auto taker, queries.tickets.otherTaker(id));
            if (!taker)
                return std::optional<std::string>{};
            BL_TRY(const auto code, registerCode(queries, *taker));
            return std::optional{code};
        },
        [this, id = m_ticket.id()](const Result<std::optional<std::string>>& taker) {
            if (!taker) {
                Q_EMIT failed(taker.error());
                return;
            }
            if (!*taker || id != m_ticket.id() || std::exchange(m_warnedOf, id) == id)
                return;
            Q_EMIT failed({ErrorCode::TicketRecalledElsewhere, {**taker}});
        });
}

}  // namespace bl::desktop
