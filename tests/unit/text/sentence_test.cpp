#include "app/text/device_text.h"
#include "app/text/import_sentence.h"
#include "app/text/sentence.h"
#include "tests/support/catch.h"
#include "tests/unit/text/text_test.h"

namespace bl::text::test {

namespace {

const MoneyFormat kPounds{Currency{"GBP", 2}, QLocale(QLocale::English, QLocale::UnitedKingdom)};

}  // namespace

TEST_CASE("Every error has a sentence of its own in every language", "[text][sentence]")
{
    for (const Language language : kLanguages) {
        const Speaking speaking(language);
        QStringList seen;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Cancelled); ++code) {
            const Error error{static_cast<ErrorCode>(code), {"7", "8", "9"}};
            const QString text = sentence(error);
            INFO(codeName(error.code) << ": " << text.toStdString());
            CHECK(text.size() > 8);
            CHECK_FALSE(text.contains(QLatin1Char('%')));
            CHECK_FALSE(seen.contains(text));
            seen << text;
        }
    }
}

TEST_CASE("A sentence names what was wrong and what to do", "[text][sentence]")
{
    const Speaking english(Language::English);
    CHECK(sentence({ErrorCode::UnknownProduct, {"690123"}})
        == QStringLiteral("No product has the code 690123. Scan it again, or search by name."));
    CHECK(sentence({ErrorCode::EnrolmentRefused, {"expired"}})
        == QStringLiteral("This enrolment code has expired. Ask HQ for a new one."));
}

TEST_CASE("Each fault of a device has its own words and its own next step", "[text][sentence]")
{
    for (const Language language : kLanguages) {
        const Speaking speaking(language);
        QStringList seen;
        for (int i = 0; i <= static_cast<int>(DeviceFault::OutcomeUnknown); ++i) {
            const auto fault = static_cast<DeviceFault>(i);
            const QString said = sentence(deviceError(fault, "the till's", "0x12"));
            const QString words = faultWords(fault);
            INFO(said.toStdString() << " / " << words.toStdString());
            // Of a payment that was refused, people want to know why.
            const bool refused = fault == DeviceFault::Declined;
            CHECK(said.contains(QLatin1String("the till's")) != refused);
            CHECK(said.contains(QLatin1String("0x12")) == refused);
            CHECK_FALSE(words.isEmpty());
            CHECK_FALSE(seen.contains(said));
            CHECK_FALSE(seen.contains(words));
            seen << said << words;
        }
    }
    const Speaking english(Language::English);
    CHECK(sentence(deviceError(DeviceFault::NoPaper, "Epson TM-T20"))
        == QStringLiteral("Epson TM-T20 is out of paper. Put in a new roll, then print again."));
}

TEST_CASE("What is wrong with an input is told in the language of the program", "[text][sentence]")
{
    const Error bad[]{{ErrorCode::InvalidArgument, {"option-missing", "--code"}},
        {ErrorCode::InvalidJson, {"3:5", "json-key-twice", "a"}},
        {ErrorCode::InvalidOrganisation, {"#", "json", "3:5", "json-syntax"}},
        {ErrorCode::InvalidOrganisation, {"/users/0/pin", "weak-pin"}},
        {ErrorCode::UnsupportedFormat, {"a.csv", "csv-fields", "2", "3", "8"}}};
    const Speaking chinese(Language::SimplifiedChinese);
    for (const auto& error : bad) {
        const QString said = sentence(error);
        INFO(said.toStdString());
        for (const char* english :
            {"missing", "twice", "line", "expected", "fields", "-pin", "json-"})
            CHECK_FALSE(said.contains(QLatin1String(english)));
    }
    CHECK(sentence(bad[1]).contains(QStringLiteral("第 3 行第 5 列")));
    CHECK(sentence(bad[2]).contains(QStringLiteral("第 3 行第 5 列")));
    CHECK(sentence(bad[4]).contains(QStringLiteral("有 3 个字段，而标题行有 8 个")));
}

TEST_CASE("A document or template that is wrong is told with its place in every language",
    "[text][sentence]")
{
    const Error bad[]{{ErrorCode::InvalidDocument, {"#", "json", "3:5", "json-syntax"}},
        {ErrorCode::InvalidDocument, {"/blocks/2/align", "one-of", "left, centre, right"}},
        {ErrorCode::InvalidDocument, {"/blocks", "items", "1", "100"}},
        {ErrorCode::InvalidDocument, {"/blocks/0/png", "picture-damaged"}},
        {ErrorCode::InvalidDocument, {"/blocks/0/png", "picture-size"}},
        {ErrorCode::InvalidDocument, {"/blocks/0/png", "picture-format"}},
        {ErrorCode::InvalidDocument, {"/blocks/4/code", "ascii"}},
        {ErrorCode::InvalidDocument, {"/blocks/4/content", "placeholder", "{receipt}"}},
        {ErrorCode::InvalidDocument, {"/blocks", "marks-once"}},
        {ErrorCode::InvalidDocument, {"#", "template-size"}}};
    for (const Language language : kLanguages) {
        const Speaking speaking(language);
        QStringList seen;
        for (const auto& error : bad) {
            const QString said = sentence(error);
            INFO(said.toStdString());
            CHECK(said.contains(QString::fromStdString(error.detail[0])));
            CHECK_FALSE(said.contains(QString::fromStdString(error.detail[1]) + QLatin1Char('.')));
            CHECK_FALSE(seen.contains(said));
            CHECK(said.contains(QStringLiteral("处有误"))
                == (language == Language::SimplifiedChinese));
            CHECK(said.contains(QStringLiteral("處有誤"))
                == (language == Language::TraditionalChinese));
            seen << said;
        }
    }
}

TEST_CASE("Advice fits what is wrong and who reads it", "[text][sentence]")
{
    const Speaking english(Language::English);
    const auto said = [](const Error& error) {
        return sentence(error).toStdString();
    };
    using Catch::Matchers::Contains;
    const Error unreached{ErrorCode::NetworkFailed, {"hq.example", "Could not resolve host"}};
    CHECK_THAT(said(unreached), Contains("Check the network") && !Contains("elling"));
    const Error untrusted{ErrorCode::NetworkFailed, {"hq.example", "self-signed", "certificate"}};
    CHECK_THAT(said(untrusted), Contains("--ca") && !Contains("network"));
    const Error noFile{ErrorCode::NetworkFailed, {"hq.example", "no file", "ca-file"}};
    CHECK_THAT(said(noFile), Contains("--ca") && !Contains("network"));
    CHECK_THAT(said({ErrorCode::DataDirectoryInUse, {"/srv/hq", "hq"}}), !Contains("window"));
    CHECK_THAT(
        said({ErrorCode::DataDirectoryInUse, {"/srv/till", "register"}}), Contains("window"));
    const Error shared{ErrorCode::SecretStoreFailed, {"/d/secrets.json", "mode"}};
    CHECK_THAT(said(shared), Contains("chmod 600") && !Contains("keychain"));
    CHECK_THAT(said({ErrorCode::SecretStoreFailed, {"locked"}}), Contains("keychain"));
    CHECK_THAT(said({ErrorCode::Fork, {"7"}}), Contains("Selling goes on") && !Contains("Stop"));
    CHECK_THAT(said({ErrorCode::InvalidAddress, {"hq.example", "user"}}), Contains("password"));
    CHECK_THAT(
        said({ErrorCode::InvalidAddress, {"http://h/foo", "not-hq"}}), Contains("http://h/foo"));
}

TEST_CASE(
    "An import that fails says that nothing was imported, in words for a file", "[text][sentence]")
{
    const Speaking english(Language::English);
    using Catch::Matchers::Contains;
    for (const auto code : {ErrorCode::InvalidNumber, ErrorCode::AmountOverflow,
             ErrorCode::InvalidDate, ErrorCode::InvalidEncoding, ErrorCode::LineTooLong,
             ErrorCode::MissingColumn, ErrorCode::UnreadableFile, ErrorCode::UnsupportedFormat}) {
        const Error error{code, {"a.csv, line 2: 1,5", "x"}};
        CHECK_THAT(importSentence(error).toStdString(),
            Contains("Nothing was imported") && Contains("a.csv, line 2") && !Contains("Enter")
                && !Contains("Type"));
    }
    const Error other{ErrorCode::ShiftAlreadyOpen, {"4"}};
    CHECK(importSentence(other) == sentence(other));
}

TEST_CASE("What is not permitted is named", "[text][sentence]")
{
    for (const Language language : kLanguages) {
        const Speaking speaking(language);
        QStringList seen{sentence({ErrorCode::PermissionDenied, {}})};
        for (const char* permission :
            {"sell", "refund", "stock", "shift", "member", "settings", "reports", "approve"}) {
            const QString said = sentence({ErrorCode::PermissionDenied, {permission}});
            CHECK_FALSE(seen.contains(said));
            seen << said;
        }
    }
}

TEST_CASE("Amounts in sentences are money where the currency is known", "[text][sentence]")
{
    const Speaking english(Language::English);
    const Error shortBy{ErrorCode::TenderShort, {"123450"}};
    CHECK(sentence(shortBy, kPounds)
        == QStringLiteral("£1,234.50 is still to be paid. Take the rest before you finish."));
    CHECK(sentence(shortBy).startsWith(QStringLiteral("123450 ")));
}

TEST_CASE("Seconds agree in number", "[text][sentence]")
{
    const Speaking english(Language::English);
    CHECK(sentence({ErrorCode::PinLocked, {"1"}}).endsWith(QStringLiteral("1 second.")));
    CHECK(sentence({ErrorCode::PinLocked, {"30"}}).endsWith(QStringLiteral("30 seconds.")));
}

TEST_CASE(
    "Arguments are never read as placeholders, and missing ones leave no hole", "[text][sentence]")
{
    const Speaking english(Language::English);
    CHECK(sentence({ErrorCode::MissingColumn, {"a%2b.csv", "Price"}})
        == QStringLiteral(
            "a%2b.csv has no column “Price”. Add the column or choose another file."));
    CHECK(sentence({ErrorCode::UnreadableFile, {"a.csv"}})
        == QStringLiteral("a.csv cannot be read: …. Check the file and try again."));
}

}  // namespace bl::text::test
