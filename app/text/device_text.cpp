#include "app/text/device_text.h"

#include "app/text/payment_text.h"
#include "core/payments/payment_attempt.h"
#include "core/ports/receipt_printer.h"

#include <QCoreApplication>

namespace bl::text {

namespace {

struct DeviceText {
    Q_DECLARE_TR_FUNCTIONS(DeviceText)
};

/// What is longer is text.
constexpr std::size_t kLongestResultCode = 4;

/// The sentence with the device as %1.
QString sentenceOf(DeviceFault fault)
{
    switch (fault) {
    case DeviceFault::NotConfigured:
        return DeviceText::tr("No such device is set up here (%1). A manager can add it under "
                              "Devices in the back office.");
    case DeviceFault::NotFound:
        return DeviceText::tr("%1 cannot be reached. Check that the device is switched on and its "
                              "cable is plugged in, then try again.");
    case DeviceFault::PermissionDenied:
        return DeviceText::tr("This user may not open %1. Install the package's device rules, or "
                              "let an administrator add the user to the group of the device.");
    case DeviceFault::Busy:
        return DeviceText::tr("%1 is busy or in use elsewhere. Wait a moment, then try again; if "
                              "that does not help, switch the device off and on.");
    case DeviceFault::LinkLost:
        return DeviceText::tr("The connection to %1 was lost. Check its cable; it is found again "
                              "by itself. Then try again.");
    case DeviceFault::Timeout:
        return DeviceText::tr("%1 does not answer. Switch the device off and on, then try again.");
    case DeviceFault::ProtocolError:
        return DeviceText::tr("%1 answers in a language that was not expected. Check that the "
                              "right kind of device is set up; otherwise call support.");
    case DeviceFault::Unsupported:
        return DeviceText::tr("%1 cannot do this. A manager can set up another device for it.");
    case DeviceFault::NoPaper:
        return DeviceText::tr("%1 is out of paper. Put in a new roll, then print again.");
    case DeviceFault::LowPaper:
        return DeviceText::tr("The paper in %1 is nearly used up. Have a new roll ready.");
    case DeviceFault::CoverOpen:
        return DeviceText::tr("The cover of %1 is open. Close it, then print again.");
    case DeviceFault::CutterJam:
        return DeviceText::tr("The cutter of %1 is jammed. Open the cover, take the paper out, "
                              "close it, then print again.");
    case DeviceFault::PaperJam:
        return DeviceText::tr("Paper is jammed in %1. Open the cover, take it out, close it, then "
                              "print again.");
    case DeviceFault::NoRibbon:
        return DeviceText::tr("%1 is out of ribbon. Put in a new one, then print again.");
    case DeviceFault::Unstable:
        return DeviceText::tr("The weight on %1 is not steady yet. Keep your hands off and wait.");
    case DeviceFault::Overload:
        return DeviceText::tr("Too much lies on %1, or the scale is below zero. Take it off and "
                              "weigh again.");
    case DeviceFault::CardRemoved:
        return DeviceText::tr("The card left %1 too early. Hold it there until it beeps.");
    case DeviceFault::AuthFailed:
        return DeviceText::tr("%1 refuses the key or password that is set up for it. A manager "
                              "has to enter the right one under Devices.");
    case DeviceFault::Declined:
        return DeviceText::tr("The payment was declined: %1. Nothing was charged. Ask for another "
                              "card or another way to pay.");
    case DeviceFault::Cancelled: return DeviceText::tr("It was cancelled at %1. Nothing was done.");
    case DeviceFault::OutcomeUnknown:
        return DeviceText::tr("%1 did not say whether it was done. Look first, before you do it "
                              "again.");
    }
    return {};
}

/// A terminal's own words, or ours for its code.
QString declineReason(const std::string& device, const std::string& said)
{
    const bool isCode = said.size() <= kLongestResultCode;
    return isCode ? paymentResultText(device, said) : QString::fromStdString(said);
}

/// What a device still needs, by the name that drivers give it; empty where nothing is named.
QString missingPart(const std::string& name)
{
    if (name == "password")
        return DeviceText::tr("the password");
    if (name == "key")
        return DeviceText::tr("the key");
    // Options of its address are written as they are there.
    for (const char* option : {"merchant", "poi", "sale", "profile"}) {
        if (name == option)
            return QString::fromStdString(name) + QStringLiteral("=…");
    }
    return {};
}

}  // namespace

QString deviceSentence(const Error& error)
{
    const auto at = [&](std::size_t index) {
        return index < error.detail.size() ? QString::fromStdString(error.detail[index])
                                           : QStringLiteral("…");
    };
    if (error.detail.size() > 3 && error.detail[3] == "certificate")
        return DeviceText::tr("%1 is reached, but its certificate is not trusted: %2. Check the "
                              "address and this computer's clock, or name the certificate of its "
                              "own authority.")
            .arg(at(1), at(2));
    if (error.detail.size() > 3 && error.detail[3] == "ca-file")
        return DeviceText::tr("The certificates to trust for %1 cannot be read: %2. Choose a PEM "
                              "file with certificates.")
            .arg(at(1), at(2));
    if (error.detail.size() > 3 && error.detail[3] == "card-numbered")
        return DeviceText::tr("The card on %1 carries the number %2 already. Take a blank one, or "
                              "replace the number.")
            .arg(at(1), at(2));
    if (error.detail.size() > 3 && error.detail[3] == "resident")
        return DeviceText::tr("%1 is a part of the register's own window: only that hears and "
                              "shows it. Try it there, under Devices in the back office.")
            .arg(at(1));
    if (error.detail.size() > 3 && error.detail[3] == "not-shown")
        return DeviceText::tr("%1 cannot show “%2”: it has not all of its letters, or no room for "
                              "it. Take a shorter text in letters that it has.")
            .arg(at(1), at(2));
    if (error.detail.size() > 3 && error.detail[3] == kNoDrawer)
        return DeviceText::tr("No drawer can be opened at %1: a printer of its model has no "
                              "connector for one. Choose the model that it is, or another printer.")
            .arg(at(1));
    const auto fault = faultOf(error);
    const QString missing = fault == DeviceFault::NotConfigured && error.detail.size() > 2
        ? missingPart(error.detail[2])
        : QString();
    if (!missing.isEmpty())
        return DeviceText::tr("%1 is not set up completely: %2 is missing. A manager can enter it "
                              "under Devices in the back office.")
            .arg(at(1), missing);
    QString sentence = fault ? sentenceOf(*fault)
                             : DeviceText::tr("%1 failed. Switch it off and on, then try again.");
    // The terminal is known; why it refused is what counts.
    return sentence.arg(fault == DeviceFault::Declined && error.detail.size() > 2
            ? declineReason(error.detail[1], error.detail[2])
            : at(1));
}

QString faultWords(DeviceFault fault)
{
    switch (fault) {
    case DeviceFault::NotConfigured: return DeviceText::tr("Not set up");
    case DeviceFault::NotFound: return DeviceText::tr("Not reached");
    case DeviceFault::PermissionDenied: return DeviceText::tr("No permission");
    case DeviceFault::Busy: return DeviceText::tr("Busy");
    case DeviceFault::LinkLost: return DeviceText::tr("Connection lost");
    case DeviceFault::Timeout: return DeviceText::tr("No answer");
    case DeviceFault::ProtocolError: return DeviceText::tr("Not understood");
    case DeviceFault::Unsupported: return DeviceText::tr("Not possible");
    case DeviceFault::NoPaper: return DeviceText::tr("Out of paper");
    case DeviceFault::LowPaper: return DeviceText::tr("Paper nearly out");
    case DeviceFault::CoverOpen: return DeviceText::tr("Cover open");
    case DeviceFault::CutterJam: return DeviceText::tr("Cutter jammed");
    case DeviceFault::PaperJam: return DeviceText::tr("Paper jammed");
    case DeviceFault::NoRibbon: return DeviceText::tr("Out of ribbon");
    case DeviceFault::Unstable: return DeviceText::tr("Not steady");
    case DeviceFault::Overload: return DeviceText::tr("Overload");
    case DeviceFault::CardRemoved: return DeviceText::tr("Card removed");
    case DeviceFault::AuthFailed: return DeviceText::tr("Key refused");
    case DeviceFault::Declined: return DeviceText::tr("Declined");
    case DeviceFault::Cancelled: return DeviceText::tr("Cancelled");
    case DeviceFault::OutcomeUnknown: return DeviceText::tr("Outcome unknown");
    }
    return {};
}

QString paymentStateWord(const QString& name)
{
    const auto state = payments::findState(name.toStdString());
    if (!state)
        return name;
    switch (*state) {
    case payments::PaymentState::Created: return DeviceText::tr("prepared");
    case payments::PaymentState::Sent: return DeviceText::tr("sent");
    case payments::PaymentState::Interacting: return DeviceText::tr("under way");
    case payments::PaymentState::Approved: return DeviceText::tr("approved");
    case payments::PaymentState::Declined: return DeviceText::tr("declined");
    case payments::PaymentState::Aborted: return DeviceText::tr("not carried out");
    case payments::PaymentState::Unknown: return DeviceText::tr("unknown");
    }
    return name;
}

}  // namespace bl::text
