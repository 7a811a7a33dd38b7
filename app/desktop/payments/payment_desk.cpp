#include "app/desktop/payments/payment_desk.h"

#include "app/desktop/devices/device_words.h"
#include "app/text/payment_text.h"
#include "core/payments/payment_code.h"
#include "devices/payment/code_payment.h"

#include <algorithm>
#include <utility>

namespace bl::desktop {

using payments::PaymentAttempt;

namespace {

/// The slot of the terminal that charged last.
constexpr const char* kTerminalSetting = "payment-terminal";

}  // namespace

PaymentDesk::PaymentDesk(Till& till, DeviceDesk& devices, QObject* parent)
    : QObject(parent)
    , m_till(till)
    , m_devices(devices)
    , m_journal(till.writer())
    , m_unstored(till)
{
    connect(&m_unstored, &UnstoredPayments::failed, this, &PaymentDesk::failed);
    connect(&m_unstored, &UnstoredPayments::stored, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    m_till.read(
        this, [](TillQueries& queries) { return queries.settings.find(kTerminalSetting); },
        [this](const Result<std::optional<std::string>>& slot) {
            if (!slot)
                Q_EMIT failed(slot.error());
            else if (m_terminal.empty())
                m_terminal = slot->value_or(std::string());
        });
}

PaymentDesk::~PaymentDesk() = default;

std::vector<PaymentDesk::Terminal> PaymentDesk::terminals() const
{
    const auto all = m_devices.devices().statuses();
    std::vector<Terminal> terminals;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool usable =
            all[i].state != SlotState::Unconfigured && all[i].state != SlotState::Disabled;
        if (all[i].settings.role == DeviceRole::PaymentTerminal && usable)
            terminals.push_back({all[i].settings.id, deviceName(all, i)});
    }
    return terminals;
}

std::string PaymentDesk::terminal() const
{
    const auto all = terminals();
    if (std::ranges::find(all, m_terminal, &Terminal::slot) != all.end())
        return m_terminal;
    return all.empty() ? std::string() : all.front().slot;
}

void PaymentDesk::chooseTerminal(const std::string& slot)
{
    if (std::exchange(m_terminal, slot) == slot)
        return;
    m_till.write(
        this,
        [slot](TillServices& services) { return services.settings.set(kTerminalSetting, slot); },
        [this](const Result<void>& kept) {
            if (!kept)
                Q_EMIT failed(kept.error());
        });
}

bool PaymentDesk::hasGateway() const
{
    return !m_devices.devices().slotOf(DeviceRole::PaymentGateway).empty();
}

/// Whoever took a payment knows it; another terminal does not.
std::optional<SlotSettings> PaymentDesk::slotFor(const std::string& address) const
{
    for (const auto& status : m_devices.devices().statuses()) {
        const auto role = status.settings.role;
        if (status.settings.address == address
            && (role == DeviceRole::PaymentTerminal || role == DeviceRole::PaymentGateway))
            return status.settings;
    }
    return std::nullopt;
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
    services::PaymentRequest request;
    request.amount = amount;
    request.currency = currency;
    request.by = by;
    beginNew(DeviceRole::PaymentTerminal, std::move(request));
}

void PaymentDesk::chargeCode(
    const std::string& code, Money amount, const std::string& currency, UserId by)
{
    const auto wallet = payments::walletOf(code);
    if (!wallet) {
        Q_EMIT failed(Error{ErrorCode::PaymentCodeUnknown, {payments::maskPaymentCode(code)}});
        return;
    }
    services::PaymentRequest request;
    request.tender = payments::tenderOf(*wallet);
    request.amount = amount;
    request.currency = currency;
    request.by = by;
    beginNew(DeviceRole::PaymentGateway, std::move(request), code);
}

/// For the watched ticket, on the terminal that was chosen or the first gateway.
void PaymentDesk::beginNew(
    DeviceRole role, services::PaymentRequest request, const std::string& code)
{
    const std::string slot =
        role == DeviceRole::PaymentTerminal ? terminal() : m_devices.devices().slotOf(role);
    if (slot.empty()) {
        Q_EMIT failed(deviceError(DeviceFault::NotConfigured, roleWord(role).toStdString()));
        return;
    }
    request.device = m_devices.status(slot).settings.address;
    request.ticket = m_ticket;
    begin(std::move(request), code);
}

void PaymentDesk::takeBack(const PaymentAttempt& attempt, UserId by)
{
    auto request = services::reversalOf(attempt);
    request.by = by;
    begin(std::move(request));
}

void PaymentDesk::begin(services::PaymentRequest request, const std::string& code)
{
    if (m_busy)
        return;
    const auto slot = slotFor(request.device);
    if (!slot) {
        Q_EMIT failed(deviceError(DeviceFault::NotConfigured, request.device));
        return;
    }
    setBusy(true);
    m_till.write(
        this,
        [request = std::move(request)](
            TillServices& services) { return services.payments.begin(request); },
        [this, slot = *slot, code](const Result<PaymentAttempt>& attempt) {
            if (attempt) {
                send(slot, *attempt, Errand::CarryOut, code);
                return;
            }
            setBusy(false);
            Q_EMIT failed(attempt.error());
        });
}

void PaymentDesk::ask(const PaymentAttempt& attempt)
{
    const auto slot = slotFor(attempt.device);
    if (!slot)
        Q_EMIT failed(deviceError(DeviceFault::NotConfigured, attempt.device));
    else if (!m_busy)
        send(*slot, attempt, Errand::Resolve);
}

void PaymentDesk::send(
    const SlotSettings& slot, const PaymentAttempt& attempt, Errand errand, const std::string& code)
{
    setBusy(true);
    m_takingBack = payments::givesBack(attempt.kind);
    refresh();
    const auto charge = chargeOf(attempt, errand);
    const auto done = [this, attempt](const Result<PaymentEnd>& end) {
        finish(end, attempt);
    };
    auto& devices = m_devices.devices();
    if (slot.role == DeviceRole::PaymentTerminal) {
        devices.run<PaymentTerminal>(slot.id, charge, done);
        return;
    }
    devices.run<PaymentGateway>(
        slot.id,
        [charge, code, &clock = m_till.clock(), cancellation = devices.cancellation(slot.id)](
            PaymentGateway& gateway) -> Result<PaymentEnd> {
            CodePayment payment(gateway, clock, code, cancellation);
            return charge(payment);
        },
        done);
}

/// What the device's thread does; that ends before this desk.
PaymentDesk::Charge PaymentDesk::chargeOf(const PaymentAttempt& attempt, Errand errand)
{
    return [this, attempt, errand](PaymentTerminal& terminal) -> Result<PaymentEnd> {
        const bool asks = terminal.abilities().asksForApproval;
        PaymentRun run(terminal, m_journal, m_till.clock(), [this, asks](const std::string& text) {
            QMetaObject::invokeMethod(
                this, [this, text, asks] { prompt(text, asks); }, Qt::QueuedConnection);
        });
        if (!m_underway.enter(run))
            return deviceError(DeviceFault::Cancelled, attempt.device);
        auto end = errand == Errand::CarryOut ? run.carryOut(attempt) : run.resolve(attempt);
        m_underway.leave();
        return end;
    };
}

void PaymentDesk::prompt(const std::string& text, bool asksForApproval)
{
    if (!m_busy)
        return;
    m_asksForApproval = asksForApproval;
    Q_EMIT prompted(text::paymentPrompt(text));
}

void PaymentDesk::finish(const Result<PaymentEnd>& end, const PaymentAttempt& attempt)
{
    if (end) {
        setBusy(false);
        take(*end);
        const auto why = end->notStored ? end->notStored : end->outcome.fault;
        Q_EMIT ended(end->attempt, why);
        refresh();
        Q_EMIT changed();
    } else if (attempt.state == payments::PaymentState::Created) {
        abandon(attempt, end.error());
    } else {
        setBusy(false);
        Q_EMIT ended(attempt, end.error());
    }
}

/// Keeps what the journal could not, and has the paper printed.
void PaymentDesk::take(const PaymentEnd& end)
{
    for (const auto& before : end.before)
        take(before);
    if (end.notStored)
        m_unstored.keep(end.attempt);
    else
        m_unstored.forget(end.attempt.id);
    if (end.attempt.kind == payments::PaymentKind::Reversal
        && !payments::isUnsettled(end.attempt.state)
        && end.attempt.state != payments::PaymentState::Approved && end.attempt.original)
        m_notTakenBack.insert(*end.attempt.original);
    for (const std::string& slip : {end.outcome.merchantSlip, end.outcome.customerSlip}) {
        if (!slip.empty())
            Q_EMIT slipWanted(QString::fromStdString(slip));
    }
}

/// The device was not even reached: nothing was sent.
void PaymentDesk::abandon(const PaymentAttempt& attempt, const Error& why)
{
    PaymentEnd end;
    end.attempt = attempt;
    end.attempt.state = payments::PaymentState::Aborted;
    end.attempt.changedAt = m_till.clock().now();
    end.outcome.fault = why;
    m_till.write(
        this,
        [aborted = end.attempt](
            TillServices& services) { return services.payments.record(aborted); },
        [this, end](const Result<void>& recorded) mutable {
            if (!recorded)
                end.notStored = recorded.error();
            finish(end, end.attempt);
        });
}

void PaymentDesk::enterApproval(const QString& number)
{
    payments::PaymentEvidence read;
    read.approval = number.trimmed().toStdString();
    m_underway.enterApproval(read);
}

void PaymentDesk::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) == busy)
        return;
    m_takingBack = false;
    m_asksForApproval = false;
    if (busy)
        m_underway.begin();
    Q_EMIT busyChanged(busy);
    Q_EMIT prompted({});
}

}  // namespace bl::desktop
