#include "app/desktop/backoffice/device_console.h"

#include "app/desktop/devices/device_words.h"
#include "app/desktop/devices/test_page.h"
#include "app/desktop/devices/trace_text.h"
#include "app/desktop/payments/terminal_slip.h"
#include "app/desktop/printing/print_queue.h"
#include "app/desktop/till/till.h"
#include "app/text/device_text.h"
#include "app/text/sentence.h"
#include "core/ports/receipt_document_json.h"
#include "devices/card/card_apdu.h"
#include "devices/display/customer_display.h"
#include "devices/label/label_printer.h"
#include "devices/slot/trace_words.h"

#include <QFile>
#include <QPointer>

#include <algorithm>

namespace bl::desktop {

namespace {

constexpr qsizetype kShownLines = 300;
constexpr qsizetype kShownEvents = 30;
constexpr std::chrono::seconds kWeighing{2};

/// Where the slip of a terminal's last end of day is kept on this machine.
std::string slipSetting(const std::string& slot)
{
    return "end-of-day-slip/" + slot;
}

QString arrow(TraceRing::Direction direction)
{
    switch (direction) {
    case TraceRing::Direction::ToDevice: return QStringLiteral("→ ");
    case TraceRing::Direction::FromDevice: return QStringLiteral("← ");
    case TraceRing::Direction::Note: return QStringLiteral("• ");
    }
    return {};
}

}  // namespace

DeviceConsole::DeviceConsole(DeviceDesk& desk, PaymentDesk& payments, Till& till,
    PrintQueue& prints, std::function<staff::Actor()> actor, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_payments(payments)
    , m_till(till)
    , m_prints(prints)
    , m_actor(std::move(actor))
{
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &DeviceConsole::tick);
    connect(&desk, &DeviceDesk::changed, this, [this] { m_new = true; });
    connect(&desk, &DeviceDesk::settingsChanged, this, [this] { m_new = true; });
    connect(&payments, &PaymentDesk::ended, this,
        [this](const payments::PaymentAttempt& attempt, const std::optional<Error>& why) {
            if (!m_subscription)
                return;
            if (why)
                fail(*why);
            else
                Q_EMIT told({Tone::Neutral,
                    tr("The payment is %1.")
                        .arg(text::paymentStateWord(
                            QString::fromUtf8(payments::stateName(attempt.state).data()))),
                    {}});
            readPayments();
        });
    connect(&payments, &PaymentDesk::failed, this, [this](const Error& error) {
        if (m_subscription)
            fail(error);
    });
}

DeviceConsole::~DeviceConsole()
{
    close();
}

void DeviceConsole::open()
{
    if (m_subscription)
        return;
    m_subscription = m_desk.devices().subscribe([this](const DeviceEvent& event) {
        hear(event);
        return true;
    });
    m_timer.start();
    m_new = true;
    watchScale(Scale::Watch::On);
    readPayments();
    tick();
}

void DeviceConsole::close()
{
    watchScale(Scale::Watch::Off);
    m_timer.stop();
    m_subscription.reset();
}

void DeviceConsole::watchScale(Scale::Watch wish)
{
    // The counter's own wish is not touched while nothing was wished here.
    if (m_subscription)
        m_desk.devices().signal<Scale>(m_selected, [wish](Scale& scale) { scale.watch(wish); });
}

void DeviceConsole::select(const std::string& slot)
{
    if (slot == m_selected)
        return;
    watchScale(Scale::Watch::Off);
    m_selected = slot;
    m_heard.clear();
    m_open.clear();
    m_new = true;
    watchScale(Scale::Watch::On);
    readPayments();
    tick();
}

void DeviceConsole::tick()
{
    const auto bytes = status().counters.bytes;
    const auto entries = m_desk.devices().trace(m_selected).size();
    if (bytes + entries != m_seenBytes)
        m_new = true;
    m_seenBytes = bytes + entries;
    if (std::exchange(m_new, false))
        Q_EMIT refreshed();
}

void DeviceConsole::hear(const DeviceEvent& event)
{
    m_heard << eventText(event);
    while (m_heard.size() > kShownEvents)
        m_heard.removeFirst();
    m_new = true;
}

QStringList DeviceConsole::trace() const
{
    const auto address = DeviceAddress::parse(status().settings.address);
    const std::string driver = address ? address->driver : std::string();
    QStringList lines;
    for (const auto& entry : m_desk.devices().trace(m_selected)) {
        for (const auto& line : describeTrace(driver, entry))
            lines << arrow(entry.direction) + traceText(line);
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - kShownLines));
}

void DeviceConsole::put(SlotSettings settings)
{
    m_desk.set(settings);
    m_new = true;
    watchScale(Scale::Watch::On);
    tick();
}

void DeviceConsole::switchOn()
{
    auto settings = status().settings;
    settings.enabled = true;
    put(std::move(settings));
}

void DeviceConsole::switchOff()
{
    auto settings = status().settings;
    settings.enabled = false;
    put(std::move(settings));
}

void DeviceConsole::reconnect()
{
    switchOff();
    switchOn();
}

void DeviceConsole::remove()
{
    auto settings = status().settings;
    settings.address.clear();
    m_selected.clear();
    put(std::move(settings));
}

Result<void> DeviceConsole::setUp(const SlotSettings& wanted)
{
    auto settings = status().settings;
    BL_TRY(const auto address, DeviceAddress::parse(wanted.address, settings.role));
    BL_CHECK(m_desk.checkFree(address.toString(), settings.id));
    if (settings.role == DeviceRole::CardReader)
        BL_CHECK(MifareProfile::parse(wanted.profile, {}));
    if (!wanted.caFile.empty()) {
        QFile file(QString::fromStdString(wanted.caFile));
        if (!file.open(QIODevice::ReadOnly))
            return Error{
                ErrorCode::UnreadableFile, {wanted.caFile, file.errorString().toStdString()}};
    }
    // In its usual form: payments are found again by it.
    settings.address = address.toString();
    settings.profile = wanted.profile;
    settings.caFile = wanted.caFile;
    put(std::move(settings));
    return {};
}

void DeviceConsole::fail(const Error& error)
{
    Q_EMIT told({Tone::Danger, text::sentence(error), {}});
}

template <typename Role, typename Work, typename Done>
void DeviceConsole::test(Work work, Done done)
{
    m_desk.devices().run<Role>(m_selected, std::move(work),
        [self = QPointer<DeviceConsole>(this), done = std::move(done)](const auto& result) {
            if (!self)
                return;
            if (!result)
                self->fail(result.error());
            else
                Q_EMIT self->told({Tone::Success, done(*result), {}});
        });
}

void DeviceConsole::printTestPage()
{
    const auto settings = status().settings;
    test<ReceiptPrinter>(
        [page = printerTestPage(profileOrUsual(settings.profile), settings.address)](
            ReceiptPrinter& printer) { return printer.print(page, DrawerPulse::None); },
        [](PrintProof proof) {
            return proof == PrintProof::Confirmed
                ? tr("The test page came out.")
                : tr("The test page was sent. Look whether it came out.");
        });
}

void DeviceConsole::printTestLabel()
{
    test<LabelPrinter>(
        [](LabelPrinter& printer) {
            return printer.print({{testLabel(), 1}});
        },
        [](PrintProof proof) {
            return proof == PrintProof::Confirmed
                ? tr("The test label came out.")
                : tr("The test label was sent. Look whether it came out.");
        });
}

void DeviceConsole::openDrawer()
{
    test<ReceiptPrinter>(
        [](ReceiptPrinter& printer) { return printer.print({}, DrawerPulse::Open); },
        [](PrintProof) { return tr("The drawer was told to open."); });
}

void DeviceConsole::askStatus()
{
    lookNow();
    const auto now = status();
    Q_EMIT told({stateTone(now.state), stateWord(now), {}});
}

void DeviceConsole::weigh()
{
    test<Scale>([](Scale& scale) { return scale.weigh(kWeighing); },
        [](const WeightSeen& weight) { return eventText(weight); });
}

void DeviceConsole::writeCard(const QString& number)
{
    m_cardNumber = number.trimmed();
    issueCard(CardIssue::Blank);
}

void DeviceConsole::replaceCardNumber()
{
    issueCard(CardIssue::Replace);
}

void DeviceConsole::issueCard(CardIssue issue)
{
    m_desk.devices().run<CardReader>(
        m_selected,
        [number = m_cardNumber.toStdString(), issue](
            CardReader& reader) { return reader.writeNumber(number, issue); },
        [self = QPointer<DeviceConsole>(this), number = m_cardNumber](const Result<void>& written) {
            if (!self)
                return;
            if (written)
                Q_EMIT self->told({Tone::Success,
                    tr("The card carries the number %1 now; it was read back.").arg(number), {}});
            else if (written.error().detail.size() > 3
                && written.error().detail[3] == kCardNumbered)
                Q_EMIT self->told(
                    {Tone::Warning, text::sentence(written.error()), tr("Replace the number")});
            else
                self->fail(written.error());
        });
}

void DeviceConsole::show(const QString& text)
{
    DisplayContent content;
    content.heading = {text.toStdString(), {}};
    test<CustomerDisplay>(
        [content, address = status().settings.address](CustomerDisplay& display) -> Result<int> {
            BL_CHECK(display.show(content));
            if (const auto lost = display.lostTexts(content); !lost.empty())
                return notShown(address, lost);
            return 0;
        },
        [](int) { return tr("The text is on the display."); });
}

void DeviceConsole::diagnose()
{
    test<PaymentTerminal>([](PaymentTerminal& terminal) { return terminal.diagnose(); },
        [](const std::string& said) {
            return said.empty() ? tr("The terminal is well.")
                                : QString::fromStdString(said).trimmed();
        });
}

void DeviceConsole::closeDay()
{
    m_payments.endOfDay(m_selected,
        [self = QPointer<DeviceConsole>(this), slot = m_selected,
            terminal = status().settings.address](const Result<TerminalTotals>& totals) {
            if (!self)
                return;
            self->readPayments();
            if (!totals) {
                self->fail(totals.error());
                return;
            }
            self->printSlip(slot, terminal, *totals);
            Q_EMIT self->told({Tone::Success,
                tr("The terminal's day is closed: %n payment(s).", nullptr, totals->count)
                    + QLatin1Char('\n') + QString::fromStdString(totals->slip).trimmed(),
                {}});
        });
}

void DeviceConsole::printSlip(
    const std::string& slot, const std::string& terminal, const TerminalTotals& totals)
{
    m_till.read(
        this, [](TillQueries& queries) { return queries.site.load(); },
        [this, slot, terminal, totals](const Result<storage::Site>& site) {
            if (!site) {
                fail(site.error());
                return;
            }
            auto slip = terminalSlip(
                terminal, totals, m_till.clock().now(), site->timeZone, site->currency);
            m_till.write(
                this,
                [key = slipSetting(slot), text = writeReceiptDocument(slip)](
                    TillServices& services) { return services.settings.set(key, text); },
                [this](const Result<void>& kept) {
                    if (!kept)
                        fail(kept.error());
                });
            if (!m_prints.slot().empty())
                print(std::move(slip));
        });
}

void DeviceConsole::printSlipAgain()
{
    m_till.read(
        this,
        [slot = m_selected](TillQueries& queries) -> Result<std::optional<ReceiptDocument>> {
            BL_TRY(const auto kept, queries.settings.find(slipSetting(slot)));
            if (!kept)
                return std::optional<ReceiptDocument>{};
            BL_TRY(auto slip, parseReceiptDocument(*kept));
            return std::optional(std::move(slip));
        },
        [this](const Result<std::optional<ReceiptDocument>>& slip) {
            if (!slip)
                fail(slip.error());
            else if (*slip)
                print(copyOf(**slip));
            else
                Q_EMIT told(
                    {Tone::Neutral, tr("No day of this terminal was closed here yet."), {}});
        });
}

void DeviceConsole::print(ReceiptDocument slip)
{
    m_prints.print(this, tr("End of day").toStdString(), std::move(slip),
        [this](const Result<PrintProof>& printed) {
            if (!printed)
                fail(printed.error());
        });
}

void DeviceConsole::readPayments()
{
    const auto settings = status().settings;
    if (!m_subscription || settings.role != DeviceRole::PaymentTerminal || m_selected.empty())
        return;
    m_till.write(
        this, [](TillServices& services) { return services.payments.unsettled(); },
        [this, slot = m_selected](const Result<std::vector<payments::PaymentAttempt>>& attempts) {
            if (slot != m_selected)
                return;
            if (!attempts) {
                fail(attempts.error());
                return;
            }
            m_open.clear();
            for (const auto& attempt : *attempts) {
                if (m_payments.mayKnow(slot, attempt))
                    m_open.push_back(m_payments.itemOf(attempt).attempt);
            }
            Q_EMIT paymentsListed();
        });
}

void DeviceConsole::ask(const payments::PaymentAttempt& payment)
{
    m_payments.ask(payment);
}

void DeviceConsole::decide(const payments::PaymentAttempt& payment,
    services::PaymentVerdict verdict, const payments::PaymentEvidence& read)
{
    const auto actor = m_actor();
    m_payments.decide(payment.id, verdict, read, actor.approvedBy.value_or(actor.user));
    readPayments();
}

}  // namespace bl::desktop
