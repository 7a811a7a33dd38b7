#include "app/text/payment_text.h"
#include "tests/support/catch.h"
#include "tests/unit/text/text_test.h"

namespace bl::text::test {

TEST_CASE("A terminal's codes are told in words, in every language", "[text][payments]")
{
    const std::string zvt = "zvt+tcp://10.0.0.9:20007";
    for (const Language language : kLanguages) {
        const Speaking speaking(language);
        QStringList seen;
        for (const char* code : {"64", "6C", "6F", "78", "83", "9C", "B4", "C3", "FF"}) {
            const QString text = paymentResultText(zvt, code);
            CHECK_FALSE(text.contains(QLatin1String(code)));
            CHECK_FALSE(seen.contains(text));
            seen << text;
        }
        CHECK(paymentResultText(zvt, "7B").contains(QLatin1String("7B")));
        CHECK(paymentResultText("nexo+https://t/", "64").contains(QLatin1String("64")));
        CHECK_FALSE(paymentPrompt("zvt:0A").isEmpty());
        CHECK_FALSE(paymentPrompt("zvt:0A").contains(QLatin1String("zvt")));
        CHECK(paymentPrompt("zvt:EE").isEmpty());
        CHECK(paymentPrompt("Insert card") == QStringLiteral("Insert card"));
    }
    const Speaking chinese(Language::SimplifiedChinese);
    CHECK(paymentResultText(zvt, "78") == QStringLiteral("卡已过期"));
}

}  // namespace bl::text::test
