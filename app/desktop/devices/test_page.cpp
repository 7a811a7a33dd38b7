#include "app/desktop/devices/test_page.h"

#include <QCoreApplication>

namespace bl::desktop {

namespace {

struct TestPage {
    Q_DECLARE_TR_FUNCTIONS(TestPage)
};

/// `1234567890…` as wide as the paper.
std::string ruler(int columns)
{
    std::string line;
    for (int i = 1; i <= columns; ++i)
        line += static_cast<char>('0' + i % 10);
    return line;
}

}  // namespace

ReceiptDocument printerTestPage(const PrinterProfile& profile, const std::string& address)
{
    ReceiptDocument page;
    page.blocks = {
        ReceiptText{"Branchline", Align::Centre, TextSize::Large, TextWeight::Bold},
        ReceiptText{TestPage::tr("This printer works.").toStdString(), Align::Centre},
        ReceiptText{address, Align::Centre},
        ReceiptText{profile.title, Align::Centre},
        ReceiptRule{},
        ReceiptText{ruler(profile.columns)},
        ReceiptPair{"简体中文 繁體中文", "¥1,234.50"},
        ReceiptPair{"ABC abc 0123456789", "€99.00"},
        ReceiptText{"洁面乳 潔面乳 ①②③", Align::Left, TextSize::Normal, TextWeight::Bold},
        ReceiptRule{},
        ReceiptBarcode{"BRANCHLINE"},
        ReceiptQr{"https://example.com/branchline"},
    };
    return page;
}

LabelDocument testLabel()
{
    return {40, 30, 2,
        {LabelText{"Branchline", {10, 10, 380, 60}, Align::Centre, TextWeight::Bold},
            LabelText{"简体中文 繁體中文", {10, 80, 380, 50}, Align::Centre},
            LabelBarcode{"2000000000022", {10, 150, 380, 120}}}};
}

PrinterProfile profileOrUsual(const std::string& name)
{
    return findPrinterProfile(name).value_or(printerProfiles().front());
}

}  // namespace bl::desktop
