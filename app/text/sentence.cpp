#include "app/text/sentence.h"

#include "app/text/device_text.h"
#include "app/text/fault_text.h"
#include "app/text/reason_text.h"
#include "core/base/assert.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace bl::text {

namespace {

struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

/// The arguments of one error, by position; one that was left out reads as an ellipsis.
class Arguments {
public:
    Arguments(const Error& error, const std::optional<MoneyFormat>& money)
        : m_error(error)
        , m_money(money)
    {
    }

    QString text(std::size_t index) const
    {
        if (index >= m_error.detail.size() || m_error.detail[index].empty())
            return QStringLiteral("…");
        return QString::fromStdString(m_error.detail[index]);
    }

    QString fault(std::size_t index) const { return faultText(m_error, index); }

    QString amount(std::size_t index) const
    {
        const auto value = number(index);
        if (!value || !m_money)
            return text(index);
        return formatMoney(Money::minor(*value), *m_money);
    }

    int count(std::size_t index) const
    {
        return static_cast<int>(std::min<std::int64_t>(number(index).value_or(0), 86'400));
    }

private:
    std::optional<std::int64_t> number(std::size_t index) const
    {
        if (index >= m_error.detail.size())
            return std::nullopt;
        const std::string& digits = m_error.detail[index];
        std::int64_t value = 0;
        const auto [end, fault] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (fault != std::errc{} || end != digits.data() + digits.size())
            return std::nullopt;
        return value;
    }

    const Error& m_error;
    const std::optional<MoneyFormat>& m_money;
};

}  // namespace

QString sentence(const Error& error, const std::optional<MoneyFormat>& money)
{
    const Arguments with(error, money);
    // No default: the compiler names a code that has no sentence.
    switch (error.code) {
    case ErrorCode::InvalidArgument:
        return Sentences::tr("This cannot be done as given: %1. See --help.").arg(with.fault(0));
    case ErrorCode::InvalidJson:
        return Sentences::tr("This is not valid JSON (%1): %2. Correct it and try again.")
            .arg(placeText(with.text(0)), with.fault(1));
    case ErrorCode::InvalidEncoding:
        return Sentences::tr("%1 is not UTF-8 text. Convert it to UTF-8 and try again.")
            .arg(with.text(0));
    case ErrorCode::InvalidNumber:
        return Sentences::tr(
            "“%1” is not a number that can be used here. Type digits, with a point for decimals.")
            .arg(with.text(0));
    case ErrorCode::AmountOverflow:
        return Sentences::tr("%1 is too large. Enter a smaller amount.").arg(with.text(0));
    case ErrorCode::InvalidDate:
        return Sentences::tr(
            "“%1” is not a date. Write year, month and day, for example 2026-11-22.")
            .arg(with.text(0));
    case ErrorCode::UnknownTimeZone:
        return Sentences::tr("There is no time zone “%1”. Use a name such as Asia/Shanghai.")
            .arg(with.text(0));
    case ErrorCode::UnknownCurrency:
        return Sentences::tr(
            "“%1” is not a currency. Use a code of ISO 4217 in capital letters, such as CNY.")
            .arg(with.text(0));
    case ErrorCode::MissingColumn:
        return Sentences::tr("%1 has no column “%2”. Add the column or choose another file.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::UnreadableFile:
        return Sentences::tr("%1 cannot be read: %2. Check the file and try again.")
            .arg(with.text(0), with.fault(1));
    case ErrorCode::UnsupportedFormat:
        return Sentences::tr("%1 has a format that is not supported: %2. Choose another file.")
            .arg(with.text(0), with.fault(1));
    case ErrorCode::InvalidOrganisation:
        return Sentences::tr("The organisation file is wrong at %1: %2. Nothing was changed; "
                             "correct the file and apply it again.")
            .arg(with.text(0), with.fault(1));
    case ErrorCode::InvalidDocument:
        return Sentences::tr("What is to be printed is wrong at %1: %2. Correct it there and try "
                             "again.")
            .arg(with.text(0), with.fault(1));

    case ErrorCode::DirectoryNotWritable:
        return Sentences::tr("Branchline cannot write to %1: %2. Give this user the right to write "
                             "there, or choose another directory.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::DataDirectoryInUse:
        if (with.text(1) == QLatin1String("hq"))
            return Sentences::tr("Another branchline-hq is at work with the data in %1. Wait until "
                                 "it is done, or stop it first.")
                .arg(with.text(0));
        return Sentences::tr("Branchline is already running with the data in %1. Use the window "
                             "that is open, or close it first.")
            .arg(with.text(0));
    case ErrorCode::DataDirectoryMissing:
        return Sentences::tr("%1 holds no Branchline data: %2 is missing. Choose the right "
                             "directory or set this computer up first.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::DataDirectoryOccupied:
        return Sentences::tr(
            "%1 already holds an organisation or a register. Choose an empty directory.")
            .arg(with.text(0));
    case ErrorCode::OrganisationMissing:
        return Sentences::tr("There is no organisation in %1. Bring the file back from a backup, "
                             "or make a new organisation with init in an empty directory.")
            .arg(with.text(0));
    case ErrorCode::DatabaseMissing:
        return Sentences::tr("The database %1 is missing or empty. Bring it back from a backup; to "
                             "begin anew, choose an empty directory.")
            .arg(with.text(0));
    case ErrorCode::DatabaseInUse:
        return Sentences::tr("The database %1 is in the hands of process %2, whose data is in %3. "
                             "End that program first.")
            .arg(with.text(0), with.text(1), with.text(2));
    case ErrorCode::DatabaseNotClosed:
        return Sentences::tr("The database %1 was not closed cleanly, and this user may not write "
                             "beside it. Copy its directory to a place that can be written, and "
                             "read it there.")
            .arg(with.text(0));
    case ErrorCode::DatabaseOpenFailed:
        return Sentences::tr("The database %1 cannot be opened: %2. Check that the file exists and "
                             "that this user may read and write it.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::DatabaseTooNew:
        return Sentences::tr("The database %1 was written by a newer version (schema %2, this one "
                             "knows %3). Install the newer version; "
                             "the data is unharmed.")
            .arg(with.text(0), with.text(1), with.text(2));
    case ErrorCode::DatabaseFailed:
        return Sentences::tr("The data could not be read or saved: %1. Nothing was changed. Try "
                             "again; if it happens again, restart "
                             "Branchline and call support.")
            .arg(with.text(0));
    case ErrorCode::DatabaseBusy:
        return Sentences::tr("Another program is using the data in %1. Close it and try again.")
            .arg(with.text(0));
    case ErrorCode::DatabaseCorrupt:
        return Sentences::tr(
            "The database %1 is damaged: %2. Stop selling here, keep the file and call support.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::DiskFull:
        return Sentences::tr(
            "The disk is full, so nothing could be saved (%1). Free some space, then try again.")
            .arg(with.text(0));
    case ErrorCode::MigrationChanged:
        return Sentences::tr("The database does not belong to this version: migration %1 differs. "
                             "Install the version that was used "
                             "before.")
            .arg(with.text(0));

    case ErrorCode::ZeroPosting:
        return Sentences::tr(
            "Nothing was booked, because an entry on %1 would be zero. Report this to support.")
            .arg(with.text(0));
    case ErrorCode::UnbalancedOperation:
        return Sentences::tr("Nothing was booked, because the entries do not balance (%1, "
                             "difference %2). Report this to support.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::LineTooLong:
        return Sentences::tr(
            "This is too large to be saved at once (%1 bytes). Split it into smaller parts.")
            .arg(with.text(0));
    case ErrorCode::UnknownOperation:
        return Sentences::tr("The journal holds an operation that this version does not know (%1, "
                             "version %2). Install the newer "
                             "version.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::BrokenChain:
        return Sentences::tr(
            "The journal is damaged at line %1. Stop selling here, keep the data and call support.")
            .arg(with.text(0));
    case ErrorCode::BrokenInvariant:
        return Sentences::tr(
            "The books do not add up (rule %1): %2. Call support and keep the data as it is.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::ForeignAccount:
        return Sentences::tr("The account %1 belongs to another register. Nothing was booked; "
                             "report this to support.")
            .arg(with.text(0));

    case ErrorCode::EmptyTicket:
        return Sentences::tr("There is nothing on the ticket yet. Scan a product first.");
    case ErrorCode::UnknownProduct:
        return Sentences::tr("No product has the code %1. Scan it again, or search by name.")
            .arg(with.text(0));
    case ErrorCode::UnknownMember:
        return Sentences::tr("No member was found for %1. Ask for the phone number or the name.")
            .arg(with.text(0));
    case ErrorCode::UnknownUser:
        return Sentences::tr("There is no user %1. Check the name, or ask the manager.")
            .arg(with.text(0));
    case ErrorCode::UnknownStore:
        return Sentences::tr("There is no store %1. Check the code.").arg(with.text(0));
    case ErrorCode::InvalidQuantity:
        return Sentences::tr("The quantity %1 is not possible for this product. Enter another one.")
            .arg(with.text(0));
    case ErrorCode::InvalidPrice:
        return Sentences::tr("The price %1 is not possible. Enter another one.").arg(with.text(0));
    case ErrorCode::ImpossibleCash:
        return Sentences::tr("No drawer holds %1. Look at what was typed or scanned, and count "
                             "again.")
            .arg(with.amount(0));
    case ErrorCode::TenderShort:
        return Sentences::tr("%1 is still to be paid. Take the rest before you finish.")
            .arg(with.amount(0));
    case ErrorCode::ChangeWithoutCash:
        return Sentences::tr(
            "Change of %1 can only be given on cash. Lower the other payments or take cash.")
            .arg(with.amount(0));
    case ErrorCode::NoOpenShift:
        return Sentences::tr("No shift is open on this register. Open a shift first.");
    case ErrorCode::ShiftAlreadyOpen:
        return Sentences::tr("Shift %1 is still open on this register. Close it first.")
            .arg(with.text(0));
    case ErrorCode::DuplicateCode:
        return Sentences::tr("The code %1 is already in use. Choose another one.")
            .arg(with.text(0));
    case ErrorCode::DuplicatePhone:
        return Sentences::tr(
            "A member with the phone number %1 exists already. Look the member up instead.")
            .arg(with.text(0));
    case ErrorCode::DuplicateExternal:
        return Sentences::tr("%1 has been imported before and was not imported again.")
            .arg(with.text(0));
    case ErrorCode::MissingName: return Sentences::tr("The name is missing. Type a name.");
    case ErrorCode::InvalidPhone:
        return Sentences::tr(
            "%1 is not a complete phone number. Check the digits with the customer.")
            .arg(with.text(0));
    case ErrorCode::PermissionDenied: return permissionSentence(with.text(0));
    case ErrorCode::WrongPin: return Sentences::tr("This PIN is not right. Type it again.");
    case ErrorCode::PinLocked:
        return Sentences::tr(
            "Too many wrong PINs. Try again in %n second(s).", nullptr, with.count(0));
    case ErrorCode::WeakPin:
        return Sentences::tr("This PIN is too easy to guess. Choose one that is not a row or a "
                             "repetition of digits.");
    case ErrorCode::TicketNotFound:
        return Sentences::tr("There is no ticket %1 here. Check the number on the receipt.")
            .arg(with.text(0));
    case ErrorCode::TicketRecalledElsewhere:
        return Sentences::tr("This ticket was also recalled at %1. Check with your colleague "
                             "before you take the money.")
            .arg(with.text(0));
    case ErrorCode::ReceiptNotFound:
        return Sentences::tr("No store has printed a receipt %1. Check the number; a register that "
                             "was offline may not have sent it yet.")
            .arg(with.text(0));
    case ErrorCode::ReceiptNotHere:
        return Sentences::tr("Receipt %1 is not on this register, and HQ cannot be reached. Try "
                             "again when the network is back.")
            .arg(with.text(0));
    case ErrorCode::NothingToRefund:
        return Sentences::tr("Nothing on this ticket is left to refund. Check the receipt.");

    case ErrorCode::NetworkFailed: return networkSentence(with.text(0), with.text(1), with.text(2));
    case ErrorCode::HqRefused:
        return Sentences::tr("HQ refused this (%1): %2. Nothing is lost; ask HQ.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::HqCannotSave: return hqStorageSentence(with.text(0));
    case ErrorCode::HqUnreadable:
        return Sentences::tr(
            "The answer from %1 makes no sense: %2. Check that the address is HQ's.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::TlsRequired:
        return Sentences::tr("HQ does not listen on %1 without encryption. Give --tls-cert and "
                             "--tls-key, or --behind-proxy.")
            .arg(with.text(0));
    case ErrorCode::PortInUse:
        return Sentences::tr(
            "Another program already listens on %1. Stop it or choose another port.")
            .arg(with.text(0));
    case ErrorCode::ListenFailed:
        return Sentences::tr("HQ cannot listen on %1: %2. Choose another address or port.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::InvalidAddress: return addressSentence(with.text(0), with.text(1));
    case ErrorCode::EnrolmentRefused: return enrolmentSentence(with.text(0));
    case ErrorCode::NotEnrolled:
        return Sentences::tr(
            "This register has not joined HQ yet. Enter HQ's address and an enrolment code first.");
    case ErrorCode::AlreadyEnrolled:
        return Sentences::tr("This computer is already register %1. Use an empty data directory "
                             "for another register.")
            .arg(with.text(0));
    case ErrorCode::Unauthorised:
        return Sentences::tr("HQ does not accept this register's key. Sales stay safe here; ask HQ "
                             "to enrol the register again.");
    case ErrorCode::RegisterRevoked:
        return Sentences::tr(
            "HQ has withdrawn this register. Sales stay safe here; ask HQ what to do.");
    case ErrorCode::Gap:
        return Sentences::tr(
            "HQ lacks operations after number %1. The register sends them again by itself.")
            .arg(with.text(0));
    case ErrorCode::Fork:
        return Sentences::tr("HQ holds a different operation number %1 of this register, as "
                             "happens after an old backup was restored. Selling goes on, but "
                             "nothing more is sent. Call HQ: a manager has to enrol this register "
                             "again as its successor.")
            .arg(with.text(0));
    case ErrorCode::EpochChanged:
        return Sentences::tr("HQ was restored from a backup (epoch %1). The register compares its "
                             "data with HQ by itself.")
            .arg(with.text(0));
    case ErrorCode::CursorExpired:
        return Sentences::tr("This register was away from HQ for long. It fetches everything anew "
                             "by itself; please wait.");
    case ErrorCode::TooLarge:
        return Sentences::tr("%1 is larger than the limit of %2. Send less at once.")
            .arg(with.text(0), with.text(1));
    case ErrorCode::UnsupportedMedia:
        return Sentences::tr("The content type %1 is not supported. Send application/json.")
            .arg(with.text(0));
    case ErrorCode::UpgradeRequired:
        return Sentences::tr("HQ speaks other protocol versions (%1) than this register. Update "
                             "Branchline; until then sales are kept "
                             "here.")
            .arg(with.text(0));
    case ErrorCode::RateLimited:
        return Sentences::tr(
            "Too many requests. The next one is possible in %n second(s).", nullptr, with.count(0));
    case ErrorCode::Overloaded:
        return Sentences::tr(
            "HQ is busy. It is asked again in %n second(s).", nullptr, with.count(0));
    case ErrorCode::NotFound:
        return Sentences::tr("%1 was not found. Check what was asked for.").arg(with.text(0));
    case ErrorCode::MethodNotAllowed:
        return Sentences::tr(
            "The method %1 is not possible here. See the description of the interface.")
            .arg(with.text(0));

    case ErrorCode::SecretStoreFailed: return secretStoreSentence(with.text(0), with.text(1));
    case ErrorCode::SecretMissing:
        return Sentences::tr("The key with which this register signs in at HQ is missing. Selling "
                             "goes on. Unlock the right keychain and try again, or ask HQ to enrol "
                             "this register again.");
    case ErrorCode::DeviceFailed: return deviceSentence(error);
    case ErrorCode::DeviceAddressInvalid:
        return Sentences::tr("“%1” is no address of such a device. Write it like "
                             "escpos+tcp://192.168.1.40:9100, zvt+serial:///dev/ttyUSB0 or "
                             "cups:NAME.")
            .arg(with.text(0));
    case ErrorCode::DeviceAddressTaken:
        return Sentences::tr("Another device is set up at %1 already. Change that one, or type "
                             "another address.")
            .arg(with.text(0));
    case ErrorCode::PaymentConflict:
        return Sentences::tr("Payment %1 is %2 already and cannot become %3. Look at the list of "
                             "open payments before you charge again.")
            .arg(with.text(0), paymentStateWord(with.text(1)), paymentStateWord(with.text(2)));
    case ErrorCode::PaymentUnsettled:
        return Sentences::tr("Payment %1 of this sale is %2: it may have been charged. Resolve it "
                             "in the list of open payments before you charge again.")
            .arg(with.text(0), paymentStateWord(with.text(1)));
    case ErrorCode::PaymentAttached:
        return Sentences::tr("%2 of this ticket is charged already (payment %1). Complete the "
                             "sale, or take the payment back first.")
            .arg(with.text(0), with.amount(1));
    case ErrorCode::PaymentMismatch:
        return Sentences::tr("Payment %1 does not pay this part of the sale. Check the list of "
                             "payments, then choose the way to pay again.")
            .arg(with.text(0));
    case ErrorCode::PaymentCardRefused:
        return Sentences::tr(
            "This is a payment card. Its number was not kept; use the member's own "
            "card or phone number.");
    case ErrorCode::PaymentsLeftOpen:
        return Sentences::tr(
            "%n payment(s) of this terminal may have been charged. Say what became "
            "of each before the day is closed: afterwards the terminal does not "
            "know it any more.",
            nullptr, with.count(1));
    case ErrorCode::PaymentCodeUnknown:
        return Sentences::tr("This is no payment code of Alipay, WeChat Pay or UnionPay. Ask the "
                             "customer to open the code to pay with, and scan it again.");
    case ErrorCode::CardUnreadable:
        return Sentences::tr("The card could not be read. Try again, or type its number.");
    case ErrorCode::NotRepresentable:
        return Sentences::tr(
            "%1 cannot be printed as a bar code. Use digits and Latin letters only.")
            .arg(with.text(0));

    case ErrorCode::Cancelled: return Sentences::tr("Cancelled. Nothing was changed.");
    }
    BL_ASSERT(false);
    return {};
}

}  // namespace bl::text
