<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandLineText</name>
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
    <message>
        <source>There is no language “%1”. Take zh_CN, zh_TW or en.</source>
        <translation>没有语言“%1”。可以用 zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>没有选项“%1”。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 后面要有值。</translation>
    </message>
    <message>
        <source>The command is missing.</source>
        <translation>缺少命令。</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>标准输出</translation>
    </message>
</context>
<context>
    <name>ControlProgram</name>
    <message>
        <source>The data directory.</source>
        <translation>数据目录。</translation>
    </message>
    <message>
        <source>%1 operations: the chain holds and every one balances.</source>
        <translation>操作 %1 笔：链完整，每笔都平衡。</translation>
    </message>
    <message>
        <source>At HQ: the register&apos;s code. HQ&apos;s own journal without it.</source>
        <translation>在总部：收银机的编码。不写则为总部自己的流水。</translation>
    </message>
    <message>
        <source>Works on the data of a register or of HQ. --data may stand in front of the command or behind it.</source>
        <translation>处理收银机或总部的数据。--data 可写在命令之前或之后。</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Corrections of stock</source>
        <translation>库存更正</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款额</translation>
    </message>
    <message>
        <source>%1 members spent %2.</source>
        <translation>%1 位会员共消费 %2。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消费额</translation>
    </message>
    <message>
        <source>%1 products, %2 pieces in stock. The lowest:</source>
        <translation>商品 %1 种，库存 %2 件。库存最少的：</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Sales, refunds and corrections in all.</source>
        <translation>销售、退货和更正的总数。</translation>
    </message>
    <message>
        <source>Sales and refunds of each day.</source>
        <translation>每日的销售与退货。</translation>
    </message>
    <message>
        <source>What members spent, and who spent most.</source>
        <translation>会员的消费额，以及消费最多的会员。</translation>
    </message>
    <message>
        <source>What is in stock, and of what there is least.</source>
        <translation>库存数量，以及库存最少的商品。</translation>
    </message>
    <message>
        <source>All invariants hold: %1 operations, %2 postings, %3 accounts.</source>
        <translation>全部规则成立：操作 %1 笔，分录 %2 条，账户 %3 个。</translation>
    </message>
    <message>
        <source>the invoice number is neither of a sale nor of a refund</source>
        <translation>单号既不是销售也不是退货</translation>
    </message>
    <message>
        <source>the product&apos;s code is missing</source>
        <translation>缺少商品编码</translation>
    </message>
    <message>
        <source>the price is below zero</source>
        <translation>价格小于零</translation>
    </message>
    <message>
        <source>the quantity is zero</source>
        <translation>数量为零</translation>
    </message>
    <message>
        <source>a refund cannot hand out goods, the quantity is above zero</source>
        <translation>退货不能出货，数量大于零</translation>
    </message>
    <message>
        <source>%1, line %2 was left out: %3 (“%4”)</source>
        <translation>%1 第 %2 行未导入：%3（“%4”）</translation>
    </message>
    <message>
        <source>Imported: %1 sales with %2 lines, %3 refunds with %4 lines, %5 corrections of stock.</source>
        <translation>已导入：销售 %1 笔共 %2 行，退货 %3 笔共 %4 行，库存更正 %5 笔。</translation>
    </message>
    <message>
        <source>Imported before and left alone: %1 tickets.</source>
        <translation>之前已导入、未再处理：%1 张单据。</translation>
    </message>
    <message>
        <source>Rows left out: %1. %2 tickets a second.</source>
        <translation>未导入的行：%1。每秒 %2 张单据。</translation>
    </message>
    <message>
        <source>HQ has everything.</source>
        <translation>总部已有全部数据。</translation>
    </message>
    <message>
        <source>HQ still lacks %1 operations.</source>
        <translation>总部还缺 %1 笔操作。</translation>
    </message>
    <message>
        <source>HQ holds %1 operations back for a decision.</source>
        <translation>总部有 %1 笔操作待处理。</translation>
    </message>
    <message>
        <source>This computer is now register %1.</source>
        <translation>本机现在是收银机 %1。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust instead of the system&apos;s.</source>
        <translation>所信任的证书（PEM），代替系统的证书。</translation>
    </message>
    <message>
        <source>Writes the journal of a register to standard output: a header line, then the lines as they are stored.</source>
        <translation>将收银机的流水写到标准输出：先是头行，然后是原样存储的各行。</translation>
    </message>
    <message>
        <source>Checks chain and postings of an exported journal, or of the journals in a data directory.</source>
        <translation>检查导出的流水，或数据目录中各流水的链与分录。</translation>
    </message>
    <message>
        <source>An exported journal; - is standard input, which is also read where neither a file nor --data is given.</source>
        <translation>导出的流水；- 表示标准输入，既无文件也无 --data 时同样读取标准输入。</translation>
    </message>
    <message>
        <source>Checks that journals, ledger and figures agree, and names the first breach. Reads only.</source>
        <translation>检查流水、账簿与数字是否一致，并指出第一处不符。只读。</translation>
    </message>
    <message>
        <source>Makes this data directory a register of HQ&apos;s.</source>
        <translation>使此数据目录成为总部的一台收银机。</translation>
    </message>
    <message>
        <source>HQ&apos;s address.</source>
        <translation>总部地址。</translation>
    </message>
    <message>
        <source>The single-use code from HQ.</source>
        <translation>总部给出的一次性注册码。</translation>
    </message>
    <message>
        <source>Imports the sales of another till from CSV files, each ticket once, however often it runs.</source>
        <translation>从 CSV 文件导入其他收银系统的销售，无论运行多少次，每张单据只导入一次。</translation>
    </message>
    <message>
        <source>CSV files, packed with gzip or not, in the order of their days.</source>
        <translation>CSV 文件，可用 gzip 压缩，按日期顺序给出。</translation>
    </message>
    <message>
        <source>Sends what HQ lacks and fetches what is new there.</source>
        <translation>上传总部缺少的数据，并下载新的数据。</translation>
    </message>
    <message>
        <source>End when HQ has everything and everything is read.</source>
        <translation>总部已有全部数据且全部读取后结束。</translation>
    </message>
    <message>
        <source>Give up after so many seconds.</source>
        <translation>超过该秒数后放弃。</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>the description is longer than 200 characters</source>
        <translation>说明超过 200 个字符</translation>
    </message>
    <message>
        <source>the date is not between 1990 and 2100</source>
        <translation>日期不在 1990 年到 2100 年之间</translation>
    </message>
    <message>
        <source>Shows a sale by its receipt&apos;s number; on a register those of its store.</source>
        <translation>按小票号显示一笔销售；在收银机上限本店。</translation>
    </message>
    <message>
        <source>What the receipt says: S01-1-000481.</source>
        <translation>小票上的号码：S01-1-000481。</translation>
    </message>
</context>
<context>
    <name>DeviceProgram</name>
    <message>
        <source>The receipt printer: escpos+tcp://HOST:9100 or cups:QUEUE.</source>
        <translation>小票打印机：escpos+tcp://HOST:9100 或 cups:QUEUE。</translation>
    </message>
    <message>
        <source>The label printer&apos;s address.</source>
        <translation>标签打印机的地址。</translation>
    </message>
    <message>
        <source>The payment gateway&apos;s address.</source>
        <translation>扫码支付网关的地址。</translation>
    </message>
    <message>
        <source>The scanner: scanner+serial:///dev/ttyACM0.</source>
        <translation>扫码枪：scanner+serial:///dev/ttyACM0。</translation>
    </message>
    <message>
        <source>The card reader: pcsc:NAME or rfid+serial:///dev/ttyUSB0.</source>
        <translation>读卡器：pcsc:NAME 或 rfid+serial:///dev/ttyUSB0。</translation>
    </message>
    <message>
        <source>The customer display: cd5220+serial:///dev/ttyUSB0.</source>
        <translation>顾客显示屏：cd5220+serial:///dev/ttyUSB0。</translation>
    </message>
    <message>
        <source>The scale: toledo+serial:///dev/ttyUSB0.</source>
        <translation>电子秤：toledo+serial:///dev/ttyUSB0。</translation>
    </message>
    <message>
        <source>After how many seconds it is given up.</source>
        <translation>多少秒后放弃。</translation>
    </message>
    <message>
        <source>The currency that is charged.</source>
        <translation>收款的币种。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到设备。</translation>
    </message>
    <message>
        <source>Tells which devices are there, and their addresses.</source>
        <translation>列出找到的设备和它们的地址。</translation>
    </message>
    <message>
        <source>Also looks for printers and terminals on the local network.</source>
        <translation>同时在局域网里查找打印机和刷卡机。</translation>
    </message>
    <message>
        <source>Uses the devices of a counter without a window: for support and for scripts.</source>
        <translation>不开窗口使用收银台的设备：供技术支持和脚本使用。</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 failed, 2 wrong arguments, or refused or declined, 3 the device failed, 4 nobody knows whether it was done.</source>
        <translation>退出状态：0 完成，1 失败，2 参数错误或被拒绝，3 设备故障，4 结果未知。</translation>
    </message>
    <message>
        <source>The file in which payments are kept; it is made where there is none.</source>
        <translation>保存付款记录的文件；没有就新建。</translation>
    </message>
    <message>
        <source>No payment of this terminal is open.</source>
        <translation>这台刷卡机没有待查的付款。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s), %1</source>
        <translation>
            <numerusform>%n 笔付款，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Charges a card at a terminal.</source>
        <translation>在刷卡机上收款。</translation>
    </message>
    <message>
        <source>The amount in the smallest coin: 1234 is 12.34.</source>
        <translation>金额，以最小货币单位计：1234 即 12.34。</translation>
    </message>
    <message>
        <source>Takes a payment back.</source>
        <translation>撤销一笔付款。</translation>
    </message>
    <message>
        <source>The payment, as pay names it.</source>
        <translation>付款编号，见 pay 的输出。</translation>
    </message>
    <message>
        <source>Or the number of the terminal&apos;s receipt.</source>
        <translation>或者刷卡机凭条上的号码。</translation>
    </message>
    <message>
        <source>Asks a terminal what became of payments whose answer was lost.</source>
        <translation>向刷卡机查询丢失应答的付款结果。</translation>
    </message>
    <message>
        <source>Closes the day of a terminal.</source>
        <translation>刷卡机日终结算。</translation>
    </message>
    <message>
        <source>Payment %1: %2, %3</source>
        <translation>付款 %1：%2，%3</translation>
    </message>
    <message>
        <source>Receipt of the terminal: %1</source>
        <translation>刷卡机凭条号：%1</translation>
    </message>
    <message>
        <source>It may have been charged. Ask the terminal with resolve before you charge again.</source>
        <translation>可能已经扣款。再次收款之前，请先用 resolve 向刷卡机查询。</translation>
    </message>
    <message>
        <source>What the printer can do: the name of a profile, such as escpos-58.</source>
        <translation>打印机型号配置的名称，例如 escpos-58。</translation>
    </message>
    <message>
        <source>Done: the printer says so.</source>
        <translation>已打印，打印机已确认。</translation>
    </message>
    <message>
        <source>Sent: this printer cannot say whether it is done.</source>
        <translation>已发送；这台打印机无法告知是否打完。</translation>
    </message>
    <message>
        <source>REPRINT</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Ready: %1</source>
        <translation>就绪：%1</translation>
    </message>
    <message>
        <source>The drawer is open.</source>
        <translation>钱箱开着。</translation>
    </message>
    <message>
        <source>Prints a receipt from a file.</source>
        <translation>打印文件里的小票。</translation>
    </message>
    <message>
        <source>Prints the mark of a reprint at its head.</source>
        <translation>在小票开头打印“重印”字样。</translation>
    </message>
    <message>
        <source>A receipt as receipt-document.schema.json describes it.</source>
        <translation>小票文件，格式见 receipt-document.schema.json。</translation>
    </message>
    <message>
        <source>Opens the drawer that hangs on a receipt printer.</source>
        <translation>打开接在小票打印机上的钱箱。</translation>
    </message>
    <message>
        <source>Asks one device who and how it is.</source>
        <translation>查询一台设备的型号和状态。</translation>
    </message>
    <message>
        <source>This is a payment card. Its number was not kept.</source>
        <translation>这是银行卡，卡号没有保存。</translation>
    </message>
    <message>
        <source>The card could not be read.</source>
        <translation>卡读不出来。</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 克</translation>
    </message>
    <message>
        <source>Shown.</source>
        <translation>已显示。</translation>
    </message>
    <message>
        <source>Waits for a card and tells its number.</source>
        <translation>等待刷卡并输出卡号。</translation>
    </message>
    <message>
        <source>Waits for a bar code and tells what it says.</source>
        <translation>等待扫码并输出内容。</translation>
    </message>
    <message>
        <source>Tells what lies on the scale.</source>
        <translation>读取秤上的重量。</translation>
    </message>
    <message>
        <source>Shows two lines of text on the customer display.</source>
        <translation>在顾客显示屏上显示两行文字。</translation>
    </message>
    <message>
        <source>The upper line.</source>
        <translation>上面一行。</translation>
    </message>
    <message>
        <source>The lower line.</source>
        <translation>下面一行。</translation>
    </message>
    <message>
        <source>The payment terminal: zvt+tcp://HOST:20007; or the gateway for payment codes: codes+https://HOST/v1?merchant=ID.</source>
        <translation>刷卡机：zvt+tcp://HOST:20007；或付款码网关：codes+https://HOST/v1?merchant=ID。</translation>
    </message>
    <message>
        <source>A file with the terminal&apos;s password or the gateway&apos;s key; it may also stand in BRANCHLINE_TERMINAL_PASSWORD.</source>
        <translation>存放刷卡机密码或网关密钥的文件；也可以放在 BRANCHLINE_TERMINAL_PASSWORD 里。</translation>
    </message>
    <message>
        <source>For a gateway: the code on the customer&apos;s phone.</source>
        <translation>使用付款码网关时：顾客手机上的付款码。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust instead of the system&apos;s, for terminals over HTTPS.</source>
        <translation>经 HTTPS 连接的刷卡机：代替系统证书的受信任证书（PEM）。</translation>
    </message>
    <message>
        <source>After how many seconds the terminal is asked to abort; its answer is waited for 5 to 30 seconds more.</source>
        <translation>多少秒后要求刷卡机中止；之后再等 5 到 30 秒，等待刷卡机答复。</translation>
    </message>
    <message>
        <source>0 g: nothing lies on the scale.</source>
        <translation>0 克：秤上没有物品。</translation>
    </message>
    <message>
        <source>For a terminal that is not connected: the approval that it shows.</source>
        <translation>用于未联机的刷卡机：刷卡机上显示的授权号。</translation>
    </message>
    <message>
        <source>Asks first for what this file of payments says is open, and refuses where that stays open.</source>
        <translation>先查询该付款文件中未了结的付款；仍有未了结的则拒绝结算。</translation>
    </message>
    <message>
        <source>Payment %1 was not charged at this terminal, or was taken back already. Nothing was done.</source>
        <translation>付款 %1 不是由这台刷卡机收款的，或者已经撤销。未执行任何操作。</translation>
    </message>
</context>
<context>
    <name>DeviceText</name>
    <message>
        <source>No such device is set up here (%1). A manager can add it under Devices in the back office.</source>
        <translation>这里没有设置这种设备（%1）。店长可在后台的“设备”中添加。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that the device is switched on and its cable is plugged in, then try again.</source>
        <translation>连接不上 %1。请检查设备电源是否打开、线缆是否插好，再重试。</translation>
    </message>
    <message>
        <source>This user may not open %1. Install the package&apos;s device rules, or let an administrator add the user to the group of the device.</source>
        <translation>当前系统用户无权打开 %1。请安装软件包自带的设备规则，或请管理员把该用户加入设备所属的组。</translation>
    </message>
    <message>
        <source>%1 is busy or in use elsewhere. Wait a moment, then try again; if that does not help, switch the device off and on.</source>
        <translation>%1 正忙或被别处占用。请稍等再试；仍不行时，请关闭设备再打开。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. Check its cable; it is found again by itself. Then try again.</source>
        <translation>与 %1 的连接中断。请检查线缆，接好后会自动恢复，然后重试。</translation>
    </message>
    <message>
        <source>%1 does not answer. Switch the device off and on, then try again.</source>
        <translation>%1 没有应答。请关闭设备再打开，然后重试。</translation>
    </message>
    <message>
        <source>%1 answers in a language that was not expected. Check that the right kind of device is set up; otherwise call support.</source>
        <translation>%1 的应答无法识别。请检查设置的设备类型是否正确；仍不行请联系技术支持。</translation>
    </message>
    <message>
        <source>%1 cannot do this. A manager can set up another device for it.</source>
        <translation>%1 不支持此操作。店长可另设一台支持的设备。</translation>
    </message>
    <message>
        <source>%1 is out of paper. Put in a new roll, then print again.</source>
        <translation>%1 缺纸。请装入新纸卷，再重新打印。</translation>
    </message>
    <message>
        <source>The paper in %1 is nearly used up. Have a new roll ready.</source>
        <translation>%1 的纸快用完了，请备好新纸卷。</translation>
    </message>
    <message>
        <source>The cover of %1 is open. Close it, then print again.</source>
        <translation>%1 的机盖未关好。请关上，再重新打印。</translation>
    </message>
    <message>
        <source>The cutter of %1 is jammed. Open the cover, take the paper out, close it, then print again.</source>
        <translation>%1 的切刀卡住。请打开机盖取出纸张，关好后重新打印。</translation>
    </message>
    <message>
        <source>The weight on %1 is not steady yet. Keep your hands off and wait.</source>
        <translation>%1 上的重量还不稳定。请勿触碰，稍等片刻。</translation>
    </message>
    <message>
        <source>Too much lies on %1, or the scale is below zero. Take it off and weigh again.</source>
        <translation>%1 超载或低于零点。请取下物品后重新称重。</translation>
    </message>
    <message>
        <source>The card left %1 too early. Hold it there until it beeps.</source>
        <translation>卡片过早离开 %1。请贴住卡片，直到听到提示音。</translation>
    </message>
    <message>
        <source>%1 refuses the key or password that is set up for it. A manager has to enter the right one under Devices.</source>
        <translation>%1 拒绝了所设置的密钥或密码。请店长在“设备”中输入正确的。</translation>
    </message>
    <message>
        <source>It was cancelled at %1. Nothing was done.</source>
        <translation>已在 %1 上取消，未执行任何操作。</translation>
    </message>
    <message>
        <source>%1 did not say whether it was done. Look first, before you do it again.</source>
        <translation>%1 没有告知是否完成。请先查看结果，再决定是否重做。</translation>
    </message>
    <message>
        <source>%1 failed. Switch it off and on, then try again.</source>
        <translation>%1 出现故障。请关闭再打开，然后重试。</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>连接不上</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>Paper nearly out</source>
        <translation>纸将用完</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>机盖未关</translation>
    </message>
    <message>
        <source>Cutter jammed</source>
        <translation>切刀卡住</translation>
    </message>
    <message>
        <source>Not steady</source>
        <translation>未稳定</translation>
    </message>
    <message>
        <source>Overload</source>
        <translation>超载</translation>
    </message>
    <message>
        <source>Card removed</source>
        <translation>卡片已离开</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>已准备</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>not carried out</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>The payment was declined: %1. Nothing was charged. Ask for another card or another way to pay.</source>
        <translation>付款被拒绝：%1。没有扣款。请换一张卡或换一种付款方式。</translation>
    </message>
    <message>
        <source>Paper is jammed in %1. Open the cover, take it out, close it, then print again.</source>
        <translation>%1 卡纸了。请打开机盖取出卡住的纸，合上后再打印。</translation>
    </message>
    <message>
        <source>%1 is out of ribbon. Put in a new one, then print again.</source>
        <translation>%1 的碳带用完了。请换上新碳带后再打印。</translation>
    </message>
    <message>
        <source>Paper jammed</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>Out of ribbon</source>
        <translation>碳带用完</translation>
    </message>
    <message>
        <source>%1 is reached, but its certificate is not trusted: %2. Check the address and this computer&apos;s clock, or name the certificate of its own authority.</source>
        <translation>已连上 %1，但其证书不受信任：%2。请检查地址和本机时钟，或指定其自有机构的证书。</translation>
    </message>
    <message>
        <source>The certificates to trust for %1 cannot be read: %2. Choose a PEM file with certificates.</source>
        <translation>无法读取 %1 的受信任证书：%2。请选择一个含证书的 PEM 文件。</translation>
    </message>
    <message>
        <source>The card on %1 carries the number %2 already. Take a blank one, or replace the number.</source>
        <translation>%1 上的卡片已有卡号 %2。请换一张空白卡，或替换卡号。</translation>
    </message>
    <message>
        <source>the password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>%1 is not set up completely: %2 is missing. A manager can enter it under Devices in the back office.</source>
        <translation>%1 还没有设置完整：缺少%2。店长可以在后台的“设备”中填写。</translation>
    </message>
    <message>
        <source>%1 is a part of the register&apos;s own window: only that hears and shows it. Try it there, under Devices in the back office.</source>
        <translation>%1 属于收银程序自己的窗口，只有收银程序能接收和显示。请在收银程序后台的“设备”中测试。</translation>
    </message>
    <message>
        <source>%1 cannot show “%2”: it has not all of its letters, or no room for it. Take a shorter text in letters that it has.</source>
        <translation>%1 无法显示“%2”：缺少其中的字符，或者位置不够。请改用更短的、它能显示的文字。</translation>
    </message>
    <message>
        <source>No drawer can be opened at %1: a printer of its model has no connector for one. Choose the model that it is, or another printer.</source>
        <translation>%1 无法打开钱箱：该型号的打印机没有钱箱接口。请选择实际的型号，或换用其他打印机。</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>%1 — gaps in ms: %2</source>
        <translation>%1 — 间隔（毫秒）：%2</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>卡 %1</translation>
    </message>
    <message>
        <source>The card is gone.</source>
        <translation>卡已拿走。</translation>
    </message>
    <message>
        <source>A payment card: it was not read.</source>
        <translation>这是银行卡，没有读取。</translation>
    </message>
    <message>
        <source>The card could not be read.</source>
        <translation>卡读不出来。</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 克</translation>
    </message>
    <message>
        <source>%1 g, not steady</source>
        <translation>%1 克，未稳定</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>标签打印机</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>刷卡机</translation>
    </message>
    <message>
        <source>Payment codes</source>
        <translation>扫码支付</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>顾客显示屏</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Printer of this computer</source>
        <translation>本机打印机</translation>
    </message>
    <message>
        <source>Card service</source>
        <translation>读卡服务</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Ready, the drawer is open</source>
        <translation>就绪，钱箱开着</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Key of the account</source>
        <translation>商户密钥</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Key of the cards</source>
        <translation>卡片密钥</translation>
    </message>
    <message>
        <source>Password of the terminal</source>
        <translation>刷卡机密码</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>低于零</translation>
    </message>
    <message>
        <source>0 g: nothing lies on the scale</source>
        <translation>0 克：秤上没有物品</translation>
    </message>
    <message>
        <source>Scanner that types like a keyboard</source>
        <translation>像键盘一样输入的扫码枪</translation>
    </message>
    <message>
        <source>Terminal without a cable</source>
        <translation>不连线的刷卡机</translation>
    </message>
    <message>
        <source>Window on a second screen</source>
        <translation>第二块屏幕上的窗口</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>始终可用</translation>
    </message>
</context>
<context>
    <name>FaultText</name>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 是空的</translation>
    </message>
    <message>
        <source>%1 and %2 belong together</source>
        <translation>%1 和 %2 必须一起给出</translation>
    </message>
    <message>
        <source>%1 takes %2, not “%3”</source>
        <translation>%1 应为 %2，不能是“%3”</translation>
    </message>
    <message>
        <source>%1 takes %2 to %3</source>
        <translation>%1 应在 %2 到 %3 之间</translation>
    </message>
    <message>
        <source>“%1” is one argument too many</source>
        <translation>“%1”是多余的参数</translation>
    </message>
    <message>
        <source>the database is %1:…, and this version has the embedded database only (%2)</source>
        <translation>数据库是 %1:…，而本版本只有内置数据库（%2）</translation>
    </message>
    <message>
        <source>no JSON goes on like this</source>
        <translation>此处不符合 JSON 的写法</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>内容没有写完</translation>
    </message>
    <message>
        <source>this is not UTF-8 text</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>a zero byte</source>
        <translation>含有零字节</translation>
    </message>
    <message>
        <source>more than 32 levels</source>
        <translation>嵌套超过 32 层</translation>
    </message>
    <message>
        <source>the key “%1” is there twice</source>
        <translation>键“%1”出现了两次</translation>
    </message>
    <message>
        <source>a number that is not an integer</source>
        <translation>数字不是整数</translation>
    </message>
    <message>
        <source>a number beyond ±9007199254740991</source>
        <translation>数字超出 ±9007199254740991</translation>
    </message>
    <message>
        <source>text expected</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>an integer expected</source>
        <translation>应为整数</translation>
    </message>
    <message>
        <source>an array expected</source>
        <translation>应为数组</translation>
    </message>
    <message>
        <source>an object expected</source>
        <translation>应为对象</translation>
    </message>
    <message>
        <source>true or false expected</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>an id expected</source>
        <translation>应为标识码</translation>
    </message>
    <message>
        <source>%1 to %2 characters expected</source>
        <translation>应有 %1 到 %2 个字符</translation>
    </message>
    <message>
        <source>a number from %1 to %2 expected</source>
        <translation>应为 %1 到 %2 之间的数字</translation>
    </message>
    <message>
        <source>blanks and control characters are not allowed</source>
        <translation>不能有空格和控制字符</translation>
    </message>
    <message>
        <source>control characters are not allowed</source>
        <translation>不能有控制字符</translation>
    </message>
    <message>
        <source>there are only blanks</source>
        <translation>只有空格</translation>
    </message>
    <message>
        <source>1 to 8 capital letters or digits expected</source>
        <translation>应为 1 到 8 个大写字母或数字</translation>
    </message>
    <message>
        <source>1 to 32 small letters, digits, dots, underscores or hyphens expected</source>
        <translation>应为 1 到 32 个小写字母、数字、点、下划线或连字符</translation>
    </message>
    <message>
        <source>an argon2id hash expected: %1</source>
        <translation>应为 argon2id 散列值：%1</translation>
    </message>
    <message>
        <source>a date like 1990-12-31 expected</source>
        <translation>应为 1990-12-31 这样的日期</translation>
    </message>
    <message>
        <source>the calendar has no such day</source>
        <translation>日历上没有这一天</translation>
    </message>
    <message>
        <source>5 to 20 digits expected, with single blanks or hyphens between them</source>
        <translation>应为 5 到 20 个数字，中间可以有单个空格或连字符</translation>
    </message>
    <message>
        <source>a telephone number has 5 to 15 digits</source>
        <translation>电话号码应为 5 到 15 位数字</translation>
    </message>
    <message>
        <source>piece or measure expected</source>
        <translation>应为 piece 或 measure</translation>
    </message>
    <message>
        <source>4 to 8 digits expected</source>
        <translation>应为 4 到 8 位数字</translation>
    </message>
    <message>
        <source>this PIN is too easy to guess; a row or a repetition of digits is none</source>
        <translation>这个 PIN 太容易猜到，不能用连续或重复的数字</translation>
    </message>
    <message>
        <source>there is no such permission</source>
        <translation>没有这项权限</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>“%1”出现了两次</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>没有这个字段</translation>
    </message>
    <message>
        <source>there is no such section</source>
        <translation>没有这个部分</translation>
    </message>
    <message>
        <source>either the secret or its hash, not both</source>
        <translation>密码和它的散列值只能写一个</translation>
    </message>
    <message>
        <source>another member of this file has the same phone number</source>
        <translation>文件中另一位会员的电话号码与此相同</translation>
    </message>
    <message>
        <source>member %1 has the same phone number</source>
        <translation>会员 %1 的电话号码与此相同</translation>
    </message>
    <message>
        <source>the field “%1” is missing</source>
        <translation>缺少字段“%1”</translation>
    </message>
    <message>
        <source>%1 is a user of the system</source>
        <translation>%1 是系统用户</translation>
    </message>
    <message>
        <source>there is no “%1”</source>
        <translation>没有“%1”</translation>
    </message>
    <message>
        <source>line %1: a zero byte; this is not CSV</source>
        <translation>第 %1 行：含有零字节，这不是 CSV 文件</translation>
    </message>
    <message>
        <source>line %1: a record above 64 KiB</source>
        <translation>第 %1 行：一条记录超过 64 KiB</translation>
    </message>
    <message>
        <source>line %1: a quote that is not closed</source>
        <translation>第 %1 行：引号没有闭合</translation>
    </message>
    <message>
        <source>line %1: text behind a closing quote</source>
        <translation>第 %1 行：右引号后面还有文字</translation>
    </message>
    <message>
        <source>line %1: %2 fields where the header has %3</source>
        <translation>第 %1 行：有 %2 个字段，而标题行有 %3 个</translation>
    </message>
    <message>
        <source>the column “%1” is there twice</source>
        <translation>列“%1”出现了两次</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>this is no file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>the end of the packed file is missing</source>
        <translation>压缩文件不完整，缺少结尾</translation>
    </message>
    <message>
        <source>the packed bytes are damaged</source>
        <translation>压缩内容已损坏</translation>
    </message>
    <message>
        <source>this is not an exported journal</source>
        <translation>这不是导出的流水</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>one of these expected: %1</source>
        <translation>应为其中之一：%1</translation>
    </message>
    <message>
        <source>%1 to %2 entries expected</source>
        <translation>应有 %1 到 %2 项</translation>
    </message>
    <message>
        <source>a bar code takes Latin letters, digits and signs only</source>
        <translation>条码只能使用拉丁字母、数字和符号</translation>
    </message>
    <message>
        <source>a PNG in black and white (one bit a dot) expected</source>
        <translation>应为黑白 PNG（每点一位）</translation>
    </message>
    <message>
        <source>the picture is too large; 576 dots wide, 2000 high and 64 KiB are the most</source>
        <translation>图片过大；最多宽 576 点、高 2000 点、64 KiB</translation>
    </message>
    <message>
        <source>the picture is damaged</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>only these stand for something in braces: %1</source>
        <translation>花括号中只能使用：%1</translation>
    </message>
    <message>
        <source>the block that marks copies and refunds is needed once</source>
        <translation>必须有且只有一个重印和退款标记</translation>
    </message>
    <message>
        <source>more than 128 KiB</source>
        <translation>超过 128 KiB</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>这不是图片</translation>
    </message>
    <message>
        <source>%1 takes the code that Alipay, WeChat Pay or UnionPay shows on the customer&apos;s phone</source>
        <translation>%1 要填顾客手机上支付宝、微信支付或云闪付显示的付款码</translation>
    </message>
    <message>
        <source>“%1”: only digits, points, and a weight or price in braces may stand here</source>
        <translation>“%1”：这里只能写数字、点，以及花括号中的重量或价格</translation>
    </message>
    <message>
        <source>“%1”: a weight is written {NNDDD}, a price {$NNNDD}, and each once</source>
        <translation>“%1”：重量写作 {NNDDD}，价格写作 {$NNNDD}，各只能出现一次</translation>
    </message>
    <message>
        <source>“%1”: no point stands for a digit of the article</source>
        <translation>“%1”：没有用点代表商品编号</translation>
    </message>
    <message>
        <source>“%1”: neither a weight nor a price is in it</source>
        <translation>“%1”：其中既没有重量也没有价格</translation>
    </message>
    <message>
        <source>“%1”: codes have 8 to 20 digits with their check digit</source>
        <translation>“%1”：条码连同校验位应为 8 至 20 位</translation>
    </message>
    <message>
        <source>one of these is needed: %1</source>
        <translation>需要以下选项之一：%1</translation>
    </message>
</context>
<context>
    <name>HqProgram</name>
    <message>
        <source>Brings the organisation to what one JSON file describes, all of it or nothing.</source>
        <translation>使机构与一个 JSON 文件的描述一致，要么全部生效，要么完全不变。</translation>
    </message>
    <message>
        <source>The organisation file.</source>
        <translation>机构文件。</translation>
    </message>
    <message>
        <source>Makes a code that lets one new register in. It works while HQ serves, too.</source>
        <translation>生成供一台新收银机加入的注册码。总部运行时也可使用。</translation>
    </message>
    <message>
        <source>The store, by its code.</source>
        <translation>门店的编码。</translation>
    </message>
    <message>
        <source>Nothing differs; nothing was changed.</source>
        <translation>没有差异，未作任何更改。</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed</source>
        <translation>%1：新增 %2，更改 %3</translation>
    </message>
    <message>
        <source>Code for one new register of store %1, for 24 hours: %2</source>
        <translation>门店 %1 一台新收银机的注册码，24 小时内有效：%2</translation>
    </message>
    <message>
        <source>The organisation is in %1, its first store is %2.</source>
        <translation>机构已建在 %1，第一家门店是 %2。</translation>
    </message>
    <message>
        <source>The user “owner” logs in once with this PIN and then chooses another: %1</source>
        <translation>用户“owner”用此 PIN 登录一次，然后另设一个：%1</translation>
    </message>
    <message>
        <source>The data directory.</source>
        <translation>数据目录。</translation>
    </message>
    <message>
        <source>The central server: makes an organisation, serves its registers.</source>
        <translation>中央服务器：建立机构，为其收银机提供服务。</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message>
        <source>Main store</source>
        <translation>总店</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Makes an organisation with its first store and its owner.</source>
        <translation>建立机构及其第一家门店和店主。</translation>
    </message>
    <message>
        <source>Fill it with the demo organisation.</source>
        <translation>填入演示机构的数据。</translation>
    </message>
    <message>
        <source>The currency, by its ISO 4217 code.</source>
        <translation>货币，用 ISO 4217 代码。</translation>
    </message>
    <message>
        <source>The time zone, by its IANA name.</source>
        <translation>时区，用 IANA 名称。</translation>
    </message>
    <message>
        <source>Where its tables are: sqlite:PATH.</source>
        <translation>数据表所在位置：sqlite:路径。</translation>
    </message>
    <message>
        <source>Serves registers until SIGTERM or SIGINT.</source>
        <translation>为收银机提供服务，直到 SIGTERM 或 SIGINT。</translation>
    </message>
    <message>
        <source>Where to listen; port 0 takes any that is free. Beyond loopback only with TLS or --behind-proxy.</source>
        <translation>监听地址；端口 0 表示任一空闲端口。本机回环之外须用 TLS 或 --behind-proxy。</translation>
    </message>
    <message>
        <source>The certificate and its chain, in PEM.</source>
        <translation>证书及其证书链（PEM）。</translation>
    </message>
    <message>
        <source>The certificate&apos;s private key, in PEM.</source>
        <translation>证书的私钥（PEM）。</translation>
    </message>
    <message>
        <source>A proxy in front of HQ does the encryption.</source>
        <translation>由总部前面的代理负责加密。</translation>
    </message>
    <message>
        <source>Writes a line of JSON about each request to this file.</source>
        <translation>把每个请求以一行 JSON 记入此文件。</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>商品分类</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Price releases</source>
        <translation>价格版本</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>This is not a number: %1.</source>
        <translation>这不是数字：%1。</translation>
    </message>
    <message>
        <source>This is larger than can be booked: %1.</source>
        <translation>数值太大，无法入账：%1。</translation>
    </message>
    <message>
        <source>This is not a time like 2010-12-01 08:26:00: %1.</source>
        <translation>这不是 2010-12-01 08:26:00 这样的时间：%1。</translation>
    </message>
    <message>
        <source>This is not UTF-8 text: %1.</source>
        <translation>这不是 UTF-8 文本：%1。</translation>
    </message>
    <message>
        <source>This ticket has more rows than can be booked at once: %1.</source>
        <translation>这张单据的行数太多，无法一次入账：%1。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”.</source>
        <translation>%1 没有“%2”这一列。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be imported: %2.</source>
        <translation>无法导入 %1：%2。</translation>
    </message>
    <message>
        <source>%1 Nothing was imported; correct the file and import it again.</source>
        <translation>%1没有导入任何内容；请改正文件后重新导入。</translation>
    </message>
</context>
<context>
    <name>PaymentText</name>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>The card cannot be read</source>
        <translation>读不出这张卡</translation>
    </message>
    <message>
        <source>There are no data on the card</source>
        <translation>卡上没有数据</translation>
    </message>
    <message>
        <source>The card could not be processed</source>
        <translation>无法处理这张卡</translation>
    </message>
    <message>
        <source>Not possible with a debit card</source>
        <translation>借记卡不能办理</translation>
    </message>
    <message>
        <source>Not possible with a credit card</source>
        <translation>信用卡不能办理</translation>
    </message>
    <message>
        <source>The terminal&apos;s memory is full</source>
        <translation>刷卡机存储已满</translation>
    </message>
    <message>
        <source>The terminal is not registered</source>
        <translation>刷卡机尚未签到</translation>
    </message>
    <message>
        <source>Cancelled, or nobody acted in time</source>
        <translation>已取消或操作超时</translation>
    </message>
    <message>
        <source>The card is blocked</source>
        <translation>卡已被止付</translation>
    </message>
    <message>
        <source>Wrong currency</source>
        <translation>币种不符</translation>
    </message>
    <message>
        <source>Not enough money on the card</source>
        <translation>卡内余额不足</translation>
    </message>
    <message>
        <source>The card&apos;s chip is faulty</source>
        <translation>卡芯片故障</translation>
    </message>
    <message>
        <source>The card&apos;s data are wrong</source>
        <translation>卡数据有误</translation>
    </message>
    <message>
        <source>The end of day is not possible</source>
        <translation>无法日终结算</translation>
    </message>
    <message>
        <source>The card has expired</source>
        <translation>卡已过期</translation>
    </message>
    <message>
        <source>The card is not valid yet</source>
        <translation>卡尚未生效</translation>
    </message>
    <message>
        <source>Unknown card</source>
        <translation>不认识的卡</translation>
    </message>
    <message>
        <source>The terminal cannot communicate</source>
        <translation>刷卡机通信失败</translation>
    </message>
    <message>
        <source>The terminal cannot do this</source>
        <translation>刷卡机不支持此操作</translation>
    </message>
    <message>
        <source>A key is missing in the terminal</source>
        <translation>刷卡机缺少密钥</translation>
    </message>
    <message>
        <source>The PIN pad is faulty</source>
        <translation>密码键盘故障</translation>
    </message>
    <message>
        <source>Protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>The bank cannot be reached</source>
        <translation>连不上银行</translation>
    </message>
    <message>
        <source>The terminal is busy</source>
        <translation>刷卡机正忙</translation>
    </message>
    <message>
        <source>The receiver is not ready</source>
        <translation>接收方未就绪</translation>
    </message>
    <message>
        <source>The other side does not answer</source>
        <translation>对方没有应答</translation>
    </message>
    <message>
        <source>The terminal has no connection</source>
        <translation>刷卡机没有网络</translation>
    </message>
    <message>
        <source>The memory is full</source>
        <translation>存储已满</translation>
    </message>
    <message>
        <source>Already taken back</source>
        <translation>已经撤销过</translation>
    </message>
    <message>
        <source>Cannot be taken back</source>
        <translation>不能撤销</translation>
    </message>
    <message>
        <source>The merchant&apos;s card is locked</source>
        <translation>商户卡已锁定</translation>
    </message>
    <message>
        <source>The terminal needs a diagnosis</source>
        <translation>刷卡机需要诊断</translation>
    </message>
    <message>
        <source>The amount is too high</source>
        <translation>金额超出上限</translation>
    </message>
    <message>
        <source>This way to pay is not supported</source>
        <translation>不支持这种付款方式</translation>
    </message>
    <message>
        <source>The amount is too low</source>
        <translation>金额低于下限</translation>
    </message>
    <message>
        <source>The terminal&apos;s printer is not ready</source>
        <translation>刷卡机打印机未就绪</translation>
    </message>
    <message>
        <source>A card is still in the terminal</source>
        <translation>刷卡机里还插着卡</translation>
    </message>
    <message>
        <source>The card reader does not answer</source>
        <translation>读卡器没有应答</translation>
    </message>
    <message>
        <source>The end of day is still open</source>
        <translation>尚未日终结算</translation>
    </message>
    <message>
        <source>System error of the terminal</source>
        <translation>刷卡机系统错误</translation>
    </message>
    <message>
        <source>The terminal waits for the amount</source>
        <translation>刷卡机等待金额</translation>
    </message>
    <message>
        <source>Look at the PIN pad</source>
        <translation>请看密码键盘</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不受理</translation>
    </message>
    <message>
        <source>The bank is asked</source>
        <translation>正在联系银行</translation>
    </message>
    <message>
        <source>The terminal takes the payment back</source>
        <translation>刷卡机正在撤销</translation>
    </message>
    <message>
        <source>Insert or hold the card</source>
        <translation>请插卡或挥卡</translation>
    </message>
    <message>
        <source>Take the card out</source>
        <translation>请取卡</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>The terminal closes its day</source>
        <translation>刷卡机正在日终结算</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>密码错误次数过多</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>代码 %1</translation>
    </message>
    <message>
        <source>amount %1</source>
        <translation>金额 %1</translation>
    </message>
    <message>
        <source>time %1</source>
        <translation>时间 %1</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>流水号 %1</translation>
    </message>
    <message>
        <source>receipt %1</source>
        <translation>凭条号 %1</translation>
    </message>
    <message>
        <source>approval %1</source>
        <translation>授权号 %1</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>卡号 %1</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
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
        <source>HQ cannot save: its disk is full. Tell HQ. Sales stay safe here and go out by themselves afterwards.</source>
        <translation>总部无法保存：其磁盘已满。请通知总部。销售记录在本机安全保存，之后会自动发送。</translation>
    </message>
    <message>
        <source>HQ cannot save (%1). Tell HQ. Sales stay safe here and go out by themselves afterwards.</source>
        <translation>总部无法保存（%1）。请通知总部。销售记录在本机安全保存，之后会自动发送。</translation>
    </message>
    <message>
        <source>Selling is not permitted to this user. Ask a manager.</source>
        <translation>该用户没有收银权限，请找店长。</translation>
    </message>
    <message>
        <source>Refunds are not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>该用户没有退货权限，请店长输入 PIN 授权。</translation>
    </message>
    <message>
        <source>Correcting the stock is not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>该用户没有调整库存的权限，请店长输入 PIN 授权。</translation>
    </message>
    <message>
        <source>Opening and closing shifts is not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>该用户没有开班、交班的权限，请店长输入 PIN 授权。</translation>
    </message>
    <message>
        <source>Registering and changing members is not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>该用户没有新增、修改会员的权限，请店长输入 PIN 授权。</translation>
    </message>
    <message>
        <source>Changing settings is not permitted to this user. Ask a manager.</source>
        <translation>该用户没有更改设置的权限，请找店长。</translation>
    </message>
    <message>
        <source>Seeing reports is not permitted to this user. Ask a manager.</source>
        <translation>该用户没有查看报表的权限，请找店长。</translation>
    </message>
    <message>
        <source>Allowing what others may not do is not permitted to this user. Choose a manager.</source>
        <translation>该用户没有授权他人的权限，请另选一位店长。</translation>
    </message>
    <message>
        <source>This is not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>该用户没有此项权限，请店长输入 PIN 授权。</translation>
    </message>
    <message>
        <source>%1 is reached, but its certificate is not trusted: %2. Check the address and this computer&apos;s clock, or name HQ&apos;s certificates with --ca.</source>
        <translation>已连到 %1，但它的证书不受信任：%2。请检查地址和本机时间，或用 --ca 指定总部的证书。</translation>
    </message>
    <message>
        <source>The certificates to trust for %1 cannot be read: %2. Check the file that was named with --ca.</source>
        <translation>无法读取用来验证 %1 的证书：%2。请检查用 --ca 指定的文件。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Check the network, and that HQ is running.</source>
        <translation>无法连接 %1：%2。请检查网络，并确认总部正在运行。</translation>
    </message>
    <message>
        <source>HQ&apos;s address (%1) takes no user and no password in front of an @. The enrolment code is enough; leave them out.</source>
        <translation>总部地址（%1）中不能在 @ 前写用户名和密码。有注册码就够了，请去掉它们。</translation>
    </message>
    <message>
        <source>HQ&apos;s address (%1) takes nothing from a ? or # on. Leave it out.</source>
        <translation>总部地址（%1）中不能有 ? 或 # 及其后的内容，请去掉。</translation>
    </message>
    <message>
        <source>“%1” is not an address. Write it like https://hq.example.com.</source>
        <translation>“%1”不是地址。请写成 https://hq.example.com 的形式。</translation>
    </message>
    <message>
        <source>Others than its owner may use the file %1, in which this register&apos;s key is. Take their rights away (chmod 600), then try again.</source>
        <translation>本收银机的密钥文件 %1 允许其他用户使用。请收回他们的权限（chmod 600），然后重试。</translation>
    </message>
    <message>
        <source>The file %1, in which this register&apos;s key is, belongs to another user. Start Branchline as that user, or give the file to this one.</source>
        <translation>本收银机的密钥文件 %1 属于另一个用户。请以该用户启动 Branchline，或把文件交给当前用户。</translation>
    </message>
    <message>
        <source>The file %1, in which this register&apos;s key is, is damaged. Restore it from a backup, or ask HQ to enrol this register again.</source>
        <translation>本收银机的密钥文件 %1 已损坏。请从备份恢复，或请总部重新注册本收银机。</translation>
    </message>
    <message>
        <source>The file %1, in which this register&apos;s key is, cannot be used: %2. Give this user the right to read and write it, then try again.</source>
        <translation>无法使用本收银机的密钥文件 %1：%2。请给当前用户读写权限，然后重试。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain refused access: %1. Unlock it and start Branchline again.</source>
        <translation>系统密钥串拒绝访问：%1。请解锁后重新启动 Branchline。</translation>
    </message>
    <message>
        <source>No Branchline HQ answers at %1. Check the address, also what stands behind the name and the port.</source>
        <translation>%1 处没有 Branchline 总部应答。请检查地址，包括主机名和端口后面的部分。</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>COPY</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>REFUND</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>收银机</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Thank you for your visit!</source>
        <translation>谢谢惠顾，欢迎再次光临！</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>优惠合计</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>UnionPay</source>
        <translation>银联</translation>
    </message>
</context>
<context>
    <name>SampleReceipt</name>
    <message>
        <source>Mineral water 550 ml</source>
        <translation>饮用天然水 550ml</translation>
    </message>
    <message>
        <source>Face mask, pack of 5</source>
        <translation>玻尿酸面膜 5片装</translation>
    </message>
    <message>
        <source>Wang Xiaoming</source>
        <translation>王小明</translation>
    </message>
    <message>
        <source>Usual receipt</source>
        <translation>常用小票</translation>
    </message>
    <message>
        <source>Short receipt</source>
        <translation>简短小票</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英双语</translation>
    </message>
    <message>
        <source>Shelf label 60 × 40 mm</source>
        <translation>货架标签 60 × 40 mm</translation>
    </message>
    <message>
        <source>Shelf label 70 × 38 mm</source>
        <translation>货架标签 70 × 38 mm</translation>
    </message>
    <message>
        <source>Product label 50 × 30 mm</source>
        <translation>商品标签 50 × 30 mm</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This cannot be done as given: %1. See --help.</source>
        <translation>无法按此执行：%1。请查看 --help。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text. Convert it to UTF-8 and try again.</source>
        <translation>%1 不是 UTF-8 文本。请转换为 UTF-8 后重试。</translation>
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
        <source>There is no organisation in %1. Bring the file back from a backup, or make a new organisation with init in an empty directory.</source>
        <translation>%1 中没有机构数据。请从备份恢复该文件，或在空目录中用 init 新建机构。</translation>
    </message>
    <message>
        <source>The database %1 is missing or empty. Bring it back from a backup; to begin anew, choose an empty directory.</source>
        <translation>数据库 %1 缺失或为空。请从备份恢复；要重新开始，请另选空目录。</translation>
    </message>
    <message>
        <source>The database %1 is in the hands of process %2, whose data is in %3. End that program first.</source>
        <translation>数据库 %1 正由进程 %2 使用，其数据目录为 %3。请先结束该程序。</translation>
    </message>
    <message>
        <source>The database %1 was not closed cleanly, and this user may not write beside it. Copy its directory to a place that can be written, and read it there.</source>
        <translation>数据库 %1 未正常关闭，且当前用户无权在其旁写入。请将所在目录整个复制到可写的位置，再在那里读取。</translation>
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
        <source>%1 cannot be printed as a bar code. Use digits and Latin letters only.</source>
        <translation>%1 无法打印成条码。请只用数字和英文字母。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消。未作任何更改。</translation>
    </message>
    <message>
        <source>The key with which this register signs in at HQ is missing. Selling goes on. Unlock the right keychain and try again, or ask HQ to enrol this register again.</source>
        <translation>找不到本机登录总部用的密钥。收银照常进行。请解锁正确的钥匙串后重试，或请总部重新注册本机。</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1): %2. Correct it and try again.</source>
        <translation>这不是有效的 JSON（%1）：%2。请改正后重试。</translation>
    </message>
    <message>
        <source>“%1” is not a currency. Use a code of ISO 4217 in capital letters, such as CNY.</source>
        <translation>“%1”不是货币代码。请使用 ISO 4217 的大写代码，例如 CNY。</translation>
    </message>
    <message>
        <source>Another branchline-hq is at work with the data in %1. Wait until it is done, or stop it first.</source>
        <translation>另一个 branchline-hq 正在使用 %1 中的数据。请等它结束，或先停止它。</translation>
    </message>
    <message>
        <source>HQ holds a different operation number %1 of this register, as happens after an old backup was restored. Selling goes on, but nothing more is sent. Call HQ: a manager has to enrol this register again as its successor.</source>
        <translation>总部保存的本收银机第 %1 号操作与这里不同，恢复旧备份后会这样。可以继续销售，但不再上传。请联系总部：需由经理把本收银机重新注册为继任收银机。</translation>
    </message>
    <message>
        <source>“%1” is not a number that can be used here. Type digits, with a point for decimals.</source>
        <translation>“%1”不是可用的数字。请输入数字，小数用小数点。</translation>
    </message>
    <message>
        <source>No drawer holds %1. Look at what was typed or scanned, and count again.</source>
        <translation>钱箱里不可能有 %1。请检查输入或扫描的内容，重新清点。</translation>
    </message>
    <message>
        <source>This ticket was also recalled at %1. Check with your colleague before you take the money.</source>
        <translation>此单也已在 %1 取单。收款前请与同事确认。</translation>
    </message>
    <message>
        <source>No store has printed a receipt %1. Check the number; a register that was offline may not have sent it yet.</source>
        <translation>没有门店打印过小票 %1。请核对号码；离线的收银机可能尚未上传。</translation>
    </message>
    <message>
        <source>Receipt %1 is not on this register, and HQ cannot be reached. Try again when the network is back.</source>
        <translation>小票 %1 不在本收银机上，且无法连接总部。请在网络恢复后再试。</translation>
    </message>
    <message>
        <source>“%1” is no address of such a device. Write it like escpos+tcp://192.168.1.40:9100, zvt+serial:///dev/ttyUSB0 or cups:NAME.</source>
        <translation>“%1”不是这类设备的地址。请写成 escpos+tcp://192.168.1.40:9100、zvt+serial:///dev/ttyUSB0 或 cups:名称 的形式。</translation>
    </message>
    <message>
        <source>Payment %1 is %2 already and cannot become %3. Look at the list of open payments before you charge again.</source>
        <translation>付款 %1 的状态已是“%2”，不能变为“%3”。再次收款前，请先查看未结付款列表。</translation>
    </message>
    <message>
        <source>What is to be printed is wrong at %1: %2. Correct it there and try again.</source>
        <translation>要打印的内容在 %1 处有误：%2。请更正后重试。</translation>
    </message>
    <message>
        <source>Payment %1 of this sale is %2: it may have been charged. Resolve it in the list of open payments before you charge again.</source>
        <translation>这笔销售的付款 %1 状态为“%2”，可能已经扣款。请先在未结付款列表中核实，再重新收款。</translation>
    </message>
    <message>
        <source>%2 of this ticket is charged already (payment %1). Complete the sale, or take the payment back first.</source>
        <translation>这张单已刷卡收取 %2（付款 %1）。请完成销售，或先撤销这笔付款。</translation>
    </message>
    <message>
        <source>Payment %1 does not pay this part of the sale. Check the list of payments, then choose the way to pay again.</source>
        <translation>付款 %1 与这部分应收不符。请查看付款列表，再重新选择付款方式。</translation>
    </message>
    <message>
        <source>This is a payment card. Its number was not kept; use the member&apos;s own card or phone number.</source>
        <translation>这是银行卡，卡号未作保存；请使用会员本人的会员卡或手机号。</translation>
    </message>
    <message>
        <source>The card could not be read. Try again, or type its number.</source>
        <translation>读卡失败。请重试，或手工输入卡号。</translation>
    </message>
    <message>
        <source>This is no payment code of Alipay, WeChat Pay or UnionPay. Ask the customer to open the code to pay with, and scan it again.</source>
        <translation>这不是支付宝、微信支付或云闪付的付款码。请顾客打开付款码，再扫一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) of this terminal may have been charged. Say what became of each before the day is closed: afterwards the terminal does not know it any more.</source>
        <translation>
            <numerusform>该刷卡机有 %n 笔付款可能已扣款。请先说明每笔的结果再日终结算：结算后刷卡机将无从得知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another device is set up at %1 already. Change that one, or type another address.</source>
        <translation>%1 已经有另一台设备在用。请修改那台设备，或输入另一个地址。</translation>
    </message>
</context>
<context>
    <name>ShiftReportText</name>
    <message>
        <source>Z report, shift %1</source>
        <translation>Z 报表，%1 号班</translation>
    </message>
    <message>
        <source>X report, shift %1</source>
        <translation>X 报表，%1 号班</translation>
    </message>
    <message>
        <source>Business day</source>
        <translation>营业日</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开班时间</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>交班时间</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款额</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>现金收入</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>现金退出</translation>
    </message>
    <message>
        <source>Expected in the drawer</source>
        <translation>钱箱应有</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>收银机 %1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>%1, allowed by %2</source>
        <translation>%1，由 %2 授权</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>开班人</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>交班人</translation>
    </message>
</context>
<context>
    <name>StartText</name>
    <message>
        <source>Point of sale: the register&apos;s window.</source>
        <translation>收银：收银机窗口。</translation>
    </message>
    <message>
        <source>Keep the register&apos;s data in DIR.</source>
        <translation>收银机数据保存在 DIR。</translation>
    </message>
    <message>
        <source>zh_CN, zh_TW or en.</source>
        <translation>zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>light（浅色）或 dark（深色）。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust instead of the system&apos;s.</source>
        <translation>改为信任的证书（PEM），取代系统证书。</translation>
    </message>
    <message>
        <source>Trade by itself for an hour of the demo, leave pictures and a summary in DIR, and end.</source>
        <translation>自行模拟一小时营业，在 DIR 中留下截图和小结，然后结束。</translation>
    </message>
    <message>
        <source>Use this receipt printer: escpos+tcp://192.168.1.40:9100, cups:NAME or pdf:/DIRECTORY.</source>
        <translation>使用这台小票机：escpos+tcp://192.168.1.40:9100、cups:名称 或 pdf:/目录。</translation>
    </message>
    <message>
        <source>Say how long the start took until somebody can sell, and end.</source>
        <translation>显示启动到可以收银所用的时间，然后退出。</translation>
    </message>
    <message>
        <source>Set up the devices that FILE names instead of those that are set up.</source>
        <translation>改用 FILE 中列出的设备，代替已设置的设备。</translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>待上传 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>HQ: the key is missing</source>
        <translation>总部：缺少密钥</translation>
    </message>
    <message>
        <source>Connecting to HQ</source>
        <translation>正在连接总部</translation>
    </message>
    <message>
        <source>HQ %1</source>
        <translation>总部 %1同步</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>暂扣 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending to HQ</source>
        <translation>正在上传总部</translation>
    </message>
    <message>
        <source>HQ not reached</source>
        <translation>连不上总部</translation>
    </message>
    <message>
        <source>HQ cannot save</source>
        <translation>总部无法保存</translation>
    </message>
    <message>
        <source>HQ is busy</source>
        <translation>总部繁忙</translation>
    </message>
    <message>
        <source>HQ has withdrawn this register</source>
        <translation>总部已停用本收银机</translation>
    </message>
    <message>
        <source>HQ refuses this register</source>
        <translation>总部拒绝本收银机</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>需要升级</translation>
    </message>
    <message numerus="yes">
        <source>Clock %n min slow</source>
        <translation>
            <numerusform>时钟慢 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clock %n min fast</source>
        <translation>
            <numerusform>时钟快 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>HQ has everything that was sold here, and tells this register what is new.</source>
        <translation>本机的销售总部都已收到；有更新时总部会通知本机。</translation>
    </message>
    <message>
        <source>HQ is reached; what waits goes out next.</source>
        <translation>已连上总部；待上传的内容随即发出。</translation>
    </message>
    <message>
        <source>What waits is on its way to HQ.</source>
        <translation>待上传的内容正在发往总部。</translation>
    </message>
    <message>
        <source>The connection to HQ is being made.</source>
        <translation>正在与总部建立连接。</translation>
    </message>
    <message>
        <source>Not sent any more: call HQ</source>
        <translation>已停止上传：请联系总部</translation>
    </message>
    <message>
        <source>%1 Selling goes on; Branchline tries again by itself.</source>
        <translation>%1销售照常进行，Branchline 会自动重试。</translation>
    </message>
</context>
<context>
    <name>TenderText</name>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>UnionPay</source>
        <translation>银联</translation>
    </message>
</context>
<context>
    <name>TerminalSlip</name>
    <message>
        <source>End of day of the card terminal</source>
        <translation>刷卡机日终结算</translation>
    </message>
    <message>
        <source>Payments: %1</source>
        <translation>付款笔数：%1</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>重印</translation>
    </message>
</context>
<context>
    <name>TestPage</name>
    <message>
        <source>This printer works.</source>
        <translation>这台打印机可以使用。</translation>
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
    <name>TraceText</name>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>initialise</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>size of Chinese</source>
        <translation>汉字字号</translation>
    </message>
    <message>
        <source>Chinese on</source>
        <translation>汉字模式开</translation>
    </message>
    <message>
        <source>Chinese off</source>
        <translation>汉字模式关</translation>
    </message>
    <message>
        <source>code page</source>
        <translation>代码页</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>走纸</translation>
    </message>
    <message>
        <source>line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>usual line height</source>
        <translation>默认行高</translation>
    </message>
    <message>
        <source>drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>drawer at once</source>
        <translation>立即开钱箱</translation>
    </message>
    <message>
        <source>to tell of changes</source>
        <translation>状态变化时通知</translation>
    </message>
    <message>
        <source>bar code height</source>
        <translation>条码高度</translation>
    </message>
    <message>
        <source>bar code width</source>
        <translation>条码宽度</translation>
    </message>
    <message>
        <source>bar code text</source>
        <translation>条码文字</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>切纸</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>bar code</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>text of %1 bytes</source>
        <translation>%1 字节文字</translation>
    </message>
    <message>
        <source>%1 unknown bytes</source>
        <translation>%1 个未知字节</translation>
    </message>
    <message>
        <source>status?</source>
        <translation>状态？</translation>
    </message>
    <message>
        <source>done?</source>
        <translation>完成了吗？</translation>
    </message>
    <message>
        <source>who are you?</source>
        <translation>你是谁？</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>done, paper sensor</source>
        <translation>完成，纸张传感器</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>状态变化</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>paper out</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>paper nearly out</source>
        <translation>纸将用尽</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>盖子打开</translation>
    </message>
    <message>
        <source>cutter jammed</source>
        <translation>切刀卡住</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>drawer line high</source>
        <translation>钱箱信号高电平</translation>
    </message>
    <message>
        <source>done, mark</source>
        <translation>完成，标记</translation>
    </message>
    <message>
        <source>it is</source>
        <translation>设备是</translation>
    </message>
    <message>
        <source>status enquiry</source>
        <translation>查询状态</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>authorisation</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>log-off</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>completion</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>repeat receipt</source>
        <translation>重印凭条</translation>
    </message>
    <message>
        <source>reversal</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>end of day</source>
        <translation>日终结算</translation>
    </message>
    <message>
        <source>diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>abort request</source>
        <translation>请求中止</translation>
    </message>
    <message>
        <source>print line</source>
        <translation>打印一行</translation>
    </message>
    <message>
        <source>print block</source>
        <translation>打印一段</translation>
    </message>
    <message>
        <source>status information</source>
        <translation>状态信息</translation>
    </message>
    <message>
        <source>intermediate status</source>
        <translation>中间状态</translation>
    </message>
    <message>
        <source>asks for the weight</source>
        <translation>询问重量</translation>
    </message>
    <message>
        <source>%1 g, at rest</source>
        <translation>%1 克，稳定</translation>
    </message>
    <message>
        <source>%1 g, moving</source>
        <translation>%1 克，未稳定</translation>
    </message>
    <message>
        <source>overload</source>
        <translation>超载</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>低于零</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有答复</translation>
    </message>
    <message>
        <source>asks for the chip&apos;s identifier</source>
        <translation>询问芯片编号</translation>
    </message>
    <message>
        <source>loads a key</source>
        <translation>载入密钥</translation>
    </message>
    <message>
        <source>opens block %1</source>
        <translation>打开第 %1 块</translation>
    </message>
    <message>
        <source>reads block %1</source>
        <translation>读取第 %1 块</translation>
    </message>
    <message>
        <source>writes block %1</source>
        <translation>写入第 %1 块</translation>
    </message>
    <message>
        <source>symbology</source>
        <translation>码制</translation>
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
    <message>
        <source>Back office</source>
        <translation>后台</translation>
    </message>
</context>
<context>
    <name>bl::desktop::AddDeviceSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ApprovalSheet</name>
    <message>
        <source>Nobody at this register may allow it. Ask HQ.</source>
        <translation>本机没有人可以授权。请询问总部。</translation>
    </message>
    <message>
        <source>A manager allows this</source>
        <translation>店长授权</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>The manager&apos;s PIN</source>
        <translation>店长的 PIN</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>bl::desktop::BackOffice</name>
    <message>
        <source>Back office</source>
        <translation>后台</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
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
    <name>bl::desktop::BlockOptions</name>
    <message>
        <source>Import a drawing…</source>
        <translation>导入线稿…</translation>
    </message>
    <message>
        <source>Import a photo…</source>
        <translation>导入照片…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>收银台</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Code below the name</source>
        <translation>品名下方显示编码</translation>
    </message>
    <message>
        <source>Quantity and unit price</source>
        <translation>数量和单价</translation>
    </message>
    <message>
        <source>Reduction below the line</source>
        <translation>行下显示优惠</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>优惠合计</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>How it was paid</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>不显示姓名</translation>
    </message>
    <message>
        <source>Masked name</source>
        <translation>姓名打码</translation>
    </message>
    <message>
        <source>Whole name</source>
        <translation>显示全名</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Balance after the sale</source>
        <translation>消费后余额</translation>
    </message>
    <message>
        <source>Points after the sale</source>
        <translation>消费后积分</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>正常大小</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>Normal weight</source>
        <translation>正常粗细</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>In braces: %1</source>
        <translation>花括号变量：%1</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>2 lines</source>
        <translation>2 行</translation>
    </message>
    <message>
        <source>3 lines</source>
        <translation>3 行</translation>
    </message>
    <message>
        <source>4 lines</source>
        <translation>4 行</translation>
    </message>
    <message>
        <source>Release of the prices</source>
        <translation>价格版本</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>In simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>In traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Copy and refund mark</source>
        <translation>重印和退款标记</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>单据信息</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品明细</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>致谢</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>凭证校验码</translation>
    </message>
    <message>
        <source>The house&apos;s logo: PNG, JPEG or SVG.</source>
        <translation>商家标志：PNG、JPEG 或 SVG。</translation>
    </message>
    <message>
        <source>The store&apos;s head, as HQ keeps it.</source>
        <translation>门店抬头，以总部资料为准。</translation>
    </message>
    <message>
        <source>Says on copies and refunds that they are one. Every receipt has it once.</source>
        <translation>在重印和退款小票上注明。每张小票必有一处。</translation>
    </message>
    <message>
        <source>Which sale this was.</source>
        <translation>这是哪一笔交易。</translation>
    </message>
    <message>
        <source>What was sold, line by line.</source>
        <translation>逐行列出售出的商品。</translation>
    </message>
    <message>
        <source>The total, and what is told with it.</source>
        <translation>合计及相关金额。</translation>
    </message>
    <message>
        <source>Only where a member bought; what is not known is left out.</source>
        <translation>仅会员消费时打印；没有的内容不显示。</translation>
    </message>
    <message>
        <source>Your own words. A language without words is left out.</source>
        <translation>自定义文字。没有填写的语言不打印。</translation>
    </message>
    <message>
        <source>A QR code for telephones.</source>
        <translation>供手机扫描的二维码。</translation>
    </message>
    <message>
        <source>The receipt&apos;s number, to be scanned at the counter.</source>
        <translation>小票号条码，供收银台扫描。</translation>
    </message>
    <message>
        <source>A line across the paper.</source>
        <translation>横贯纸张的一条线。</translation>
    </message>
    <message>
        <source>Empty lines.</source>
        <translation>空白行。</translation>
    </message>
    <message>
        <source>Below sales. Without words of your own it thanks in general.</source>
        <translation>印在销售小票末尾。未填写时使用通用致谢语。</translation>
    </message>
    <message>
        <source>Digits that prove that the sale is in the books.</source>
        <translation>证明该笔交易已入账的校验码。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CaField</name>
    <message>
        <source>Choose a certificate</source>
        <translation>选择证书</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificate of an own authority</source>
        <translation>自有机构的证书</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Own CA certificate (PEM), or empty</source>
        <translation>自有机构的证书（PEM）；留空则用系统的</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CartModel</name>
    <message>
        <source>What is taken off the price, and why: tier, promotion, coupon or by hand</source>
        <translation>减了多少、为什么：等级、促销、优惠券或手工改价</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>小计</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ClearSheet</name>
    <message>
        <source>Clear the ticket?</source>
        <translation>清空购物单？</translation>
    </message>
    <message>
        <source>All lines and the member are taken off. To keep them for later, park the ticket instead.</source>
        <translation>所有商品和会员都会移除。如需稍后继续，请改为挂单。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CloseShiftSheet</name>
    <message>
        <source>Count the drawer first. An empty drawer is 0.</source>
        <translation>请先清点钱箱。钱箱为空请填 0。</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Count all cash in the drawer, the float included. It works without HQ; nothing is lost.</source>
        <translation>请清点钱箱内全部现金，包括备用金。断网也可交班，数据不会丢失。</translation>
    </message>
    <message>
        <source>Notes and coins, if you like</source>
        <translation>按面额清点（可选）</translation>
    </message>
    <message>
        <source>Counted in the drawer</source>
        <translation>钱箱实点</translation>
    </message>
    <message>
        <source>Pieces of %1</source>
        <translation>面额 %1 的张数</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 报表</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CounterPresenter</name>
    <message>
        <source>Card slip</source>
        <translation>刷卡凭条</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CounterView</name>
    <message>
        <source>Print again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>%1 · total %2 · received %3</source>
        <translation>%1 · 应收 %2 · 实收 %3</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · reductions %2</source>
        <translation>%1 · 优惠 %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Scan or search: product, member, phone, initials</source>
        <translation>扫码或搜索：商品、会员、手机号、拼音首字母</translation>
    </message>
    <message>
        <source>The lines of the ticket</source>
        <translation>购物单明细</translation>
    </message>
    <message>
        <source>Ready for the first product</source>
        <translation>请扫描第一件商品</translation>
    </message>
    <message>
        <source>Scan a code, type a name or its initials, or choose a quick key. 3* in front of a code takes three.</source>
        <translation>扫码、输入名称或拼音首字母，或点快捷键。在条码前输入 3* 即为三件。</translation>
    </message>
    <message>
        <source>Recall %1</source>
        <translation>取单 %1</translation>
    </message>
    <message>
        <source>When the program ended, this had not been printed, as far as is known: %1. Print it now?</source>
        <translation>程序上次结束时，以下内容可能还没有打印：%1。现在打印吗？</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message numerus="yes">
        <source>Nobody knows yet whether %n payment(s) went through.</source>
        <translation>
            <numerusform>有 %n 笔付款还不知道是否成功。</numerusform>
        </translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>去查清</translation>
    </message>
    <message>
        <source>Everything is saved; %1 was not printed. %2</source>
        <translation>数据都已保存，但 %1 未打印出来。%2</translation>
    </message>
    <message>
        <source>Everything is saved; %1 may not have been printed. %2</source>
        <translation>数据都已保存，但 %1 可能未打印出来。%2</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CustomerDisplayPresenter</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CustomerWindow</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Total %1 · received %2</source>
        <translation>合计 %1 · 收款 %2</translation>
    </message>
</context>
<context>
    <name>bl::desktop::DeviceConsole</name>
    <message>
        <source>The payment is %1.</source>
        <translation>付款结果：%1。</translation>
    </message>
    <message>
        <source>The test page came out.</source>
        <translation>测试页已打印。</translation>
    </message>
    <message>
        <source>The test page was sent. Look whether it came out.</source>
        <translation>测试页已发送，请查看是否打印出来。</translation>
    </message>
    <message>
        <source>The drawer was told to open.</source>
        <translation>已发出开钱箱指令。</translation>
    </message>
    <message>
        <source>The text is on the display.</source>
        <translation>文字已显示。</translation>
    </message>
    <message>
        <source>The terminal is well.</source>
        <translation>刷卡机正常。</translation>
    </message>
    <message numerus="yes">
        <source>The terminal&apos;s day is closed: %n payment(s).</source>
        <translation>
            <numerusform>刷卡机已日终结算：%n 笔付款。</numerusform>
        </translation>
    </message>
    <message>
        <source>The test label came out.</source>
        <translation>测试标签已打印出来。</translation>
    </message>
    <message>
        <source>The test label was sent. Look whether it came out.</source>
        <translation>测试标签已发送，请看一下是否打印出来。</translation>
    </message>
    <message>
        <source>No day of this terminal was closed here yet.</source>
        <translation>这台刷卡机还没有在这里做过日终结算。</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>日终结算</translation>
    </message>
    <message>
        <source>The card carries the number %1 now; it was read back.</source>
        <translation>卡片现在的卡号是 %1，已读回核对。</translation>
    </message>
    <message>
        <source>Replace the number</source>
        <translation>替换卡号</translation>
    </message>
</context>
<context>
    <name>bl::desktop::DeviceWizard</name>
    <message>
        <source>What is to be added?</source>
        <translation>要添加什么设备？</translation>
    </message>
    <message>
        <source>%1: where is it?</source>
        <translation>%1：在哪里？</translation>
    </message>
    <message>
        <source>Which printer is it?</source>
        <translation>是哪种打印机？</translation>
    </message>
    <message>
        <source>%1: does it work?</source>
        <translation>%1：能用吗？</translation>
    </message>
    <message>
        <source>in use already</source>
        <translation>已在使用</translation>
    </message>
    <message>
        <source>Looking for devices …</source>
        <translation>正在查找设备…</translation>
    </message>
    <message>
        <source>Nothing was found. Switch the device on and plug it in, then look again; or type its address below.</source>
        <translation>没有找到设备。请打开设备电源、插好线再查找，或在下面输入地址。</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>可以使用。</translation>
    </message>
    <message>
        <source>It works. It says: %1</source>
        <translation>可以使用。设备返回：%1</translation>
    </message>
    <message>
        <source>Devices that were found</source>
        <translation>找到的设备</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Search the network</source>
        <translation>搜索网络</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>The profile says how wide the paper is, how Chinese is printed and what else the printer can do. Where yours is not named, take the one of its paper&apos;s width.</source>
        <translation>型号配置决定纸宽、中文打印方式和打印机的其他功能。没有列出您的型号时，请按纸宽选择。</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>A test page is printed on %1. Check that the Chinese is readable and the ruler fills one line.</source>
        <translation>在 %1 上打印测试页。请检查中文是否清楚、标尺是否正好占满一行。</translation>
    </message>
    <message>
        <source>Press the button, then scan any code with %1.</source>
        <translation>按下按钮，然后用 %1 扫任意一个条码。</translation>
    </message>
    <message>
        <source>Press the button, then use a card at %1.</source>
        <translation>按下按钮，然后在 %1 上刷卡。</translation>
    </message>
    <message>
        <source>Put something on the scale at %1.</source>
        <translation>在 %1 的秤上放一件东西。</translation>
    </message>
    <message>
        <source>A text is shown on %1.</source>
        <translation>在 %1 上显示一段文字。</translation>
    </message>
    <message>
        <source>%1 is asked how it is. Nothing is charged.</source>
        <translation>只向 %1 查询状态，不会扣款。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Add this device</source>
        <translation>添加这台设备</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Password of the terminal; empty for the usual one</source>
        <translation>刷卡机密码；留空则用默认密码</translation>
    </message>
</context>
<context>
    <name>bl::desktop::DevicesPage</name>
    <message>
        <source>The device was added.</source>
        <translation>设备已添加。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No device is set up yet. Add one.</source>
        <translation>还没有设置设备，请添加。</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Scan a code, use a card or put something on the scale: it appears here.</source>
        <translation>扫码、刷卡或称重，结果会显示在这里。</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最近的错误</translation>
    </message>
    <message>
        <source>Jobs / failures</source>
        <translation>任务 / 失败</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Look for it now</source>
        <translation>立即查找</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Ask its state</source>
        <translation>查询状态</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Show a text</source>
        <translation>显示文字</translation>
    </message>
    <message>
        <source>Register again</source>
        <translation>重新注册</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>日终结算</translation>
    </message>
    <message>
        <source>What goes over its line: → to the device, ← from it</source>
        <translation>通信内容：→ 发给设备，← 设备发来</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>通信记录</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>测试标签</translation>
    </message>
    <message>
        <source>Print its slip again</source>
        <translation>重印结算单</translation>
    </message>
    <message>
        <source>Number for the card</source>
        <translation>要写入的卡号</translation>
    </message>
    <message>
        <source>Number for the card on the reader</source>
        <translation>写入读卡器上卡片的卡号</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>bl::desktop::DevicesSheet</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>No devices are set up. They are added in the back office.</source>
        <translation>尚未设置设备。请在后台添加。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Device console</source>
        <translation>设备控制台</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>bl::desktop::FailureScreen</name>
    <message>
        <source>Branchline cannot start</source>
        <translation>Branchline 无法启动</translation>
    </message>
    <message>
        <source>The data of this register: %1</source>
        <translation>本收银机的数据：%1</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>bl::desktop::FirstStartScreen</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Join HQ</source>
        <translation>加入总部</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>HQ gives each register a code that works once. Ask whoever looks after HQ for its address and a code.</source>
        <translation>总部给每台收银机一个只能用一次的注册码。请向总部管理员索取地址和注册码。</translation>
    </message>
    <message>
        <source>HQ&apos;s address</source>
        <translation>总部地址</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>注册码</translation>
    </message>
    <message>
        <source>As it was given to you; capitals and dashes do not matter</source>
        <translation>按拿到的输入即可，不分大小写，短横可省</translation>
    </message>
    <message>
        <source>Joining HQ</source>
        <translation>正在加入总部</translation>
    </message>
    <message>
        <source>No HQ yet? The demo has a store with products and members on this computer. Start it with installer/demo first.</source>
        <translation>还没有总部？演示在本机提供带商品和会员的门店。请先用 installer/demo 启动。</translation>
    </message>
    <message>
        <source>Try with demo data</source>
        <translation>用演示数据试用</translation>
    </message>
    <message>
        <source>The demo does not run on this computer. Start installer/demo in a terminal and leave it open, then try again.</source>
        <translation>本机没有运行演示。请在终端中启动 installer/demo 并保持打开，然后重试。</translation>
    </message>
    <message>
        <source>Fetching the store&apos;s data</source>
        <translation>正在获取门店资料</translation>
    </message>
    <message>
        <source>This is register %1 now</source>
        <translation>本机现为收银机 %1</translation>
    </message>
    <message>
        <source>Products, members and users are on their way from HQ. This happens once.</source>
        <translation>商品、会员和用户资料正从总部传来，仅此一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) arrived; the rest is on its way from HQ.</source>
        <translation>
            <numerusform>已收到 %n 位用户，其余资料正从总部传来。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>HQ has no users with a PIN for this store yet. As soon as it has, they appear here.</source>
        <translation>总部还没有为本店设置带 PIN 的用户。设置后会显示在这里。</translation>
    </message>
    <message>
        <source>Go on without devices</source>
        <translation>不设置设备，继续</translation>
    </message>
    <message>
        <source>Devices at this counter</source>
        <translation>收银台的设备</translation>
    </message>
    <message>
        <source>Choose what stands at the counter, one after the other. It can be done later too; selling works without any of them.</source>
        <translation>逐一选择收银台上的设备。也可以以后再设置；没有这些设备也能销售。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::HqNotice</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>bl::desktop::InStorePage</name>
    <message>
        <source>Saved. Scans use these patterns from now on.</source>
        <translation>已保存。从现在起扫码使用这些规则。</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>第 %1 行：%2。</translation>
    </message>
    <message>
        <source>Scan a label of the shop: what the patterns read in it appears here.</source>
        <translation>扫描一张本店标签：按规则读出的内容会显示在这里。</translation>
    </message>
    <message>
        <source>No pattern fits this code, or its check digit is wrong.</source>
        <translation>没有规则适用于这个条码，或其校验位有误。</translation>
    </message>
    <message>
        <source>No product has the number %1.</source>
        <translation>没有编号为 %1 的商品。</translation>
    </message>
    <message>
        <source>Weight: %1 kg</source>
        <translation>重量：%1 千克</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <translation>价格：%1</translation>
    </message>
    <message>
        <source>Codes of this shop&apos;s scales and label printers</source>
        <translation>本店电子秤和标签打印机的条码</translation>
    </message>
    <message>
        <source>One pattern a line. Digits stand for themselves, each point for a digit of the product&apos;s number, {NNDDD} for a weight in kilograms and {$NNNDD} for a price, N before and D behind the decimal point. The check digit follows and is not written. Lines that begin with # are notes.</source>
        <translation>每行一条规则。数字代表其本身，每个点代表商品编号的一位，{NNDDD} 代表以千克计的重量，{$NNNDD} 代表价格，N 在小数点前，D 在小数点后。校验位在末尾，不用写。以 # 开头的行是备注。</translation>
    </message>
    <message>
        <source>Patterns of in-store codes</source>
        <translation>店内码规则</translation>
    </message>
    <message>
        <source>Take the usual ones</source>
        <translation>使用默认规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Try a code</source>
        <translation>试读条码</translation>
    </message>
    <message>
        <source>Scan or type a code</source>
        <translation>扫描或输入条码</translation>
    </message>
</context>
<context>
    <name>bl::desktop::LabelPage</name>
    <message>
        <source>%1 is saved.</source>
        <translation>已保存“%1”。</translation>
    </message>
    <message>
        <source>Labels printed: %1</source>
        <translation>已打印标签：%1 张</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Kind of label</source>
        <translation>标签类型</translation>
    </message>
    <message>
        <source>Shelf label: a large price</source>
        <translation>货架标签：大字价格</translation>
    </message>
    <message>
        <source>Product label: a large bar code</source>
        <translation>商品标签：大条码</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>宽（毫米）</translation>
    </message>
    <message>
        <source>Height in millimetres</source>
        <translation>高（毫米）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Code in digits</source>
        <translation>编码数字</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Scan or search a product</source>
        <translation>扫描或搜索商品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Labels to print</source>
        <translation>要打印的标签</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一张</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>减一张</translation>
    </message>
    <message>
        <source>Address of the label printer</source>
        <translation>标签打印机地址</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Width, height and gap in mm</source>
        <translation>宽、高和间隙（毫米）</translation>
    </message>
    <message>
        <source>Gap between two labels in millimetres</source>
        <translation>标签间隙（毫米）</translation>
    </message>
</context>
<context>
    <name>bl::desktop::LabelPrinting</name>
    <message>
        <source>%1, copy</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Mineral water 550 ml</source>
        <translation>饮用天然水 550ml</translation>
    </message>
    <message>
        <source>bottle</source>
        <translation>瓶</translation>
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
    <name>bl::desktop::LogInScreen</name>
    <message>
        <source>The users cannot be read</source>
        <translation>无法读取用户</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在核对…</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. %n more try(ies), then you have to wait.</source>
        <translation>
            <numerusform>PIN 不正确。还可再试 %n 次，之后需要等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two PINs were not the same. Choose one again.</source>
        <translation>两次输入的 PIN 不一致。请重新设定。</translation>
    </message>
    <message>
        <source>This is the PIN that was given to you. Choose another one.</source>
        <translation>这是发给您的初始 PIN。请换一个。</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>谁在上班？</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>收银机 %1</translation>
    </message>
    <message>
        <source>Name or initials, then Enter</source>
        <translation>姓名或首字母，然后按 Enter</translation>
    </message>
    <message>
        <source>Search for a user</source>
        <translation>查找用户</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Nobody can log in here yet</source>
        <translation>本机还没有可登录的用户</translation>
    </message>
    <message>
        <source>HQ names the users of this register and gives them PINs. They appear here as soon as this register has heard of them.</source>
        <translation>本机的用户和 PIN 由总部设定。本机收到后会立即显示在这里。</translation>
    </message>
    <message>
        <source>Choose your name, then type your PIN.</source>
        <translation>请选择您的姓名，然后输入 PIN。</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 的 PIN</translation>
    </message>
    <message>
        <source>Choose your own PIN, %1</source>
        <translation>%1，请设定自己的 PIN</translation>
    </message>
    <message>
        <source>Your PIN was only given out for the first time. Choose 4 to 8 digits that nobody else knows.</source>
        <translation>您的 PIN 只供首次登录。请设定 4 到 8 位别人不知道的数字。</translation>
    </message>
    <message>
        <source>Type the new PIN again</source>
        <translation>再次输入新 PIN</translation>
    </message>
    <message>
        <source>The same digits once more, so that no slip of the finger locks you out.</source>
        <translation>请再输入一次同样的数字，以免误按后无法登录。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::MemberPanel</name>
    <message>
        <source>Take the member off the ticket</source>
        <translation>从购物单移除会员</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>今天生日</translation>
    </message>
    <message>
        <source>It is the member&apos;s birthday today</source>
        <translation>今天是该会员的生日</translation>
    </message>
    <message>
        <source>Member since %1</source>
        <translation>%1 年入会</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>会员号 %1</translation>
    </message>
    <message>
        <source>No member. Find one, or register a new one.</source>
        <translation>未选会员。可查找，或新增会员。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::MemberSheet</name>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Phone digits, name, initials or card number</source>
        <translation>手机号、姓名、拼音首字母或卡号</translation>
    </message>
    <message>
        <source>Search for a member</source>
        <translation>查找会员</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>找到的会员</translation>
    </message>
    <message>
        <source>Type any four digits of the phone number, the beginning of the name, or pinyin initials.</source>
        <translation>请输入手机号中任意四位、姓名开头或拼音首字母。</translation>
    </message>
    <message>
        <source>No member found for “%1”. Check the digits, or register a new member.</source>
        <translation>未找到“%1”对应的会员。请核对号码，或新增会员。</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新增会员</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>bl::desktop::MoreSheet</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Clear the ticket</source>
        <translation>清空购物单</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>后台</translation>
    </message>
    <message>
        <source>Open payments</source>
        <translation>未结清的付款</translation>
    </message>
</context>
<context>
    <name>bl::desktop::NewMemberSheet</name>
    <message>
        <source>New member</source>
        <translation>新增会员</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
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
    <name>bl::desktop::OpenPaymentsSheet</name>
    <message>
        <source>Waiting for an answer …</source>
        <translation>正在等待答复…</translation>
    </message>
    <message>
        <source>All payments are settled, and all that were charged belong to a sale.</source>
        <translation>所有付款都已结清，已收的款都归入了销售。</translation>
    </message>
    <message>
        <source>These payments belong to no sale. Settle them or take them back before the shift is closed, or complete the ticket that they were charged for.</source>
        <translation>这些付款不属于任何销售。请在交班前查清或撤销，或者完成收款所对应的单据。</translation>
    </message>
    <message>
        <source>These payments belong to no sale yet.</source>
        <translation>这些付款还不属于任何销售。</translation>
    </message>
    <message>
        <source>Open payments</source>
        <translation>未结清的付款</translation>
    </message>
    <message>
        <source>Close the shift all the same</source>
        <translation>仍然交班</translation>
    </message>
</context>
<context>
    <name>bl::desktop::OpenShiftSheet</name>
    <message>
        <source>Open a shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Count the money in the drawer before the first sale.</source>
        <translation>首笔销售前请清点钱箱内的现金。</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>钱箱备用金</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>开班</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ParkSheet</name>
    <message>
        <source>Park the ticket</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>The ticket waits in the recall list. A label helps to find it again: a name, a table, a trolley.</source>
        <translation>购物单会放入取单列表。写个标签便于查找：姓名、桌号、购物车。</translation>
    </message>
    <message>
        <source>Label, may be empty</source>
        <translation>标签，可不填</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>挂单</translation>
    </message>
</context>
<context>
    <name>bl::desktop::PayEntry</name>
    <message>
        <source>Charge on the card</source>
        <translation>刷卡金额</translation>
    </message>
    <message>
        <source>Charge by the customer&apos;s code</source>
        <translation>按顾客付款码收款</translation>
    </message>
    <message>
        <source>Scan the customer&apos;s code: %1</source>
        <translation>请扫顾客的付款码：%1</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>授权号</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>实收现金</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Code on the customer&apos;s phone</source>
        <translation>顾客手机上的付款码</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Number of its slip</source>
        <translation>凭条号</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Take the payment back on the terminal, then type the number of its slip here</source>
        <translation>请在刷卡机上撤销这笔付款，再在这里输入凭条号</translation>
    </message>
    <message>
        <source>Type the amount on the terminal, then its approval number here</source>
        <translation>请在刷卡机上输入金额，再在这里输入授权号</translation>
    </message>
</context>
<context>
    <name>bl::desktop::PaySheet</name>
    <message>
        <source>Remaining %1</source>
        <translation>还差 %1</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Finish and print</source>
        <translation>完成并打印</translation>
    </message>
    <message>
        <source>Follow the terminal …</source>
        <translation>请按刷卡机提示操作…</translation>
    </message>
    <message>
        <source>The customer may have to confirm on the phone …</source>
        <translation>顾客可能需要在手机上确认…</translation>
    </message>
    <message>
        <source>Scan code</source>
        <translation>扫码付</translation>
    </message>
</context>
<context>
    <name>bl::desktop::PaymentRow</name>
    <message>
        <source>✓ Paid</source>
        <translation>✓ 已收</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was taken back</source>
        <translation>尚不清楚是否已撤销</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was charged</source>
        <translation>尚不清楚是否已扣款</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Is being taken back …</source>
        <translation>正在撤销…</translation>
    </message>
    <message>
        <source>Under way …</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Ask the terminal, or look at its display and slip and say what happened.</source>
        <translation>请查询刷卡机，或查看其屏幕和签购单后告知结果。</translation>
    </message>
    <message>
        <source>Ask the terminal</source>
        <translation>查询刷卡机</translation>
    </message>
    <message>
        <source>It was taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>It was charged</source>
        <translation>已扣款</translation>
    </message>
    <message>
        <source>It was not</source>
        <translation>未撤销</translation>
    </message>
    <message>
        <source>It was not charged</source>
        <translation>未扣款</translation>
    </message>
    <message>
        <source>Ask the payment service, or look at the customer&apos;s phone and say what happened.</source>
        <translation>请查询支付平台，或看顾客手机上的结果，再选择实际情况。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再查询</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The terminal has said nothing about it.</source>
        <translation>刷卡机对此未作任何说明。</translation>
    </message>
    <message>
        <source>The payment service has said nothing about it.</source>
        <translation>支付服务对此未作任何说明。</translation>
    </message>
    <message>
        <source>The terminal said: %1</source>
        <translation>刷卡机的说明：%1</translation>
    </message>
    <message>
        <source>The payment service said: %1</source>
        <translation>支付服务的说明：%1</translation>
    </message>
    <message>
        <source>%1 (not stored yet)</source>
        <translation>%1（尚未保存）</translation>
    </message>
    <message>
        <source>It could not be stored, because the disk is full, say. It is tried again all the time; nothing else is charged for this ticket meanwhile.</source>
        <translation>未能保存，例如磁盘已满。系统会不断重试；在此期间本单不再收取其他付款。</translation>
    </message>
    <message>
        <source>Store it now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Its device could not take it back, or is not set up any more.</source>
        <translation>原设备无法撤销，或已不再配置。</translation>
    </message>
    <message>
        <source>Given back by hand</source>
        <translation>已人工退款</translation>
    </message>
</context>
<context>
    <name>bl::desktop::PaymentStatement</name>
    <message>
        <source>%1 went back to the customer and does not count as paid any more.</source>
        <translation>%1 已退还顾客，不再算作已付。</translation>
    </message>
    <message>
        <source>%1 was charged. It counts as paid and is not asked for again.</source>
        <translation>%1 已扣款，算作已付，不再收取。</translation>
    </message>
    <message>
        <source>%1 did not go back to the customer. It still counts as paid.</source>
        <translation>%1 未退还顾客，仍算作已付。</translation>
    </message>
    <message>
        <source>%1 was not charged and may be asked for again. Had it been charged all the same, the customer would pay twice.</source>
        <translation>%1 未扣款，可以再次收取。如果实际已扣款，顾客将付两次。</translation>
    </message>
    <message>
        <source>Yes, it was taken back</source>
        <translation>是，已撤销</translation>
    </message>
    <message>
        <source>Yes, it was charged</source>
        <translation>是，已扣款</translation>
    </message>
    <message>
        <source>Yes, it was not taken back</source>
        <translation>是，未撤销</translation>
    </message>
    <message>
        <source>Yes, it was not charged</source>
        <translation>是，未扣款</translation>
    </message>
    <message>
        <source>Yes, it was given back</source>
        <translation>是，已退还</translation>
    </message>
    <message>
        <source>Receipt number on the slip</source>
        <translation>凭条上的号码</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>授权号</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>还不确定</translation>
    </message>
    <message>
        <source>%1 was given back without the device that charged it. It does not count as paid any more. Whoever may refund answers for this. Cash from the drawer is not booked by it.</source>
        <translation>%1 已不经原收款设备退还，不再算作已付。由有退款权限的人负责。从钱箱付出的现金不会因此入账。</translation>
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
    <name>bl::desktop::QuantitySheet</name>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Scale: too heavy</source>
        <translation>电子秤：超重</translation>
    </message>
    <message>
        <source>Scale: the load still moves</source>
        <translation>电子秤：重量未稳定</translation>
    </message>
    <message>
        <source>Scale: %1 %2</source>
        <translation>电子秤：%1 %2</translation>
    </message>
    <message>
        <source>From scale (F8)</source>
        <translation>取秤重 (F8)</translation>
    </message>
    <message>
        <source>Scale: below zero</source>
        <translation>电子秤：低于零</translation>
    </message>
</context>
<context>
    <name>bl::desktop::QuickKeys</name>
    <message>
        <source>No products here yet</source>
        <translation>这里还没有商品</translation>
    </message>
    <message>
        <source>HQ&apos;s products appear here after the next exchange with HQ.</source>
        <translation>与总部同步后，总部的商品会出现在这里。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::RecallSheet</name>
    <message>
        <source>Recall a ticket</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>Parked tickets</source>
        <translation>已挂的单</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>No ticket is parked</source>
        <translation>没有挂单</translation>
    </message>
    <message>
        <source>A ticket that you park with F6 waits here until it is recalled.</source>
        <translation>用 F6 挂起的购物单会在这里等待取回。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>Press again to discard it</source>
        <translation>再按一次以作废</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Parked by</source>
        <translation>挂单人</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ReceiptPage</name>
    <message>
        <source>%1 is saved.</source>
        <translation>已保存“%1”。</translation>
    </message>
    <message>
        <source>The test receipt is printed.</source>
        <translation>测试小票已打印。</translation>
    </message>
    <message>
        <source>the chain&apos;s</source>
        <translation>连锁</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>内容块</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Language of the receipt</source>
        <translation>小票语言</translation>
    </message>
    <message>
        <source>Add a block</source>
        <translation>添加内容块</translation>
    </message>
    <message>
        <source>This template is not the store&apos;s own. Make a copy to change it.</source>
        <translation>此模板不属于本店。请先复制再修改。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Use for receipts</source>
        <translation>用于打印小票</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Last sale</source>
        <translation>最近一笔</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>打印测试</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove the block</source>
        <translation>删除此块</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>程序语言</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英双语</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ReceiptTemplates</name>
    <message>
        <source>%1, copy</source>
        <translation>%1（副本）</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ReceiptsSheet</name>
    <message>
        <source>A copy of %1 was printed.</source>
        <translation>已重印 %1。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>The newest receipts</source>
        <translation>最近的小票</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>No receipt printer is set up on this register.</source>
        <translation>本收银机未设置小票打印机。</translation>
    </message>
    <message>
        <source>Scan or type the number of a receipt of any store</source>
        <translation>扫描或输入任一门店的小票号</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>Asking HQ for %1 …</source>
        <translation>正在向总部查询 %1 …</translation>
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
<context>
    <name>bl::desktop::SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Branchline %1</source>
        <translation>Branchline %1</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>收银机 %1</translation>
    </message>
    <message>
        <source>Data in %1</source>
        <translation>数据位于 %1</translation>
    </message>
    <message>
        <source>The key to HQ is in this system&apos;s keychain.</source>
        <translation>总部密钥保存在系统密钥串中。</translation>
    </message>
    <message>
        <source>This system has no keychain, so the key to HQ is kept in a file that only this user can read.</source>
        <translation>本系统没有密钥串，总部密钥保存在只有当前用户可读的文件中。</translation>
    </message>
    <message>
        <source>Connection to HQ</source>
        <translation>与总部的连接</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The size changes when Branchline starts again. The open ticket is kept.</source>
        <translation>重新启动 Branchline 后生效，未结账的单据会保留。</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>显示大小</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ShiftReportSheet</name>
    <message>
        <source>The report is printed.</source>
        <translation>报表已打印。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>bl::desktop::SlotForm</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Printer profile</source>
        <translation>打印机型号配置</translation>
    </message>
    <message>
        <source>Where cards carry their number</source>
        <translation>卡号在卡片上的位置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>mifare:8 for block 8; empty for the chip&apos;s number</source>
        <translation>卡号写在第 8 块：mifare:8；用芯片号则留空</translation>
    </message>
</context>
<context>
    <name>bl::desktop::StatusBoard</name>
    <message>
        <source>No printer</source>
        <translation>无小票机</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>小票机就绪</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Printer: look at it</source>
        <translation>请检查小票机</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>%1 号班</translation>
    </message>
    <message>
        <source>No shift</source>
        <translation>未开班</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1就绪</translation>
    </message>
    <message numerus="yes">
        <source>%n devices ready</source>
        <translation>
            <numerusform>%n 台设备就绪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 台</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bl::desktop::SyncSheet</name>
    <message>
        <source>Connection to HQ</source>
        <translation>与总部的连接</translation>
    </message>
    <message>
        <source>HQ&apos;s address</source>
        <translation>总部地址</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Waits for HQ</source>
        <translation>待上传总部</translation>
    </message>
    <message>
        <source>Held back by HQ</source>
        <translation>总部暂扣</translation>
    </message>
    <message>
        <source> (lines %1)</source>
        <translation>（第 %1 条）</translation>
    </message>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>本机时钟</translation>
    </message>
    <message>
        <source>agrees with HQ&apos;s</source>
        <translation>与总部一致</translation>
    </message>
    <message>
        <source>Push now</source>
        <translation>立即上传</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>bl::desktop::TerminalChooser</name>
    <message>
        <source>The terminal that charges the card</source>
        <translation>刷卡使用的刷卡机</translation>
    </message>
</context>
<context>
    <name>bl::desktop::TerminalPayments</name>
    <message>
        <source>Taking back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Was taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Was charged</source>
        <translation>已扣款</translation>
    </message>
    <message>
        <source>Was not taken back</source>
        <translation>未撤销</translation>
    </message>
    <message>
        <source>Was not charged</source>
        <translation>未扣款</translation>
    </message>
    <message>
        <source>Payments that may have been charged</source>
        <translation>可能已扣款的付款</translation>
    </message>
    <message>
        <source>Ask the terminal</source>
        <translation>查询刷卡机</translation>
    </message>
</context>
<context>
    <name>bl::desktop::Workstation</name>
    <message>
        <source>Shift %1 is open.</source>
        <translation>%1 号班已开班。</translation>
    </message>
    <message>
        <source>This system has no keychain: the key to HQ is kept in a file.</source>
        <translation>本系统没有密钥串：总部密钥保存在文件中。</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>交班报表</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Log in first: devices are in the back office.</source>
        <translation>请先登录：设备在后台里设置。</translation>
    </message>
    <message>
        <source>In-store codes</source>
        <translation>店内码</translation>
    </message>
</context>
</TS>
