#include "app/text/fault_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

namespace bl::text {

namespace {

struct FaultText {
    Q_DECLARE_TR_FUNCTIONS(FaultText)
};

struct Fault {
    std::string_view word;
    const char* text;
};

constexpr std::array kFaults{
    // command lines
    Fault{"option-missing", QT_TRANSLATE_NOOP("FaultText", "%1 is missing")},
    Fault{"one-option", QT_TRANSLATE_NOOP("FaultText", "one of these is needed: %1")},
    Fault{"option-empty", QT_TRANSLATE_NOOP("FaultText", "%1 is empty")},
    Fault{"options-together", QT_TRANSLATE_NOOP("FaultText", "%1 and %2 belong together")},
    Fault{"option-choices", QT_TRANSLATE_NOOP("FaultText", "%1 takes %2, not “%3”")},
    Fault{"option-range", QT_TRANSLATE_NOOP("FaultText", "%1 takes %2 to %3")},
    Fault{"surplus", QT_TRANSLATE_NOOP("FaultText", "“%1” is one argument too many")},
    Fault{"database-engine",
        QT_TRANSLATE_NOOP("FaultText",
            "the database is %1:…, and this version has the embedded database only (%2)")},

    Fault{"payment-code",
        QT_TRANSLATE_NOOP("FaultText",
            "%1 takes the code that Alipay, WeChat Pay or UnionPay shows on the customer's phone")},

    // JSON
    Fault{"json-syntax", QT_TRANSLATE_NOOP("FaultText", "no JSON goes on like this")},
    Fault{"json-end", QT_TRANSLATE_NOOP("FaultText", "the text ends too early")},
    Fault{"json-encoding", QT_TRANSLATE_NOOP("FaultText", "this is not UTF-8 text")},
    Fault{"json-zero-byte", QT_TRANSLATE_NOOP("FaultText", "a zero byte")},
    Fault{"json-depth", QT_TRANSLATE_NOOP("FaultText", "more than 32 levels")},
    Fault{"json-key-twice", QT_TRANSLATE_NOOP("FaultText", "the key “%1” is there twice")},
    Fault{"json-fraction", QT_TRANSLATE_NOOP("FaultText", "a number that is not an integer")},
    Fault{"json-range", QT_TRANSLATE_NOOP("FaultText", "a number beyond ±9007199254740991")},
    Fault{"text-expected", QT_TRANSLATE_NOOP("FaultText", "text expected")},
    Fault{"integer-expected", QT_TRANSLATE_NOOP("FaultText", "an integer expected")},
    Fault{"array-expected", QT_TRANSLATE_NOOP("FaultText", "an array expected")},
    Fault{"object-expected", QT_TRANSLATE_NOOP("FaultText", "an object expected")},
    Fault{"boolean-expected", QT_TRANSLATE_NOOP("FaultText", "true or false expected")},
    Fault{"id-expected", QT_TRANSLATE_NOOP("FaultText", "an id expected")},

    // the organisation file
    Fault{"length", QT_TRANSLATE_NOOP("FaultText", "%1 to %2 characters expected")},
    Fault{"range", QT_TRANSLATE_NOOP("FaultText", "a number from %1 to %2 expected")},
    Fault{"code", QT_TRANSLATE_NOOP("FaultText", "blanks and control characters are not allowed")},
    Fault{"line", QT_TRANSLATE_NOOP("FaultText", "control characters are not allowed")},
    Fault{"blank", QT_TRANSLATE_NOOP("FaultText", "there are only blanks")},
    Fault{
        "store-code", QT_TRANSLATE_NOOP("FaultText", "1 to 8 capital letters or digits expected")},
    Fault{"login",
        QT_TRANSLATE_NOOP(
            "FaultText", "1 to 32 small letters, digits, dots, underscores or hyphens expected")},
    Fault{"secret-hash", QT_TRANSLATE_NOOP("FaultText", "an argon2id hash expected: %1")},
    Fault{"date", QT_TRANSLATE_NOOP("FaultText", "a date like 1990-12-31 expected")},
    Fault{"no-such-day", QT_TRANSLATE_NOOP("FaultText", "the calendar has no such day")},
    Fault{"phone",
        QT_TRANSLATE_NOOP(
            "FaultText", "5 to 20 digits expected, with single blanks or hyphens between them")},
    Fault{"phone-digits", QT_TRANSLATE_NOOP("FaultText", "a telephone number has 5 to 15 digits")},
    Fault{"sale", QT_TRANSLATE_NOOP("FaultText", "piece or measure expected")},
    Fault{"pin", QT_TRANSLATE_NOOP("FaultText", "4 to 8 digits expected")},
    Fault{"weak-pin",
        QT_TRANSLATE_NOOP(
            "FaultText", "this PIN is too easy to guess; a row or a repetition of digits is none")},
    Fault{"permission", QT_TRANSLATE_NOOP("FaultText", "there is no such permission")},
    Fault{"twice", QT_TRANSLATE_NOOP("FaultText", "“%1” is there twice")},
    Fault{"unknown-field", QT_TRANSLATE_NOOP("FaultText", "there is no such field")},
    Fault{"unknown-section", QT_TRANSLATE_NOOP("FaultText", "there is no such section")},
    Fault{"secret-or-hash",
        QT_TRANSLATE_NOOP("FaultText", "either the secret or its hash, not both")},
    Fault{"phone-twice",
        QT_TRANSLATE_NOOP("FaultText", "another member of this file has the same phone number")},
    Fault{"phone-taken", QT_TRANSLATE_NOOP("FaultText", "member %1 has the same phone number")},
    Fault{"field-missing", QT_TRANSLATE_NOOP("FaultText", "the field “%1” is missing")},
    Fault{"system-user", QT_TRANSLATE_NOOP("FaultText", "%1 is a user of the system")},
    Fault{"nothing-named", QT_TRANSLATE_NOOP("FaultText", "there is no “%1”")},

    // documents and templates to print
    Fault{"one-of", QT_TRANSLATE_NOOP("FaultText", "one of these expected: %1")},
    Fault{"items", QT_TRANSLATE_NOOP("FaultText", "%1 to %2 entries expected")},
    Fault{"ascii",
        QT_TRANSLATE_NOOP("FaultText", "a bar code takes Latin letters, digits and signs only")},
    Fault{"picture-format",
        QT_TRANSLATE_NOOP("FaultText", "a PNG in black and white (one bit a dot) expected")},
    Fault{"picture-size",
        QT_TRANSLATE_NOOP("FaultText",
            "the picture is too large; 576 dots wide, 2000 high and 64 KiB are the most")},
    Fault{"no-picture", QT_TRANSLATE_NOOP("FaultText", "no picture")},
    Fault{"picture-damaged", QT_TRANSLATE_NOOP("FaultText", "the picture is damaged")},

    Fault{"placeholder",
        QT_TRANSLATE_NOOP("FaultText", "only these stand for something in braces: %1")},
    Fault{"marks-once",
        QT_TRANSLATE_NOOP("FaultText", "the block that marks copies and refunds is needed once")},
    Fault{"template-size", QT_TRANSLATE_NOOP("FaultText", "more than 128 KiB")},

    // patterns of in-store codes
    Fault{"in-store-character",
        QT_TRANSLATE_NOOP("FaultText",
            "“%1”: only digits, points, and a weight or price in braces may stand here")},
    Fault{"in-store-measure",
        QT_TRANSLATE_NOOP(
            "FaultText", "“%1”: a weight is written {NNDDD}, a price {$NNNDD}, and each once")},
    Fault{"in-store-article",
        QT_TRANSLATE_NOOP("FaultText", "“%1”: no point stands for a digit of the article")},
    Fault{"in-store-nothing",
        QT_TRANSLATE_NOOP("FaultText", "“%1”: neither a weight nor a price is in it")},
    Fault{"in-store-length",
        QT_TRANSLATE_NOOP("FaultText", "“%1”: codes have 8 to 20 digits with their check digit")},

    // imported files
    Fault{"csv-zero-byte", QT_TRANSLATE_NOOP("FaultText", "line %1: a zero byte; this is not CSV")},
    Fault{"csv-record", QT_TRANSLATE_NOOP("FaultText", "line %1: a record above 64 KiB")},
    Fault{"csv-open-quote", QT_TRANSLATE_NOOP("FaultText", "line %1: a quote that is not closed")},
    Fault{
        "csv-behind-quote", QT_TRANSLATE_NOOP("FaultText", "line %1: text behind a closing quote")},
    Fault{
        "csv-fields", QT_TRANSLATE_NOOP("FaultText", "line %1: %2 fields where the header has %3")},
    Fault{"column-twice", QT_TRANSLATE_NOOP("FaultText", "the column “%1” is there twice")},
    Fault{"empty", QT_TRANSLATE_NOOP("FaultText", "the file is empty")},
    Fault{"not-a-file", QT_TRANSLATE_NOOP("FaultText", "this is no file")},
    Fault{"gzip-cut", QT_TRANSLATE_NOOP("FaultText", "the end of the packed file is missing")},
    Fault{"gzip-damaged", QT_TRANSLATE_NOOP("FaultText", "the packed bytes are damaged")},
    Fault{"not-a-journal", QT_TRANSLATE_NOOP("FaultText", "this is not an exported journal")},
};

}  // namespace

QString faultText(const Error& error, std::size_t from)
{
    if (from >= error.detail.size())
        return QStringLiteral("…");
    const std::string& word = error.detail[from];
    const auto argument = [&](std::size_t index) {
        const std::size_t at = from + 1 + index;
        return at < error.detail.size() ? QString::fromStdString(error.detail[at]) : QString();
    };
    // The place of a fault in a JSON text, with the fault itself behind it.
    if (word == "json")
        return placeText(argument(0)) + QStringLiteral(": ") + faultText(error, from + 2);
    const auto known = std::find_if(
        kFaults.begin(), kFaults.end(), [&](const Fault& fault) { return fault.word == word; });
    if (known == kFaults.end())
        return QString::fromStdString(word);
    const QString text = FaultText::tr(known->text);
    if (text.contains(QLatin1String("%3")))
        return text.arg(argument(0), argument(1), argument(2));
    if (text.contains(QLatin1String("%2")))
        return text.arg(argument(0), argument(1));
    return text.contains(QLatin1String("%1")) ? text.arg(argument(0)) : text;
}

QString placeText(const QString& place)
{
    const QStringList parts = place.split(QLatin1Char(':'));
    bool isLine = false;
    bool isColumn = false;
    if (parts.size() == 2) {
        parts[0].toLongLong(&isLine);
        parts[1].toLongLong(&isColumn);
    }
    return isLine && isColumn ? FaultText::tr("line %1, column %2").arg(parts[0], parts[1]) : place;
}

}  // namespace bl::text
