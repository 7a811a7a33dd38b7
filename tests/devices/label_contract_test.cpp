#include "devices/label/label_painter.h"
#include "devices/label/tspl_codec.h"
#include "devices/label/tspl_label_printer.h"
#include "devices/sim/simulated_label_printer.h"
#include "devices/sim/simulator_host.h"
#include "devices/slot/device_visit.h"
#include "tests/devices/devsim_process.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <condition_variable>
#include <filesystem>
#include <mutex>

namespace bl {

namespace {

LabelDocument shelfLabel(const std::string& code)
{
    return {60, 40, 2,
        {LabelText{"氨基酸洁面乳 100ml", {20, 20, 560, 100}, Align::Left, TextWeight::Bold, 2},
            LabelText{"¥59.00", {20, 130, 560, 60}, Align::Right},
            LabelBarcode{code, {20, 220, 560, 120}}}};
}

/// A simulated label printer on a socket or a pseudo-terminal, and what came out of it.
class LabelBench {
public:
    enum class Line { Tcp, Pty };

    explicit LabelBench(Line line, int dotsPerMm = 8)
    {
        const std::string link = m_directory.filePath(QStringLiteral("label")).toStdString();
        sim::SimPlug plug = sim::TcpPlug{};
        if (line == Line::Pty)
            plug = sim::PtyPlug{link};
        auto host = sim::SimulatorHost::start(plug,
            std::make_unique<sim::SimulatedLabelPrinter>(dotsPerMm, std::chrono::milliseconds{50},
                [this](const std::variant<sim::PrintedLabel, sim::LabelUnknown>& what) {
                    const std::lock_guard lock(m_mutex);
                    if (const auto* label = std::get_if<sim::PrintedLabel>(&what))
                        m_labels.push_back(*label);
                    else
                        ++m_unknown;
                    m_changed.notify_all();
                }),
            [](const auto&) {});
        REQUIRE(host);
        m_host = std::move(*host);
        m_address = line == Line::Pty ? "tspl+serial://" + link
                                      : "tspl+tcp://127.0.0.1:" + std::to_string(m_host->port());
        if (dotsPerMm == 12)
            m_address += "?dpi=300";
    }

    std::unique_ptr<DeviceVisit> visit() const
    {
        auto visit = DeviceVisit::prepare(
            {"label-printer-1", DeviceRole::LabelPrinter, m_address, {}, true}, {});
        REQUIRE(visit);
        return std::move(*visit);
    }

    Result<PrintProof> print(const std::vector<LabelJob>& jobs) const
    {
        const auto at = visit();
        BL_CHECK(at->open());
        return at->as<LabelPrinter>()->print(jobs);
    }

    void fault(const Json& command)
    {
        m_host->act([&](sim::SimulatedDevice& device) {
            auto reaction = static_cast<sim::CommandedDevice&>(device).obey(command);
            REQUIRE(reaction);
            return *reaction;
        });
    }
    template <typename Fault, typename Value>
    void line(Fault sim::LineFaults::*fault, Value value)
    {
        sim::LineFaults faults;
        faults.*fault = value;
        m_host->setFaults(faults);
    }
    sim::SimulatorHost& host() { return *m_host; }

    std::vector<sim::PrintedLabel> labels() const
    {
        const std::lock_guard lock(m_mutex);
        return m_labels;
    }
    bool awaitLabels(std::size_t count) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(
            lock, std::chrono::seconds{20}, [&] { return m_labels.size() >= count; });
    }
    int unknown() const
    {
        const std::lock_guard lock(m_mutex);
        return m_unknown;
    }

private:
    QTemporaryDir m_directory;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::vector<sim::PrintedLabel> m_labels;
    int m_unknown = 0;
    std::string m_address;
    std::unique_ptr<sim::SimulatorHost> m_host;
};

std::string asText(const std::vector<std::uint8_t>& bytes)
{
    return {bytes.begin(), bytes.end()};
}

}  // namespace

TEST_CASE("A label goes out with its size, its dots and its bar code", "[devices][label]")
{
    LabelDocument label{30, 20, 3, {LabelBarcode{"6901234567892", {0, 100, 300, 80}}}};
    Bitmap picture = Bitmap::blank(240, 160);
    picture.blacken(17, 5);
    picture.blacken(30, 6);
    CHECK(asText(tspl::encodeLabel(label, picture, 8, tspl::Direction::TopLast, 4))
        == "SIZE 30 mm,20 mm\r\nGAP 3 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n"
           "BITMAP 16,5,2,2,0,\xBF\xFF\xFF\xFD\r\n"
           "BARCODE 25,80,\"EAN13\",64,0,0,2,2,\"6901234567892\"\r\nPRINT 1,4\r\n");
}

TEST_CASE("White between two parts of a label does not go out", "[devices][label]")
{
    Bitmap picture = Bitmap::blank(80, 60);
    picture.blacken(0, 0);
    picture.blacken(79, 50);
    const auto job =
        asText(tspl::encodeLabel({10, 8, 2, {}}, picture, 8, tspl::Direction::TopFirst, 1));
    CHECK(job.find("DIRECTION 0\r\n") != std::string::npos);
    CHECK(job.find("BITMAP 0,0,1,1,0,\x7F\r\n") != std::string::npos);
    CHECK(job.find("BITMAP 72,50,1,1,0,\xFE\r\n") != std::string::npos);
}

TEST_CASE("A label printer's status tells what is wrong with it first", "[devices][label]")
{
    using tspl::Status;
    CHECK(tspl::readStatus(0x00) == Status{});
    CHECK(tspl::readStatus(0x20) == Status{{}, true});
    CHECK(tspl::readStatus(0x01) == Status{DeviceFault::CoverOpen, false});
    CHECK(tspl::readStatus(0x03) == Status{DeviceFault::CoverOpen, false});
    CHECK(tspl::readStatus(0x02) == Status{DeviceFault::PaperJam, false});
    CHECK(tspl::readStatus(0x24) == Status{DeviceFault::NoPaper, true});
    CHECK(tspl::readStatus(0x08) == Status{DeviceFault::NoRibbon, false});
    CHECK(tspl::readStatus(0x10) == Status{DeviceFault::Busy, false});
    CHECK(tspl::readStatus(0x80) == Status{DeviceFault::Busy, false});
}

TEST_CASE("Labels come out as they look on the screen, as often as asked", "[devices][label]")
{
    const auto line = GENERATE(LabelBench::Line::Tcp, LabelBench::Line::Pty);
    const int dots = GENERATE(8, 12);
    const std::string code = GENERATE("6901234567892", "HOUSE-42");
    LabelBench bench(line, dots);
    const auto proof = bench.print({{shelfLabel(code), 2}, {{30, 20, 0, {}}, 1}});
    REQUIRE(proof);
    CHECK(*proof == PrintProof::Confirmed);
    const auto labels = bench.labels();
    REQUIRE(labels.size() == 3);
    CHECK(bench.unknown() == 0);
    CHECK(labels[0].widthMm == 60);
    CHECK(labels[0].gapMm == 2);
    CHECK(labels[2].heightMm == 20);
    CHECK(labels[1].picture == labels[0].picture);
    const bool native = labels[0].text.find("[barcode EAN13 6901234567892") != std::string::npos;
    CHECK(native == (code == "6901234567892"));
    const auto wanted = labelBitmap(shelfLabel(code), dots, ReceiptFonts::simplified());
    REQUIRE(wanted);
    REQUIRE(labels[0].picture.size() == QSize(wanted->width, wanted->rows));
    int different = 0;
    for (int y = 0; y < wanted->rows; ++y)
        for (int x = 0; x < wanted->width; ++x)
            if ((labels[0].picture.constScanLine(y)[x] < 128) != wanted->isBlack(x, y))
                ++different;
    CHECK(different == 0);
}

TEST_CASE("A label printer that cannot print says why and prints nothing", "[devices][label]")
{
    const auto line = GENERATE(LabelBench::Line::Tcp, LabelBench::Line::Pty);
    const auto [word, fault] =
        GENERATE(table<std::string, DeviceFault>({{"paper-out", DeviceFault::NoPaper},
            {"head-open", DeviceFault::CoverOpen}, {"ribbon-out", DeviceFault::NoRibbon},
            {"jam", DeviceFault::PaperJam}, {"pause", DeviceFault::Busy}}));
    LabelBench bench(line);
    bench.fault({{"fault", word}});
    const auto refused = bench.print({{shelfLabel("6901234567892"), 1}});
    REQUIRE_FALSE(refused);
    CHECK(isFault(refused.error(), fault));
    CHECK(bench.labels().empty());
    bench.fault({{"fault", "clear"}});
    CHECK(bench.print({{shelfLabel("6901234567892"), 1}}));
    CHECK(bench.labels().size() == 1);
}

TEST_CASE(
    "Labels that end in the middle are told, and come out with the next roll", "[devices][label]")
{
    LabelBench bench(GENERATE(LabelBench::Line::Tcp, LabelBench::Line::Pty));
    bench.fault({{"fault", "paper-out"}, {"afterLabels", 2}});
    const auto outcome = bench.print({{shelfLabel("6901234567892"), 5}});
    REQUIRE_FALSE(outcome);
    CHECK(isFault(outcome.error(), DeviceFault::NoPaper));
    CHECK(bench.labels().size() == 2);
    bench.fault({{"fault", "clear"}});
    CHECK(bench.awaitLabels(5));
}

TEST_CASE("A label printer that answers nothing is believed to print", "[devices][label]")
{
    LabelBench bench(GENERATE(LabelBench::Line::Tcp, LabelBench::Line::Pty));
    bench.line(&sim::LineFaults::mute, true);
    const auto at = bench.visit();
    REQUIRE(at->open());
    const auto proof = at->as<LabelPrinter>()->print({{shelfLabel("6901234567892"), 1}});
    REQUIRE(proof);
    CHECK(*proof == PrintProof::Sent);
    CHECK(bench.awaitLabels(1));
}

TEST_CASE("A slow label printer gets the whole label", "[devices][label]")
{
    LabelBench bench(LabelBench::Line::Tcp);
    bench.line(&sim::LineFaults::bytesPerSecond, 8000);
    const auto proof = bench.print({{shelfLabel("6901234567892"), 1}});
    REQUIRE(bench.awaitLabels(1));
    // It answers late, so that nobody knows in time whether it is done.
    CHECK((proof || isFault(proof.error(), DeviceFault::OutcomeUnknown)));
}

TEST_CASE(
    "A line that breaks in a label is told, and the next label comes out whole", "[devices][label]")
{
    LabelBench bench(GENERATE(LabelBench::Line::Tcp, LabelBench::Line::Pty));
    bench.line(&sim::LineFaults::dropAfterBytes, 700);
    const auto broken = bench.print({{shelfLabel("HOUSE-42"), 1}});
    REQUIRE_FALSE(broken);
    CHECK(faultOf(broken.error()));
    CHECK(bench.labels().empty());
    bench.host().setFaults({});
    REQUIRE(bench.print({{shelfLabel("HOUSE-42"), 1}}));
    CHECK(bench.labels().size() == 1);
    CHECK(bench.unknown() == 0);
}

TEST_CASE(
    "A bar code without room keeps all labels of the job from being printed", "[devices][label]")
{
    LabelBench bench(LabelBench::Line::Tcp);
    const auto refused =
        bench.print({{shelfLabel("HOUSE-42"), 1}, {shelfLabel(std::string(60, 'W')), 1}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotRepresentable);
    CHECK(bench.labels().empty());
}

TEST_CASE(
    "A label printer's address takes the dots and the end that comes out first", "[devices][label]")
{
    const auto make = [](const std::string& address) {
        return DeviceVisit::prepare(
            {"label-printer-1", DeviceRole::LabelPrinter, address, {}, true}, {})
            .ok();
    };
    CHECK(make("tspl+tcp://labels?dpi=203"));
    CHECK(make("tspl+file:///dev/usb/lp1?dpi=300&top=first"));
    CHECK_FALSE(make("tspl+tcp://labels?dpi=200"));
    CHECK_FALSE(make("tspl+tcp://labels?top=left"));
}

TEST_CASE(
    "The simulated label printer leaves a picture and a text of each label", "[devices][devsim]")
{
    const QTemporaryDir folder;
    test::Devsim devsim(
        {"label", "--listen", "127.0.0.1:0", "--png", folder.path().toStdString(), "--step", "10"});
    const auto port = std::to_string(devsim.await("listening").at("port").get<int>());
    const auto visit = DeviceVisit::prepare(
        {"label-printer-1", DeviceRole::LabelPrinter, "tspl+tcp://127.0.0.1:" + port, {}, true},
        {});
    REQUIRE(visit);
    REQUIRE((*visit)->open());
    auto* printer = (*visit)->as<LabelPrinter>();
    REQUIRE(printer->print({{shelfLabel("6901234567892"), 2}}));
    const auto first = devsim.await("label");
    const auto second = devsim.await("label");
    CHECK(first.at("file") != second.at("file"));
    const QImage image(QString::fromStdString(first.at("file").get<std::string>()));
    CHECK(image.size() == QSize(480, 320));
    CHECK(std::filesystem::exists(first.at("text").get<std::string>()));

    devsim.say(R"({"fault":"ribbon-out"})");
    devsim.await("done");
    const auto refused = printer->print({{shelfLabel("6901234567892"), 1}});
    REQUIRE_FALSE(refused);
    CHECK(isFault(refused.error(), DeviceFault::NoRibbon));
}

}  // namespace bl
