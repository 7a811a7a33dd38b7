#include "devices/printer/escpos_receipt_printer.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace bl {

namespace {

using Bytes = std::vector<std::uint8_t>;

/// A printer that says what a test wants it to say, and nothing after a wait.
class ToldPrinter final : public Transport {
public:
    /// What it says to that; nothing where its cable is pulled.
    using Saying = std::function<std::optional<Bytes>(const Bytes& asked)>;

    explicit ToldPrinter(Saying say)
        : m_say(std::move(say))
    {
    }

    Result<void> open(std::chrono::milliseconds) override
    {
        m_open = true;
        return {};
    }
    bool isOpen() const override { return m_open; }
    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds) override
    {
        const auto said = m_say({bytes.begin(), bytes.end()});
        m_pulled = !said;
        if (said)
            m_said.insert(m_said.end(), said->begin(), said->end());
        return {};
    }
    Result<void> flush(std::chrono::milliseconds) override { return {}; }
    Result<std::size_t> read(std::span<std::uint8_t> buffer, std::chrono::milliseconds) override
    {
        if (m_pulled)
            return deviceError(DeviceFault::LinkLost, "printer");
        const auto count = std::min(buffer.size(), m_said.size());
        const auto end = m_said.begin() + static_cast<std::ptrdiff_t>(count);
        std::copy(m_said.begin(), end, buffer.begin());
        m_said.erase(m_said.begin(), end);
        return count;
    }
    Result<void> await(std::chrono::milliseconds) override { return {}; }
    void wake() override {}
    void close(Ending) override { m_open = false; }

private:
    Saying m_say;
    Bytes m_said;
    bool m_open = false;
    bool m_pulled = false;
};

const Bytes kWhatStops{0x10, 0x04, 0x02};
const Bytes kPaper{0x10, 0x04, 0x04};
const Bytes kDone{0x1d, 0x72, 0x01};
constexpr std::uint8_t kReady = 0x12;
/// As an answer to the other question it would be an open cover.
constexpr std::uint8_t kPaperNearEnd = 0x1e;

Result<PrintProof> printOn(ToldPrinter::Saying say)
{
    EscPosReceiptPrinter printer("printer", test::profile80(), EscPosReceiptPrinter::Line::Kept,
        std::make_unique<ToldPrinter>(std::move(say)), std::make_shared<test::BlackRasterizer>(),
        {});
    return printer.print({{ReceiptText{"one"}}}, DrawerPulse::None);
}

}  // namespace

TEST_CASE(
    "A late answer about the paper is not taken for one about the cover", "[devices][printer]")
{
    Bytes late;
    bool done = false;
    bool asked = false;
    const auto printed = printOn([&](const Bytes& question) -> Bytes {
        if (question == kDone) {
            asked = true;
            return {};
        }
        if (question == kPaper && !asked) {
            late = {kPaperNearEnd};
            return {};
        }
        if (question != kWhatStops)
            return {};
        Bytes said = std::exchange(late, {});
        said.push_back(kReady);
        if (asked && std::exchange(done, true))
            said.push_back(0x03);
        return said;
    });
    INFO((printed ? "" : describe(printed.error())));
    REQUIRE(printed);
    CHECK(*printed == PrintProof::Confirmed);
}

TEST_CASE("A printer that forgot an earlier job's question confirms the next one all the same",
    "[devices][printer]")
{
    int questions = 0;
    auto profile = test::profile80();
    profile.status = false;
    EscPosReceiptPrinter printer("printer", profile, EscPosReceiptPrinter::Line::Kept,
        std::make_unique<ToldPrinter>([&](const Bytes& question) -> std::optional<Bytes> {
            if (question != kDone)
                return Bytes{};
            return ++questions == 1 ? std::nullopt : std::optional(Bytes{0x00});
        }),
        std::make_shared<test::BlackRasterizer>(), {});
    const ReceiptDocument receipt{{ReceiptText{"one"}}};
    const auto forgotten = printer.print(receipt, DrawerPulse::None);
    REQUIRE_FALSE(forgotten);
    CHECK(isFault(forgotten.error(), DeviceFault::OutcomeUnknown));

    const auto next = printer.print(receipt, DrawerPulse::None);
    REQUIRE(next);
    CHECK(*next == PrintProof::Confirmed);
    // Its own, and one to be sure.
    CHECK(questions == 3);
    REQUIRE(printer.print(receipt, DrawerPulse::None));
    CHECK(questions == 4);
}

}  // namespace bl
