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

TEST_CASE("Each reason why a printer did not print has its own next step", "[text][sentence]")
{
    for (const Language language : kLanguages) {
        const Speaking speaking(language);
        QStringList seen;
        for (const char* reason : {"unreachable", "refused", "timeout", "link-lost", "paper-out",
                 "cover-open", "cutter-jam", "fault", "cancelled", "unknown-queue"}) {
            const QString said = sentence({ErrorCode::PrinterFailed, {"the till's", reason}});
            INFO(said.toStdString());
            if (language != Language::English)
                CHECK_FALSE(said.contains(QLatin1String(reason)));
            CHECK(said.contains(QLatin1String("the till's")));
            CHECK_FALSE(seen.contains(said));
            seen << said;
        }
    }
    const Speaking english(Language::English);
    CHECK(sentence({ErrorCode::PrinterFailed, {"till", "paper-out"}})
        == QStringLiteral(
            "The printer is out of paper (till). Put in a new roll, then print again."));
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
