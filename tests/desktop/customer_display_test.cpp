#include "app/desktop/devices/device_desk.h"
#include "app/desktop/display/customer_displays.h"
#include "devices/sim/simulated_display.h"
#include "devices/sim/simulator_host.h"
#include "tests/desktop/counter_stage.h"

#include <QLabel>

#include <algorithm>
#include <mutex>

namespace bl::desktop::test {

namespace {

/// A customer display on a socket.
class StageDisplay {
public:
    explicit StageDisplay(sim::DisplayModel model = sim::DisplayModel::Cd5220)
        : m_model(model)
        , m_host(sim::SimulatorHost::start(sim::TcpPlug{},
              std::make_unique<sim::SimulatedDisplay>(model,
                  [this](const sim::DisplayPicture& picture) {
                      const std::lock_guard lock(m_mutex);
                      m_lines = picture.lines;
                      m_lamp = picture.lamp;
                  }),
              [](const auto&) {
              }).value())
    {
    }

    std::string address() const
    {
        const std::string port = std::to_string(m_host->port());
        return m_model == sim::DisplayModel::Led8
            ? "led8+tcp://127.0.0.1:" + port
            : "cd5220+tcp://127.0.0.1:" + port + "?encoding=gb18030";
    }
    bool awaits(const std::string& upper, const std::string& lower)
    {
        return waitUntil([&] {
            const std::lock_guard lock(m_mutex);
            return m_lines == std::array<std::string, 2>{upper, lower};
        });
    }
    bool lights(char lamp, const std::string& amount)
    {
        return waitUntil([&] {
            const std::lock_guard lock(m_mutex);
            return m_lamp == lamp && m_lines[0] == amount;
        });
    }

private:
    sim::DisplayModel m_model;
    char m_lamp = '0';
    std::mutex m_mutex;
    std::array<std::string, 2> m_lines;
    std::unique_ptr<sim::SimulatorHost> m_host;
};

void payWith(CounterStage& stage, const QString& received)
{
    QSignalSpy sold(&stage.presenter(), &CounterPresenter::sold);
    stage.presenter().pay(received);
    REQUIRE(waitUntil([&] { return sold.count() == 1; }));
}

/// Whether the window comes to show that text.
bool shows(const QWidget& window, const QString& text)
{
    return waitUntil([&] {
        const auto labels = window.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    });
}

}  // namespace

TEST_CASE("The customer sees each line, the total and the change", "[desktop][display]")
{
    CounterStage stage;
    StageDisplay display;
    DeviceDesk desk;
    CustomerDisplays displays(desk, stage.presenter(), stage.till(), shell().theme());
    desk.use({{"customer-display-1", DeviceRole::CustomerDisplay, display.address(), {}, true}});
    REQUIRE(display.awaits("青禾生活馆 人民路店", "      欢迎光临"));

    stage.scan(QStringLiteral("2*") + QString::fromLatin1(CounterStage::kCleanser));
    REQUIRE(display.awaits("氨基酸洁面乳 100ml", "2 x 59.00     118.00"));
    stage.presenter().requestPay();
    REQUIRE(display.awaits("", "合计          118.00"));
    payWith(stage, QStringLiteral("200"));
    REQUIRE(display.awaits("收款          200.00", "找零           82.00"));
    stage.scan(QString::fromLatin1(CounterStage::kMask));
    REQUIRE(display.awaits("玻尿酸面膜 5片装", "1 x 99.00      99.00"));
    stage.presenter().stop();
    REQUIRE(display.awaits("青禾生活馆 人民路店", "      欢迎光临"));
}

TEST_CASE("The lamps of a display with eight digits follow the sale", "[desktop][display]")
{
    CounterStage stage;
    StageDisplay display(sim::DisplayModel::Led8);
    DeviceDesk desk;
    CustomerDisplays displays(desk, stage.presenter(), stage.till(), shell().theme());
    desk.use({{"customer-display-1", DeviceRole::CustomerDisplay, display.address(), {}, true}});
    REQUIRE(display.lights('0', "0"));
    stage.scan(QStringLiteral("2*") + QString::fromLatin1(CounterStage::kCleanser));
    REQUIRE(display.lights('1', "59.00"));
    stage.presenter().requestPay();
    REQUIRE(display.lights('2', "118.00"));
    payWith(stage, QStringLiteral("200"));
    REQUIRE(display.lights('3', "200.00"));
    REQUIRE(display.lights('4', "82.00"));
    stage.presenter().stop();
    REQUIRE(display.lights('0', "0"));
}

TEST_CASE("The second window shows the sale and leaves the focus alone", "[desktop][display]")
{
    CounterStage stage;
    DeviceDesk desk;
    CustomerDisplays displays(desk, stage.presenter(), stage.till(), shell().theme());
    desk.use({{"customer-display-1", DeviceRole::CustomerDisplay, "screen:", {}, true}});
    REQUIRE(displays.window());
    // There is one monitor, and nobody asked for a window on it.
    CHECK_FALSE(displays.window()->isVisible());

    desk.use({{"customer-display-1", DeviceRole::CustomerDisplay, "screen:", "window", true}});
    REQUIRE(displays.window()->isVisible());
    CHECK(shows(*displays.window(), QStringLiteral("欢迎光临")));
    REQUIRE(waitUntil([&] { return stage.view().scanField()->hasFocus(); }));
    stage.scan(QString::fromLatin1(CounterStage::kCleanser));
    CHECK(shows(*displays.window(), QStringLiteral("氨基酸洁面乳")));
    CHECK(shows(*displays.window(), QStringLiteral("59.00")));
    CHECK(stage.view().scanField()->hasFocus());
    payWith(stage, QStringLiteral("100"));
    CHECK(shows(*displays.window(), QStringLiteral("41.00")));
    CHECK(shows(*displays.window(), QStringLiteral("找零")));
    if (!pictureDirectory().isEmpty())
        displays.window()->grab().save(pictureDirectory() + QStringLiteral("/customer.png"));

    for (const auto language : {text::Language::TraditionalChinese, text::Language::English}) {
        shell().setLanguage(language);
        const QString change =
            language == text::Language::English ? QStringLiteral("Change") : QStringLiteral("找零");
        CHECK(shows(*displays.window(), change));
    }
    shell().setLanguage(text::Language::SimplifiedChinese);
    desk.use({});
    CHECK_FALSE(displays.window());
}

TEST_CASE("Pictures run while nobody is served and go when somebody is", "[desktop][display]")
{
    const bl::test::TempDirectory pictures;
    QImage red(60, 40, QImage::Format_RGB32);
    red.fill(Qt::red);
    REQUIRE(red.save(QString::fromStdString(pictures.file("one.png"))));
    CounterStage stage;
    DeviceDesk desk;
    CustomerDisplays displays(desk, stage.presenter(), stage.till(), shell().theme());
    const std::string directory = std::filesystem::path(pictures.file("one.png")).parent_path();
    desk.use({{"customer-display-1", DeviceRole::CustomerDisplay, "screen:" + directory, "window",
        true}});
    const auto shown = [&] {
        for (const QLabel* label : displays.window()->findChildren<QLabel*>()) {
            if (label->isVisible() && !label->pixmap(Qt::ReturnByValue).isNull())
                return true;
        }
        return false;
    };
    REQUIRE(waitUntil(shown));
    REQUIRE(waitUntil([&] { return stage.view().scanField()->hasFocus(); }));
    stage.scan(QString::fromLatin1(CounterStage::kCleanser));
    CHECK_FALSE(shown());
    CHECK(shows(*displays.window(), QStringLiteral("59.00")));
}

TEST_CASE("A member's name is masked before customers", "[desktop][display]")
{
    CounterStage stage;
    CustomerDisplayPresenter presenter(stage.presenter());
    MemberCard card;
    card.member.name = "李小娜";
    Q_EMIT stage.presenter().memberChanged(card);
    CHECK(presenter.view().member == QStringLiteral("李**"));
}

}  // namespace bl::desktop::test
