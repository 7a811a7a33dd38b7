#include "app/desktop/backoffice/sample_receipt.h"

#include "app/desktop/till/till.h"

#include <QCoreApplication>

namespace bl::desktop {

namespace {

struct SampleReceipt {
    Q_DECLARE_TR_FUNCTIONS(SampleReceipt)
};

}  // namespace

Result<ReceiptFacts> sampleReceipt(TillQueries& queries, UserId cashier, Instant now)
{
    BL_TRY(const auto site, queries.site.load());
    services::CompletedSale made;
    auto& sale = made.sale;
    sale.store = site.store.value_or(StoreId{});
    sale.receipt = site.registerCode + "-000123";
    sale.day = site.timeZone.dayAt(now);
    sale.time = now;
    sale.currency = site.currency.code;
    sale.lines = {{{}, "6901234567892", SampleReceipt::tr("Mineral water 550 ml").toStdString(),
                      Quantity::thousandths(2000), Money::minor(2'00), Money::minor(4'00)},
        {{}, "6932107858304", SampleReceipt::tr("Face mask, pack of 5").toStdString(),
            Quantity::thousandths(1000), Money::minor(99'00), Money::minor(89'10)}};
    sale.total = Money::minor(93'10);
    sale.tenders = {{sales::kCash, sale.total, Money::minor(100'00)}};
    made.user = cashier;
    made.rules = "r42";
    BL_TRY(auto facts, findReceiptFacts(queries, std::move(made)));
    members::Member member;
    member.number = "80000001";
    member.name = SampleReceipt::tr("Wang Xiaoming").toStdString();
    facts.member = member;
    facts.value = {820'00, 12'480};
    return facts;
}

QString shippedTemplateName(const std::string& name)
{
    if (name == "usual")
        return SampleReceipt::tr("Usual receipt");
    if (name == "short")
        return SampleReceipt::tr("Short receipt");
    if (name == "bilingual")
        return SampleReceipt::tr("Chinese and English");
    if (name == "shelf-60x40")
        return SampleReceipt::tr("Shelf label 60 × 40 mm");
    if (name == "shelf-70x38")
        return SampleReceipt::tr("Shelf label 70 × 38 mm");
    if (name == "product-50x30")
        return SampleReceipt::tr("Product label 50 × 30 mm");
    return QString::fromStdString(name);
}

}  // namespace bl::desktop
