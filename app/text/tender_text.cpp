#include "app/text/tender_text.h"

#include <QCoreApplication>

namespace bl::text {

namespace {

struct TenderText {
    Q_DECLARE_TR_FUNCTIONS(TenderText)
};

}  // namespace

QString tenderName(const std::string& tender)
{
    if (tender == "cash")
        return TenderText::tr("Cash");
    if (tender == "card")
        return TenderText::tr("Card");
    if (tender == "alipay")
        return TenderText::tr("Alipay");
    if (tender == "wechat")
        return TenderText::tr("WeChat Pay");
    if (tender == "unionpay")
        return TenderText::tr("UnionPay");
    return QString::fromStdString(tender);
}

}  // namespace bl::text
