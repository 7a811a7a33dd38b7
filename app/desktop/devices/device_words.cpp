#include "app/desktop/devices/device_words.h"

#include "app/text/device_text.h"
#include "devices/scale/scale.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace bl::desktop {

namespace {

struct DeviceWords {
    Q_DECLARE_TR_FUNCTIONS(DeviceWords)
};

struct EventWords {
    QString operator()(const CodeScanned& scan) const
    {
        QStringList gaps;
        for (const auto gap : scan.gaps)
            gaps << QString::number(gap.count());
        const QString code = QString::fromStdString(scan.code);
        return gaps.isEmpty()
            ? code
            : DeviceWords::tr("%1 — gaps in ms: %2").arg(code, gaps.join(QLatin1Char(' ')));
    }
    QString operator()(const CardSeen& card) const
    {
        return DeviceWords::tr("Card %1").arg(QString::fromStdString(card.number));
    }
    QString operator()(const CardGone&) const { return DeviceWords::tr("The card is gone."); }
    QString operator()(const CardRefused& refused) const
    {
        return refused.reason == CardRefused::Reason::PaymentCard
            ? DeviceWords::tr("A payment card: it was not read.")
            : DeviceWords::tr("The card could not be read.");
    }
    QString operator()(const WeightSeen& weight) const
    {
        if (weight.overload)
            return text::faultWords(DeviceFault::Overload);
        if (weight.belowZero)
            return DeviceWords::tr("Below zero");
        if (isEmpty(weight))
            return DeviceWords::tr("0 g: nothing lies on the scale");
        return (weight.stable ? DeviceWords::tr("%1 g") : DeviceWords::tr("%1 g, not steady"))
            .arg(weight.grams);
    }
};

}  // namespace

QString roleWord(DeviceRole role)
{
    switch (role) {
    case DeviceRole::ReceiptPrinter: return DeviceWords::tr("Receipt printer");
    case DeviceRole::LabelPrinter: return DeviceWords::tr("Label printer");
    case DeviceRole::PaymentTerminal: return DeviceWords::tr("Card terminal");
    case DeviceRole::PaymentGateway: return DeviceWords::tr("Payment codes");
    case DeviceRole::Scanner: return DeviceWords::tr("Scanner");
    case DeviceRole::CardReader: return DeviceWords::tr("Card reader");
    case DeviceRole::CustomerDisplay: return DeviceWords::tr("Customer display");
    case DeviceRole::Scale: return DeviceWords::tr("Scale");
    }
    return {};
}

QString deviceName(const std::vector<SlotStatus>& all, std::size_t index)
{
    const auto role = all[index].settings.role;
    const auto same = [role](const SlotStatus& one) {
        return one.settings.role == role;
    };
    if (std::ranges::count_if(all, same) == 1)
        return roleWord(role);
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(index) + 1;
    return QStringLiteral("%1 %2").arg(roleWord(role)).arg(std::count_if(all.begin(), end, same));
}

QString deviceLine(const std::vector<SlotStatus>& all, std::size_t index)
{
    return DeviceWords::tr("%1: %2").arg(deviceName(all, index), stateWord(all[index]));
}

bool isWell(SlotState state)
{
    return state == SlotState::Ready || state == SlotState::Busy || state == SlotState::Disabled;
}

bool hasSecret(DeviceRole role)
{
    return role == DeviceRole::PaymentTerminal || role == DeviceRole::PaymentGateway
        || role == DeviceRole::CardReader;
}

QString secretWord(DeviceRole role)
{
    switch (role) {
    case DeviceRole::PaymentGateway: return DeviceWords::tr("Key of the account");
    case DeviceRole::CardReader: return DeviceWords::tr("Key of the cards");
    default: return DeviceWords::tr("Password of the terminal");
    }
}

Icon roleIcon(DeviceRole role)
{
    switch (role) {
    case DeviceRole::ReceiptPrinter: return Icon::Printer;
    case DeviceRole::LabelPrinter: return Icon::Label;
    case DeviceRole::PaymentTerminal: return Icon::Pay;
    case DeviceRole::PaymentGateway: return Icon::Scan;
    case DeviceRole::Scanner: return Icon::Scan;
    case DeviceRole::CardReader: return Icon::Member;
    case DeviceRole::CustomerDisplay: return Icon::Store;
    case DeviceRole::Scale: return Icon::Quantity;
    }
    return Icon::None;
}

QString offerTitle(const DeviceDescriptor& device)
{
    if (device.place != FoundAt::Program)
        return QString::fromStdString(device.title);
    switch (device.suggestions.front().role) {
    case DeviceRole::Scanner: return DeviceWords::tr("Scanner that types like a keyboard");
    case DeviceRole::PaymentTerminal: return DeviceWords::tr("Terminal without a cable");
    case DeviceRole::CustomerDisplay: return DeviceWords::tr("Window on a second screen");
    default: return {};
    }
}

QString foundWord(FoundAt place)
{
    switch (place) {
    case FoundAt::Serial: return DeviceWords::tr("Serial port");
    case FoundAt::Usb: return DeviceWords::tr("USB");
    case FoundAt::Network: return DeviceWords::tr("Network");
    case FoundAt::Queue: return DeviceWords::tr("Printer of this computer");
    case FoundAt::Reader: return DeviceWords::tr("Card service");
    case FoundAt::Program: return DeviceWords::tr("Always there");
    }
    return {};
}

QString stateWord(const SlotStatus& status)
{
    switch (status.state) {
    case SlotState::Unconfigured: return DeviceWords::tr("Not set up");
    case SlotState::Disconnected: return DeviceWords::tr("Not there");
    case SlotState::Connecting: return DeviceWords::tr("Connecting …");
    case SlotState::Ready:
        if (status.reading.flags.paperNearEnd)
            return text::faultWords(DeviceFault::LowPaper);
        return status.reading.flags.drawerOpen ? DeviceWords::tr("Ready, the drawer is open")
                                               : DeviceWords::tr("Ready");
    case SlotState::Busy: return DeviceWords::tr("Busy");
    case SlotState::Faulted:
        return status.reading.fault ? text::faultWords(*status.reading.fault)
                                    : DeviceWords::tr("Faulty");
    case SlotState::Disabled: return DeviceWords::tr("Switched off");
    }
    return {};
}

Tone stateTone(SlotState state)
{
    switch (state) {
    case SlotState::Ready:
    case SlotState::Busy: return Tone::Success;
    case SlotState::Connecting: return Tone::Warning;
    case SlotState::Disconnected:
    case SlotState::Faulted:
    case SlotState::Unconfigured: return Tone::Danger;
    case SlotState::Disabled: return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString stateMark(SlotState state)
{
    switch (stateTone(state)) {
    case Tone::Success: return QStringLiteral("●");
    case Tone::Warning: return QStringLiteral("◐");
    case Tone::Danger: return QStringLiteral("▲");
    case Tone::Neutral:
    case Tone::Accent: break;
    }
    return QStringLiteral("○");
}

QString eventText(const DeviceEvent& event)
{
    return std::visit(EventWords{}, event);
}

}  // namespace bl::desktop
