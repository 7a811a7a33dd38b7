#include "app/desktop/printing/receipt_composer.h"

#include "app/desktop/printing/receipt_words.h"
#include "app/text/number_text.h"
#include "app/text/time_text.h"
#include "core/payments/payment_code.h"
#include "core/storage/template_store.h"

namespace bl::desktop {

namespace {

using namespace receipts;

constexpr std::size_t kHashDigits = 8;

ReceiptText markText(const std::string& word)
{
    return {word, Align::Centre, TextSize::Large, TextWeight::Bold};
}

text::Language programLanguage()
{
    return text::languageFromCode(QLocale().name()).value_or(text::Language::SimplifiedChinese);
}

/// Puts the blocks of a template together, one after the other.
class ReceiptWriter {
public:
    ReceiptWriter(
        const ReceiptFacts& facts, ReceiptIssue issue, const std::vector<text::Language>& languages)
        : m_facts(facts)
        , m_sale(facts.sale.sale)
        , m_issue(issue)
        , m_words(languages)
        , m_locale(text::localeFor(languages.front()))
    {
    }

    ReceiptDocument write(const ReceiptTemplate& form)
    {
        for (const auto& block : form.blocks)
            std::visit(*this, block);
        return std::move(m_document);
    }

    void operator()(const LogoBlock& block) { add(ReceiptImage{block.picture, block.align}); }

    void operator()(const StoreBlock& block)
    {
        if (block.name && !m_facts.store.empty())
            add(ReceiptText{m_facts.store, Align::Centre, TextSize::Large, TextWeight::Bold});
        if (block.address)
            centred(m_facts.address);
        if (block.phone)
            centred(m_facts.phone);
    }

    void operator()(const MarksBlock&)
    {
        if (m_issue == ReceiptIssue::Copy)
            mark(ReceiptWord::Copy);
        if (isRefund())
            mark(ReceiptWord::Refund);
    }

    void operator()(const FactsBlock& block)
    {
        if (block.receipt)
            pair(ReceiptWord::Receipt, m_sale.receipt);
        if (block.date)
            pair(ReceiptWord::Date, date());
        if (block.registerCode)
            pair(ReceiptWord::Register, m_facts.registerCode);
        if (block.cashier)
            pair(ReceiptWord::Cashier, m_facts.cashier);
    }

    void operator()(const LinesBlock& block)
    {
        for (const auto& line : m_sale.lines) {
            add(ReceiptPair{line.name, amount(line.net)});
            if (block.code && !line.code.empty())
                add(ReceiptText{"  " + line.code});
            // The unit price as it is, also in a refund.
            if (block.unitPrice)
                add(ReceiptText{"  " + text::formatQuantity(line.quantity, m_locale).toStdString()
                    + " × "
                    + text::formatAmount(line.unitPrice, m_facts.currency, m_locale)
                          .toStdString()});
            const Money reduction = reductionOf(line);
            if (block.reduction && !reduction.isZero())
                add(ReceiptText{"  " + word(ReceiptWord::Reduction) + " " + amount(-reduction)});
        }
    }

    void operator()(const SumsBlock& block)
    {
        Money reductions;
        for (const auto& line : m_sale.lines)
            reductions += reductionOf(line);
        if (block.reductions && !reductions.isZero())
            pair(ReceiptWord::Reductions, money(-reductions));
        add(ReceiptPair{
            word(ReceiptWord::Total), money(m_sale.total), TextSize::Large, TextWeight::Bold});
        if (block.rounding && !m_sale.rounding.isZero())
            pair(ReceiptWord::Rounding, money(-m_sale.rounding));
        if (block.taxes)
            for (const auto& tax : m_facts.taxes)
                add(ReceiptPair{word(ReceiptWord::Tax) + " " + tax.name, money(tax.amount)});
        if (block.tenders)
            for (const auto& tender : m_sale.tenders) {
                add(ReceiptPair{tenderName(tender.kind), money(tender.amount)});
                addPayment(tender);
                if (tender.received != tender.amount)
                    pair(ReceiptWord::Received, money(tender.received));
            }
        if (block.change && !m_facts.sale.change().isZero())
            pair(ReceiptWord::Change, money(m_facts.sale.change()));
    }

    void operator()(const MemberBlock& block)
    {
        if (!m_facts.member)
            return;
        add(ReceiptRule{});
        if (block.name != NameShown::No)
            pair(ReceiptWord::Member,
                block.name == NameShown::Full ? m_facts.member->name
                                              : maskedName(m_facts.member->name));
        if (block.number)
            pair(ReceiptWord::MemberNumber, m_facts.member->number);
        // They are true at the moment of the sale; a copy comes later.
        if (m_issue == ReceiptIssue::Copy)
            return;
        if (block.balance && m_facts.value.stored)
            pair(ReceiptWord::Balance,
                text::formatMoney(Money::minor(*m_facts.value.stored), m_facts.currency, m_locale)
                    .toStdString());
        if (block.points && m_facts.value.points)
            pair(ReceiptWord::Points,
                text::formatCount(*m_facts.value.points, m_locale).toStdString());
    }

    void operator()(const TextBlock& block)
    {
        for (const auto& line : m_words.house(block.text))
            add(ReceiptText{line, block.align, block.size, block.weight});
    }

    void operator()(const QrBlock& block) { add(ReceiptQr{filled(block.content)}); }
    void operator()(const BarcodeBlock&) { add(ReceiptBarcode{m_sale.receipt}); }
    void operator()(const RuleBlock&) { add(ReceiptRule{}); }
    void operator()(const SpaceBlock& block) { add(ReceiptSpace{block.lines}); }

    void operator()(const ThanksBlock& block)
    {
        if (isRefund())
            return;
        const auto own = m_words.house(block.text);
        for (const auto& line : own.empty() ? m_words.each(ReceiptWord::Thanks) : own)
            centred(line);
    }

    void operator()(const ProofBlock& block)
    {
        std::string proof = m_facts.sale.line.hash.toHex().substr(0, kHashDigits);
        if (block.rules && !m_facts.sale.rules.empty())
            proof += " · " + m_facts.sale.rules;
        centred(proof);
    }

private:
    bool isRefund() const { return m_sale.kind == sales::SaleKind::Refund; }
    /// A refund pays out: its amounts are negative on paper.
    Money signedAmount(Money amount) const { return isRefund() ? -amount : amount; }
    std::string amount(Money value) const
    {
        return text::formatAmount(signedAmount(value), m_facts.currency, m_locale).toStdString();
    }
    std::string money(Money value) const
    {
        return text::formatMoney(signedAmount(value), m_facts.currency, m_locale).toStdString();
    }
    std::string date() const
    {
        return text::formatDateTime(m_sale.time, m_facts.timeZone, m_locale).toStdString();
    }
    std::string word(ReceiptWord which) const { return m_words.word(which); }

    void add(ReceiptBlock block) { m_document.blocks.push_back(std::move(block)); }
    void centred(const std::string& line)
    {
        if (!line.empty())
            add(ReceiptText{line, Align::Centre});
    }
    void mark(ReceiptWord which) { add(markText(word(which))); }
    void pair(ReceiptWord left, const std::string& right)
    {
        if (!right.empty())
            add(ReceiptPair{word(left), right});
    }

    static Money reductionOf(const sales::SaleLine& line)
    {
        // What the books hold was computed before, so it fits.
        const auto gross = extend(line.unitPrice, line.quantity);
        return gross ? *gross - line.net : Money();
    }

    /// The first character; what follows it is nobody's business.
    static std::string maskedName(const std::string& name)
    {
        const QString whole = QString::fromStdString(name);
        const qsizetype first = !whole.isEmpty() && whole.front().isHighSurrogate() ? 2 : 1;
        return (whole.left(first) + QStringLiteral("**")).toStdString();
    }

    std::string tenderName(const std::string& kind) const
    {
        if (kind == sales::kCash)
            return word(ReceiptWord::Cash);
        if (kind == payments::kCardTender)
            return word(ReceiptWord::Card);
        if (kind == payments::tenderOf(payments::Wallet::Alipay))
            return word(ReceiptWord::Alipay);
        if (kind == payments::tenderOf(payments::Wallet::WeChat))
            return word(ReceiptWord::WeChatPay);
        if (kind == payments::tenderOf(payments::Wallet::UnionPay))
            return word(ReceiptWord::UnionPay);
        return kind;
    }

    /// What the card's holder compares with the statement.
    void addPayment(const sales::Tender& tender)
    {
        if (!tender.payment)
            return;
        const auto& paid = *tender.payment;
        for (const auto* parts : {&paid.cardName, &paid.approval}) {
            std::string line = *parts;
            const std::string& rest = parts == &paid.cardName ? paid.card : paid.trace;
            if (!rest.empty())
                line += (line.empty() ? "" : " ") + rest;
            if (!line.empty())
                add(ReceiptText{"  " + line});
        }
    }

    std::string filled(const std::string& content) const
    {
        QString whole = QString::fromStdString(content);
        whole.replace(QLatin1String("{receipt}"), QString::fromStdString(m_sale.receipt));
        whole.replace(QLatin1String("{total}"),
            text::formatAmount(signedAmount(m_sale.total), m_facts.currency, QLocale::c()));
        whole.replace(QLatin1String("{date}"), QString::fromStdString(m_sale.day));
        whole.replace(QLatin1String("{store}"), QString::fromStdString(m_facts.store));
        return whole.toStdString();
    }

    const ReceiptFacts& m_facts;
    const sales::Sale& m_sale;
    ReceiptIssue m_issue;
    ReceiptWords m_words;
    QLocale m_locale;
    ReceiptDocument m_document;
};

}  // namespace

std::vector<text::Language> receiptLanguages(
    Languages wanted, text::Language own, const Currency& currency)
{
    const bool traditional = own == text::Language::TraditionalChinese
        || (own == text::Language::English
            && (currency.code == "TWD" || currency.code == "HKD" || currency.code == "MOP"));
    const auto chinese =
        traditional ? text::Language::TraditionalChinese : text::Language::SimplifiedChinese;
    switch (wanted) {
    case Languages::Program: return {own};
    case Languages::Chinese: return {chinese};
    case Languages::English: return {text::Language::English};
    case Languages::Both: return {chinese, text::Language::English};
    }
    return {own};
}

ReceiptDocument composeReceipt(const ReceiptTemplate& form, const ReceiptFacts& facts,
    ReceiptIssue issue, const std::vector<text::Language>& languages)
{
    return ReceiptWriter(facts, issue, languages).write(form);
}

ReceiptDocument composeReceipt(
    const ReceiptFacts& facts, ReceiptIssue issue, const PrinterProfile& profile)
{
    const auto& form = facts.form ? *facts.form : storage::shippedReceiptFor(profile.paperMm);
    return composeReceipt(
        form, facts, issue, receiptLanguages(form.languages, programLanguage(), facts.currency));
}

ReceiptDocument markedAsCopy(ReceiptDocument document)
{
    const ReceiptWords words({programLanguage()});
    document.blocks.insert(document.blocks.begin(), markText(words.word(ReceiptWord::Copy)));
    return document;
}

}  // namespace bl::desktop
