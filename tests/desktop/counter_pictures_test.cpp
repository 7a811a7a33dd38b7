#include "app/desktop/counter/pay_sheet.h"
#include "app/desktop/counter/payment_row.h"
#include "app/desktop/widgets/action_button.h"
#include "app/desktop/widgets/sheet.h"
#include "tests/desktop/counter_stage.h"
#include "tests/desktop/gallery/layout_check.h"

#include <QDir>

namespace bl::desktop::test {

namespace {

constexpr int kLayoutPasses = 4;

/// One look of the counter: how it comes about, and what it is called in the pictures' names.
struct Scene {
    const char* name;
    void (*play)(CounterStage&);
};

void fill(CounterStage& stage)
{
    stage.scan(QStringLiteral("2*") + QString::fromLatin1(CounterStage::kCleanser));
    stage.scan(QString::fromLatin1(CounterStage::kMask));
    stage.scan(QStringLiteral("1.255*") + QString::fromLatin1(CounterStage::kGrapes));
    stage.scan(QStringLiteral("13800006021"));
}

void sell(CounterStage& stage)
{
    fill(stage);
    QSignalSpy sold(&stage.presenter(), &CounterPresenter::sold);
    stage.presenter().pay(QStringLiteral("300"));
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
}

void park(CounterStage& stage, const QString& label)
{
    stage.presenter().park(label);
    stage.settle();
}

/// The power goes while a card is being charged; at the next start that is still open.
void leaveUnknown(CounterStage& stage, std::optional<Qt::Key> then)
{
    const SlotSettings terminal{
        "payment-terminal-1", DeviceRole::PaymentTerminal, "manual:", {}, true};
    stage.devices().set(terminal);
    fill(stage);
    stage.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
    stage.press(Qt::Key_F4);
    stage.press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return stage.counter().pay.asksForApproval(); }));
    stage.drop();
    stage.begin();
    stage.devices().set(terminal);
    REQUIRE(waitUntil([&] { return stage.counter().openPayments.unsettledCount() == 1; }));
    if (!then)
        return;
    stage.press(*then);
    REQUIRE(waitUntil([&] {
        return stage.shown<PaySheet>() && stage.counter().pay.paid().unsettled.has_value();
    }));
}

const Scene kScenes[]{
    {"counter-empty",
        [](CounterStage&) {
        }},
    {"counter", fill},
    {"counter-unknown",
        [](CounterStage& stage) {
            fill(stage);
            stage.scan(QStringLiteral("4000000000000"));
        }},
    {"counter-not-printed",
        [](CounterStage& stage) {
            REQUIRE(stage.printer().usePrinter("escpos+tcp://127.0.0.1:1", {}));
            QSignalSpy failed(&stage.presenter(), &CounterPresenter::printingFailed);
            sell(stage);
            REQUIRE(waitUntil([&] { return failed.count() == 1; }));
            fill(stage);
            stage.scan(QStringLiteral("4000000000000"));
        }},
    {"counter-results",
        [](CounterStage& stage) {
            fill(stage);
            QSignalSpy answered(&stage.presenter(), &CounterPresenter::searchAnswered);
            stage.type(QStringLiteral("69"));
            REQUIRE(waitUntil([&] { return answered.count() == 1; }));
            stage.press(Qt::Key_Down);
        }},
    {"pay",
        [](CounterStage& stage) {
            fill(stage);
            QSignalSpy ready(&stage.presenter(), &CounterPresenter::payReady);
            stage.press(Qt::Key_F9);
            REQUIRE(waitUntil([&] { return ready.count() == 1; }));
            stage.type(QStringLiteral("300"));
        }},
    {"pay-short",
        [](CounterStage& stage) {
            fill(stage);
            QSignalSpy ready(&stage.presenter(), &CounterPresenter::payReady);
            stage.press(Qt::Key_F9);
            REQUIRE(waitUntil([&] { return ready.count() == 1; }));
            stage.type(QStringLiteral("200"));
            stage.press(Qt::Key_Return);
        }},
    {"pay-card",
        [](CounterStage& stage) {
            stage.devices().set(
                {"payment-terminal-1", DeviceRole::PaymentTerminal, "manual:", {}, true});
            stage.devices().learnSecret("gateway-1", "secret");
            stage.devices().set({"gateway-1", DeviceRole::PaymentGateway,
                "codes+http://127.0.0.1:1/v1?merchant=M1", {}, true});
            fill(stage);
            stage.press(Qt::Key_F9);
            REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
            auto& pay = stage.counter().pay;
            stage.press(Qt::Key_F4);
            stage.type(QStringLiteral("100"));
            stage.press(Qt::Key_Return);
            REQUIRE(waitUntil([&] { return pay.asksForApproval(); }));
            stage.type(QStringLiteral("A77301"));
            stage.press(Qt::Key_Return);
            REQUIRE(waitUntil([&] { return pay.paid().charged.size() == 1; }));
            stage.press(Qt::Key_F1);
        }},
    {"pay-approval",
        [](CounterStage& stage) {
            stage.devices().set(
                {"payment-terminal-1", DeviceRole::PaymentTerminal, "manual:", {}, true});
            fill(stage);
            stage.press(Qt::Key_F9);
            REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
            stage.press(Qt::Key_F4);
            stage.press(Qt::Key_Return);
            REQUIRE(waitUntil([&] { return stage.counter().pay.asksForApproval(); }));
        }},
    {"pay-code",
        [](CounterStage& stage) {
            stage.devices().learnSecret("gateway-1", "secret");
            stage.devices().set({"gateway-1", DeviceRole::PaymentGateway,
                "codes+http://127.0.0.1:1/v1?merchant=M1", {}, true});
            fill(stage);
            stage.press(Qt::Key_F9);
            REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
            stage.press(Qt::Key_F3);
            stage.press(Qt::Key_Return);
        }},
    {"pay-unknown",
        [](CounterStage& stage) {
            leaveUnknown(stage, Qt::Key_F9);
        }},
    {"pay-stating",
        [](CounterStage& stage) {
            leaveUnknown(stage, Qt::Key_F9);
            REQUIRE(waitUntil([&] { return stage.shown<PaymentRow>() != nullptr; }));
            for (auto* button : stage.shown<PaymentRow>()->findChildren<ActionButton*>()) {
                if (button->text() == PaymentRow::tr("It was charged"))
                    button->click();
            }
        }},
    {"pay-terminals",
        [](CounterStage& stage) {
            for (const char* slot : {"payment-terminal-1", "payment-terminal-2"})
                stage.devices().set({slot, DeviceRole::PaymentTerminal, "manual:", {}, true});
            fill(stage);
            stage.press(Qt::Key_F9);
            REQUIRE(waitUntil([&] { return stage.shown<PaySheet>() != nullptr; }));
            stage.press(Qt::Key_F4);
        }},
    {"open-payments",
        [](CounterStage& stage) {
            leaveUnknown(stage, {});
            stage.view().showOpenPayments();
            REQUIRE(waitUntil([&] { return stage.shown<PaymentRow>() != nullptr; }));
        }},
    {"counter-unsettled",
        [](CounterStage& stage) {
            leaveUnknown(stage, {});
        }},
    {"sold", sell},
    {"quantity",
        [](CounterStage& stage) {
            fill(stage);
            stage.press(Qt::Key_F4);
        }},
    {"member-search",
        [](CounterStage& stage) {
            stage.press(Qt::Key_F3);
            QSignalSpy found(&stage.counter().members, &MemberPresenter::found);
            stage.type(QStringLiteral("6021"));
            REQUIRE(waitUntil([&] { return found.count() > 0; }));
        }},
    {"member-new",
        [](CounterStage& stage) {
            stage.press(Qt::Key_F3);
            stage.type(QStringLiteral("13912345678"));
            QSignalSpy tiers(&stage.counter().members, &MemberPresenter::tiersListed);
            stage.press(Qt::Key_F3);
            REQUIRE(waitUntil([&] { return tiers.count() == 1; }));
            QSignalSpy failed(&stage.counter().members, &MemberPresenter::failed);
            stage.type(QStringLiteral("Chen"));
            stage.press(Qt::Key_Return);
            REQUIRE(waitUntil([&] { return failed.count() == 1; }));
        }},
    {"park",
        [](CounterStage& stage) {
            fill(stage);
            stage.press(Qt::Key_F6);
        }},
    {"recall",
        [](CounterStage& stage) {
            fill(stage);
            park(stage, QStringLiteral("12"));
            stage.scan(QString::fromLatin1(CounterStage::kMask));
            park(stage, {});
            QSignalSpy listed(&stage.presenter(), &CounterPresenter::parkedListed);
            stage.press(Qt::Key_F7);
            REQUIRE(waitUntil([&] { return listed.count() == 1; }));
        }},
    {"recall-empty",
        [](CounterStage& stage) {
            QSignalSpy listed(&stage.presenter(), &CounterPresenter::parkedListed);
            stage.press(Qt::Key_F7);
            REQUIRE(waitUntil([&] { return listed.count() == 1; }));
        }},
    {"receipts",
        [](CounterStage& stage) {
            sell(stage);
            QSignalSpy listed(&stage.counter().receipts, &ReceiptsPresenter::listed);
            stage.press(Qt::Key_F10);
            stage.press(Qt::Key_1);
            REQUIRE(waitUntil([&] { return listed.count() == 1; }));
        }},
    {"more",
        [](CounterStage& stage) {
            stage.press(Qt::Key_F10);
        }},
    {"clear",
        [](CounterStage& stage) {
            fill(stage);
            stage.press(Qt::Key_F10);
            stage.press(Qt::Key_3);
        }},
};

void savePicture(QWidget& window, const char* name)
{
    if (pictureDirectory().isEmpty())
        return;
    REQUIRE(QDir().mkpath(pictureDirectory()));
    const QString file = QStringLiteral("%1-%2-%3.png")
                             .arg(QLatin1String(name), text::languageCode(shell().language()),
                                 shell().theme().mode() == Mode::Dark ? QStringLiteral("dark")
                                                                      : QStringLiteral("light"));
    REQUIRE(window.grab().save(QDir(pictureDirectory()).filePath(file)));
}

}  // namespace

TEST_CASE("The counter and its sheets show their whole text in every language and theme",
    "[desktop][counter][layout]")
{
    for (const Scene& scene : kScenes) {
        CounterStage stage;
        shell().setLanguage(text::Language::SimplifiedChinese);
        scene.play(stage);
        for (const text::Language language : text::kLanguages) {
            for (const Mode mode : {Mode::Light, Mode::Dark}) {
                shell().setLanguage(language);
                shell().setMode(mode);
                // Layouts follow a change of the language in events of their own, from the inside
                // outwards.
                for (int pass = 0; pass < kLayoutPasses; ++pass)
                    QCoreApplication::processEvents();
                savePicture(stage.window(), scene.name);
                INFO(scene.name << " in " << text::languageCode(language).toStdString());
                const QStringList faults = layoutFaults(stage.window(), shell().theme());
                CHECK(faults.join(QLatin1Char('\n')).toStdString() == "");
            }
        }
    }
    shell().setLanguage(text::Language::SimplifiedChinese);
    shell().setMode(Mode::Light);
}

}  // namespace bl::desktop::test
