#include "app/device/commands.h"
#include "app/device/device_call.h"
#include "devices/display/customer_display.h"
#include "devices/scale/scale.h"

namespace bl::device {

namespace {

constexpr std::chrono::seconds kSomebodyActs{30};
constexpr std::chrono::seconds kAnswer{10};

/// Waits until `take` makes a result of an event.
Result<text::CommandResult> awaitEvent(const text::CommandArguments& arguments, DeviceRole role,
    Interruption& interruption,
    const std::function<std::optional<text::CommandResult>(const DeviceEvent&)>& take)
{
    BL_TRY(const auto call, readDeviceCall(arguments, role));
    std::optional<text::CommandResult> result;
    const auto hear = [&](const DeviceEvent& event) {
        if (!result)
            result = take(event);
    };
    return visitDevice(
        call, interruption, hear, [&](DeviceVisit& visit) -> Result<text::CommandResult> {
            BL_CHECK(visit.attendUntil([&] { return result.has_value(); }));
            return *std::move(result);
        });
}

std::optional<text::CommandResult> describeCard(const DeviceEvent& event)
{
    text::CommandResult result;
    if (const auto* card = std::get_if<CardSeen>(&event)) {
        const bool stripe = card->technology == CardTechnology::Stripe;
        result.json = {{"number", card->number}, {"technology", stripe ? "stripe" : "contactless"}};
        result.lines << QString::fromStdString(card->number);
        return result;
    }
    if (const auto* refused = std::get_if<CardRefused>(&event)) {
        const bool payment = refused->reason == CardRefused::Reason::PaymentCard;
        result.json["refused"] = payment ? "payment-card" : "unreadable";
        result.lines << (payment
                ? DeviceProgram::tr("This is a payment card. Its number was not kept.")
                : DeviceProgram::tr("The card could not be read."));
        result.status = text::ExitStatus::Refused;
        return result;
    }
    return std::nullopt;
}

std::optional<text::CommandResult> describeScan(const DeviceEvent& event)
{
    const auto* scan = std::get_if<CodeScanned>(&event);
    if (!scan)
        return std::nullopt;
    Json gaps = Json::array();
    for (const auto gap : scan->gaps)
        gaps.push_back(gap.count());
    text::CommandResult result;
    result.json = {
        {"code", scan->code}, {"symbology", scan->symbology}, {"gapsMs", std::move(gaps)}};
    result.lines << QString::fromStdString(scan->code);
    return result;
}

Result<text::CommandResult> weigh(
    const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(const auto call, readDeviceCall(arguments, DeviceRole::Scale));
    return visitDevice(
        call, interruption, {}, [&](DeviceVisit& visit) -> Result<text::CommandResult> {
            auto* scale = visit.as<Scale>();
            if (!scale)
                return deviceError(DeviceFault::Unsupported, call.settings.address);
            // Before the time is over: what the scale shows tells more than that.
            BL_TRY(const auto weight, scale->weigh(call.limit * 4 / 5));
            text::CommandResult result;
            result.json = {{"grams", weight.grams}, {"stable", weight.stable}};
            result.lines << (isEmpty(weight) ? DeviceProgram::tr("0 g: nothing lies on the scale.")
                                             : DeviceProgram::tr("%1 g").arg(weight.grams));
            return result;
        });
}

Result<text::CommandResult> display(
    const text::CommandArguments& arguments, Interruption& interruption)
{
    BL_TRY(const auto call, readDeviceCall(arguments, DeviceRole::CustomerDisplay));
    DisplayContent content;
    content.heading = {arguments.value("line1"), {}};
    content.caption = {arguments.value("line2"), {}};
    return visitDevice(
        call, interruption, {}, [&](DeviceVisit& visit) -> Result<text::CommandResult> {
            auto* shown = visit.as<CustomerDisplay>();
            if (!shown)
                return deviceError(DeviceFault::Unsupported, call.settings.address);
            BL_CHECK(shown->show(content));
            if (const auto lost = shown->lostTexts(content); !lost.empty())
                return notShown(call.settings.address, lost);
            text::CommandResult result;
            result.json["display"] = call.settings.address;
            result.lines << DeviceProgram::tr("Shown.");
            return result;
        });
}

}  // namespace

text::Command readCardCommand(Interruption& interruption)
{
    auto command = deviceCommand(
        QStringLiteral("read-card"), DeviceProgram::tr("Waits for a card and tells its number."));
    command.options = deviceOptions(DeviceRole::CardReader, kSomebodyActs);
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return awaitEvent(arguments, DeviceRole::CardReader, interruption, describeCard);
    };
    return command;
}

text::Command scanCommand(Interruption& interruption)
{
    auto command = deviceCommand(
        QStringLiteral("scan"), DeviceProgram::tr("Waits for a bar code and tells what it says."));
    command.options = deviceOptions(DeviceRole::Scanner, kSomebodyActs);
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return awaitEvent(arguments, DeviceRole::Scanner, interruption, describeScan);
    };
    return command;
}

text::Command weighCommand(Interruption& interruption)
{
    auto command =
        deviceCommand(QStringLiteral("weigh"), DeviceProgram::tr("Tells what lies on the scale."));
    command.options = deviceOptions(DeviceRole::Scale, kAnswer);
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return weigh(arguments, interruption);
    };
    return command;
}

text::Command displayCommand(Interruption& interruption)
{
    auto command = deviceCommand(QStringLiteral("display"),
        DeviceProgram::tr("Shows two lines of text on the customer display."));
    command.options = deviceOptions(DeviceRole::CustomerDisplay, kAnswer);
    command.options << text::valueOption("line1", DeviceProgram::tr("The upper line."), "TEXT")
                    << text::valueOption("line2", DeviceProgram::tr("The lower line."), "TEXT");
    command.run = [&interruption](const text::CommandArguments& arguments) {
        return display(arguments, interruption);
    };
    return command;
}

}  // namespace bl::device
