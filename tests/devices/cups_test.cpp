#include "core/ports/device_fault.h"
#include "devices/discovery/attached_devices.h"
#include "devices/label/page_label_printer.h"
#include "devices/printer/page_receipt_printer.h"
#include "tests/devices/print_service.h"
#include "tests/devices/receipts.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace bl::test {

namespace {

std::unique_ptr<PageReceiptPrinter> printerOf(const char* address)
{
    auto printer = PageReceiptPrinter::create(
        address, profile80(), ReceiptFonts::simplified(), std::make_shared<Cancellation>());
    REQUIRE(printer);
    return *std::move(printer);
}

}  // namespace

TEST_CASE("A receipt goes to a queue of the system's print service", "[devices][cups]")
{
    PrintService service;
    service.addQueue(QStringLiteral("Till-1"));
    const auto printer = printerOf("cups:Till-1");
    REQUIRE(printer->open());

    const auto proof = printer->print(saleReceipt(30), DrawerPulse::None);

    REQUIRE(proof);
    // The queue has it; whether it came out only its printer knows.
    CHECK(*proof == PrintProof::Sent);
    const auto jobs = service.jobs();
    REQUIRE(jobs.size() == 1);
    CHECK(jobs.front().startsWith("%PDF-"));
    // A receipt is one page, as long as it needs.
    CHECK(jobs.front().count("/Type /Page\n") == 1);
}

TEST_CASE("Labels go to a queue as one job, and one that it refuses is told", "[devices][cups]")
{
    PrintService service;
    service.addQueue(QStringLiteral("Labels"));
    const std::vector<LabelJob> labels{
        {{40, 30, 2, {LabelBarcode{"2000000000022", {10, 150, 380, 120}}}}, 3}};

    REQUIRE(printLabels("cups:Labels", labels, ReceiptFonts::simplified()));
    CHECK(service.jobs().size() == 1);

    service.refuseJobs(QStringLiteral("Labels"));
    const auto refused = printLabels("cups:Labels", labels, ReceiptFonts::simplified());
    REQUIRE_FALSE(refused);
    CHECK(isFault(refused.error(), DeviceFault::LinkLost));
    CHECK(service.jobs().size() == 1);
}

TEST_CASE("Queues of the system are found as receipt printers", "[devices][cups]")
{
    PrintService service;
    service.addQueue(QStringLiteral("Till-1"));
    service.addQueue(QStringLiteral("Office"));
    const auto found = findPrintQueues();
    REQUIRE(found.size() == 2);
    for (const char* address : {"cups:Till-1", "cups:Office"}) {
        INFO(address);
        const std::vector<DeviceSuggestion> asPrinter{{DeviceRole::ReceiptPrinter, address}};
        CHECK(std::ranges::any_of(found,
            [&](const DeviceDescriptor& device) { return device.suggestions == asPrinter; }));
    }
}

TEST_CASE("A queue that takes nothing, or went away, is a fault and no printed receipt",
    "[devices][cups]")
{
    PrintService service;
    service.addQueue(QStringLiteral("Till-1"));
    const auto printer = printerOf("cups:Till-1");
    REQUIRE(printer->open());

    SECTION("it refuses jobs") {
        service.refuseJobs(QStringLiteral("Till-1"));
        const auto printed = printer->print(saleReceipt(1), DrawerPulse::None);
        REQUIRE_FALSE(printed);
        CHECK(isFault(printed.error(), DeviceFault::LinkLost));
        // Nothing of it can come out, so the next try is no copy.
        CHECK(printer->trace() == PaperTrace::None);
        CHECK(service.jobs().empty());
    }
    SECTION("there is none of that name") {
        const auto missing = printerOf("cups:Till-2")->print(saleReceipt(1), DrawerPulse::None);
        REQUIRE_FALSE(missing);
        CHECK(isFault(missing.error(), DeviceFault::NotFound));
    }
    SECTION("the service itself is gone") {
        service.stop();
        const auto printed = printer->print(saleReceipt(1), DrawerPulse::None);
        REQUIRE_FALSE(printed);
        CHECK(isFault(printed.error(), DeviceFault::LinkLost));
    }
}

TEST_CASE("A print service that hangs is given up", "[devices][cups]")
{
    PrintService service;
    service.addQueue(QStringLiteral("Till-1"));
    const auto printer = printerOf("cups:Till-1");
    REQUIRE(printer->open());

    service.hang();
    const auto printed = printer->print(saleReceipt(1), DrawerPulse::None);
    const auto opened = printerOf("cups:Till-1")->open();
    const auto found = findPrintQueues();
    service.goOn();

    REQUIRE_FALSE(printed);
    CHECK(isFault(printed.error(), DeviceFault::LinkLost));
    REQUIRE_FALSE(opened);
    CHECK(isFault(opened.error(), DeviceFault::LinkLost));
    CHECK(found.empty());

    CHECK(printer->print(saleReceipt(1), DrawerPulse::None));
    CHECK(service.jobs().size() == 1);
}

}  // namespace bl::test
