#include "app/desktop/devices/trace_text.h"

#include <QCoreApplication>

namespace bl::desktop {

namespace {

struct TraceText {
    Q_DECLARE_TR_FUNCTIONS(TraceText)
};

QString wordOf(TraceWord word)
{
    switch (word) {
    case TraceWord::Verbatim: return {};
    case TraceWord::Opened: return TraceText::tr("open");
    case TraceWord::Connected: return TraceText::tr("connected");
    case TraceWord::Closed: return TraceText::tr("closed");
    case TraceWord::HiddenBytes: return TraceText::tr("%1 bytes");
    case TraceWord::Damaged: return TraceText::tr("damaged");
    case TraceWord::Done: return TraceText::tr("done");
    case TraceWord::Refused: return TraceText::tr("refused");

    case TraceWord::Init: return TraceText::tr("initialise");
    case TraceWord::Align: return TraceText::tr("alignment");
    case TraceWord::Bold: return TraceText::tr("bold");
    case TraceWord::Size: return TraceText::tr("size");
    case TraceWord::ChineseSize: return TraceText::tr("size of Chinese");
    case TraceWord::ChineseOn: return TraceText::tr("Chinese on");
    case TraceWord::ChineseOff: return TraceText::tr("Chinese off");
    case TraceWord::CodePage: return TraceText::tr("code page");
    case TraceWord::Feed: return TraceText::tr("feed");
    case TraceWord::LineHeight: return TraceText::tr("line height");
    case TraceWord::UsualLineHeight: return TraceText::tr("usual line height");
    case TraceWord::Drawer: return TraceText::tr("drawer");
    case TraceWord::DrawerNow: return TraceText::tr("drawer at once");
    case TraceWord::TellChanges: return TraceText::tr("to tell of changes");
    case TraceWord::BarcodeHeight: return TraceText::tr("bar code height");
    case TraceWord::BarcodeWidth: return TraceText::tr("bar code width");
    case TraceWord::BarcodeText: return TraceText::tr("bar code text");
    case TraceWord::Cut: return TraceText::tr("cut");
    case TraceWord::Picture: return TraceText::tr("picture");
    case TraceWord::QrCode: return TraceText::tr("QR code");
    case TraceWord::Mark: return TraceText::tr("mark");
    case TraceWord::Command: return TraceText::tr("command");
    case TraceWord::Barcode: return TraceText::tr("bar code");
    case TraceWord::TextBytes: return TraceText::tr("text of %1 bytes");
    case TraceWord::UnknownBytes: return TraceText::tr("%1 unknown bytes");

    case TraceWord::AsksStatus: return TraceText::tr("status?");
    case TraceWord::AsksDone: return TraceText::tr("done?");
    case TraceWord::AsksIdentity: return TraceText::tr("who are you?");
    case TraceWord::Status: return TraceText::tr("status");
    case TraceWord::SensorAnswer: return TraceText::tr("done, paper sensor");
    case TraceWord::Changed: return TraceText::tr("changed");
    case TraceWord::Ready: return TraceText::tr("ready");
    case TraceWord::PaperOut: return TraceText::tr("paper out");
    case TraceWord::PaperNearEnd: return TraceText::tr("paper nearly out");
    case TraceWord::CoverOpen: return TraceText::tr("cover open");
    case TraceWord::CutterJam: return TraceText::tr("cutter jammed");
    case TraceWord::Fault: return TraceText::tr("fault");
    case TraceWord::DrawerHigh: return TraceText::tr("drawer line high");
    case TraceWord::MarkAnswer: return TraceText::tr("done, mark");
    case TraceWord::Identity: return TraceText::tr("it is");

    case TraceWord::StatusEnquiry: return TraceText::tr("status enquiry");
    case TraceWord::Registration: return TraceText::tr("registration");
    case TraceWord::Authorisation: return TraceText::tr("authorisation");
    case TraceWord::LogOff: return TraceText::tr("log-off");
    case TraceWord::Completion: return TraceText::tr("completion");
    case TraceWord::Abort: return TraceText::tr("abort");
    case TraceWord::RepeatReceipt: return TraceText::tr("repeat receipt");
    case TraceWord::Reversal: return TraceText::tr("reversal");
    case TraceWord::Refund: return TraceText::tr("refund");
    case TraceWord::EndOfDay: return TraceText::tr("end of day");
    case TraceWord::Diagnosis: return TraceText::tr("diagnosis");
    case TraceWord::AbortRequest: return TraceText::tr("abort request");
    case TraceWord::PrintLine: return TraceText::tr("print line");
    case TraceWord::PrintBlock: return TraceText::tr("print block");
    case TraceWord::StatusInformation: return TraceText::tr("status information");
    case TraceWord::IntermediateStatus: return TraceText::tr("intermediate status");

    case TraceWord::AsksWeight: return TraceText::tr("asks for the weight");
    case TraceWord::AtRest: return TraceText::tr("%1 g, at rest");
    case TraceWord::Moving: return TraceText::tr("%1 g, moving");
    case TraceWord::Overload: return TraceText::tr("overload");
    case TraceWord::BelowZero: return TraceText::tr("below zero");
    case TraceWord::NoAnswer: return TraceText::tr("no answer");
    case TraceWord::AsksChip: return TraceText::tr("asks for the chip's identifier");
    case TraceWord::LoadsKey: return TraceText::tr("loads a key");
    case TraceWord::OpensBlock: return TraceText::tr("opens block %1");
    case TraceWord::ReadsBlock: return TraceText::tr("reads block %1");
    case TraceWord::WritesBlock: return TraceText::tr("writes block %1");
    case TraceWord::Symbology: return TraceText::tr("symbology");
    }
    return {};
}

QString partText(const TracePart& part)
{
    const QString value = QString::fromStdString(part.value);
    const QString word = wordOf(part.word);
    if (word.contains(QLatin1String("%1")))
        return word.arg(value);
    return word.isEmpty() || value.isEmpty() ? word + value : word + QLatin1Char(' ') + value;
}

}  // namespace

QString traceText(const TraceLine& line)
{
    QString text;
    bool behindWord = false;
    for (const auto& part : line) {
        const bool isWord = part.word != TraceWord::Verbatim;
        if (!text.isEmpty())
            text += behindWord && isWord ? QStringLiteral(", ") : QStringLiteral(" ");
        text += partText(part);
        behindWord = isWord;
    }
    return text;
}

}  // namespace bl::desktop
