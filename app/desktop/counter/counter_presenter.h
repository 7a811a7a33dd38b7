#pragma once

#include "app/desktop/counter/counter_values.h"
#include "core/base/uuid.h"
#include "core/payments/payment_attempt.h"
#include "core/storage/print_job_store.h"

#include <QObject>
#include <QTimer>

namespace bl::desktop {

class PrintQueue;
class Till;
struct TypedCode;

/// The counter without its widgets: the ticket in front of the cashier, from the first scan to the
/// receipt.
///
/// Every edit is saved. What an edit cannot do leaves the ticket as it was and is told with
/// `failed`. Scans take effect in the order in which they came, and `requestPay` after all of them.
class CounterPresenter final : public QObject {
    Q_OBJECT
public:
    /// `till`, `random` and `printer` outlive the presenter. `random` is used on this thread alone.
    CounterPresenter(
        Till& till, RandomSource& random, PrintQueue& printer, QObject* parent = nullptr);

    /// Somebody logged in: their open ticket is offered again; open tickets of others are put aside
    /// into the recall list. Emits `restored`.
    void start(const Cashier& cashier);
    /// The counter is locked: the ticket stays saved as this cashier's.
    void stop();
    const std::optional<Cashier>& cashier() const { return m_cashier; }

    /// Known after the first `start`.
    const std::optional<storage::Site>& site() const { return m_site; }
    TicketId ticket() const { return m_ticket.id(); }
    const Cart& cart() const { return m_cart; }
    const std::optional<MemberCard>& member() const { return m_member; }
    bool isBusy() const { return m_openScans > 0 || !canEdit(); }

    // The scan field
    /// A code and Enter: `690…`, `3*690…`. A product is added, a member's number or phone is taken;
    /// a text that finds exactly one product or member takes that.
    void scan(const QString& text);
    /// A member's card: its number and nothing else.
    void useCard(const std::string& number);
    /// Looks for what is being typed; `searchAnswered` follows unless something newer is looked
    /// for.
    void search(const QString& text);
    /// Adds with the multiplier of `typed`. Goods by measure without one ask for the quantity
    /// first.
    void choose(const catalog::Product& product, const QString& typed);

    // The ticket
    void add(const catalog::Product& product, Quantity quantity);
    /// Fails with InvalidNumber, InvalidQuantity or AmountOverflow.
    void setQuantity(std::size_t line, const QString& text);
    void addMeasured(const catalog::Product& product, const QString& text);
    /// By whole units; stops at one.
    void changeQuantity(std::size_t line, int step);
    void remove(std::size_t line);
    void clear();
    void setMember(const MemberCard& member);
    void removeMember();

    // Paying
    /// Emits `payReady`, or `shiftNeeded`, or `failed` with EmptyTicket.
    void requestPay(const QString& code = {});
    /// Pays with what other tenders were charged and the rest with cash; `received` as typed, not
    /// looked at where nothing remains. Emits `sold` after the commit, and only then prints.
    void pay(const QString& received, const std::vector<payments::PaymentAttempt>& charged = {});
    /// What a card terminal wants on paper; as the receipt, where it does not come out.
    void printSlip(const QString& slip);
    /// Tries once more to print what did not come out; what may be on paper is marked as a copy.
    void printAgain();
    /// What did not come out is not wanted any more.
    void dropPrints();

    // Putting aside: a ticket with payments stays at this register, and is listed with the rest.
    void park(const QString& label);
    void listParked();
    void recall(TicketId ticket);
    /// Throws a parked ticket away.
    void discardParked(TicketId ticket);
    /// HQ told something new: other registers may have parked or recalled tickets. Emits
    /// `parkedCountChanged`, and `failed` with TicketRecalledElsewhere, once for a ticket, where
    /// the one at hand is in front of a colleague too.
    void hearOthers();

Q_SIGNALS:
    /// `touched` is the line that was just added or changed, or -1.
    void cartChanged(const bl::desktop::Cart& cart, int touched);
    void memberChanged(const std::optional<bl::desktop::MemberCard>& member);
    void restored(const bl::desktop::Cart& cart);
    void searchAnswered(const QString& query, const bl::desktop::SearchResults& results);
    /// Goods by measure: ask how much, then `addMeasured`.
    void measureNeeded(const bl::catalog::Product& product);
    void scanned();
    void failed(const bl::Error& error);
    void payReady(bl::Money due, const QString& code);
    /// A customer held out the code to pay with, before anybody asked for it.
    void paymentCodeScanned(const QString& code);
    /// No shift is open: open one, then `requestPay` again.
    void shiftNeeded();
    /// The sale is on disk.
    void sold(const bl::desktop::SaleSummary& sale);
    void receiptPrinted(const std::string& receipt);
    /// The sale stands, or the payment. `notPrintedChanged` follows.
    void printingFailed(const bl::Error& error);
    /// These did not come out, now or before the program ended, or nobody knows: they wait for
    /// `printAgain` or `dropPrints`.
    void notPrintedChanged(const QStringList& titles);
    void parkedCountChanged(int count);
    void parkedListed(const std::vector<bl::desktop::ParkedTicket>& tickets);

private:
    void payAfterScans();
    void scanAnswered(const QString& text, const TypedCode& typed, const SearchResults& found);
    void runSearch();
    /// Not while the ticket is on its way to a sale or into the recall list: what is changed then
    /// would be on neither.
    bool canEdit() const { return !m_paying && !m_moving; }
    void edited(int touched);
    void publish(int touched);
    void save();
    void beginTicket();
    void take(sales::Ticket ticket);
    void findMember();
    void countParked();
    void warnOfOtherTaker();
    void paid(Result<services::CompletedSale> sale);
    void print(const storage::PrintJob& job);
    void tellNotPrinted();

    Till& m_till;
    PrintQueue& m_printer;
    UuidFactory m_ids;
    std::optional<Cashier> m_cashier;
    std::optional<storage::Site> m_site;
    sales::Ticket m_ticket;
    TicketId m_warnedOf{};  ///< the ticket of which was said that another register has it too
    Cart m_cart;
    std::optional<MemberCard> m_member;
    std::vector<storage::PrintJob> m_notPrinted;  ///< oldest first
    QString m_query;
    QTimer m_searchDelay;
    int m_openScans = 0;
    std::optional<QString> m_payAfterScans;  ///< the code that it is to be paid with
    bool m_checkingShift = false;
    bool m_paying = false;
    bool m_moving = false;  // the ticket is being put aside, or another one is on its way
};

}  // namespace bl::desktop
