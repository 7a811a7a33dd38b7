#pragma once

namespace bl {

/// What went wrong, as a value. `app/text` turns each code into a sentence with the next step and
/// `sync/server` into a problem document; both switches are exhaustive, so a new code does not
/// compile until both know it. The comment behind a code names its arguments in `Error::detail`, in
/// order. `reason…` is a word with its arguments behind it, which `app/text` knows as well.
enum class ErrorCode {
    // input
    InvalidArgument,      ///< reason… (a command line, a setting)
    InvalidJson,          ///< where (line:column, or a key), reason…
    InvalidEncoding,      ///< what was not UTF-8
    InvalidNumber,        ///< the text
    AmountOverflow,       ///< what is too large
    InvalidDate,          ///< the text
    UnknownTimeZone,      ///< the name
    UnknownCurrency,      ///< the code
    MissingColumn,        ///< file, column
    UnreadableFile,       ///< file, reason
    UnsupportedFormat,    ///< file, reason…
    InvalidOrganisation,  ///< JSON pointer, reason…
    InvalidDocument,      ///< JSON pointer, reason… (a document or template to print)

    // files and databases
    DirectoryNotWritable,   ///< directory, reason
    DataDirectoryInUse,     ///< directory, `hq` or `register`
    DataDirectoryMissing,   ///< directory, what it lacks
    DataDirectoryOccupied,  ///< directory (already holds an organisation or a register)
    OrganisationMissing,    ///< file that should hold HQ's organisation
    DatabaseMissing,        ///< file
    DatabaseInUse,          ///< file, process, that process's data directory
    DatabaseNotClosed,      ///< file (its log waits, and nothing may be written beside it)
    DatabaseOpenFailed,     ///< file, reason
    DatabaseTooNew,         ///< file, its schema, the newest known schema
    DatabaseFailed,         ///< reason, the statement
    DatabaseBusy,           ///< file
    DatabaseCorrupt,        ///< file, reason
    DiskFull,               ///< file
    MigrationChanged,       ///< migration's name

    // ledger and journal
    ZeroPosting,          ///< account
    UnbalancedOperation,  ///< unit, difference
    LineTooLong,          ///< bytes
    UnknownOperation,     ///< type, version
    BrokenChain,          ///< sequence number
    BrokenInvariant,      ///< invariant's number, what was found
    ForeignAccount,       ///< account

    // trade
    EmptyTicket,
    UnknownProduct,     ///< code
    UnknownMember,      ///< id or number
    UnknownUser,        ///< id or name
    UnknownStore,       ///< code
    InvalidQuantity,    ///< the quantity
    InvalidPrice,       ///< the price
    ImpossibleCash,     ///< the float or count, in minor units
    TenderShort,        ///< what is missing, in minor units
    ChangeWithoutCash,  ///< the change, in minor units
    NoOpenShift,
    ShiftAlreadyOpen,   ///< its number
    DuplicateCode,      ///< the code
    DuplicatePhone,     ///< the phone number, masked
    DuplicateExternal,  ///< the external reference
    MissingName,
    InvalidPhone,      ///< the text, masked
    PermissionDenied,  ///< permission
    WrongPin,
    PinLocked,  ///< seconds until the next try
    WeakPin,
    TicketNotFound,           ///< ticket
    TicketRecalledElsewhere,  ///< the other register's code
    ReceiptNotFound,          ///< the receipt's number: no store sold under it, says HQ
    ReceiptNotHere,           ///< the receipt's number: not on this register, and HQ is not reached
    NothingToRefund,

    // network, HQ
    NetworkFailed,     ///< address, reason, `certificate` or `ca-file` where it is no fault of the
                       ///< network
    HqRefused,         ///< problem code, detail
    HqCannotSave,      ///< what HQ says of its database: disk-full …
    HqUnreadable,      ///< address, reason
    TlsRequired,       ///< listening address
    PortInUse,         ///< address
    ListenFailed,      ///< address, reason
    InvalidAddress,    ///< the text
    EnrolmentRefused,  ///< reason: unknown, used, expired, locked
    NotEnrolled,
    AlreadyEnrolled,  ///< register code
    Unauthorised,
    RegisterRevoked,
    Gap,           ///< last acknowledged sequence number
    Fork,          ///< sequence number
    EpochChanged,  ///< HQ's epoch
    CursorExpired,
    TooLarge,          ///< what, limit
    UnsupportedMedia,  ///< the media type
    UpgradeRequired,   ///< protocols spoken
    RateLimited,       ///< seconds to wait
    Overloaded,        ///< seconds to wait
    NotFound,          ///< what
    MethodNotAllowed,  ///< method

    // secrets and devices
    SecretStoreFailed,     ///< reason
    SecretMissing,         ///< its name
    DeviceFailed,          ///< the fault's name, the device, evidence (core/ports/device_fault.h)
    DeviceAddressInvalid,  ///< the text
    DeviceAddressTaken,    ///< the address, which another device has
    PaymentConflict,       ///< the payment, its state, the state that cannot follow
    PaymentUnsettled,      ///< the payment, its state (of the ticket or payment that it concerns)
    PaymentAttached,       ///< the payment, its amount in minor units (the ticket was charged)
    PaymentMismatch,       ///< the payment (it does not pay this tender of this ticket)
    PaymentCardRefused,    ///< in a member's field; its number is not told
    PaymentsLeftOpen,      ///< a terminal closes no day while it may know of them: device, count
    PaymentCodeUnknown,    ///< no code of a wallet, masked
    CardUnreadable,
    NotRepresentable,  ///< what cannot be printed as a bar code

    Cancelled,
};

}  // namespace bl
