<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Exit status: 0 done, 1 failed, 2 wrong arguments, 3 the books do not add up.</source>
        <translation>退出状态：0 完成，1 失败，2 参数有误，3 账目不平。</translation>
    </message>
    <message>
        <source>Usage: %1 COMMAND [options]</source>
        <translation>用法：%1 命令 [选项]</translation>
    </message>
    <message>
        <source>%1 COMMAND --help tells the options of a command. --language takes zh_CN, zh_TW or en.</source>
        <translation>%1 命令 --help 说明该命令的选项。--language 可为 zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>%1 --help tells more.</source>
        <translation>详见 %1 --help。</translation>
    </message>
    <message>
        <source>There is no language “%1”.</source>
        <translation>没有语言“%1”。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>Print the result as JSON.</source>
        <translation>以 JSON 输出结果。</translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation>%1 需要 %2。</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>“%1”是多余的参数。</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Usage: %1 %2 [options] %3</source>
        <translation>用法：%1 %2 [选项] %3</translation>
    </message>
    <message>
        <source>The language of the messages: zh_CN, zh_TW or en.</source>
        <translation>消息所用的语言：zh_CN、zh_TW 或 en。</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>HQ does not know this enrolment code. Check that it was typed correctly.</source>
        <translation>总部不认识此注册码。请检查是否输入正确。</translation>
    </message>
    <message>
        <source>This enrolment code has been used already. Ask HQ for a new one.</source>
        <translation>此注册码已被使用。请向总部索取新的注册码。</translation>
    </message>
    <message>
        <source>This enrolment code has expired. Ask HQ for a new one.</source>
        <translation>此注册码已过期。请向总部索取新的注册码。</translation>
    </message>
    <message>
        <source>HQ has locked enrolment after too many wrong codes. Wait a few minutes, then try again.</source>
        <translation>错误的注册码过多，总部已锁定注册。请等几分钟后重试。</translation>
    </message>
    <message>
        <source>HQ refused to enrol this register (%1). Ask HQ for a new code.</source>
        <translation>总部拒绝注册本机（%1）。请向总部索取新的注册码。</translation>
    </message>
    <message>
        <source>This cannot be done as given: %1. See --help.</source>
        <translation>无法按此执行：%1。请查看 --help。</translation>
    </message>
    <message>
        <source>This is not valid JSON: %1. Correct it and try again.</source>
        <translation>这不是有效的 JSON：%1。请更正后重试。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text. Convert it to UTF-8 and try again.</source>
        <translation>%1 不是 UTF-8 文本。请转换为 UTF-8 后重试。</translation>
    </message>
    <message>
        <source>“%1” is not a number that can be used here. Type digits, with a point for decimals.</source>
        <translation>“%1”不是可用的数字。请输入数字，小数用小数点。</translation>
    </message>
    <message>
        <source>%1 is too large. Enter a smaller amount.</source>
        <translation>%1 太大。请输入较小的数。</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write year, month and day, for example 2026-11-22.</source>
        <translation>“%1”不是日期。请写年、月、日，例如 2026-11-22。</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Use a name such as Asia/Shanghai.</source>
        <translation>没有时区“%1”。请使用 Asia/Shanghai 这样的名称。</translation>
    </message>
    <message>
        <source>“%1” is not a currency code. Use three capital letters, such as CNY.</source>
        <translation>“%1”不是货币代码。请用三个大写字母，例如 CNY。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”. Add the column or choose another file.</source>
        <translation>%1 缺少“%2”列。请补上该列或选择其他文件。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check the file and try again.</source>
        <translation>无法读取 %1：%2。请检查文件后重试。</translation>
    </message>
    <message>
        <source>%1 has a format that is not supported: %2. Choose another file.</source>
        <translation>%1 的格式不受支持：%2。请选择其他文件。</translation>
    </message>
    <message>
        <source>The organisation file is wrong at %1: %2. Nothing was changed; correct the file and apply it again.</source>
        <translation>机构文件在 %1 处有误：%2。未作任何更改；请更正后重新应用。</translation>
    </message>
    <message>
        <source>Branchline cannot write to %1: %2. Give this user the right to write there, or choose another directory.</source>
        <translation>Branchline 无法写入 %1：%2。请给当前用户写入权限，或选择其他目录。</translation>
    </message>
    <message>
        <source>Branchline is already running with the data in %1. Use the window that is open, or close it first.</source>
        <translation>Branchline 已在使用 %1 中的数据运行。请使用已打开的窗口，或先将其关闭。</translation>
    </message>
    <message>
        <source>%1 holds no Branchline data: %2 is missing. Choose the right directory or set this computer up first.</source>
        <translation>%1 中没有 Branchline 的数据：缺少 %2。请选择正确的目录，或先设置本机。</translation>
    </message>
    <message>
        <source>%1 already holds an organisation or a register. Choose an empty directory.</source>
        <translation>%1 中已有机构或收银机的数据。请选择空目录。</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2. Check that the file exists and that this user may read and write it.</source>
        <translation>无法打开数据库 %1：%2。请确认文件存在，且当前用户可以读写。</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer version (schema %2, this one knows %3). Install the newer version; the data is unharmed.</source>
        <translation>数据库 %1 由更新的版本写入（结构版本 %2，本程序只认识 %3）。请安装新版本；数据完好无损。</translation>
    </message>
    <message>
        <source>The data could not be read or saved: %1. Nothing was changed. Try again; if it happens again, restart Branchline and call support.</source>
        <translation>数据未能读取或保存：%1。未作任何更改。请重试；若再次发生，请重启 Branchline 并联系技术支持。</translation>
    </message>
    <message>
        <source>Another program is using the data in %1. Close it and try again.</source>
        <translation>另一个程序正在使用 %1 中的数据。请关闭它后重试。</translation>
    </message>
    <message>
        <source>The database %1 is damaged: %2. Stop selling here, keep the file and call support.</source>
        <translation>数据库 %1 已损坏：%2。请停止在本机收银，保留该文件并联系技术支持。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be saved (%1). Free some space, then try again.</source>
        <translation>磁盘已满，未能保存（%1）。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The database does not belong to this version: migration %1 differs. Install the version that was used before.</source>
        <translation>数据库与本版本不符：迁移 %1 不一致。请安装之前使用的版本。</translation>
    </message>
    <message>
        <source>Nothing was booked, because an entry on %1 would be zero. Report this to support.</source>
        <translation>未记账：%1 上的一笔分录为零。请报告技术支持。</translation>
    </message>
    <message>
        <source>Nothing was booked, because the entries do not balance (%1, difference %2). Report this to support.</source>
        <translation>未记账：分录不平（%1，差额 %2）。请报告技术支持。</translation>
    </message>
    <message>
        <source>This is too large to be saved at once (%1 bytes). Split it into smaller parts.</source>
        <translation>内容太大，无法一次保存（%1 字节）。请拆成几部分。</translation>
    </message>
    <message>
        <source>The journal holds an operation that this version does not know (%1, version %2). Install the newer version.</source>
        <translation>流水中有本版本不认识的操作（%1，版本 %2）。请安装新版本。</translation>
    </message>
    <message>
        <source>The journal is damaged at line %1. Stop selling here, keep the data and call support.</source>
        <translation>流水在第 %1 行损坏。请停止在本机收银，保留数据并联系技术支持。</translation>
    </message>
    <message>
        <source>The books do not add up (rule %1): %2. Call support and keep the data as it is.</source>
        <translation>账目不平（规则 %1）：%2。请联系技术支持，并保持数据原样。</translation>
    </message>
    <message>
        <source>The account %1 belongs to another register. Nothing was booked; report this to support.</source>
        <translation>账户 %1 属于另一台收银机。未记账；请报告技术支持。</translation>
    </message>
    <message>
        <source>There is nothing on the ticket yet. Scan a product first.</source>
        <translation>单据上还没有商品。请先扫描商品。</translation>
    </message>
    <message>
        <source>No product has the code %1. Scan it again, or search by name.</source>
        <translation>没有编码为 %1 的商品。请重新扫描，或按名称查找。</translation>
    </message>
    <message>
        <source>No member was found for %1. Ask for the phone number or the name.</source>
        <translation>没有找到会员 %1。请询问手机号或姓名。</translation>
    </message>
    <message>
        <source>There is no user %1. Check the name, or ask the manager.</source>
        <translation>没有用户 %1。请核对名称，或询问店长。</translation>
    </message>
    <message>
        <source>There is no store %1. Check the code.</source>
        <translation>没有门店 %1。请核对编码。</translation>
    </message>
    <message>
        <source>The quantity %1 is not possible for this product. Enter another one.</source>
        <translation>此商品不能用数量 %1。请输入其他数量。</translation>
    </message>
    <message>
        <source>The price %1 is not possible. Enter another one.</source>
        <translation>价格 %1 无效。请输入其他价格。</translation>
    </message>
    <message>
        <source>%1 is still to be paid. Take the rest before you finish.</source>
        <translation>还差 %1 未付。请先收齐再完成。</translation>
    </message>
    <message>
        <source>Change of %1 can only be given on cash. Lower the other payments or take cash.</source>
        <translation>找零 %1 只能从现金中找。请减少其他付款，或改收现金。</translation>
    </message>
    <message>
        <source>No shift is open on this register. Open a shift first.</source>
        <translation>本机还没有开班。请先开班。</translation>
    </message>
    <message>
        <source>Shift %1 is still open on this register. Close it first.</source>
        <translation>本机 %1 号班尚未交班。请先交班。</translation>
    </message>
    <message>
        <source>The code %1 is already in use. Choose another one.</source>
        <translation>编码 %1 已被使用。请换一个。</translation>
    </message>
    <message>
        <source>A member with the phone number %1 exists already. Look the member up instead.</source>
        <translation>手机号 %1 已有会员。请直接查找该会员。</translation>
    </message>
    <message>
        <source>%1 has been imported before and was not imported again.</source>
        <translation>%1 之前已导入，未再次导入。</translation>
    </message>
    <message>
        <source>The name is missing. Type a name.</source>
        <translation>缺少名称。请输入名称。</translation>
    </message>
    <message>
        <source>%1 is not a complete phone number. Check the digits with the customer.</source>
        <translation>%1 不是完整的手机号。请与顾客核对。</translation>
    </message>
    <message>
        <source>You may not do this yourself. Ask a manager to allow it with their PIN.</source>
        <translation>您没有此项权限。请店长输入 PIN 授权。</translation>
    </message>
    <message>
        <source>This PIN is not right. Type it again.</source>
        <translation>PIN 不正确。请重新输入。</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>PIN 错误次数过多。请 %n 秒后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>This PIN is too easy to guess. Choose one that is not a row or a repetition of digits.</source>
        <translation>此 PIN 太容易被猜到。请不要用连续或重复的数字。</translation>
    </message>
    <message>
        <source>There is no ticket %1 here. Check the number on the receipt.</source>
        <translation>这里没有单据 %1。请核对小票上的单号。</translation>
    </message>
    <message>
        <source>Nothing on this ticket is left to refund. Check the receipt.</source>
        <translation>此单据已没有可退的商品。请核对小票。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Check the network; selling goes on without it.</source>
        <translation>无法连接 %1：%2。请检查网络；断网也可继续收银。</translation>
    </message>
    <message>
        <source>HQ refused this (%1): %2. Nothing is lost; ask HQ.</source>
        <translation>总部拒绝了此请求（%1）：%2。数据没有丢失；请询问总部。</translation>
    </message>
    <message>
        <source>The answer from %1 makes no sense: %2. Check that the address is HQ&apos;s.</source>
        <translation>%1 的答复无法理解：%2。请确认这是总部的地址。</translation>
    </message>
    <message>
        <source>HQ does not listen on %1 without encryption. Give --tls-cert and --tls-key, or --behind-proxy.</source>
        <translation>总部不会在 %1 上不加密地监听。请指定 --tls-cert 和 --tls-key，或 --behind-proxy。</translation>
    </message>
    <message>
        <source>Another program already listens on %1. Stop it or choose another port.</source>
        <translation>另一个程序已在监听 %1。请停止它，或选择其他端口。</translation>
    </message>
    <message>
        <source>HQ cannot listen on %1: %2. Choose another address or port.</source>
        <translation>总部无法监听 %1：%2。请选择其他地址或端口。</translation>
    </message>
    <message>
        <source>“%1” is not an address. Write it like https://hq.example.com.</source>
        <translation>“%1”不是地址。请写成 https://hq.example.com 的形式。</translation>
    </message>
    <message>
        <source>This register has not joined HQ yet. Enter HQ&apos;s address and an enrolment code first.</source>
        <translation>本机尚未加入总部。请先输入总部地址和注册码。</translation>
    </message>
    <message>
        <source>This computer is already register %1. Use an empty data directory for another register.</source>
        <translation>本机已是收银机 %1。若要设另一台，请使用空的数据目录。</translation>
    </message>
    <message>
        <source>HQ does not accept this register&apos;s key. Sales stay safe here; ask HQ to enrol the register again.</source>
        <translation>总部不接受本机的密钥。销售数据在本机安全保存；请总部重新注册本机。</translation>
    </message>
    <message>
        <source>HQ has withdrawn this register. Sales stay safe here; ask HQ what to do.</source>
        <translation>总部已停用本机。销售数据在本机安全保存；请询问总部如何处理。</translation>
    </message>
    <message>
        <source>HQ lacks operations after number %1. The register sends them again by itself.</source>
        <translation>总部缺少 %1 号之后的操作。本机会自动重新上传。</translation>
    </message>
    <message>
        <source>HQ holds a different operation number %1 of this register, as happens after an old backup was restored. Stop selling here and call HQ.</source>
        <translation>总部保存的本机 %1 号操作与本机不同，恢复旧备份后会这样。请停止在本机收银并联系总部。</translation>
    </message>
    <message>
        <source>HQ was restored from a backup (epoch %1). The register compares its data with HQ by itself.</source>
        <translation>总部已从备份恢复（纪元 %1）。本机会自动与总部核对数据。</translation>
    </message>
    <message>
        <source>This register was away from HQ for long. It fetches everything anew by itself; please wait.</source>
        <translation>本机很久没有连接总部，正在自动重新下载全部数据；请稍候。</translation>
    </message>
    <message>
        <source>%1 is larger than the limit of %2. Send less at once.</source>
        <translation>%1 超过上限 %2。请减少每次发送的量。</translation>
    </message>
    <message>
        <source>The content type %1 is not supported. Send application/json.</source>
        <translation>不支持内容类型 %1。请发送 application/json。</translation>
    </message>
    <message>
        <source>HQ speaks other protocol versions (%1) than this register. Update Branchline; until then sales are kept here.</source>
        <translation>总部使用的协议版本（%1）与本机不同。请更新 Branchline；在此之前销售数据保存在本机。</translation>
    </message>
    <message numerus="yes">
        <source>Too many requests. The next one is possible in %n second(s).</source>
        <translation>
            <numerusform>请求过多。%n 秒后可以再次请求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HQ is busy. It is asked again in %n second(s).</source>
        <translation>
            <numerusform>总部繁忙。%n 秒后自动重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not found. Check what was asked for.</source>
        <translation>没有找到 %1。请核对所请求的内容。</translation>
    </message>
    <message>
        <source>The method %1 is not possible here. See the description of the interface.</source>
        <translation>此处不能使用方法 %1。请查看接口说明。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain refused access: %1. Unlock it and start Branchline again.</source>
        <translation>系统密钥串拒绝访问：%1。请解锁后重新启动 Branchline。</translation>
    </message>
    <message>
        <source>The keychain holds no “%1”. Unlock the right keychain, or ask HQ to enrol this register again.</source>
        <translation>密钥串中没有“%1”。请解锁正确的密钥串，或请总部重新注册本机。</translation>
    </message>
    <message>
        <source>The printer %1 did not print: %2. The sale is saved; check paper and cable, then print the receipt again.</source>
        <translation>小票机 %1 未打印：%2。销售已保存；请检查纸和连线，然后重打小票。</translation>
    </message>
    <message>
        <source>The printer %1 did not answer. The sale is saved; look whether the receipt came out before you print it again.</source>
        <translation>小票机 %1 没有应答。销售已保存；重打之前请先看小票是否已经打出。</translation>
    </message>
    <message>
        <source>“%1” is not a device&apos;s address. Write it like tcp://192.168.1.50:9100.</source>
        <translation>“%1”不是设备地址。请写成 tcp://192.168.1.50:9100 的形式。</translation>
    </message>
    <message>
        <source>%1 cannot be printed as a bar code. Use digits and Latin letters only.</source>
        <translation>%1 无法打印成条码。请只用数字和英文字母。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消。未作任何更改。</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n 秒前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bl::desktop::ActionCollection</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Finish and print</source>
        <translation>完成并打印</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>删除行</translation>
    </message>
</context>
<context>
    <name>bl::desktop::Banner</name>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>bl::desktop::LanguagePage</name>
    <message>
        <source>Welcome to Branchline</source>
        <translation>欢迎使用 Branchline</translation>
    </message>
    <message>
        <source>Choose a language. It can be changed at any time.</source>
        <translation>请选择语言，以后可以随时更改。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>bl::desktop::NumberPad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>小数点</translation>
    </message>
</context>
<context>
    <name>bl::desktop::PinPad</name>
    <message numerus="yes">
        <source>A PIN has at least %n digit(s).</source>
        <translation>
            <numerusform>PIN 至少 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>bl::desktop::SearchField</name>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer characters, a phone number or pinyin initials.</source>
        <translation>没有找到“%1”。请减少字数，或用手机号、拼音首字母查找。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索内容</translation>
    </message>
    <message>
        <source>Scan or search</source>
        <translation>扫码或搜索</translation>
    </message>
</context>
</TS>
