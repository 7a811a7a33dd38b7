#include "app/desktop/printing/receipt_words.h"

#include <QtGlobal>

#include <array>

namespace bl::desktop {

namespace {

constexpr const char* kContext = "ReceiptWords";

// In the order of the enumeration.
constexpr std::array<const char*, static_cast<std::size_t>(ReceiptWord::Count_)> kWords{
    QT_TRANSLATE_NOOP("ReceiptWords", "COPY"), QT_TRANSLATE_NOOP("ReceiptWords", "REFUND"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Receipt"), QT_TRANSLATE_NOOP("ReceiptWords", "Date"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Register"), QT_TRANSLATE_NOOP("ReceiptWords", "Cashier"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Reduction"), QT_TRANSLATE_NOOP("ReceiptWords", "Reductions"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Total"), QT_TRANSLATE_NOOP("ReceiptWords", "Rounding"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Tax"), QT_TRANSLATE_NOOP("ReceiptWords", "Cash"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Card"), QT_TRANSLATE_NOOP("ReceiptWords", "Alipay"),
    QT_TRANSLATE_NOOP("ReceiptWords", "WeChat Pay"), QT_TRANSLATE_NOOP("ReceiptWords", "UnionPay"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Received"), QT_TRANSLATE_NOOP("ReceiptWords", "Change"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Member"), QT_TRANSLATE_NOOP("ReceiptWords", "Member number"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Balance"), QT_TRANSLATE_NOOP("ReceiptWords", "Points"),
    QT_TRANSLATE_NOOP("ReceiptWords", "Thank you for your visit!")};

const std::string& own(const receipts::HouseText& text, text::Language language)
{
    switch (language) {
    case text::Language::SimplifiedChinese:
        return text.simplified.empty() ? text.traditional : text.simplified;
    case text::Language::TraditionalChinese:
        return text.traditional.empty() ? text.simplified : text.traditional;
    case text::Language::English: break;
    }
    return text.english;
}

}  // namespace

ReceiptWords::ReceiptWords(const std::vector<text::Language>& languages)
{
    for (const auto language : languages)
        m_languages.push_back(std::make_unique<text::Dictionary>(language));
}

std::vector<std::string> ReceiptWords::each(ReceiptWord word) const
{
    std::vector<std::string> all;
    for (const auto& language : m_languages)
        all.push_back(
            language->word(kContext, kWords[static_cast<std::size_t>(word)]).toStdString());
    return all;
}

std::string ReceiptWords::word(ReceiptWord word) const
{
    std::string joined;
    for (const auto& one : each(word))
        joined += (joined.empty() ? "" : " ") + one;
    return joined;
}

std::vector<std::string> ReceiptWords::house(const receipts::HouseText& text) const
{
    std::vector<std::string> all;
    for (const auto& language : m_languages)
        if (const auto& line = own(text, language->language()); !line.empty())
            all.push_back(line);
    if (!all.empty() || text.isEmpty())
        return all;
    return {!text.english.empty() ? text.english : own(text, text::Language::SimplifiedChinese)};
}

}  // namespace bl::desktop
