#include "core/base/pinyin.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>

namespace bl {

namespace {

const icu::Transliterator* hanToLatin()
{
    static thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            icu::UnicodeString::fromUTF8("Han-Latin; Latin-ASCII; Lower"), UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return transliterator.get();
}

bool isHan(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == USCRIPT_HAN && U_SUCCESS(status);
}

bool isKeyCharacter(UChar32 c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string searchInitials(std::string_view name)
{
    const auto* transliterator = hanToLatin();
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
    std::string key;
    bool wordStart = true;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        icu::UnicodeString latin(c);
        if (transliterator)
            transliterator->transliterate(latin);
        const UChar32 first = latin.isEmpty() ? 0 : latin.char32At(0);
        if (!isKeyCharacter(first)) {
            wordStart = true;
            continue;
        }
        // Chinese has no blanks: each character gives its initial. Of other words the first letter
        // counts, of numbers every digit and the letter right behind it, which begins a unit
        // (330ml).
        const bool digit = first >= '0' && first <= '9';
        const bool afterDigit =
            !key.empty() && !wordStart && key.back() >= '0' && key.back() <= '9';
        if (isHan(c) || digit || wordStart || afterDigit)
            key += static_cast<char>(first);
        wordStart = isHan(c);
    }
    return key;
}

}  // namespace bl
