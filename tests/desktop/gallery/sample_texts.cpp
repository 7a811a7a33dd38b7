#include "tests/desktop/gallery/sample_texts.h"

namespace bl::desktop::test {

namespace {

SampleTexts inSimplifiedChinese()
{
    SampleTexts texts;
    texts.placeholder = QStringLiteral("扫码或搜索：商品、会员、手机号、拼音首字母");
    texts.columns = {QStringLiteral("#"), QStringLiteral("商品"), QStringLiteral("单价"),
        QStringLiteral("数量"), QStringLiteral("优惠"), QStringLiteral("小计")};
    texts.lines.push_back(
        {QStringLiteral("氨基酸洁面乳 100ml"), QStringLiteral("59.00"), QStringLiteral("2"),
            QStringLiteral("−11.80"), QStringLiteral("金卡 9折"), QStringLiteral("106.20")});
    texts.lines.push_back(
        {QStringLiteral("玻尿酸面膜 5片装"), QStringLiteral("99.00"), QStringLiteral("2"),
            QStringLiteral("−49.50"), QStringLiteral("第二件半价"), QStringLiteral("148.50")});
    texts.lines.push_back(
        {QStringLiteral("脸部深层护理"), QStringLiteral("次卡"), QStringLiteral("1"),
            QStringLiteral(""), QStringLiteral("剩 3 次 → 2 次"), QStringLiteral("0.00")});
    texts.lines.push_back({QStringLiteral("新疆红提（称重）"), QStringLiteral("19.80/kg"),
        QStringLiteral("1.255"), QStringLiteral(""), QStringLiteral(""), QStringLiteral("24.85")});
    texts.items = QStringLiteral("4 项 · 优惠 −61.30");
    texts.total = QStringLiteral("应收");
    texts.member = QStringLiteral("王小明");
    texts.tier = QStringLiteral("金卡");
    texts.birthday = QStringLiteral("今天生日");
    texts.since = QStringLiteral("2021 年入会 · 138 **** 6021");
    texts.balanceLabels = {QStringLiteral("储值余额"), QStringLiteral("其中赠送"),
        QStringLiteral("本机可用"), QStringLiteral("积分")};
    texts.pass = QStringLiteral("次卡：脸部深层护理 剩 3 / 10 次，2027-03-03 到期");
    texts.note = QStringLiteral("对酒精过敏");
    texts.categories = {QStringLiteral("护肤"), QStringLiteral("彩妆"), QStringLiteral("服务"),
        QStringLiteral("零食"), QStringLiteral("固定额")};
    texts.tiles = {QStringLiteral("洁面乳 100ml"), QStringLiteral("面膜 5片"),
        QStringLiteral("爽肤水"), QStringLiteral("精华液"), QStringLiteral("防晒霜"),
        QStringLiteral("护手霜"), QStringLiteral("脸部护理"), QStringLiteral("肩颈按摩")};
    texts.status = {QStringLiteral("总部 12 秒前同步 · 待上传 0"), QStringLiteral("小票机就绪"),
        QStringLiteral("刷卡机未就绪"), QStringLiteral("断网 3 分钟")};
    texts.who = {QStringLiteral("v42"), QStringLiteral("2 号班 · 李娜"), QStringLiteral("14:30")};
    texts.pay = QStringLiteral("收款");
    texts.due = QStringLiteral("应收");
    texts.tenders = {QStringLiteral("现金"), QStringLiteral("储值"), QStringLiteral("扫码付"),
        QStringLiteral("银行卡"), QStringLiteral("积分"), QStringLiteral("优惠券"),
        QStringLiteral("挂账")};
    texts.stored = QStringLiteral("储值（本机可用 500.00）");
    texts.received = QStringLiteral("已收");
    texts.cash = QStringLiteral("现金");
    texts.change = QStringLiteral("找零");
    texts.open = QStringLiteral("还差 0.00");
    texts.emptyTitle = QStringLiteral("还没有商品");
    texts.emptyText = QStringLiteral("扫描商品条码，或在上方输入名称、拼音首字母。");
    texts.emptyAction = QStringLiteral("查找商品");
    texts.prompt = QStringLiteral("李娜的 PIN");
    texts.toast = QStringLiteral("小票已打印");
    return texts;
}

SampleTexts inTraditionalChinese()
{
    SampleTexts texts;
    texts.placeholder = QStringLiteral("掃碼或搜尋：商品、會員、手機號碼、拼音首字母");
    texts.columns = {QStringLiteral("#"), QStringLiteral("商品"), QStringLiteral("單價"),
        QStringLiteral("數量"), QStringLiteral("優惠"), QStringLiteral("小計")};
    texts.lines.push_back(
        {QStringLiteral("胺基酸洗面乳 100ml"), QStringLiteral("59.00"), QStringLiteral("2"),
            QStringLiteral("−11.80"), QStringLiteral("金卡 9折"), QStringLiteral("106.20")});
    texts.lines.push_back(
        {QStringLiteral("玻尿酸面膜 5片裝"), QStringLiteral("99.00"), QStringLiteral("2"),
            QStringLiteral("−49.50"), QStringLiteral("第二件半價"), QStringLiteral("148.50")});
    texts.lines.push_back(
        {QStringLiteral("臉部深層護理"), QStringLiteral("次卡"), QStringLiteral("1"),
            QStringLiteral(""), QStringLiteral("剩 3 次 → 2 次"), QStringLiteral("0.00")});
    texts.lines.push_back({QStringLiteral("新疆紅提（秤重）"), QStringLiteral("19.80/kg"),
        QStringLiteral("1.255"), QStringLiteral(""), QStringLiteral(""), QStringLiteral("24.85")});
    texts.items = QStringLiteral("4 項 · 優惠 −61.30");
    texts.total = QStringLiteral("應收");
    texts.member = QStringLiteral("王小明");
    texts.tier = QStringLiteral("金卡");
    texts.birthday = QStringLiteral("今天生日");
    texts.since = QStringLiteral("2021 年入會 · 138 **** 6021");
    texts.balanceLabels = {QStringLiteral("儲值餘額"), QStringLiteral("其中贈送"),
        QStringLiteral("本機可用"), QStringLiteral("點數")};
    texts.pass = QStringLiteral("次卡：臉部深層護理 剩 3 / 10 次，2027/03/03 到期");
    texts.note = QStringLiteral("對酒精過敏");
    texts.categories = {QStringLiteral("保養"), QStringLiteral("彩妝"), QStringLiteral("服務"),
        QStringLiteral("零食"), QStringLiteral("固定額")};
    texts.tiles = {QStringLiteral("洗面乳 100ml"), QStringLiteral("面膜 5片"),
        QStringLiteral("化妝水"), QStringLiteral("精華液"), QStringLiteral("防曬乳"),
        QStringLiteral("護手霜"), QStringLiteral("臉部護理"), QStringLiteral("肩頸按摩")};
    texts.status = {QStringLiteral("總部 12 秒前同步 · 待上傳 0"), QStringLiteral("收據機就緒"),
        QStringLiteral("刷卡機未就緒"), QStringLiteral("斷線 3 分鐘")};
    texts.who = {QStringLiteral("v42"), QStringLiteral("2 號班 · 李娜"), QStringLiteral("14:30")};
    texts.pay = QStringLiteral("收款");
    texts.due = QStringLiteral("應收");
    texts.tenders = {QStringLiteral("現金"), QStringLiteral("儲值"), QStringLiteral("掃碼付"),
        QStringLiteral("銀行卡"), QStringLiteral("點數"), QStringLiteral("優惠券"),
        QStringLiteral("掛帳")};
    texts.stored = QStringLiteral("儲值（本機可用 500.00）");
    texts.received = QStringLiteral("已收");
    texts.cash = QStringLiteral("現金");
    texts.change = QStringLiteral("找零");
    texts.open = QStringLiteral("還差 0.00");
    texts.emptyTitle = QStringLiteral("還沒有商品");
    texts.emptyText = QStringLiteral("掃描商品條碼，或在上方輸入名稱、拼音首字母。");
    texts.emptyAction = QStringLiteral("尋找商品");
    texts.prompt = QStringLiteral("李娜的 PIN");
    texts.toast = QStringLiteral("收據已列印");
    return texts;
}

SampleTexts inEnglish()
{
    SampleTexts texts;
    texts.placeholder = QStringLiteral("Scan or search: product, member, phone, initials");
    texts.columns = {QStringLiteral("#"), QStringLiteral("Product"), QStringLiteral("Price"),
        QStringLiteral("Qty"), QStringLiteral("Reductions"), QStringLiteral("Net")};
    texts.lines.push_back(
        {QStringLiteral("Amino cleanser 100 ml"), QStringLiteral("59.00"), QStringLiteral("2"),
            QStringLiteral("−11.80"), QStringLiteral("Gold 10 %"), QStringLiteral("106.20")});
    texts.lines.push_back(
        {QStringLiteral("Hyaluronic mask, 5 pcs"), QStringLiteral("99.00"), QStringLiteral("2"),
            QStringLiteral("−49.50"), QStringLiteral("2nd half price"), QStringLiteral("148.50")});
    texts.lines.push_back(
        {QStringLiteral("Deep facial care"), QStringLiteral("pass"), QStringLiteral("1"),
            QStringLiteral(""), QStringLiteral("3 left → 2"), QStringLiteral("0.00")});
    texts.lines.push_back({QStringLiteral("Red grapes (by weight)"), QStringLiteral("19.80/kg"),
        QStringLiteral("1.255"), QStringLiteral(""), QStringLiteral(""), QStringLiteral("24.85")});
    texts.items = QStringLiteral("4 items · reductions −61.30");
    texts.total = QStringLiteral("Total");
    texts.member = QStringLiteral("Wang Xiaoming");
    texts.tier = QStringLiteral("Gold");
    texts.birthday = QStringLiteral("Birthday");
    texts.since = QStringLiteral("Member since 2021 · 138 **** 6021");
    texts.balanceLabels = {QStringLiteral("Stored value"), QStringLiteral("of it bonus"),
        QStringLiteral("Available here"), QStringLiteral("Points")};
    texts.pass = QStringLiteral("Pass: deep facial care, 3 of 10 left, until 3 Mar 2027");
    texts.note = QStringLiteral("Allergic to alcohol");
    texts.categories = {QStringLiteral("Skin"), QStringLiteral("Make-up"),
        QStringLiteral("Services"), QStringLiteral("Snacks"), QStringLiteral("Fixed")};
    texts.tiles = {QStringLiteral("Cleanser"), QStringLiteral("Mask"), QStringLiteral("Toner"),
        QStringLiteral("Serum"), QStringLiteral("Sunscreen"), QStringLiteral("Hand cream"),
        QStringLiteral("Facial"), QStringLiteral("Massage")};
    texts.status = {QStringLiteral("HQ 12 s ago · 0 waiting"), QStringLiteral("Printer ready"),
        QStringLiteral("Terminal not ready"), QStringLiteral("Offline for 3 min")};
    texts.who = {QStringLiteral("v42"), QStringLiteral("Shift 2 · Li Na"), QStringLiteral("14:30")};
    texts.pay = QStringLiteral("Pay");
    texts.due = QStringLiteral("Total");
    texts.tenders = {QStringLiteral("Cash"), QStringLiteral("Stored value"),
        QStringLiteral("Scan to pay"), QStringLiteral("Bank card"), QStringLiteral("Points"),
        QStringLiteral("Coupon"), QStringLiteral("On account")};
    texts.stored = QStringLiteral("Stored value (500.00 available here)");
    texts.received = QStringLiteral("received");
    texts.cash = QStringLiteral("Cash");
    texts.change = QStringLiteral("Change");
    texts.open = QStringLiteral("0.00 open");
    texts.emptyTitle = QStringLiteral("No products yet");
    texts.emptyText = QStringLiteral("Scan a barcode, or type a name or its initials above.");
    texts.emptyAction = QStringLiteral("Find a product");
    texts.prompt = QStringLiteral("PIN of Li Na");
    texts.toast = QStringLiteral("Receipt printed");
    return texts;
}

}  // namespace

const SampleTexts& sampleTexts(text::Language language)
{
    static const SampleTexts simplified = inSimplifiedChinese();
    static const SampleTexts traditional = inTraditionalChinese();
    static const SampleTexts english = inEnglish();
    switch (language) {
    case text::Language::SimplifiedChinese: return simplified;
    case text::Language::TraditionalChinese: return traditional;
    case text::Language::English: return english;
    }
    return english;
}

}  // namespace bl::desktop::test
