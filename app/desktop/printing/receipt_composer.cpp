#include "app/desktop/printing/receipt_composer.h"

#include "app/text/number_text.h"
#include "app/text/time_text.h"

#include <QCoreApplication>

namespace bl::desktop {

namespace {

constexpr std::size_t kHashDigits = 8;

/// Puts the blocks together; texts are in the language that is installed when it runs.
class ReceiptWriter {
    Q_DECLARE_TR_FUNCTIONS(ReceiptWriter)

public:
    ReceiptWriter(const ReceiptFacts& facts, const QLocale& locale)
        : m_facts(facts)
        , m_sale(facts.sale.sale)
        , m_locale(locale)
    {
    }

    ReceiptDocument write(ReceiptIssue issue)
    {
        head(issue);
        lines();
        sums();
        foot();
        return std::move(m_document);
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

    void add(ReceiptBlock block) { m_document.blocks.push_back(std::move(block)); }
    void centred(const std::string& line)
    {
        if (!line.empty())
            add(ReceiptText{line, Align::Centre});
    }
    void mark(const QString& word)
    {
        add(ReceiptText{word.toStdString(), Align::Centre, TextSize::Large, TextWeight::Bold});
    }
    void pair(const QString& left, const std::string& right)
    {
        if (!right.empty())
            add(ReceiptPair{left.toStdString(), right});
    }

    void head(ReceiptIssue issue)
    {
        if (!m_facts.store.empty())
            add(ReceiptText{m_facts.store, Align::Centre, TextSize::Large, TextWeight::Bold});
        centred(m_facts.address);
        centred(m_facts.phone);
        if (issue == ReceiptIssue::Copy)
            mark(tr("COPY"));
        if (isRefund())
            mark(tr("REFUND"));
        add(ReceiptSpace{1});
        pair(tr("Receipt"), m_sale.receipt);
        pair(tr("Date"),
            text::formatDateTime(m_sale.time, m_facts.timeZone, m_locale).toStdString());
        pair(tr("Register"), m_facts.registerCode);
        pair(tr("Cashier"), m_facts.cashier);
        add(ReceiptRule{});
    }

    void lines()
    {
        for (const auto& line : m_sale.lines) {
            add(ReceiptPair{line.name, amount(line.net)});
            // The unit price as it is, also in a refund.
            add(ReceiptText{"  " + text::formatQuantity(line.quantity, m_locale).toStdString()
                + " × "
                + text::formatAmount(line.unitPrice, m_facts.currency, m_locale).toStdString()});
        }
        add(ReceiptRule{});
    }

    void sums()
    {
        add(ReceiptPair{
            tr("Total").toStdString(), money(m_sale.total), TextSize::Large, TextWeight::Bold});
        if (!m_sale.rounding.isZero())
            pair(tr("Rounding"), money(-m_sale.rounding));
        for (const auto& tender : m_sale.tenders) {
            pair(tenderName(tender.kind), money(tender.amount));
            if (tender.received != tender.amount)
                pair(tr("Received"), money(tender.received));
        }
        if (!m_facts.sale.change().isZero())
            pair(tr("Change"), money(m_facts.sale.change()));
        if (m_facts.member) {
            add(ReceiptRule{});
            pair(tr("Member"), m_facts.member->name);
            pair(tr("Member number"), m_facts.member->number);
        }
    }

    void foot()
    {
        add(ReceiptSpace{1});
        add(ReceiptBarcode{m_sale.receipt});
        add(ReceiptSpace{1});
        if (!isRefund())
            centred(tr("Thank you for your visit!").toStdString());
        std::string proof = m_facts.sale.line.hash.toHex().substr(0, kHashDigits);
        if (!m_facts.sale.rules.empty())
            proof += " · " + m_facts.sale.rules;
        centred(proof);
    }

    static QString tenderName(const std::string& kind)
    {
        return kind == sales::kCash ? tr("Cash") : QString::fromStdString(kind);
    }

    const ReceiptFacts& m_facts;
    const sales::Sale& m_sale;
    QLocale m_locale;
    ReceiptDocument m_document;
};

}  // namespace

ReceiptDocument composeReceipt(const ReceiptFacts& facts, ReceiptIssue issue, const QLocale& locale)
{
    return ReceiptWriter(facts, locale).write(issue);
}

}  // namespace bl::desktop
