#pragma once

#include <string>
#include <vector>

/// What the trace of a line says, for the device console: facts, which the application tells in
/// people's language.
namespace bl {

enum class TraceWord {
    Verbatim,  ///< the value as it is: hexadecimal, text of the device, a protocol's own token

    // The line
    Opened,
    Connected,
    Closed,
    HiddenBytes,  ///< value: how many
    Damaged,      ///< value: why, where that is known
    Done,
    Refused,

    // A printer is told to
    Init,
    Align,
    Bold,
    Size,
    ChineseSize,
    ChineseOn,
    ChineseOff,
    CodePage,
    Feed,
    LineHeight,
    UsualLineHeight,
    Drawer,
    DrawerNow,
    TellChanges,
    BarcodeHeight,
    BarcodeWidth,
    BarcodeText,
    Cut,
    Picture,  ///< value: dots
    QrCode,
    Mark,
    Command,
    Barcode,
    TextBytes,     ///< value: how many
    UnknownBytes,  ///< value: how many

    // A printer is asked, and answers
    AsksStatus,
    AsksDone,
    AsksIdentity,
    Status,
    SensorAnswer,
    Changed,
    Ready,
    PaperOut,
    PaperNearEnd,
    CoverOpen,
    CutterJam,
    Fault,
    DrawerHigh,
    MarkAnswer,
    Identity,

    // ZVT
    StatusEnquiry,
    Registration,
    Authorisation,
    LogOff,
    Completion,
    Abort,
    RepeatReceipt,
    Reversal,
    Refund,
    EndOfDay,
    Diagnosis,
    AbortRequest,
    PrintLine,
    PrintBlock,
    StatusInformation,
    IntermediateStatus,

    // Scales, cards, codes
    AsksWeight,
    AtRest,  ///< value: grams
    Moving,  ///< value: grams
    Overload,
    BelowZero,
    NoAnswer,
    AsksChip,
    LoadsKey,
    OpensBlock,
    ReadsBlock,
    WritesBlock,
    Symbology,
};

/// A fact and what belongs to it; what is secret is masked in there.
struct TracePart {
    TraceWord word = TraceWord::Verbatim;
    std::string value{};

    friend bool operator==(const TracePart&, const TracePart&) = default;
};

/// One message, command or run of text.
using TraceLine = std::vector<TracePart>;

}  // namespace bl
