#include "app/text/import_sentence.h"

#include "app/text/fault_text.h"
#include "app/text/sentence.h"

#include <QCoreApplication>

namespace bl::text {

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(ImportText)
};

/// What is wrong with a file; empty where it is something else.
QString fileFault(const Error& error)
{
    const QString what =
        error.detail.empty() ? QStringLiteral("…") : QString::fromStdString(error.detail.front());
    switch (error.code) {
    case ErrorCode::InvalidNumber: return ImportText::tr("This is not a number: %1.").arg(what);
    case ErrorCode::AmountOverflow:
        return ImportText::tr("This is larger than can be booked: %1.").arg(what);
    case ErrorCode::InvalidDate:
        return ImportText::tr("This is not a time like 2010-12-01 08:26:00: %1.").arg(what);
    case ErrorCode::InvalidEncoding: return ImportText::tr("This is not UTF-8 text: %1.").arg(what);
    case ErrorCode::LineTooLong:
        return ImportText::tr("This ticket has more rows than can be booked at once: %1.")
            .arg(what);
    case ErrorCode::MissingColumn:
        return ImportText::tr("%1 has no column “%2”.").arg(what, faultText(error, 1));
    case ErrorCode::UnreadableFile:
        return ImportText::tr("%1 cannot be read: %2.").arg(what, faultText(error, 1));
    case ErrorCode::UnsupportedFormat:
        return ImportText::tr("%1 cannot be imported: %2.").arg(what, faultText(error, 1));
    default: return {};
    }
}

}  // namespace

QString importSentence(const Error& error)
{
    const QString fault = fileFault(error);
    return fault.isEmpty()
        ? sentence(error)
        : ImportText::tr("%1 Nothing was imported; correct the file and import it again.")
              .arg(fault);
}

}  // namespace bl::text
