#include "app/desktop/scripted/scripted_hour.h"

#include "app/desktop/counter/counter.h"
#include "app/desktop/printing/print_desk.h"
#include "app/desktop/scripted/scripted_goods.h"
#include "app/desktop/scripted/scripted_hand.h"
#include "app/desktop/scripted/scripted_payments.h"
#include "app/desktop/till/till.h"
#include "app/desktop/widgets/search_field.h"
#include "app/desktop/widgets/sheet.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSaveFile>

#include <cstdio>
#include <memory>

namespace bl::desktop {

namespace {

constexpr std::int64_t kFloatMajor = 500;
constexpr std::int64_t kPhoneSpan = 100'000'000;

class Hour {
public:
    Hour(const ScriptedStage& stage, const QString& directory)
        : m_stage(stage)
        , m_counter(stage.counter.presenter)
        , m_hand(stage.shell, directory)
        , m_payments(stage, m_hand)
        , m_directory(directory)
    {
        QObject::connect(&m_stage.counter.members, &MemberPresenter::created, &m_context,
            [this] { ++m_members; });
    }

    int play()
    {
        QElapsedTimer clock;
        clock.start();
        logIn();
        readGoods();
        openShift();
        morning();
        noon();
        afternoon();
        closeShift();
        m_hand.await(QStringLiteral("the receipts are printed"),
            [this] { return !m_stage.printer.isBusy(); });
        summarise(clock.elapsed());
        if (m_hand.ok())
            return 0;
        std::fprintf(stderr, "scripted hour: %s\n", qUtf8Printable(m_hand.failure()));
        return 1;
    }

private:
    template <typename Work>
    auto ask(Work work)
    {
        using Answer = std::invoke_result_t<Work, TillQueries&>;
        const auto answer = std::make_shared<std::optional<Answer>>();
        m_stage.till.read(
            &m_context, std::move(work), [answer](Answer found) { *answer = std::move(found); });
        m_hand.await(
            QStringLiteral("the register answers"), [answer] { return answer->has_value(); });
        return answer;
    }

    void logIn()
    {
        m_hand.begin(QStringLiteral("log in"));
        if (m_stage.logIn && !m_counter.cashier())
            m_stage.logIn();
        m_hand.await(QStringLiteral("somebody is logged in"),
            [this] { return m_counter.cashier() && m_counter.site(); });
        m_hand.look(text::Language::SimplifiedChinese, Mode::Light);
    }

    void readGoods()
    {
        m_hand.begin(QStringLiteral("read the goods"));
        const auto read = ask(readScriptedGoods);
        if (!m_hand.ok())
            return;
        m_hand.require(QStringLiteral("the register knows goods"),
            (*read)->ok() && (*read)->value().pieces.size() >= 6);
        if (m_hand.ok())
            m_goods = (*read)->value();
    }

    bool shiftIsOpen()
    {
        const auto shift = ask([](TillQueries& queries) -> Result<std::optional<shifts::Shift>> {
            BL_TRY(const auto site, queries.site.load());
            return queries.shifts.findOpen(site.registerNo);
        });
        return m_hand.ok() && (*shift)->ok() && (*shift)->value().has_value();
    }

    void openShift()
    {
        m_hand.begin(QStringLiteral("open the shift"));
        if (shiftIsOpen())
            return;
        // It is offered after the log-in; who closed it asks for it again.
        if (!m_hand.sheet()) {
            m_hand.press(Qt::Key_F10);
            m_hand.press(Qt::Key_2);
        }
        m_hand.await(
            QStringLiteral("the float is asked for"), [this] { return m_hand.sheet() != nullptr; });
        m_hand.type(QString::number(kFloatMajor));
        m_hand.picture(QStringLiteral("open-shift"));
        m_hand.press(Qt::Key_Return);
        m_hand.await(QStringLiteral("the sheet goes"), [this] { return !m_hand.sheet(); });
        m_hand.require(QStringLiteral("a shift is open"), shiftIsOpen());
    }

    void settle()
    {
        m_hand.await(
            QStringLiteral("the counter is ready"), [this] { return !m_counter.isBusy(); });
    }

    void scan(const std::string& code, const QString& times = {})
    {
        m_hand.type(times + QString::fromStdString(code));
        m_hand.press(Qt::Key_Return);
        settle();
    }

    const catalog::Product& piece(std::size_t index) const
    {
        return m_goods.pieces[index % m_goods.pieces.size()];
    }

    void morning()
    {
        if (!m_hand.ok())
            return;
        m_hand.begin(QStringLiteral("ticket 1: one scan, exact cash"));
        m_hand.picture(QStringLiteral("counter-empty"));
        scan(piece(0).code);
        m_payments.cash();

        m_hand.begin(QStringLiteral("ticket 2: a multiplier and change"));
        scan(piece(1).code, QStringLiteral("3*"));
        scan(piece(2).code);
        scan(piece(0).code);
        m_hand.picture(QStringLiteral("counter"));
        m_payments.cash(m_payments.roundSum(), QStringLiteral("pay"));
        m_hand.picture(QStringLiteral("change"));

        m_hand.begin(QStringLiteral("ticket 3: found by initials"));
        m_hand.type(QString::fromStdString(piece(3).initials).left(3));
        m_hand.await(QStringLiteral("results are shown"),
            [this] { return m_stage.counter.view->scanField()->resultsVisible(); });
        m_hand.press(Qt::Key_Down);
        m_hand.picture(QStringLiteral("search"));
        m_hand.press(Qt::Key_Return);
        finishMeasure();
        m_hand.await(QStringLiteral("it is on the ticket"),
            [this] { return !m_counter.cart().lines.empty(); });
        m_payments.cash();

        m_hand.begin(QStringLiteral("ticket 4: a member by phone digits"));
        if (!m_goods.members.empty()) {
            m_hand.press(Qt::Key_F3);
            m_hand.type(QString::fromStdString(m_goods.members.front().phone).right(4));
            m_hand.press(Qt::Key_Return);
            m_hand.await(QStringLiteral("members were found"),
                [this] { return !m_hand.sheet() || m_counter.member() || !isSearching(); });
            m_hand.picture(QStringLiteral("member"));
            if (m_hand.sheet())
                m_hand.press(Qt::Key_Return);
            m_hand.await(QStringLiteral("the member is on the ticket"),
                [this] { return m_counter.member().has_value(); });
        }
        scan(piece(4).code, QStringLiteral("2*"));
        scan(piece(5).code);
        m_payments.cash(m_payments.roundSum());
    }

    /// Where the first result was sold by measure.
    void finishMeasure()
    {
        if (!m_hand.sheet())
            return;
        m_hand.type(QStringLiteral("0.5"));
        m_hand.press(Qt::Key_Return);
    }

    bool isSearching() const { return m_stage.counter.members.isSearching(); }

    void noon()
    {
        m_hand.look(text::Language::English, Mode::Dark);
        m_hand.begin(QStringLiteral("ticket 5: a code that nobody knows"));
        if (!m_hand.ok())
            return;
        scan(piece(6).code);
        scan("4000000000000");
        m_hand.require(
            QStringLiteral("the ticket is as before"), m_counter.cart().lines.size() == 1);
        m_hand.picture(QStringLiteral("unknown-code"));
        m_payments.cash();

        m_hand.begin(QStringLiteral("ticket 6: goods by weight"));
        if (!m_goods.measured.empty()) {
            scan(m_goods.measured.front().code);
            m_hand.await(QStringLiteral("the quantity is asked for"),
                [this] { return m_hand.sheet() != nullptr; });
            m_payments.weigh();
            m_hand.picture(QStringLiteral("weight"));
            m_hand.press(Qt::Key_Return);
        }
        scan(piece(7).code);
        m_payments.card({}, QStringLiteral("card"));

        m_hand.begin(QStringLiteral("ticket 7: quantities change"));
        scan(piece(8).code);
        m_hand.press(Qt::Key_F4);
        m_hand.type(QStringLiteral("5"));
        m_hand.picture(QStringLiteral("quantity"));
        m_hand.press(Qt::Key_Return);
        m_hand.type(QStringLiteral("+-"));
        scan(piece(9).code);
        m_hand.press(Qt::Key_Delete);
        m_hand.require(QStringLiteral("five are left"),
            m_counter.cart().lines.size() == 1
                && m_counter.cart().lines.front().item.quantity == Quantity::thousandths(5000));
        m_payments.cash(m_payments.roundSum(), QStringLiteral("pay"));

        m_hand.begin(QStringLiteral("ticket 8: a new member"));
        const int made = m_members;
        m_hand.press(Qt::Key_F3);
        m_hand.type(QStringLiteral("139%1").arg(
            toMillis(m_stage.till.clock().now()) % kPhoneSpan, 8, 10, QLatin1Char('0')));
        m_hand.press(Qt::Key_F3);
        m_hand.type(QStringLiteral("Sun Li"));
        m_hand.picture(QStringLiteral("new-member"));
        m_hand.press(Qt::Key_Return);
        m_hand.await(QStringLiteral("the member is made"),
            [this, made] { return m_members > made && m_counter.member(); });
        scan(piece(10).code);
        m_payments.cash();
    }

    void afternoon()
    {
        m_hand.look(text::Language::TraditionalChinese, Mode::Light);
        m_hand.begin(QStringLiteral("ticket 9: parked while ticket 10 is sold"));
        if (!m_hand.ok())
            return;
        scan(piece(11).code, QStringLiteral("2*"));
        m_hand.press(Qt::Key_F6);
        m_hand.type(QStringLiteral("A12"));
        m_hand.picture(QStringLiteral("park"));
        m_hand.press(Qt::Key_Return);
        m_hand.await(QStringLiteral("the counter is free"),
            [this] { return m_counter.cart().lines.empty() && !m_counter.isBusy(); });
        scan(piece(12).code);
        m_payments.cash(m_payments.roundSum());
        QObject context;
        bool listed = false;
        QObject::connect(
            &m_counter, &CounterPresenter::parkedListed, &context, [&listed] { listed = true; });
        m_hand.press(Qt::Key_F7);
        m_hand.await(QStringLiteral("the parked tickets are listed"), [&listed] { return listed; });
        m_hand.picture(QStringLiteral("recall"));
        m_hand.press(Qt::Key_Return);
        m_hand.await(QStringLiteral("the ticket is back"),
            [this] { return !m_counter.cart().lines.empty(); });
        m_payments.cash();

        m_hand.look(text::Language::SimplifiedChinese, Mode::Dark);
        m_hand.begin(QStringLiteral("tickets 11 and 12: the queue"));
        for (std::size_t i = 13; i < 17; ++i)
            scan(piece(i).code);
        m_hand.picture(QStringLiteral("counter"));
        m_payments.card(QStringLiteral("5"), QStringLiteral("split"));
        scan(piece(17).code);
        scan(piece(17).code);
        m_payments.cash();

        m_hand.begin(QStringLiteral("receipts"));
        bool shown = false;
        QObject::connect(&m_stage.counter.receipts, &ReceiptsPresenter::listed, &context,
            [&shown] { shown = true; });
        m_hand.press(Qt::Key_F10);
        m_hand.press(Qt::Key_1);
        m_hand.await(QStringLiteral("the receipts are listed"), [&shown] { return shown; });
        m_hand.picture(QStringLiteral("receipts"));
        m_hand.press(Qt::Key_Escape);
    }

    void closeShift()
    {
        m_hand.begin(QStringLiteral("close the shift"));
        m_hand.press(Qt::Key_F10);
        m_hand.press(Qt::Key_2);
        m_hand.await(
            QStringLiteral("the count is asked for"), [this] { return m_hand.sheet() != nullptr; });
        if (!m_hand.ok())
            return;
        const Currency& currency = m_counter.site()->currency;
        Money counted = m_payments.total();
        counted -= m_payments.onCards();
        if (const auto held = parseMoney(std::to_string(kFloatMajor), currency))
            counted += *held;
        m_hand.type(QString::fromStdString(plainMoney(counted, currency)));
        m_hand.picture(QStringLiteral("close-shift"));
        m_hand.press(Qt::Key_Return);
        m_hand.await(QStringLiteral("the shift is closed"), [this] { return !shiftIsOpen(); });
        m_hand.picture(QStringLiteral("shift-report"));
        m_hand.press(Qt::Key_Escape);
    }

    void summarise(std::int64_t elapsedMs)
    {
        if (!m_hand.ok())
            return;
        QSaveFile file(QDir(m_directory).filePath(QStringLiteral("summary.txt")));
        const std::string text = "sales " + std::to_string(m_payments.sales()) + "\ntotal "
            + plainMoney(m_payments.total(), m_counter.site()->currency) + "\nmembers "
            + std::to_string(m_members) + "\ncards "
            + plainMoney(m_payments.onCards(), m_counter.site()->currency) + "\nreceipts "
            + std::to_string(m_stage.printer.printedCount()) + "\nseconds "
            + std::to_string(elapsedMs / 1000) + "\n";
        m_hand.require(QStringLiteral("summary.txt can be written"),
            file.open(QIODevice::WriteOnly)
                && file.write(text.data(), static_cast<qint64>(text.size())) >= 0 && file.commit());
    }

    const ScriptedStage& m_stage;
    CounterPresenter& m_counter;
    ScriptedHand m_hand;
    ScriptedPayments m_payments;
    QString m_directory;
    QObject m_context;
    ScriptedGoods m_goods;
    int m_members = 0;
};

}  // namespace

int playScriptedHour(const ScriptedStage& stage, const QString& directory)
{
    return Hour(stage, directory).play();
}

}  // namespace bl::desktop
