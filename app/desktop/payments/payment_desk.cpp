#include "app/desktop/payments/payment_desk.h"

#include <utility>

namespace bl::desktop {

using payments::PaymentAttempt;

PaymentDesk::PaymentDesk(Till& till, DeviceDesk& devices, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_devices(devices)
    , m_journal(till.writer())
{
}

PaymentDesk::~PaymentDesk() = default;

bool PaymentDesk::hasTerminal() const
{
    return !m_devices.devices().slotOf(DeviceRole::PaymentTerminal).empty();
}

bool PaymentDesk::asksForApproval() const
{
    if (!m_interacting)
        return false;
    bool asks = false;
    m_devices.devices().signal<PaymentTerminal>(
        m_devices.devices().slotOf(DeviceRole::PaymentTerminal),
        [&](PaymentTerminal& terminal) { asks = terminal.abilities().asksForApproval; });
    return asks;
}

/// Whoever took a payment knows it; another terminal does not.
std::string PaymentDesk::slotFor(const std::string& address) const
{
    for (const auto& status : m_devices.devices().statuses()) {
        if (status.settings.role == DeviceRole::PaymentTerminal
            && status.settings.address == address)
            return status.settings.id;
    }
    return {};
}

void PaymentDesk::watch(TicketId ticket)
{
    m_ticket = ticket;
    refresh();
}

void PaymentDesk::refresh()
{
    if (!m_ticket)
        return;
    m_till.write(
        this,
        [ticket = *m_ticket](TillServices& services) { return services.payments.ofTicket(ticket); },
        [this, ticket = *m_ticket](const Result<std::vector<PaymentAttempt>>& attempts) {
            if (!attempts)
                Q_EMIT failed(attempts.error());
            else if (ticket == m_ticket)
                Q_EMIT listed(*attempts);
        });
}

void PaymentDesk::charge(Money amount, const std::string& currency, UserId by)
{
    const std::string slot = m_devices.devices().slotOf(DeviceRole::PaymentTerminal);
    if (slot.empty()) {
        Q_EMIT failed(deviceError(DeviceFault::NotConfigured, "payment-terminal"));
        return;
    }
    services::PaymentRequest request;
    request.device = m_devices.status(slot).settings.address;
    request.amount = amount;
    request.currency = currency;
    request.ticket = m_ticket;
    request.by = by;
    begin(std::move(request));
}

void PaymentDesk::takeBack(const PaymentAttempt& attempt, UserId by)
{
    services::PaymentRequest request;
    request.kind = payments::PaymentKind::Reversal;
    request.tender = attempt.tender;
    request.device = attempt.device;
    request.amount = attempt.amount;
    request.currency = attempt.currency;
    request.original = attempt.id;
    request.ticket = attempt.ticket;
    request.by = by;
    begin(std::move(request));
}

void PaymentDesk::begin(services::PaymentRequest request)
{
    if (m_busy)
        return;
    const std::string slot = slotFor(request.device);
    if (slot.empty()) {
        Q_EMIT failed(deviceError(DeviceFault::NotConfigured, request.device));
        return;
    }
    setBusy(true);
    m_till.write(
        this,
        [request = std::move(request)](
            TillServices& services) { return services.payments.begin(request); },
        [this, slot](const Result<PaymentAttempt>& attempt) {
            if (attempt) {
                send(slot, *attempt, Errand::CarryOut);
                return;
            }
            setBusy(false);
            Q_EMIT failed(attempt.error());
        });
}

void PaymentDesk::ask(const PaymentAttempt& attempt)
{
    const std::string slot = slotFor(attempt.device);
    if (slot.empty())
        Q_EMIT failed(deviceError(DeviceFault::NotConfigured, attempt.device));
    else if (!m_busy)
        send(slot, attempt, Errand::Resolve);
}

void PaymentDesk::send(const std::string& slot, const PaymentAttempt& attempt, Errand errand)
{
    setBusy(true);
    refresh();
    // Comes from the terminal's thread, which ends before this desk does.
    const auto prompt = [this](const std::string& text) {
        QMetaObject::invokeMethod(
            this,
            [this, text] {
                m_interacting = m_busy;
                Q_EMIT prompted(QString::fromStdString(text));
            },
            Qt::QueuedConnection);
    };
    m_devices.devices().run<PaymentTerminal>(
        slot,
        [this, attempt, errand, prompt](PaymentTerminal& terminal) -> Result<PaymentEnd> {
            PaymentRun run(terminal, m_journal, m_till.clock(), prompt);
            return errand == Errand::CarryOut ? run.carryOut(attempt) : run.resolve(attempt);
        },
        [this, attempt](const Result<PaymentEnd>& end) { finish(end, attempt); });
}

void PaymentDesk::finish(const Result<PaymentEnd>& end, const PaymentAttempt& attempt)
{
    if (end) {
        setBusy(false);
        const auto why = end->notStored ? end->notStored : end->outcome.fault;
        Q_EMIT ended(end->attempt, why);
        refresh();
        return;
    }
    const Error why = end.error();
    if (attempt.state != payments::PaymentState::Created) {
        setBusy(false);
        Q_EMIT ended(attempt, why);
        return;
    }
    // The terminal was not even reached: nothing was sent.
    auto aborted = attempt;
    aborted.state = payments::PaymentState::Aborted;
    aborted.changedAt = m_till.clock().now();
    m_till.write(
        this, [aborted](TillServices& services) { return services.payments.record(aborted); },
        [this, aborted, why](const Result<void>& recorded) {
            setBusy(false);
            Q_EMIT ended(aborted, recorded ? why : recorded.error());
            refresh();
        });
}

void PaymentDesk::decide(payments::PaymentId payment, services::PaymentVerdict verdict, UserId by)
{
    m_till.write(
        this,
        [payment, verdict, by](
            TillServices& services) { return services.payments.decide(payment, verdict, {}, by); },
        [this](const Result<PaymentAttempt>& decided) {
            if (!decided)
                Q_EMIT failed(decided.error());
            refresh();
        });
}

void PaymentDesk::abort()
{
    for (const auto& status : m_devices.devices().statuses())
        m_devices.devices().signal<PaymentTerminal>(
            status.settings.id, [](PaymentTerminal& terminal) { terminal.requestAbort(); });
}

void PaymentDesk::enterApproval(const QString& number)
{
    payments::PaymentEvidence read;
    read.approval = number.trimmed().toStdString();
    for (const auto& status : m_devices.devices().statuses())
        m_devices.devices().signal<PaymentTerminal>(
            status.settings.id, [&](PaymentTerminal& terminal) { terminal.enterApproval(read); });
}

void PaymentDesk::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) == busy)
        return;
    m_interacting = false;
    Q_EMIT busyChanged(busy);
    Q_EMIT prompted({});
}

}  // namespace bl::desktop
