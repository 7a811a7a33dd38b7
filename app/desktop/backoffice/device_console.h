#pragma once

#include "app/desktop/devices/device_desk.h"
#include "app/desktop/payments/payment_desk.h"
#include "app/desktop/widgets/banner.h"
#include "core/staff/actor.h"
#include "devices/card/card_reader.h"
#include "devices/scale/scale.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace bl::desktop {

class PrintQueue;
class Till;

/// The devices as whoever looks after them sees them: how each stands, what goes over its line, and
/// its tests. Nothing here waits for a device. While it is open it tells at most four times a
/// second that something is new; closed it tells nothing and hears nothing.
class DeviceConsole final : public QObject {
    Q_OBJECT
public:
    static constexpr int kRefreshMs = 250;

    /// All outlive it; `actor` says who works.
    DeviceConsole(DeviceDesk& desk, PaymentDesk& payments, Till& till, PrintQueue& prints,
        std::function<staff::Actor()> actor, QObject* parent = nullptr);
    ~DeviceConsole() override;

    void open();
    void close();

    std::vector<SlotStatus> slots() const { return m_desk.devices().statuses(); }
    void select(const std::string& slot);
    const std::string& selected() const { return m_selected; }
    SlotStatus status() const { return m_desk.status(m_selected); }

    /// What went over its line, decoded and masked; the newest last.
    QStringList trace() const;
    /// What it said by itself since it was selected.
    const QStringList& heard() const { return m_heard; }

    // Its place
    void lookNow() { m_desk.devices().retryNow(m_selected); }
    void switchOn();
    void switchOff();
    void remove();
    /// Takes over the address and what belongs to it. Fails with DeviceAddressInvalid,
    /// InvalidArgument where cards cannot carry a number there, or UnreadableFile.
    Result<void> setUp(const SlotSettings& wanted);

    /// The password that the device wants; kept where the system keeps secrets.
    void setPassword(const std::string& password) { m_desk.enterSecret(m_selected, password); }

    // Its tests: `told` follows.
    void printTestPage();
    void printTestLabel();
    void openDrawer();
    void askStatus();
    void weigh();
    /// Writes a member's number to the card that lies on the reader, and reads it back. Where it
    /// carries another one already, `told` asks for replaceCardNumber().
    void writeCard(const QString& number);
    void replaceCardNumber();
    void show(const QString& text);
    /// Connects anew; terminals are registered by that.
    void reconnect();
    void diagnose();
    /// Not while it left payments open that nobody settled. Also prints what the terminal says of
    /// its day, where there is a receipt printer.
    void closeDay();
    /// The slip of the terminal's last end of day, as a copy.
    void printSlipAgain();

    // What a terminal left open
    const std::vector<payments::PaymentAttempt>& openPayments() const { return m_open; }
    void ask(const payments::PaymentAttempt& payment);
    void decide(const payments::PaymentAttempt& payment, services::PaymentVerdict verdict,
        const payments::PaymentEvidence& read);

Q_SIGNALS:
    void refreshed();
    void paymentsListed();
    /// What became of a test.
    void told(const bl::desktop::Message& message);

private:
    template <typename Role, typename Work, typename Done>
    void test(Work work, Done done);
    void fail(const Error& error);
    void tick();
    void hear(const DeviceEvent& event);
    void watchScale(Scale::Watch wish);
    void issueCard(CardIssue issue);
    void readPayments();
    void printSlip(
        const std::string& slot, const std::string& terminal, const TerminalTotals& totals);
    void print(ReceiptDocument slip);
    void put(SlotSettings settings);

    DeviceDesk& m_desk;
    PaymentDesk& m_payments;
    Till& m_till;
    PrintQueue& m_prints;
    std::function<staff::Actor()> m_actor;
    QTimer m_timer;
    Devices::Subscription m_subscription;
    std::string m_selected;
    QStringList m_heard;
    QString m_cardNumber;  ///< the last one that was to be written
    std::vector<payments::PaymentAttempt> m_open;
    std::size_t m_seenBytes = 0;
    bool m_new = false;
};

}  // namespace bl::desktop
