#include "core/base/error.h"

#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace bl {

void assertionFailed(const char* condition, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, condition);
    std::abort();
}

std::string_view codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument: return "invalid-argument";
    case ErrorCode::InvalidJson: return "invalid-json";
    case ErrorCode::InvalidEncoding: return "invalid-encoding";
    case ErrorCode::InvalidNumber: return "invalid-number";
    case ErrorCode::AmountOverflow: return "amount-overflow";
    case ErrorCode::InvalidDate: return "invalid-date";
    case ErrorCode::UnknownTimeZone: return "unknown-time-zone";
    case ErrorCode::UnknownCurrency: return "unknown-currency";
    case ErrorCode::MissingColumn: return "missing-column";
    case ErrorCode::UnreadableFile: return "unreadable-file";
    case ErrorCode::UnsupportedFormat: return "unsupported-format";
    case ErrorCode::InvalidOrganisation: return "invalid-organisation";
    case ErrorCode::InvalidDocument: return "invalid-document";
    case ErrorCode::DirectoryNotWritable: return "directory-not-writable";
    case ErrorCode::DataDirectoryInUse: return "data-directory-in-use";
    case ErrorCode::DataDirectoryMissing: return "data-directory-missing";
    case ErrorCode::DataDirectoryOccupied: return "data-directory-occupied";
    case ErrorCode::OrganisationMissing: return "organisation-missing";
    case ErrorCode::DatabaseMissing: return "database-missing";
    case ErrorCode::DatabaseInUse: return "database-in-use";
    case ErrorCode::DatabaseNotClosed: return "database-not-closed";
    case ErrorCode::DatabaseOpenFailed: return "database-open-failed";
    case ErrorCode::DatabaseTooNew: return "database-too-new";
    case ErrorCode::DatabaseFailed: return "database-failed";
    case ErrorCode::DatabaseBusy: return "database-busy";
    case ErrorCode::DatabaseCorrupt: return "database-corrupt";
    case ErrorCode::DiskFull: return "disk-full";
    case ErrorCode::MigrationChanged: return "migration-changed";
    case ErrorCode::ZeroPosting: return "zero-posting";
    case ErrorCode::UnbalancedOperation: return "unbalanced-operation";
    case ErrorCode::LineTooLong: return "line-too-long";
    case ErrorCode::UnknownOperation: return "unknown-operation";
    case ErrorCode::BrokenChain: return "broken-chain";
    case ErrorCode::BrokenInvariant: return "broken-invariant";
    case ErrorCode::ForeignAccount: return "foreign-account";
    case ErrorCode::EmptyTicket: return "empty-ticket";
    case ErrorCode::UnknownProduct: return "unknown-product";
    case ErrorCode::UnknownMember: return "unknown-member";
    case ErrorCode::UnknownUser: return "unknown-user";
    case ErrorCode::UnknownStore: return "unknown-store";
    case ErrorCode::InvalidQuantity: return "invalid-quantity";
    case ErrorCode::InvalidPrice: return "invalid-price";
    case ErrorCode::ImpossibleCash: return "impossible-cash";
    case ErrorCode::TenderShort: return "tender-short";
    case ErrorCode::ChangeWithoutCash: return "change-without-cash";
    case ErrorCode::NoOpenShift: return "no-open-shift";
    case ErrorCode::ShiftAlreadyOpen: return "shift-already-open";
    case ErrorCode::DuplicateCode: return "duplicate-code";
    case ErrorCode::DuplicatePhone: return "duplicate-phone";
    case ErrorCode::DuplicateExternal: return "duplicate-external";
    case ErrorCode::MissingName: return "missing-name";
    case ErrorCode::InvalidPhone: return "invalid-phone";
    case ErrorCode::PermissionDenied: return "permission-denied";
    case ErrorCode::WrongPin: return "wrong-pin";
    case ErrorCode::PinLocked: return "pin-locked";
    case ErrorCode::WeakPin: return "weak-pin";
    case ErrorCode::TicketNotFound: return "ticket-not-found";
    case ErrorCode::TicketRecalledElsewhere: return "ticket-recalled-elsewhere";
    case ErrorCode::ReceiptNotFound: return "receipt-not-found";
    case ErrorCode::ReceiptNotHere: return "receipt-not-here";
    case ErrorCode::NothingToRefund: return "nothing-to-refund";
    case ErrorCode::NetworkFailed: return "network-failed";
    case ErrorCode::HqCannotSave: return "hq-cannot-save";
    case ErrorCode::HqRefused: return "hq-refused";
    case ErrorCode::HqUnreadable: return "hq-unreadable";
    case ErrorCode::TlsRequired: return "tls-required";
    case ErrorCode::PortInUse: return "port-in-use";
    case ErrorCode::ListenFailed: return "listen-failed";
    case ErrorCode::InvalidAddress: return "invalid-address";
    case ErrorCode::EnrolmentRefused: return "enrolment-refused";
    case ErrorCode::NotEnrolled: return "not-enrolled";
    case ErrorCode::AlreadyEnrolled: return "already-enrolled";
    case ErrorCode::Unauthorised: return "unauthorised";
    case ErrorCode::RegisterRevoked: return "register-revoked";
    case ErrorCode::Gap: return "gap";
    case ErrorCode::Fork: return "fork";
    case ErrorCode::EpochChanged: return "epoch-changed";
    case ErrorCode::CursorExpired: return "cursor-expired";
    case ErrorCode::TooLarge: return "too-large";
    case ErrorCode::UnsupportedMedia: return "unsupported-media";
    case ErrorCode::UpgradeRequired: return "upgrade-required";
    case ErrorCode::RateLimited: return "rate-limited";
    case ErrorCode::Overloaded: return "overloaded";
    case ErrorCode::NotFound: return "not-found";
    case ErrorCode::MethodNotAllowed: return "method-not-allowed";
    case ErrorCode::SecretStoreFailed: return "secret-store-failed";
    case ErrorCode::SecretMissing: return "secret-missing";
    case ErrorCode::DeviceFailed: return "device-failed";
    case ErrorCode::DeviceAddressInvalid: return "device-address-invalid";
    case ErrorCode::DeviceAddressTaken: return "device-address-taken";
    case ErrorCode::PaymentConflict: return "payment-conflict";
    case ErrorCode::PaymentUnsettled: return "payment-unsettled";
    case ErrorCode::PaymentAttached: return "payment-attached";
    case ErrorCode::PaymentMismatch: return "payment-mismatch";
    case ErrorCode::PaymentCardRefused: return "payment-card-refused";
    case ErrorCode::PaymentsLeftOpen: return "payments-left-open";
    case ErrorCode::PaymentCodeUnknown: return "payment-code-unknown";
    case ErrorCode::CardUnreadable: return "card-unreadable";
    case ErrorCode::NotRepresentable: return "not-representable";
    case ErrorCode::Cancelled: return "cancelled";
    }
    return "unknown";
}

std::string describe(const Error& error)
{
    std::string text(codeName(error.code));
    for (std::size_t i = 0; i < error.detail.size(); ++i)
        text += (i == 0 ? ": " : ", ") + error.detail[i];
    return text;
}

}  // namespace bl
