#pragma once

#include "app/desktop/devices/device_desk.h"
#include "app/desktop/payments/payment_item.h"
#include "app/desktop/payments/payment_underway.h"
#include "app/desktop/payments/unstored_payments.h"
#include "app/desktop/till/till.h"
#include "app/desktop/till/till_payment_journal.h"
#include "core/access/permission.h"
#include "core/ports/payment_terminal.h"
#include "core/services/payment_service.h"
#include "devices/payment/payment_run.h"

#include <QObject>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bl::desktop {

/// Payments that a terminal or a payment service decides, one at a time: each is stored before it
/// is carried out, and what became of it arrives as a signal, whatever happens to the terminal
/// meanwhile.
class PaymentDesk final : public QObject {
    Q_OBJECT
public:
    /// `till` outlives it. `devices` ends first, because its threads tell and store here what they
    /// did last.
    PaymentDesk(Till& till, DeviceDesk& devices, QObject* parent = nullptr);
    ~PaymentDesk() override;

    /// A card terminal that is set up, and what people call it.
    struct Terminal {
        std::string slot;
        QString name;

        friend bool operator==(const Terminal&, const Terminal&) = default;
    };
    std::vector<Terminal> terminals() const;
    bool hasTerminal() const { return !terminals().empty(); }
    /// The one that charges cards: the one that this register used last, or else the first.
    std::string terminal() const;
    /// Uses that one from now on, also after the next start.
    void chooseTerminal(const std::string& slot);
    /// Whether a service is set up that charges the codes on customers' phones.
    bool hasGateway() const;
    /// Whether a terminal without a cable waits for what the cashier reads off it.
    bool asksForApproval() const { return m_asksForApproval; }
    /// Whether a payment is under way.
    bool isBusy() const { return m_busy; }
    /// Whether that gives money back.
    bool isTakingBack() const { return m_takingBack; }

    /// Reads the ticket's payments; `listed` follows, also after each change.
    void watch(TicketId ticket);
    void watchNothing() { m_ticket.reset(); }

    /// Charges the watched ticket on the card terminal. Nothing happens while one is under way.
    void charge(Money amount, const std::string& currency, UserId by);
    /// The same through the code on the customer's phone, which `payments::walletOf` knows.
    void chargeCode(const std::string& code, Money amount, const std::string& currency, UserId by);
    /// Takes an approved payment back.
    void takeBack(const payments::PaymentAttempt& attempt, UserId by);
    /// An approved payment that its device cannot take back was given back in another way; `read`
    /// is what stands on the paper about that. `permissionNeeded` follows, and `permit` stores it.
    void giveBackByHand(
        payments::PaymentId payment, const payments::PaymentEvidence& read, UserId by);
    /// Somebody who may answers for what was asked last with `permissionNeeded`.
    void permit(UserId who);
    /// Asks the other side what became of an unknown payment; charges nothing.
    void ask(const payments::PaymentAttempt& attempt);
    /// A person says what became of it, by what they read about it.
    void decide(payments::PaymentId payment, services::PaymentVerdict verdict,
        const payments::PaymentEvidence& read, UserId by);
    /// Tries at once to store what became of payments and could not be stored.
    void storeNow() { m_unstored.storeNow(); }
    /// With what is known of it beyond the journal.
    PaymentItem itemOf(const payments::PaymentAttempt& attempt) const;

    /// Whether the terminal in that slot may know of a payment: it was sent there, or to an address
    /// that no device has any more.
    bool mayKnow(const std::string& slot, const payments::PaymentAttempt& attempt) const;
    /// Closes the day of the terminal in that slot, unless a payment is open that it may know of.
    /// `done` hears what came of it.
    void endOfDay(
        const std::string& slot, std::function<void(const Result<TerminalTotals>& totals)> done);

    /// The payment under way is not to be charged any more: it is not sent, or else the other side
    /// is asked to give it up.
    void abort() { m_underway.abort(); }
    /// What a terminal without a cable shows: its approval number.
    void enterApproval(const QString& number);

Q_SIGNALS:
    /// What the other side wants the cashier to read; empty while it says nothing.
    void prompted(const QString& text);
    void busyChanged(bool busy);
    /// Oldest first.
    void listed(const std::vector<bl::payments::PaymentAttempt>& attempts);
    /// A payment came to an end, perhaps an unknown one; `why` is what hindered it.
    void ended(const bl::payments::PaymentAttempt& attempt, const std::optional<bl::Error>& why);
    void failed(const bl::Error& error);
    /// Somebody who may do that has to answer for it: `permit`.
    void permissionNeeded(bl::access::Permission permission);
    /// Some payment is in another state, of whatever ticket.
    void changed();
    /// The terminal wants paper: lines of its slip.
    void slipWanted(const QString& slip);

private:
    enum class Errand { CarryOut, Resolve };
    using Charge = std::function<Result<PaymentEnd>(PaymentTerminal&)>;

    std::optional<SlotSettings> slotFor(const std::string& address) const;
    std::set<std::string> addresses() const;  ///< that devices are set up at
    void beginNew(DeviceRole role, services::PaymentRequest request, const std::string& code = {});
    void begin(services::PaymentRequest request, const std::string& code = {});
    void send(const SlotSettings& slot, const payments::PaymentAttempt& attempt, Errand errand,
        const std::string& code = {});
    Charge chargeOf(const payments::PaymentAttempt& attempt, Errand errand);
    void prompt(const std::string& text, bool asksForApproval);
    void finish(const Result<PaymentEnd>& end, const payments::PaymentAttempt& attempt);
    void take(const PaymentEnd& end);
    void abandon(const payments::PaymentAttempt& attempt, const Error& why);
    void setBusy(bool busy);
    void refresh();

    Till& m_till;
    DeviceDesk& m_devices;
    TillPaymentJournal m_journal;
    std::optional<TicketId> m_ticket;
    bool m_busy = false;
    bool m_takingBack = false;
    bool m_asksForApproval = false;
    PaymentUnderway m_underway;
    UnstoredPayments m_unstored;
    std::string m_terminal;                        ///< the slot that was chosen last
    std::set<payments::PaymentId> m_notTakenBack;  ///< their device could not
    std::set<std::string> m_closing;               ///< slots whose terminal closes its day
    std::function<void(UserId who)> m_permitted;
};

}  // namespace bl::desktop
