#include "sync/server/error_problem.h"

#include "sync/server/problem.h"

#include <cstdlib>

namespace bl::sync {

namespace {

std::string detailOf(const Error& error)
{
    std::string text;
    for (const auto& part : error.detail)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::int64_t numberIn(const Error& error)
{
    return error.detail.empty() ? 0 : std::atoll(error.detail.front().c_str());
}

HttpResponse retryLater(HttpResponse response, std::int64_t seconds)
{
    response.headers.add("Retry-After", std::to_string(seconds > 0 ? seconds : 1));
    return response;
}

HttpResponse malformed(const Error& error)
{
    return problem(
        400, "malformed", "The request cannot be understood", detailOf(error), Retry::Never);
}

/// The request is understood and breaks a rule of the business.
HttpResponse invalid(const Error& error)
{
    return problem(
        422, codeName(error.code), "The request breaks a rule", detailOf(error), Retry::Never);
}

HttpResponse broken()
{
    return problem(500, "internal", "HQ failed", "HQ's log says more", Retry::Later);
}

HttpResponse unauthorised(HttpResponse response)
{
    response.headers.add("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace

HttpResponse problemOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::InvalidJson:
    case ErrorCode::InvalidEncoding:
    case ErrorCode::InvalidNumber:
    case ErrorCode::InvalidDate:
    case ErrorCode::LineTooLong:
    case ErrorCode::UnsupportedFormat: return malformed(error);

    case ErrorCode::Unauthorised:
        return unauthorised(problem(
            401, "token", "The token is missing or unknown", "Authorization", Retry::Never));
    case ErrorCode::RegisterRevoked:
        return unauthorised(problem(
            401, "revoked", "This register may not speak with HQ any more", {}, Retry::Never));
    case ErrorCode::PermissionDenied:
    case ErrorCode::ForeignAccount:
        return problem(403, "scope", "Not allowed", detailOf(error), Retry::Never);
    case ErrorCode::EnrolmentRefused:
        return problem(403, codeName(error.code), "The code does not open an enrolment",
            detailOf(error), Retry::Never, Json{{"reason", detailOf(error)}});
    case ErrorCode::NotFound:
        return problem(
            404, codeName(error.code), "There is no such thing", detailOf(error), Retry::Never);
    case ErrorCode::MethodNotAllowed:
        return problem(405, codeName(error.code), "The method is not allowed here", detailOf(error),
            Retry::Never);
    case ErrorCode::Gap:
        return problem(409, "gap", "Lines are missing in between",
            "continue behind the acknowledged line", Retry::Later,
            Json{{"acknowledged", numberIn(error)}});
    case ErrorCode::Fork:
        return problem(409, "fork", "HQ has another line with this number", detailOf(error),
            Retry::Never, Json{{"seq", numberIn(error)}});
    case ErrorCode::EpochChanged:
        return problem(409, "epoch", "HQ is not the one that gave this cursor",
            "begin without a cursor", Retry::Never, Json{{"epoch", detailOf(error)}});
    case ErrorCode::CursorExpired:
        return problem(
            410, "cursor-expired", "The cursor is too old", "begin without a cursor", Retry::Never);
    case ErrorCode::TooLarge:
        return problem(413, "too-large", "The request is too large", detailOf(error), Retry::Never,
            error.detail.size() > 1 ? Json{{"limit", std::atoll(error.detail[1].c_str())}}
                                    : Json::object());
    case ErrorCode::UnsupportedMedia:
        return problem(415, "media", "The body has another type than it should", detailOf(error),
            Retry::Never);
    case ErrorCode::UpgradeRequired:
        return problem(426, "upgrade", "HQ speaks other versions of the protocol", detailOf(error),
            Retry::Never);
    case ErrorCode::RateLimited:
        return retryLater(problem(429, "busy", "Too many requests",
                              "wait as long as Retry-After says", Retry::Later),
            numberIn(error));
    case ErrorCode::Overloaded:
        return retryLater(
            problem(503, "busy", "HQ has too much to do", {}, Retry::Later), numberIn(error));
    case ErrorCode::DatabaseBusy:
        return retryLater(problem(503, "busy", "HQ's database is busy", {}, Retry::Later), 5);
    case ErrorCode::DiskFull:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::DatabaseOpenFailed:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DirectoryNotWritable:
        // The reason's name is no secret; paths and statements are in HQ's log.
        return retryLater(
            problem(503, "storage", "HQ cannot save or read; nothing of the request was kept",
                codeName(error.code), Retry::Later),
            5);
    case ErrorCode::NotEnrolled:
        return retryLater(problem(503, "busy", "HQ is not ready", {}, Retry::Later), 5);

    case ErrorCode::AmountOverflow:
    case ErrorCode::UnknownTimeZone:
    case ErrorCode::UnknownCurrency:
    case ErrorCode::MissingColumn:
    case ErrorCode::InvalidOrganisation:
    case ErrorCode::InvalidDocument:
    case ErrorCode::ZeroPosting:
    case ErrorCode::UnbalancedOperation:
    case ErrorCode::UnknownOperation:
    case ErrorCode::EmptyTicket:
    case ErrorCode::UnknownProduct:
    case ErrorCode::UnknownMember:
    case ErrorCode::UnknownUser:
    case ErrorCode::UnknownStore:
    case ErrorCode::InvalidQuantity:
    case ErrorCode::InvalidPrice:
    case ErrorCode::ImpossibleCash:
    case ErrorCode::TenderShort:
    case ErrorCode::ChangeWithoutCash:
    case ErrorCode::NoOpenShift:
    case ErrorCode::ShiftAlreadyOpen:
    case ErrorCode::DuplicateCode:
    case ErrorCode::DuplicatePhone:
    case ErrorCode::DuplicateExternal:
    case ErrorCode::MissingName:
    case ErrorCode::InvalidPhone:
    case ErrorCode::WrongPin:
    case ErrorCode::PinLocked:
    case ErrorCode::WeakPin:
    case ErrorCode::TicketNotFound:
    case ErrorCode::TicketRecalledElsewhere:
    case ErrorCode::ReceiptNotFound:
    case ErrorCode::ReceiptNotHere:
    case ErrorCode::NothingToRefund:
    case ErrorCode::AlreadyEnrolled: return invalid(error);

    case ErrorCode::UnreadableFile:
    case ErrorCode::DataDirectoryInUse:
    case ErrorCode::DataDirectoryMissing:
    case ErrorCode::DataDirectoryOccupied:
    case ErrorCode::OrganisationMissing:
    case ErrorCode::DatabaseNotClosed:
    case ErrorCode::DatabaseMissing:
    case ErrorCode::DatabaseInUse:
    case ErrorCode::DatabaseTooNew:
    case ErrorCode::MigrationChanged:
    case ErrorCode::BrokenChain:
    case ErrorCode::BrokenInvariant:
    case ErrorCode::NetworkFailed:
    case ErrorCode::HqRefused:
    case ErrorCode::HqCannotSave:
    case ErrorCode::HqUnreadable:
    case ErrorCode::TlsRequired:
    case ErrorCode::PortInUse:
    case ErrorCode::ListenFailed:
    case ErrorCode::InvalidAddress:
    case ErrorCode::SecretStoreFailed:
    case ErrorCode::SecretMissing:
    case ErrorCode::DeviceFailed:
    case ErrorCode::DeviceAddressInvalid:
    case ErrorCode::DeviceAddressTaken:
    case ErrorCode::PaymentConflict:
    case ErrorCode::PaymentUnsettled:
    case ErrorCode::PaymentAttached:
    case ErrorCode::PaymentMismatch:
    case ErrorCode::PaymentCardRefused:
    case ErrorCode::PaymentsLeftOpen:
    case ErrorCode::PaymentCodeUnknown:
    case ErrorCode::CardUnreadable:
    case ErrorCode::NotRepresentable:
    case ErrorCode::Cancelled: return broken();
    }
    return broken();
}

}  // namespace bl::sync
