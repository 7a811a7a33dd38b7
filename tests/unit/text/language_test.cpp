#include "tests/support/catch.h"
#include "tests/unit/text/text_test.h"

namespace bl::text::test {

TEST_CASE("A language is recognised however a system writes it", "[text][language]")
{
    CHECK(languageFromCode(QStringLiteral("zh_CN.UTF-8")) == Language::SimplifiedChinese);
    CHECK(languageFromCode(QStringLiteral("zh-Hans-SG")) == Language::SimplifiedChinese);
    CHECK(languageFromCode(QStringLiteral("zh_TW")) == Language::TraditionalChinese);
    CHECK(languageFromCode(QStringLiteral("zh-HK")) == Language::TraditionalChinese);
    CHECK(languageFromCode(QStringLiteral("zh-Hant")) == Language::TraditionalChinese);
    CHECK(languageFromCode(QStringLiteral("en_GB")) == Language::English);
    CHECK_FALSE(languageFromCode(QStringLiteral("de_DE")));
    CHECK_FALSE(languageFromCode(QStringLiteral("")));
    for (const Language language : kLanguages)
        CHECK(languageFromCode(languageCode(language)) == language);
}

TEST_CASE("The program speaks the language it is told to", "[text][language]")
{
    const auto cancelled = [] {
        return QCoreApplication::translate("Sentences", "Cancelled. Nothing was changed.");
    };
    {
        const Speaking simplified(Language::SimplifiedChinese);
        CHECK(cancelled() == QStringLiteral("已取消。未作任何更改。"));
    }
    {
        const Speaking traditional(Language::TraditionalChinese);
        CHECK(cancelled() == QStringLiteral("已取消。未作任何變更。"));
    }
    CHECK(cancelled() == QStringLiteral("Cancelled. Nothing was changed."));
}

TEST_CASE("Chinese glyphs come from the font of the language", "[text][language]")
{
    CHECK(fontFamilies(Language::SimplifiedChinese).contains(QStringLiteral("Noto Sans CJK SC")));
    CHECK(fontFamilies(Language::TraditionalChinese).contains(QStringLiteral("Noto Sans CJK TC")));
}

}  // namespace bl::text::test
