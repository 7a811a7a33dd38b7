<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>CommandLineText</name>
    <message>
        <source>Exit status: 0 done, 1 failed, 2 wrong arguments, 3 the books do not add up.</source>
        <translation>結束狀態：0 完成，1 失敗，2 參數有誤，3 帳目不平。</translation>
    </message>
    <message>
        <source>Usage: %1 COMMAND [options]</source>
        <translation>用法：%1 命令 [選項]</translation>
    </message>
    <message>
        <source>%1 COMMAND --help tells the options of a command. --language takes zh_CN, zh_TW or en.</source>
        <translation>%1 命令 --help 說明該命令的選項。--language 可為 zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>%1 --help tells more.</source>
        <translation>詳見 %1 --help。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>沒有命令「%1」。</translation>
    </message>
    <message>
        <source>Print the result as JSON.</source>
        <translation>以 JSON 輸出結果。</translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation>%1 需要 %2。</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>「%1」是多餘的參數。</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>預設：%1</translation>
    </message>
    <message>
        <source>Usage: %1 %2 [options] %3</source>
        <translation>用法：%1 %2 [選項] %3</translation>
    </message>
    <message>
        <source>The language of the messages: zh_CN, zh_TW or en.</source>
        <translation>訊息所用的語言：zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>There is no language “%1”. Take zh_CN, zh_TW or en.</source>
        <translation>沒有語言「%1」。可以用 zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>沒有選項「%1」。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 後面要有值。</translation>
    </message>
    <message>
        <source>The command is missing.</source>
        <translation>缺少指令。</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>標準輸出</translation>
    </message>
</context>
<context>
    <name>ControlProgram</name>
    <message>
        <source>The data directory.</source>
        <translation>資料目錄。</translation>
    </message>
    <message>
        <source>%1 operations: the chain holds and every one balances.</source>
        <translation>操作 %1 筆：鏈完整，每筆都平衡。</translation>
    </message>
    <message>
        <source>At HQ: the register&apos;s code. HQ&apos;s own journal without it.</source>
        <translation>在總部：收銀機的編碼。不寫則為總部自己的流水。</translation>
    </message>
    <message>
        <source>Works on the data of a register or of HQ. --data may stand in front of the command or behind it.</source>
        <translation>處理收銀機或總部的資料。--data 可寫在命令之前或之後。</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>單數</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行數</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Corrections of stock</source>
        <translation>庫存更正</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>銷售額</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款額</translation>
    </message>
    <message>
        <source>%1 members spent %2.</source>
        <translation>%1 位會員共消費 %2。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消費額</translation>
    </message>
    <message>
        <source>%1 products, %2 pieces in stock. The lowest:</source>
        <translation>商品 %1 種，庫存 %2 件。庫存最少的：</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件數</translation>
    </message>
    <message>
        <source>Sales, refunds and corrections in all.</source>
        <translation>銷售、退貨和更正的總數。</translation>
    </message>
    <message>
        <source>Sales and refunds of each day.</source>
        <translation>每日的銷售與退貨。</translation>
    </message>
    <message>
        <source>What members spent, and who spent most.</source>
        <translation>會員的消費額，以及消費最多的會員。</translation>
    </message>
    <message>
        <source>What is in stock, and of what there is least.</source>
        <translation>庫存數量，以及庫存最少的商品。</translation>
    </message>
    <message>
        <source>All invariants hold: %1 operations, %2 postings, %3 accounts.</source>
        <translation>全部規則成立：操作 %1 筆，分錄 %2 條，帳戶 %3 個。</translation>
    </message>
    <message>
        <source>the invoice number is neither of a sale nor of a refund</source>
        <translation>單號既不是銷售也不是退貨</translation>
    </message>
    <message>
        <source>the product&apos;s code is missing</source>
        <translation>缺少商品編碼</translation>
    </message>
    <message>
        <source>the price is below zero</source>
        <translation>價格小於零</translation>
    </message>
    <message>
        <source>the quantity is zero</source>
        <translation>數量為零</translation>
    </message>
    <message>
        <source>a refund cannot hand out goods, the quantity is above zero</source>
        <translation>退貨不能出貨，數量大於零</translation>
    </message>
    <message>
        <source>%1, line %2 was left out: %3 (“%4”)</source>
        <translation>%1 第 %2 行未匯入：%3（「%4」）</translation>
    </message>
    <message>
        <source>Imported: %1 sales with %2 lines, %3 refunds with %4 lines, %5 corrections of stock.</source>
        <translation>已匯入：銷售 %1 筆共 %2 行，退貨 %3 筆共 %4 行，庫存更正 %5 筆。</translation>
    </message>
    <message>
        <source>Imported before and left alone: %1 tickets.</source>
        <translation>之前已匯入、未再處理：%1 張單據。</translation>
    </message>
    <message>
        <source>Rows left out: %1. %2 tickets a second.</source>
        <translation>未匯入的行：%1。每秒 %2 張單據。</translation>
    </message>
    <message>
        <source>HQ has everything.</source>
        <translation>總部已有全部資料。</translation>
    </message>
    <message>
        <source>HQ still lacks %1 operations.</source>
        <translation>總部還缺 %1 筆操作。</translation>
    </message>
    <message>
        <source>HQ holds %1 operations back for a decision.</source>
        <translation>總部有 %1 筆操作待處理。</translation>
    </message>
    <message>
        <source>This computer is now register %1.</source>
        <translation>本機現在是收銀機 %1。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust instead of the system&apos;s.</source>
        <translation>所信任的憑證（PEM），代替系統的憑證。</translation>
    </message>
    <message>
        <source>Writes the journal of a register to standard output: a header line, then the lines as they are stored.</source>
        <translation>將收銀機的流水寫到標準輸出：先是標頭行，然後是原樣儲存的各行。</translation>
    </message>
    <message>
        <source>Checks chain and postings of an exported journal, or of the journals in a data directory.</source>
        <translation>檢查匯出的流水，或資料目錄中各流水的鏈與分錄。</translation>
    </message>
    <message>
        <source>An exported journal; - is standard input, which is also read where neither a file nor --data is given.</source>
        <translation>匯出的流水；- 表示標準輸入，既無檔案也無 --data 時同樣讀取標準輸入。</translation>
    </message>
    <message>
        <source>Checks that journals, ledger and figures agree, and names the first breach. Reads only.</source>
        <translation>檢查流水、帳簿與數字是否一致，並指出第一處不符。唯讀。</translation>
    </message>
    <message>
        <source>Makes this data directory a register of HQ&apos;s.</source>
        <translation>使此資料目錄成為總部的一台收銀機。</translation>
    </message>
    <message>
        <source>HQ&apos;s address.</source>
        <translation>總部位址。</translation>
    </message>
    <message>
        <source>The single-use code from HQ.</source>
        <translation>總部給出的一次性註冊碼。</translation>
    </message>
    <message>
        <source>Imports the sales of another till from CSV files, each ticket once, however often it runs.</source>
        <translation>從 CSV 檔案匯入其他收銀系統的銷售，無論執行多少次，每張單據只匯入一次。</translation>
    </message>
    <message>
        <source>CSV files, packed with gzip or not, in the order of their days.</source>
        <translation>CSV 檔案，可用 gzip 壓縮，按日期順序給出。</translation>
    </message>
    <message>
        <source>Sends what HQ lacks and fetches what is new there.</source>
        <translation>上傳總部缺少的資料，並下載新的資料。</translation>
    </message>
    <message>
        <source>End when HQ has everything and everything is read.</source>
        <translation>總部已有全部資料且全部讀取後結束。</translation>
    </message>
    <message>
        <source>Give up after so many seconds.</source>
        <translation>超過該秒數後放棄。</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>標準輸出</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>標準輸入</translation>
    </message>
    <message>
        <source>the description is longer than 200 characters</source>
        <translation>說明超過 200 個字元</translation>
    </message>
    <message>
        <source>the date is not between 1990 and 2100</source>
        <translation>日期不在 1990 年到 2100 年之間</translation>
    </message>
    <message>
        <source>Shows a sale by its receipt&apos;s number; on a register those of its store.</source>
        <translation>依收據號碼顯示一筆銷售；在收銀機上限本門市。</translation>
    </message>
    <message>
        <source>What the receipt says: S01-1-000481.</source>
        <translation>收據上的號碼：S01-1-000481。</translation>
    </message>
</context>
<context>
    <name>DeviceProgram</name>
    <message>
        <source>The receipt printer: escpos+tcp://HOST:9100 or cups:QUEUE.</source>
        <translation>收據印表機：escpos+tcp://HOST:9100 或 cups:QUEUE。</translation>
    </message>
    <message>
        <source>The label printer&apos;s address.</source>
        <translation>標籤印表機的位址。</translation>
    </message>
    <message>
        <source>The payment gateway&apos;s address.</source>
        <translation>掃碼支付閘道的位址。</translation>
    </message>
    <message>
        <source>The scanner: scanner+serial:///dev/ttyACM0.</source>
        <translation>掃描器：scanner+serial:///dev/ttyACM0。</translation>
    </message>
    <message>
        <source>The card reader: pcsc:NAME or rfid+serial:///dev/ttyUSB0.</source>
        <translation>讀卡機：pcsc:NAME 或 rfid+serial:///dev/ttyUSB0。</translation>
    </message>
    <message>
        <source>The customer display: cd5220+serial:///dev/ttyUSB0.</source>
        <translation>客戶顯示器：cd5220+serial:///dev/ttyUSB0。</translation>
    </message>
    <message>
        <source>The scale: toledo+serial:///dev/ttyUSB0.</source>
        <translation>電子秤：toledo+serial:///dev/ttyUSB0。</translation>
    </message>
    <message>
        <source>After how many seconds it is given up.</source>
        <translation>多少秒後放棄。</translation>
    </message>
    <message>
        <source>The currency that is charged.</source>
        <translation>收款的幣別。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>沒有找到裝置。</translation>
    </message>
    <message>
        <source>Tells which devices are there, and their addresses.</source>
        <translation>列出找到的裝置和它們的位址。</translation>
    </message>
    <message>
        <source>Also looks for printers and terminals on the local network.</source>
        <translation>同時在區域網路裡尋找印表機和刷卡機。</translation>
    </message>
    <message>
        <source>Uses the devices of a counter without a window: for support and for scripts.</source>
        <translation>不開視窗使用收銀台的裝置：供技術支援和指令碼使用。</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 failed, 2 wrong arguments, or refused or declined, 3 the device failed, 4 nobody knows whether it was done.</source>
        <translation>結束狀態：0 完成，1 失敗，2 參數錯誤或被拒絕，3 裝置故障，4 結果不明。</translation>
    </message>
    <message>
        <source>The file in which payments are kept; it is made where there is none.</source>
        <translation>保存付款記錄的檔案；沒有就新建。</translation>
    </message>
    <message>
        <source>No payment of this terminal is open.</source>
        <translation>這台刷卡機沒有待查的付款。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s), %1</source>
        <translation>
            <numerusform>%n 筆付款，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Charges a card at a terminal.</source>
        <translation>在刷卡機上收款。</translation>
    </message>
    <message>
        <source>The amount in the smallest coin: 1234 is 12.34.</source>
        <translation>金額，以最小貨幣單位計：1234 即 12.34。</translation>
    </message>
    <message>
        <source>Takes a payment back.</source>
        <translation>取消一筆付款。</translation>
    </message>
    <message>
        <source>The payment, as pay names it.</source>
        <translation>付款編號，見 pay 的輸出。</translation>
    </message>
    <message>
        <source>Or the number of the terminal&apos;s receipt.</source>
        <translation>或者刷卡機簽單上的號碼。</translation>
    </message>
    <message>
        <source>Asks a terminal what became of payments whose answer was lost.</source>
        <translation>向刷卡機查詢遺失回應的付款結果。</translation>
    </message>
    <message>
        <source>Closes the day of a terminal.</source>
        <translation>刷卡機日結。</translation>
    </message>
    <message>
        <source>Payment %1: %2, %3</source>
        <translation>付款 %1：%2，%3</translation>
    </message>
    <message>
        <source>Receipt of the terminal: %1</source>
        <translation>刷卡機簽單號碼：%1</translation>
    </message>
    <message>
        <source>It may have been charged. Ask the terminal with resolve before you charge again.</source>
        <translation>可能已經扣款。再次收款之前，請先用 resolve 向刷卡機查詢。</translation>
    </message>
    <message>
        <source>What the printer can do: the name of a profile, such as escpos-58.</source>
        <translation>印表機型號設定的名稱，例如 escpos-58。</translation>
    </message>
    <message>
        <source>Done: the printer says so.</source>
        <translation>已列印，印表機已確認。</translation>
    </message>
    <message>
        <source>Sent: this printer cannot say whether it is done.</source>
        <translation>已傳送；這台印表機無法告知是否印完。</translation>
    </message>
    <message>
        <source>REPRINT</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Ready: %1</source>
        <translation>就緒：%1</translation>
    </message>
    <message>
        <source>The drawer is open.</source>
        <translation>錢箱開著。</translation>
    </message>
    <message>
        <source>Prints a receipt from a file.</source>
        <translation>列印檔案裡的收據。</translation>
    </message>
    <message>
        <source>Prints the mark of a reprint at its head.</source>
        <translation>在收據開頭列印「重印」字樣。</translation>
    </message>
    <message>
        <source>A receipt as receipt-document.schema.json describes it.</source>
        <translation>收據檔案，格式見 receipt-document.schema.json。</translation>
    </message>
    <message>
        <source>Opens the drawer that hangs on a receipt printer.</source>
        <translation>開啟接在收據印表機上的錢箱。</translation>
    </message>
    <message>
        <source>Asks one device who and how it is.</source>
        <translation>查詢一台裝置的型號和狀態。</translation>
    </message>
    <message>
        <source>This is a payment card. Its number was not kept.</source>
        <translation>這是銀行卡，卡號沒有保存。</translation>
    </message>
    <message>
        <source>The card could not be read.</source>
        <translation>卡片讀不出來。</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 克</translation>
    </message>
    <message>
        <source>Shown.</source>
        <translation>已顯示。</translation>
    </message>
    <message>
        <source>Waits for a card and tells its number.</source>
        <translation>等待刷卡並輸出卡號。</translation>
    </message>
    <message>
        <source>Waits for a bar code and tells what it says.</source>
        <translation>等待掃碼並輸出內容。</translation>
    </message>
    <message>
        <source>Tells what lies on the scale.</source>
        <translation>讀取秤上的重量。</translation>
    </message>
    <message>
        <source>Shows two lines of text on the customer display.</source>
        <translation>在客戶顯示器上顯示兩行文字。</translation>
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
        <translation>刷卡機：zvt+tcp://HOST:20007；或付款碼閘道：codes+https://HOST/v1?merchant=ID。</translation>
    </message>
    <message>
        <source>A file with the terminal&apos;s password or the gateway&apos;s key; it may also stand in BRANCHLINE_TERMINAL_PASSWORD.</source>
        <translation>存放刷卡機密碼或閘道金鑰的檔案；也可以放在 BRANCHLINE_TERMINAL_PASSWORD 裡。</translation>
    </message>
    <message>
        <source>For a gateway: the code on the customer&apos;s phone.</source>
        <translation>使用付款碼閘道時：顧客手機上的付款碼。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust instead of the system&apos;s, for terminals over HTTPS.</source>
        <translation>經 HTTPS 連線的刷卡機：代替系統憑證的受信任憑證（PEM）。</translation>
    </message>
    <message>
        <source>After how many seconds the terminal is asked to abort; its answer is waited for 5 to 30 seconds more.</source>
        <translation>幾秒後要求刷卡機中止；之後再等 5 到 30 秒，等待其回覆。</translation>
    </message>
    <message>
        <source>0 g: nothing lies on the scale.</source>
        <translation>0 公克：秤上沒有物品。</translation>
    </message>
    <message>
        <source>For a terminal that is not connected: the approval that it shows.</source>
        <translation>用於未連線的刷卡機：刷卡機上顯示的授權碼。</translation>
    </message>
    <message>
        <source>Asks first for what this file of payments says is open, and refuses where that stays open.</source>
        <translation>先查詢該付款檔案中未了結的付款；仍有未了結的則拒絕日結。</translation>
    </message>
    <message>
        <source>Payment %1 was not charged at this terminal, or was taken back already. Nothing was done.</source>
        <translation>付款 %1 不是由這台刷卡機收款的，或者已經取消。未執行任何操作。</translation>
    </message>
</context>
<context>
    <name>DeviceText</name>
    <message>
        <source>No such device is set up here (%1). A manager can add it under Devices in the back office.</source>
        <translation>這裡沒有設定這種裝置（%1）。店長可在後台的「裝置」中新增。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that the device is switched on and its cable is plugged in, then try again.</source>
        <translation>連線不到 %1。請檢查裝置電源是否開啟、線材是否插好，再重試。</translation>
    </message>
    <message>
        <source>This user may not open %1. Install the package&apos;s device rules, or let an administrator add the user to the group of the device.</source>
        <translation>目前的系統使用者無權開啟 %1。請安裝套件內附的裝置規則，或請管理員將該使用者加入裝置所屬的群組。</translation>
    </message>
    <message>
        <source>%1 is busy or in use elsewhere. Wait a moment, then try again; if that does not help, switch the device off and on.</source>
        <translation>%1 忙碌中或被別處佔用。請稍候再試；仍不行時，請將裝置關閉再開啟。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. Check its cable; it is found again by itself. Then try again.</source>
        <translation>與 %1 的連線中斷。請檢查線材，接好後會自動恢復，然後重試。</translation>
    </message>
    <message>
        <source>%1 does not answer. Switch the device off and on, then try again.</source>
        <translation>%1 沒有回應。請將裝置關閉再開啟，然後重試。</translation>
    </message>
    <message>
        <source>%1 answers in a language that was not expected. Check that the right kind of device is set up; otherwise call support.</source>
        <translation>%1 的回應無法辨識。請檢查設定的裝置類型是否正確；仍不行請聯絡技術支援。</translation>
    </message>
    <message>
        <source>%1 cannot do this. A manager can set up another device for it.</source>
        <translation>%1 不支援此操作。店長可另設一台支援的裝置。</translation>
    </message>
    <message>
        <source>%1 is out of paper. Put in a new roll, then print again.</source>
        <translation>%1 缺紙。請裝入新紙捲，再重新列印。</translation>
    </message>
    <message>
        <source>The paper in %1 is nearly used up. Have a new roll ready.</source>
        <translation>%1 的紙快用完了，請備好新紙捲。</translation>
    </message>
    <message>
        <source>The cover of %1 is open. Close it, then print again.</source>
        <translation>%1 的上蓋未關好。請關上，再重新列印。</translation>
    </message>
    <message>
        <source>The cutter of %1 is jammed. Open the cover, take the paper out, close it, then print again.</source>
        <translation>%1 的裁刀卡住。請打開上蓋取出紙張，關好後重新列印。</translation>
    </message>
    <message>
        <source>The weight on %1 is not steady yet. Keep your hands off and wait.</source>
        <translation>%1 上的重量尚未穩定。請勿觸碰，稍候片刻。</translation>
    </message>
    <message>
        <source>Too much lies on %1, or the scale is below zero. Take it off and weigh again.</source>
        <translation>%1 超載或低於零點。請取下物品後重新秤重。</translation>
    </message>
    <message>
        <source>The card left %1 too early. Hold it there until it beeps.</source>
        <translation>卡片過早離開 %1。請貼住卡片，直到聽到提示音。</translation>
    </message>
    <message>
        <source>%1 refuses the key or password that is set up for it. A manager has to enter the right one under Devices.</source>
        <translation>%1 拒絕了所設定的金鑰或密碼。請店長在「裝置」中輸入正確的。</translation>
    </message>
    <message>
        <source>It was cancelled at %1. Nothing was done.</source>
        <translation>已在 %1 上取消，未執行任何操作。</translation>
    </message>
    <message>
        <source>%1 did not say whether it was done. Look first, before you do it again.</source>
        <translation>%1 沒有告知是否完成。請先查看結果，再決定是否重做。</translation>
    </message>
    <message>
        <source>%1 failed. Switch it off and on, then try again.</source>
        <translation>%1 發生故障。請關閉再開啟，然後重試。</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>連線不到</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>無權限</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌中</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>無法辨識</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>不支援</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>缺紙</translation>
    </message>
    <message>
        <source>Paper nearly out</source>
        <translation>紙將用完</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>上蓋未關</translation>
    </message>
    <message>
        <source>Cutter jammed</source>
        <translation>裁刀卡住</translation>
    </message>
    <message>
        <source>Not steady</source>
        <translation>未穩定</translation>
    </message>
    <message>
        <source>Overload</source>
        <translation>超載</translation>
    </message>
    <message>
        <source>Card removed</source>
        <translation>卡片已離開</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>金鑰被拒</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>被拒絕</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>結果未知</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>已準備</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已送出</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>被拒絕</translation>
    </message>
    <message>
        <source>not carried out</source>
        <translation>未執行</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>結果未知</translation>
    </message>
    <message>
        <source>The payment was declined: %1. Nothing was charged. Ask for another card or another way to pay.</source>
        <translation>付款被拒絕：%1。沒有扣款。請換一張卡或換一種付款方式。</translation>
    </message>
    <message>
        <source>Paper is jammed in %1. Open the cover, take it out, close it, then print again.</source>
        <translation>%1 卡紙了。請打開上蓋取出卡住的紙，闔上後再列印。</translation>
    </message>
    <message>
        <source>%1 is out of ribbon. Put in a new one, then print again.</source>
        <translation>%1 的碳帶用完了。請換上新碳帶後再列印。</translation>
    </message>
    <message>
        <source>Paper jammed</source>
        <translation>卡紙</translation>
    </message>
    <message>
        <source>Out of ribbon</source>
        <translation>碳帶用完</translation>
    </message>
    <message>
        <source>%1 is reached, but its certificate is not trusted: %2. Check the address and this computer&apos;s clock, or name the certificate of its own authority.</source>
        <translation>已連上 %1，但其憑證不受信任：%2。請檢查位址和本機時鐘，或指定其自有機構的憑證。</translation>
    </message>
    <message>
        <source>The certificates to trust for %1 cannot be read: %2. Choose a PEM file with certificates.</source>
        <translation>無法讀取 %1 的受信任憑證：%2。請選擇一個含憑證的 PEM 檔案。</translation>
    </message>
    <message>
        <source>The card on %1 carries the number %2 already. Take a blank one, or replace the number.</source>
        <translation>%1 上的卡片已有卡號 %2。請換一張空白卡，或取代卡號。</translation>
    </message>
    <message>
        <source>the password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>%1 is not set up completely: %2 is missing. A manager can enter it under Devices in the back office.</source>
        <translation>%1 還沒有設定完整：缺少%2。店長可以在後台的「裝置」中填寫。</translation>
    </message>
    <message>
        <source>%1 is a part of the register&apos;s own window: only that hears and shows it. Try it there, under Devices in the back office.</source>
        <translation>%1 屬於收銀程式自己的視窗，只有收銀程式能接收和顯示。請在收銀程式後台的「裝置」中測試。</translation>
    </message>
    <message>
        <source>%1 cannot show “%2”: it has not all of its letters, or no room for it. Take a shorter text in letters that it has.</source>
        <translation>%1 無法顯示「%2」：缺少其中的字元，或者位置不夠。請改用更短的、它能顯示的文字。</translation>
    </message>
    <message>
        <source>No drawer can be opened at %1: a printer of its model has no connector for one. Choose the model that it is, or another printer.</source>
        <translation>%1 無法打開錢箱：該型號的印表機沒有錢箱接頭。請選擇實際的型號，或改用其他印表機。</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>%1 — gaps in ms: %2</source>
        <translation>%1 — 間隔（毫秒）：%2</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>卡片 %1</translation>
    </message>
    <message>
        <source>The card is gone.</source>
        <translation>卡片已拿走。</translation>
    </message>
    <message>
        <source>A payment card: it was not read.</source>
        <translation>這是銀行卡，沒有讀取。</translation>
    </message>
    <message>
        <source>The card could not be read.</source>
        <translation>卡片讀不出來。</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 克</translation>
    </message>
    <message>
        <source>%1 g, not steady</source>
        <translation>%1 克，未穩定</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>標籤印表機</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>刷卡機</translation>
    </message>
    <message>
        <source>Payment codes</source>
        <translation>掃碼支付</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>掃描器</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>讀卡機</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>客戶顯示器</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>電子秤</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>序列埠</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Printer of this computer</source>
        <translation>本機印表機</translation>
    </message>
    <message>
        <source>Card service</source>
        <translation>讀卡服務</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在連線…</translation>
    </message>
    <message>
        <source>Ready, the drawer is open</source>
        <translation>就緒，錢箱開著</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
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
        <translation>商家金鑰</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Key of the cards</source>
        <translation>卡片金鑰</translation>
    </message>
    <message>
        <source>Password of the terminal</source>
        <translation>刷卡機密碼</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>低於零</translation>
    </message>
    <message>
        <source>0 g: nothing lies on the scale</source>
        <translation>0 公克：秤上沒有物品</translation>
    </message>
    <message>
        <source>Scanner that types like a keyboard</source>
        <translation>像鍵盤一樣輸入的掃描器</translation>
    </message>
    <message>
        <source>Terminal without a cable</source>
        <translation>不連線的刷卡機</translation>
    </message>
    <message>
        <source>Window on a second screen</source>
        <translation>第二個螢幕上的視窗</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>隨時可用</translation>
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
        <translation>%1 和 %2 必須一起給出</translation>
    </message>
    <message>
        <source>%1 takes %2, not “%3”</source>
        <translation>%1 應為 %2，不能是「%3」</translation>
    </message>
    <message>
        <source>%1 takes %2 to %3</source>
        <translation>%1 應在 %2 到 %3 之間</translation>
    </message>
    <message>
        <source>“%1” is one argument too many</source>
        <translation>「%1」是多餘的參數</translation>
    </message>
    <message>
        <source>the database is %1:…, and this version has the embedded database only (%2)</source>
        <translation>資料庫是 %1:…，而本版本只有內建資料庫（%2）</translation>
    </message>
    <message>
        <source>no JSON goes on like this</source>
        <translation>此處不符合 JSON 的寫法</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>內容沒有寫完</translation>
    </message>
    <message>
        <source>this is not UTF-8 text</source>
        <translation>不是 UTF-8 文字</translation>
    </message>
    <message>
        <source>a zero byte</source>
        <translation>含有零位元組</translation>
    </message>
    <message>
        <source>more than 32 levels</source>
        <translation>巢狀超過 32 層</translation>
    </message>
    <message>
        <source>the key “%1” is there twice</source>
        <translation>鍵「%1」出現了兩次</translation>
    </message>
    <message>
        <source>a number that is not an integer</source>
        <translation>數字不是整數</translation>
    </message>
    <message>
        <source>a number beyond ±9007199254740991</source>
        <translation>數字超出 ±9007199254740991</translation>
    </message>
    <message>
        <source>text expected</source>
        <translation>應為文字</translation>
    </message>
    <message>
        <source>an integer expected</source>
        <translation>應為整數</translation>
    </message>
    <message>
        <source>an array expected</source>
        <translation>應為陣列</translation>
    </message>
    <message>
        <source>an object expected</source>
        <translation>應為物件</translation>
    </message>
    <message>
        <source>true or false expected</source>
        <translation>應為 true 或 false</translation>
    </message>
    <message>
        <source>an id expected</source>
        <translation>應為識別碼</translation>
    </message>
    <message>
        <source>%1 to %2 characters expected</source>
        <translation>應有 %1 到 %2 個字元</translation>
    </message>
    <message>
        <source>a number from %1 to %2 expected</source>
        <translation>應為 %1 到 %2 之間的數字</translation>
    </message>
    <message>
        <source>blanks and control characters are not allowed</source>
        <translation>不能有空格和控制字元</translation>
    </message>
    <message>
        <source>control characters are not allowed</source>
        <translation>不能有控制字元</translation>
    </message>
    <message>
        <source>there are only blanks</source>
        <translation>只有空格</translation>
    </message>
    <message>
        <source>1 to 8 capital letters or digits expected</source>
        <translation>應為 1 到 8 個大寫字母或數字</translation>
    </message>
    <message>
        <source>1 to 32 small letters, digits, dots, underscores or hyphens expected</source>
        <translation>應為 1 到 32 個小寫字母、數字、點、底線或連字號</translation>
    </message>
    <message>
        <source>an argon2id hash expected: %1</source>
        <translation>應為 argon2id 雜湊值：%1</translation>
    </message>
    <message>
        <source>a date like 1990-12-31 expected</source>
        <translation>應為 1990-12-31 這樣的日期</translation>
    </message>
    <message>
        <source>the calendar has no such day</source>
        <translation>日曆上沒有這一天</translation>
    </message>
    <message>
        <source>5 to 20 digits expected, with single blanks or hyphens between them</source>
        <translation>應為 5 到 20 個數字，中間可以有單個空格或連字號</translation>
    </message>
    <message>
        <source>a telephone number has 5 to 15 digits</source>
        <translation>電話號碼應為 5 到 15 位數字</translation>
    </message>
    <message>
        <source>piece or measure expected</source>
        <translation>應為 piece 或 measure</translation>
    </message>
    <message>
        <source>4 to 8 digits expected</source>
        <translation>應為 4 到 8 位數字</translation>
    </message>
    <message>
        <source>this PIN is too easy to guess; a row or a repetition of digits is none</source>
        <translation>這個 PIN 太容易猜到，不能用連續或重複的數字</translation>
    </message>
    <message>
        <source>there is no such permission</source>
        <translation>沒有這項權限</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>「%1」出現了兩次</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>沒有這個欄位</translation>
    </message>
    <message>
        <source>there is no such section</source>
        <translation>沒有這個部分</translation>
    </message>
    <message>
        <source>either the secret or its hash, not both</source>
        <translation>密碼和它的雜湊值只能寫一個</translation>
    </message>
    <message>
        <source>another member of this file has the same phone number</source>
        <translation>檔案中另一位會員的電話號碼與此相同</translation>
    </message>
    <message>
        <source>member %1 has the same phone number</source>
        <translation>會員 %1 的電話號碼與此相同</translation>
    </message>
    <message>
        <source>the field “%1” is missing</source>
        <translation>缺少欄位「%1」</translation>
    </message>
    <message>
        <source>%1 is a user of the system</source>
        <translation>%1 是系統使用者</translation>
    </message>
    <message>
        <source>there is no “%1”</source>
        <translation>沒有「%1」</translation>
    </message>
    <message>
        <source>line %1: a zero byte; this is not CSV</source>
        <translation>第 %1 行：含有零位元組，這不是 CSV 檔案</translation>
    </message>
    <message>
        <source>line %1: a record above 64 KiB</source>
        <translation>第 %1 行：一筆記錄超過 64 KiB</translation>
    </message>
    <message>
        <source>line %1: a quote that is not closed</source>
        <translation>第 %1 行：引號沒有閉合</translation>
    </message>
    <message>
        <source>line %1: text behind a closing quote</source>
        <translation>第 %1 行：右引號後面還有文字</translation>
    </message>
    <message>
        <source>line %1: %2 fields where the header has %3</source>
        <translation>第 %1 行：有 %2 個欄位，而標題行有 %3 個</translation>
    </message>
    <message>
        <source>the column “%1” is there twice</source>
        <translation>欄「%1」出現了兩次</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>檔案是空的</translation>
    </message>
    <message>
        <source>this is no file</source>
        <translation>這不是檔案</translation>
    </message>
    <message>
        <source>the end of the packed file is missing</source>
        <translation>壓縮檔不完整，缺少結尾</translation>
    </message>
    <message>
        <source>the packed bytes are damaged</source>
        <translation>壓縮內容已損壞</translation>
    </message>
    <message>
        <source>this is not an exported journal</source>
        <translation>這不是匯出的流水</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 欄</translation>
    </message>
    <message>
        <source>one of these expected: %1</source>
        <translation>應為下列其中之一：%1</translation>
    </message>
    <message>
        <source>%1 to %2 entries expected</source>
        <translation>應有 %1 到 %2 個項目</translation>
    </message>
    <message>
        <source>a bar code takes Latin letters, digits and signs only</source>
        <translation>條碼只能使用英文字母、數字和符號</translation>
    </message>
    <message>
        <source>a PNG in black and white (one bit a dot) expected</source>
        <translation>應為黑白 PNG（每點一位元）</translation>
    </message>
    <message>
        <source>the picture is too large; 576 dots wide, 2000 high and 64 KiB are the most</source>
        <translation>圖片過大；最多寬 576 點、高 2000 點、64 KiB</translation>
    </message>
    <message>
        <source>the picture is damaged</source>
        <translation>圖片已損毀</translation>
    </message>
    <message>
        <source>only these stand for something in braces: %1</source>
        <translation>大括號中只能使用：%1</translation>
    </message>
    <message>
        <source>the block that marks copies and refunds is needed once</source>
        <translation>必須有且只有一個補印和退款標記</translation>
    </message>
    <message>
        <source>more than 128 KiB</source>
        <translation>超過 128 KiB</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>這不是圖片</translation>
    </message>
    <message>
        <source>%1 takes the code that Alipay, WeChat Pay or UnionPay shows on the customer&apos;s phone</source>
        <translation>%1 要填顧客手機上支付寶、微信支付或雲閃付顯示的付款碼</translation>
    </message>
    <message>
        <source>“%1”: only digits, points, and a weight or price in braces may stand here</source>
        <translation>「%1」：這裡只能寫數字、點，以及大括號中的重量或價格</translation>
    </message>
    <message>
        <source>“%1”: a weight is written {NNDDD}, a price {$NNNDD}, and each once</source>
        <translation>「%1」：重量寫作 {NNDDD}，價格寫作 {$NNNDD}，各只能出現一次</translation>
    </message>
    <message>
        <source>“%1”: no point stands for a digit of the article</source>
        <translation>「%1」：沒有用點代表商品編號</translation>
    </message>
    <message>
        <source>“%1”: neither a weight nor a price is in it</source>
        <translation>「%1」：其中既沒有重量也沒有價格</translation>
    </message>
    <message>
        <source>“%1”: codes have 8 to 20 digits with their check digit</source>
        <translation>「%1」：條碼連同檢查碼應為 8 至 20 位</translation>
    </message>
    <message>
        <source>one of these is needed: %1</source>
        <translation>需要以下選項之一：%1</translation>
    </message>
</context>
<context>
    <name>HqProgram</name>
    <message>
        <source>Brings the organisation to what one JSON file describes, all of it or nothing.</source>
        <translation>使機構與一個 JSON 檔案的描述一致，要麼全部生效，要麼完全不變。</translation>
    </message>
    <message>
        <source>The organisation file.</source>
        <translation>機構檔案。</translation>
    </message>
    <message>
        <source>Makes a code that lets one new register in. It works while HQ serves, too.</source>
        <translation>產生供一台新收銀機加入的註冊碼。總部執行時也可使用。</translation>
    </message>
    <message>
        <source>The store, by its code.</source>
        <translation>門市的編碼。</translation>
    </message>
    <message>
        <source>Nothing differs; nothing was changed.</source>
        <translation>沒有差異，未作任何變更。</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed</source>
        <translation>%1：新增 %2，變更 %3</translation>
    </message>
    <message>
        <source>Code for one new register of store %1, for 24 hours: %2</source>
        <translation>門市 %1 一台新收銀機的註冊碼，24 小時內有效：%2</translation>
    </message>
    <message>
        <source>The organisation is in %1, its first store is %2.</source>
        <translation>機構已建在 %1，第一家門市是 %2。</translation>
    </message>
    <message>
        <source>The user “owner” logs in once with this PIN and then chooses another: %1</source>
        <translation>使用者「owner」用此 PIN 登入一次，然後另設一個：%1</translation>
    </message>
    <message>
        <source>The data directory.</source>
        <translation>資料目錄。</translation>
    </message>
    <message>
        <source>The central server: makes an organisation, serves its registers.</source>
        <translation>中央伺服器：建立機構，為其收銀機提供服務。</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>正在監聽 %1</translation>
    </message>
    <message>
        <source>Main store</source>
        <translation>總店</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店長</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收銀員</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Makes an organisation with its first store and its owner.</source>
        <translation>建立機構及其第一家門市和店主。</translation>
    </message>
    <message>
        <source>Fill it with the demo organisation.</source>
        <translation>填入示範機構的資料。</translation>
    </message>
    <message>
        <source>The currency, by its ISO 4217 code.</source>
        <translation>貨幣，用 ISO 4217 代碼。</translation>
    </message>
    <message>
        <source>The time zone, by its IANA name.</source>
        <translation>時區，用 IANA 名稱。</translation>
    </message>
    <message>
        <source>Where its tables are: sqlite:PATH.</source>
        <translation>資料表所在位置：sqlite:路徑。</translation>
    </message>
    <message>
        <source>Serves registers until SIGTERM or SIGINT.</source>
        <translation>為收銀機提供服務，直到 SIGTERM 或 SIGINT。</translation>
    </message>
    <message>
        <source>Where to listen; port 0 takes any that is free. Beyond loopback only with TLS or --behind-proxy.</source>
        <translation>監聽位址；連接埠 0 表示任一閒置連接埠。本機回送之外須用 TLS 或 --behind-proxy。</translation>
    </message>
    <message>
        <source>The certificate and its chain, in PEM.</source>
        <translation>憑證及其憑證鏈（PEM）。</translation>
    </message>
    <message>
        <source>The certificate&apos;s private key, in PEM.</source>
        <translation>憑證的私密金鑰（PEM）。</translation>
    </message>
    <message>
        <source>A proxy in front of HQ does the encryption.</source>
        <translation>由總部前面的代理伺服器負責加密。</translation>
    </message>
    <message>
        <source>Writes a line of JSON about each request to this file.</source>
        <translation>將每個請求以一行 JSON 記入此檔案。</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>門市</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>會員等級</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>商品分類</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Price releases</source>
        <translation>價格版本</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>範本</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>This is not a number: %1.</source>
        <translation>這不是數字：%1。</translation>
    </message>
    <message>
        <source>This is larger than can be booked: %1.</source>
        <translation>數值太大，無法入帳：%1。</translation>
    </message>
    <message>
        <source>This is not a time like 2010-12-01 08:26:00: %1.</source>
        <translation>這不是 2010-12-01 08:26:00 這樣的時間：%1。</translation>
    </message>
    <message>
        <source>This is not UTF-8 text: %1.</source>
        <translation>這不是 UTF-8 文字：%1。</translation>
    </message>
    <message>
        <source>This ticket has more rows than can be booked at once: %1.</source>
        <translation>這張單據的行數太多，無法一次入帳：%1。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”.</source>
        <translation>%1 沒有「%2」這一欄。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>無法讀取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be imported: %2.</source>
        <translation>無法匯入 %1：%2。</translation>
    </message>
    <message>
        <source>%1 Nothing was imported; correct the file and import it again.</source>
        <translation>%1沒有匯入任何內容；請改正檔案後重新匯入。</translation>
    </message>
</context>
<context>
    <name>PaymentText</name>
    <message>
        <source>Approved</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>The card cannot be read</source>
        <translation>讀不出這張卡</translation>
    </message>
    <message>
        <source>There are no data on the card</source>
        <translation>卡上沒有資料</translation>
    </message>
    <message>
        <source>The card could not be processed</source>
        <translation>無法處理這張卡</translation>
    </message>
    <message>
        <source>Not possible with a debit card</source>
        <translation>金融卡不能辦理</translation>
    </message>
    <message>
        <source>Not possible with a credit card</source>
        <translation>信用卡不能辦理</translation>
    </message>
    <message>
        <source>The terminal&apos;s memory is full</source>
        <translation>刷卡機記憶體已滿</translation>
    </message>
    <message>
        <source>The terminal is not registered</source>
        <translation>刷卡機尚未登錄</translation>
    </message>
    <message>
        <source>Cancelled, or nobody acted in time</source>
        <translation>已取消或操作逾時</translation>
    </message>
    <message>
        <source>The card is blocked</source>
        <translation>卡片已被停用</translation>
    </message>
    <message>
        <source>Wrong currency</source>
        <translation>幣別不符</translation>
    </message>
    <message>
        <source>Not enough money on the card</source>
        <translation>卡片餘額不足</translation>
    </message>
    <message>
        <source>The card&apos;s chip is faulty</source>
        <translation>卡片晶片故障</translation>
    </message>
    <message>
        <source>The card&apos;s data are wrong</source>
        <translation>卡片資料有誤</translation>
    </message>
    <message>
        <source>The end of day is not possible</source>
        <translation>無法日結</translation>
    </message>
    <message>
        <source>The card has expired</source>
        <translation>卡片已過期</translation>
    </message>
    <message>
        <source>The card is not valid yet</source>
        <translation>卡片尚未生效</translation>
    </message>
    <message>
        <source>Unknown card</source>
        <translation>無法辨識的卡片</translation>
    </message>
    <message>
        <source>The terminal cannot communicate</source>
        <translation>刷卡機通訊失敗</translation>
    </message>
    <message>
        <source>The terminal cannot do this</source>
        <translation>刷卡機不支援此操作</translation>
    </message>
    <message>
        <source>A key is missing in the terminal</source>
        <translation>刷卡機缺少金鑰</translation>
    </message>
    <message>
        <source>The PIN pad is faulty</source>
        <translation>密碼鍵盤故障</translation>
    </message>
    <message>
        <source>Protocol error</source>
        <translation>通訊協定錯誤</translation>
    </message>
    <message>
        <source>The bank cannot be reached</source>
        <translation>無法連上銀行</translation>
    </message>
    <message>
        <source>The terminal is busy</source>
        <translation>刷卡機忙碌中</translation>
    </message>
    <message>
        <source>The receiver is not ready</source>
        <translation>接收端尚未就緒</translation>
    </message>
    <message>
        <source>The other side does not answer</source>
        <translation>對方沒有回應</translation>
    </message>
    <message>
        <source>The terminal has no connection</source>
        <translation>刷卡機沒有連線</translation>
    </message>
    <message>
        <source>The memory is full</source>
        <translation>記憶體已滿</translation>
    </message>
    <message>
        <source>Already taken back</source>
        <translation>已經取消過</translation>
    </message>
    <message>
        <source>Cannot be taken back</source>
        <translation>不能取消</translation>
    </message>
    <message>
        <source>The merchant&apos;s card is locked</source>
        <translation>商店卡已鎖定</translation>
    </message>
    <message>
        <source>The terminal needs a diagnosis</source>
        <translation>刷卡機需要診斷</translation>
    </message>
    <message>
        <source>The amount is too high</source>
        <translation>金額超過上限</translation>
    </message>
    <message>
        <source>This way to pay is not supported</source>
        <translation>不支援這種付款方式</translation>
    </message>
    <message>
        <source>The amount is too low</source>
        <translation>金額低於下限</translation>
    </message>
    <message>
        <source>The terminal&apos;s printer is not ready</source>
        <translation>刷卡機印表機尚未就緒</translation>
    </message>
    <message>
        <source>A card is still in the terminal</source>
        <translation>刷卡機裡還插著卡片</translation>
    </message>
    <message>
        <source>The card reader does not answer</source>
        <translation>讀卡機沒有回應</translation>
    </message>
    <message>
        <source>The end of day is still open</source>
        <translation>尚未日結</translation>
    </message>
    <message>
        <source>System error of the terminal</source>
        <translation>刷卡機系統錯誤</translation>
    </message>
    <message>
        <source>The terminal waits for the amount</source>
        <translation>刷卡機等待金額</translation>
    </message>
    <message>
        <source>Look at the PIN pad</source>
        <translation>請看密碼鍵盤</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不受理</translation>
    </message>
    <message>
        <source>The bank is asked</source>
        <translation>正在聯絡銀行</translation>
    </message>
    <message>
        <source>The terminal takes the payment back</source>
        <translation>刷卡機正在取消交易</translation>
    </message>
    <message>
        <source>Insert or hold the card</source>
        <translation>請插卡或感應卡片</translation>
    </message>
    <message>
        <source>Take the card out</source>
        <translation>請取出卡片</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>請稍候</translation>
    </message>
    <message>
        <source>The terminal closes its day</source>
        <translation>刷卡機正在日結</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>密碼錯誤</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>密碼錯誤次數過多</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>代碼 %1</translation>
    </message>
    <message>
        <source>amount %1</source>
        <translation>金額 %1</translation>
    </message>
    <message>
        <source>time %1</source>
        <translation>時間 %1</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>序號 %1</translation>
    </message>
    <message>
        <source>receipt %1</source>
        <translation>簽單號碼 %1</translation>
    </message>
    <message>
        <source>approval %1</source>
        <translation>授權碼 %1</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>卡號 %1</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>HQ does not know this enrolment code. Check that it was typed correctly.</source>
        <translation>總部不認識此註冊碼。請檢查是否輸入正確。</translation>
    </message>
    <message>
        <source>This enrolment code has been used already. Ask HQ for a new one.</source>
        <translation>此註冊碼已被使用。請向總部索取新的註冊碼。</translation>
    </message>
    <message>
        <source>This enrolment code has expired. Ask HQ for a new one.</source>
        <translation>此註冊碼已過期。請向總部索取新的註冊碼。</translation>
    </message>
    <message>
        <source>HQ has locked enrolment after too many wrong codes. Wait a few minutes, then try again.</source>
        <translation>錯誤的註冊碼過多，總部已鎖定註冊。請等幾分鐘後再試。</translation>
    </message>
    <message>
        <source>HQ refused to enrol this register (%1). Ask HQ for a new code.</source>
        <translation>總部拒絕註冊本機（%1）。請向總部索取新的註冊碼。</translation>
    </message>
    <message>
        <source>HQ cannot save: its disk is full. Tell HQ. Sales stay safe here and go out by themselves afterwards.</source>
        <translation>總部無法儲存：其磁碟已滿。請通知總部。銷售紀錄安全保存在本機，之後會自動送出。</translation>
    </message>
    <message>
        <source>HQ cannot save (%1). Tell HQ. Sales stay safe here and go out by themselves afterwards.</source>
        <translation>總部無法儲存（%1）。請通知總部。銷售紀錄安全保存在本機，之後會自動送出。</translation>
    </message>
    <message>
        <source>Selling is not permitted to this user. Ask a manager.</source>
        <translation>此使用者沒有收銀權限，請找店長。</translation>
    </message>
    <message>
        <source>Refunds are not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>此使用者沒有退貨權限，請店長輸入 PIN 授權。</translation>
    </message>
    <message>
        <source>Correcting the stock is not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>此使用者沒有調整庫存的權限，請店長輸入 PIN 授權。</translation>
    </message>
    <message>
        <source>Opening and closing shifts is not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>此使用者沒有開班、交班的權限，請店長輸入 PIN 授權。</translation>
    </message>
    <message>
        <source>Registering and changing members is not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>此使用者沒有新增、修改會員的權限，請店長輸入 PIN 授權。</translation>
    </message>
    <message>
        <source>Changing settings is not permitted to this user. Ask a manager.</source>
        <translation>此使用者沒有變更設定的權限，請找店長。</translation>
    </message>
    <message>
        <source>Seeing reports is not permitted to this user. Ask a manager.</source>
        <translation>此使用者沒有檢視報表的權限，請找店長。</translation>
    </message>
    <message>
        <source>Allowing what others may not do is not permitted to this user. Choose a manager.</source>
        <translation>此使用者沒有授權他人的權限，請另選一位店長。</translation>
    </message>
    <message>
        <source>This is not permitted to this user. Ask a manager to allow it with their PIN.</source>
        <translation>此使用者沒有此項權限，請店長輸入 PIN 授權。</translation>
    </message>
    <message>
        <source>%1 is reached, but its certificate is not trusted: %2. Check the address and this computer&apos;s clock, or name HQ&apos;s certificates with --ca.</source>
        <translation>已連到 %1，但它的憑證不受信任：%2。請檢查位址和本機時間，或用 --ca 指定總部的憑證。</translation>
    </message>
    <message>
        <source>The certificates to trust for %1 cannot be read: %2. Check the file that was named with --ca.</source>
        <translation>無法讀取用來驗證 %1 的憑證：%2。請檢查用 --ca 指定的檔案。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Check the network, and that HQ is running.</source>
        <translation>無法連線 %1：%2。請檢查網路，並確認總部正在執行。</translation>
    </message>
    <message>
        <source>HQ&apos;s address (%1) takes no user and no password in front of an @. The enrolment code is enough; leave them out.</source>
        <translation>總部位址（%1）中不能在 @ 前寫使用者名稱和密碼。有註冊碼就夠了，請去掉它們。</translation>
    </message>
    <message>
        <source>HQ&apos;s address (%1) takes nothing from a ? or # on. Leave it out.</source>
        <translation>總部位址（%1）中不能有 ? 或 # 及其後的內容，請去掉。</translation>
    </message>
    <message>
        <source>“%1” is not an address. Write it like https://hq.example.com.</source>
        <translation>「%1」不是位址。請寫成 https://hq.example.com 的形式。</translation>
    </message>
    <message>
        <source>Others than its owner may use the file %1, in which this register&apos;s key is. Take their rights away (chmod 600), then try again.</source>
        <translation>本收銀機的金鑰檔案 %1 允許其他使用者使用。請收回他們的權限（chmod 600），然後重試。</translation>
    </message>
    <message>
        <source>The file %1, in which this register&apos;s key is, belongs to another user. Start Branchline as that user, or give the file to this one.</source>
        <translation>本收銀機的金鑰檔案 %1 屬於另一個使用者。請以該使用者啟動 Branchline，或把檔案交給目前的使用者。</translation>
    </message>
    <message>
        <source>The file %1, in which this register&apos;s key is, is damaged. Restore it from a backup, or ask HQ to enrol this register again.</source>
        <translation>本收銀機的金鑰檔案 %1 已損壞。請從備份還原，或請總部重新註冊本收銀機。</translation>
    </message>
    <message>
        <source>The file %1, in which this register&apos;s key is, cannot be used: %2. Give this user the right to read and write it, then try again.</source>
        <translation>無法使用本收銀機的金鑰檔案 %1：%2。請給目前的使用者讀寫權限，然後重試。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain refused access: %1. Unlock it and start Branchline again.</source>
        <translation>系統鑰匙圈拒絕存取：%1。請解鎖後重新啟動 Branchline。</translation>
    </message>
    <message>
        <source>No Branchline HQ answers at %1. Check the address, also what stands behind the name and the port.</source>
        <translation>%1 處沒有 Branchline 總部回應。請檢查位址，包括主機名稱和連接埠後面的部分。</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>COPY</source>
        <translation>補印</translation>
    </message>
    <message>
        <source>REFUND</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據號碼</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>收銀機</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收銀員</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>尾數調整</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>實收</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Thank you for your visit!</source>
        <translation>謝謝惠顧，歡迎再次光臨！</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>折讓</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>折讓合計</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>稅額</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>餘額</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付寶</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>UnionPay</source>
        <translation>銀聯</translation>
    </message>
</context>
<context>
    <name>SampleReceipt</name>
    <message>
        <source>Mineral water 550 ml</source>
        <translation>飲用天然水 550ml</translation>
    </message>
    <message>
        <source>Face mask, pack of 5</source>
        <translation>玻尿酸面膜 5片裝</translation>
    </message>
    <message>
        <source>Wang Xiaoming</source>
        <translation>王小明</translation>
    </message>
    <message>
        <source>Usual receipt</source>
        <translation>常用收據</translation>
    </message>
    <message>
        <source>Short receipt</source>
        <translation>簡短收據</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英雙語</translation>
    </message>
    <message>
        <source>Shelf label 60 × 40 mm</source>
        <translation>貨架標籤 60 × 40 mm</translation>
    </message>
    <message>
        <source>Shelf label 70 × 38 mm</source>
        <translation>貨架標籤 70 × 38 mm</translation>
    </message>
    <message>
        <source>Product label 50 × 30 mm</source>
        <translation>商品標籤 50 × 30 mm</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This cannot be done as given: %1. See --help.</source>
        <translation>無法按此執行：%1。請查看 --help。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text. Convert it to UTF-8 and try again.</source>
        <translation>%1 不是 UTF-8 文字。請轉換為 UTF-8 後再試。</translation>
    </message>
    <message>
        <source>%1 is too large. Enter a smaller amount.</source>
        <translation>%1 太大。請輸入較小的數。</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write year, month and day, for example 2026-11-22.</source>
        <translation>「%1」不是日期。請寫年、月、日，例如 2026-11-22。</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Use a name such as Asia/Shanghai.</source>
        <translation>沒有時區「%1」。請使用 Asia/Shanghai 這樣的名稱。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”. Add the column or choose another file.</source>
        <translation>%1 缺少「%2」欄。請補上該欄或選擇其他檔案。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check the file and try again.</source>
        <translation>無法讀取 %1：%2。請檢查檔案後再試。</translation>
    </message>
    <message>
        <source>%1 has a format that is not supported: %2. Choose another file.</source>
        <translation>%1 的格式不受支援：%2。請選擇其他檔案。</translation>
    </message>
    <message>
        <source>The organisation file is wrong at %1: %2. Nothing was changed; correct the file and apply it again.</source>
        <translation>機構檔案在 %1 處有誤：%2。未作任何變更；請更正後重新套用。</translation>
    </message>
    <message>
        <source>Branchline cannot write to %1: %2. Give this user the right to write there, or choose another directory.</source>
        <translation>Branchline 無法寫入 %1：%2。請給目前使用者寫入權限，或選擇其他目錄。</translation>
    </message>
    <message>
        <source>Branchline is already running with the data in %1. Use the window that is open, or close it first.</source>
        <translation>Branchline 已在使用 %1 中的資料執行。請使用已開啟的視窗，或先將其關閉。</translation>
    </message>
    <message>
        <source>%1 holds no Branchline data: %2 is missing. Choose the right directory or set this computer up first.</source>
        <translation>%1 中沒有 Branchline 的資料：缺少 %2。請選擇正確的目錄，或先設定本機。</translation>
    </message>
    <message>
        <source>%1 already holds an organisation or a register. Choose an empty directory.</source>
        <translation>%1 中已有機構或收銀機的資料。請選擇空目錄。</translation>
    </message>
    <message>
        <source>There is no organisation in %1. Bring the file back from a backup, or make a new organisation with init in an empty directory.</source>
        <translation>%1 中沒有機構資料。請從備份還原該檔案，或在空目錄中以 init 新建機構。</translation>
    </message>
    <message>
        <source>The database %1 is missing or empty. Bring it back from a backup; to begin anew, choose an empty directory.</source>
        <translation>資料庫 %1 遺失或為空。請從備份還原；若要重新開始，請另選空目錄。</translation>
    </message>
    <message>
        <source>The database %1 is in the hands of process %2, whose data is in %3. End that program first.</source>
        <translation>資料庫 %1 正由處理程序 %2 使用，其資料目錄為 %3。請先結束該程式。</translation>
    </message>
    <message>
        <source>The database %1 was not closed cleanly, and this user may not write beside it. Copy its directory to a place that can be written, and read it there.</source>
        <translation>資料庫 %1 未正常關閉，且目前使用者無權在其旁寫入。請將所在目錄整個複製到可寫入的位置，再於該處讀取。</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2. Check that the file exists and that this user may read and write it.</source>
        <translation>無法開啟資料庫 %1：%2。請確認檔案存在，且目前使用者可以讀寫。</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer version (schema %2, this one knows %3). Install the newer version; the data is unharmed.</source>
        <translation>資料庫 %1 由較新的版本寫入（結構版本 %2，本程式只認識 %3）。請安裝新版本；資料完好無損。</translation>
    </message>
    <message>
        <source>The data could not be read or saved: %1. Nothing was changed. Try again; if it happens again, restart Branchline and call support.</source>
        <translation>資料未能讀取或儲存：%1。未作任何變更。請再試一次；若再次發生，請重新啟動 Branchline 並聯絡技術支援。</translation>
    </message>
    <message>
        <source>Another program is using the data in %1. Close it and try again.</source>
        <translation>另一個程式正在使用 %1 中的資料。請關閉它後再試。</translation>
    </message>
    <message>
        <source>The database %1 is damaged: %2. Stop selling here, keep the file and call support.</source>
        <translation>資料庫 %1 已損壞：%2。請停止在本機收銀，保留該檔案並聯絡技術支援。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be saved (%1). Free some space, then try again.</source>
        <translation>磁碟已滿，未能儲存（%1）。請騰出空間後再試。</translation>
    </message>
    <message>
        <source>The database does not belong to this version: migration %1 differs. Install the version that was used before.</source>
        <translation>資料庫與本版本不符：遷移 %1 不一致。請安裝之前使用的版本。</translation>
    </message>
    <message>
        <source>Nothing was booked, because an entry on %1 would be zero. Report this to support.</source>
        <translation>未記帳：%1 上的一筆分錄為零。請回報技術支援。</translation>
    </message>
    <message>
        <source>Nothing was booked, because the entries do not balance (%1, difference %2). Report this to support.</source>
        <translation>未記帳：分錄不平（%1，差額 %2）。請回報技術支援。</translation>
    </message>
    <message>
        <source>This is too large to be saved at once (%1 bytes). Split it into smaller parts.</source>
        <translation>內容太大，無法一次儲存（%1 位元組）。請拆成幾部分。</translation>
    </message>
    <message>
        <source>The journal holds an operation that this version does not know (%1, version %2). Install the newer version.</source>
        <translation>流水中有本版本不認識的操作（%1，版本 %2）。請安裝新版本。</translation>
    </message>
    <message>
        <source>The journal is damaged at line %1. Stop selling here, keep the data and call support.</source>
        <translation>流水在第 %1 行損壞。請停止在本機收銀，保留資料並聯絡技術支援。</translation>
    </message>
    <message>
        <source>The books do not add up (rule %1): %2. Call support and keep the data as it is.</source>
        <translation>帳目不平（規則 %1）：%2。請聯絡技術支援，並保持資料原樣。</translation>
    </message>
    <message>
        <source>The account %1 belongs to another register. Nothing was booked; report this to support.</source>
        <translation>帳戶 %1 屬於另一台收銀機。未記帳；請回報技術支援。</translation>
    </message>
    <message>
        <source>There is nothing on the ticket yet. Scan a product first.</source>
        <translation>單據上還沒有商品。請先掃描商品。</translation>
    </message>
    <message>
        <source>No product has the code %1. Scan it again, or search by name.</source>
        <translation>沒有編碼為 %1 的商品。請重新掃描，或按名稱尋找。</translation>
    </message>
    <message>
        <source>No member was found for %1. Ask for the phone number or the name.</source>
        <translation>沒有找到會員 %1。請詢問手機號碼或姓名。</translation>
    </message>
    <message>
        <source>There is no user %1. Check the name, or ask the manager.</source>
        <translation>沒有使用者 %1。請核對名稱，或詢問店長。</translation>
    </message>
    <message>
        <source>There is no store %1. Check the code.</source>
        <translation>沒有門市 %1。請核對編碼。</translation>
    </message>
    <message>
        <source>The quantity %1 is not possible for this product. Enter another one.</source>
        <translation>此商品不能用數量 %1。請輸入其他數量。</translation>
    </message>
    <message>
        <source>The price %1 is not possible. Enter another one.</source>
        <translation>價格 %1 無效。請輸入其他價格。</translation>
    </message>
    <message>
        <source>%1 is still to be paid. Take the rest before you finish.</source>
        <translation>還差 %1 未付。請先收齊再完成。</translation>
    </message>
    <message>
        <source>Change of %1 can only be given on cash. Lower the other payments or take cash.</source>
        <translation>找零 %1 只能從現金中找。請減少其他付款，或改收現金。</translation>
    </message>
    <message>
        <source>No shift is open on this register. Open a shift first.</source>
        <translation>本機還沒有開班。請先開班。</translation>
    </message>
    <message>
        <source>Shift %1 is still open on this register. Close it first.</source>
        <translation>本機 %1 號班尚未交班。請先交班。</translation>
    </message>
    <message>
        <source>The code %1 is already in use. Choose another one.</source>
        <translation>編碼 %1 已被使用。請換一個。</translation>
    </message>
    <message>
        <source>A member with the phone number %1 exists already. Look the member up instead.</source>
        <translation>手機號碼 %1 已有會員。請直接尋找該會員。</translation>
    </message>
    <message>
        <source>%1 has been imported before and was not imported again.</source>
        <translation>%1 之前已匯入，未再次匯入。</translation>
    </message>
    <message>
        <source>The name is missing. Type a name.</source>
        <translation>缺少名稱。請輸入名稱。</translation>
    </message>
    <message>
        <source>%1 is not a complete phone number. Check the digits with the customer.</source>
        <translation>%1 不是完整的手機號碼。請與顧客核對。</translation>
    </message>
    <message>
        <source>This PIN is not right. Type it again.</source>
        <translation>PIN 不正確。請重新輸入。</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>PIN 錯誤次數過多。請 %n 秒後再試。</numerusform>
        </translation>
    </message>
    <message>
        <source>This PIN is too easy to guess. Choose one that is not a row or a repetition of digits.</source>
        <translation>此 PIN 太容易被猜到。請不要用連續或重複的數字。</translation>
    </message>
    <message>
        <source>There is no ticket %1 here. Check the number on the receipt.</source>
        <translation>這裡沒有單據 %1。請核對收據上的單號。</translation>
    </message>
    <message>
        <source>Nothing on this ticket is left to refund. Check the receipt.</source>
        <translation>此單據已沒有可退的商品。請核對收據。</translation>
    </message>
    <message>
        <source>HQ refused this (%1): %2. Nothing is lost; ask HQ.</source>
        <translation>總部拒絕了此要求（%1）：%2。資料沒有遺失；請詢問總部。</translation>
    </message>
    <message>
        <source>The answer from %1 makes no sense: %2. Check that the address is HQ&apos;s.</source>
        <translation>%1 的回覆無法理解：%2。請確認這是總部的位址。</translation>
    </message>
    <message>
        <source>HQ does not listen on %1 without encryption. Give --tls-cert and --tls-key, or --behind-proxy.</source>
        <translation>總部不會在 %1 上不加密地監聽。請指定 --tls-cert 和 --tls-key，或 --behind-proxy。</translation>
    </message>
    <message>
        <source>Another program already listens on %1. Stop it or choose another port.</source>
        <translation>另一個程式已在監聽 %1。請停止它，或選擇其他連接埠。</translation>
    </message>
    <message>
        <source>HQ cannot listen on %1: %2. Choose another address or port.</source>
        <translation>總部無法監聽 %1：%2。請選擇其他位址或連接埠。</translation>
    </message>
    <message>
        <source>This register has not joined HQ yet. Enter HQ&apos;s address and an enrolment code first.</source>
        <translation>本機尚未加入總部。請先輸入總部位址和註冊碼。</translation>
    </message>
    <message>
        <source>This computer is already register %1. Use an empty data directory for another register.</source>
        <translation>本機已是收銀機 %1。若要設另一台，請使用空的資料目錄。</translation>
    </message>
    <message>
        <source>HQ does not accept this register&apos;s key. Sales stay safe here; ask HQ to enrol the register again.</source>
        <translation>總部不接受本機的金鑰。銷售資料在本機安全保存；請總部重新註冊本機。</translation>
    </message>
    <message>
        <source>HQ has withdrawn this register. Sales stay safe here; ask HQ what to do.</source>
        <translation>總部已停用本機。銷售資料在本機安全保存；請詢問總部如何處理。</translation>
    </message>
    <message>
        <source>HQ lacks operations after number %1. The register sends them again by itself.</source>
        <translation>總部缺少 %1 號之後的操作。本機會自動重新上傳。</translation>
    </message>
    <message>
        <source>HQ was restored from a backup (epoch %1). The register compares its data with HQ by itself.</source>
        <translation>總部已從備份還原（紀元 %1）。本機會自動與總部核對資料。</translation>
    </message>
    <message>
        <source>This register was away from HQ for long. It fetches everything anew by itself; please wait.</source>
        <translation>本機很久沒有連線總部，正在自動重新下載全部資料；請稍候。</translation>
    </message>
    <message>
        <source>%1 is larger than the limit of %2. Send less at once.</source>
        <translation>%1 超過上限 %2。請減少每次傳送的量。</translation>
    </message>
    <message>
        <source>The content type %1 is not supported. Send application/json.</source>
        <translation>不支援內容類型 %1。請傳送 application/json。</translation>
    </message>
    <message>
        <source>HQ speaks other protocol versions (%1) than this register. Update Branchline; until then sales are kept here.</source>
        <translation>總部使用的協定版本（%1）與本機不同。請更新 Branchline；在此之前銷售資料保存在本機。</translation>
    </message>
    <message numerus="yes">
        <source>Too many requests. The next one is possible in %n second(s).</source>
        <translation>
            <numerusform>要求過多。%n 秒後可以再次要求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HQ is busy. It is asked again in %n second(s).</source>
        <translation>
            <numerusform>總部忙碌。%n 秒後自動重試。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not found. Check what was asked for.</source>
        <translation>沒有找到 %1。請核對所要求的內容。</translation>
    </message>
    <message>
        <source>The method %1 is not possible here. See the description of the interface.</source>
        <translation>此處不能使用方法 %1。請查看介面說明。</translation>
    </message>
    <message>
        <source>%1 cannot be printed as a bar code. Use digits and Latin letters only.</source>
        <translation>%1 無法列印成條碼。請只用數字和英文字母。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消。未作任何變更。</translation>
    </message>
    <message>
        <source>The key with which this register signs in at HQ is missing. Selling goes on. Unlock the right keychain and try again, or ask HQ to enrol this register again.</source>
        <translation>找不到本機登入總部用的金鑰。收銀照常進行。請解鎖正確的鑰匙圈後重試，或請總部重新註冊本機。</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1): %2. Correct it and try again.</source>
        <translation>這不是有效的 JSON（%1）：%2。請改正後重試。</translation>
    </message>
    <message>
        <source>“%1” is not a currency. Use a code of ISO 4217 in capital letters, such as CNY.</source>
        <translation>「%1」不是貨幣代碼。請使用 ISO 4217 的大寫代碼，例如 CNY。</translation>
    </message>
    <message>
        <source>Another branchline-hq is at work with the data in %1. Wait until it is done, or stop it first.</source>
        <translation>另一個 branchline-hq 正在使用 %1 中的資料。請等它結束，或先停止它。</translation>
    </message>
    <message>
        <source>HQ holds a different operation number %1 of this register, as happens after an old backup was restored. Selling goes on, but nothing more is sent. Call HQ: a manager has to enrol this register again as its successor.</source>
        <translation>總部保存的本收銀機第 %1 號操作與這裡不同，還原舊備份後會這樣。可以繼續銷售，但不再上傳。請聯絡總部：需由經理把本收銀機重新註冊為後繼收銀機。</translation>
    </message>
    <message>
        <source>“%1” is not a number that can be used here. Type digits, with a point for decimals.</source>
        <translation>「%1」不是可用的數字。請輸入數字，小數請用小數點。</translation>
    </message>
    <message>
        <source>No drawer holds %1. Look at what was typed or scanned, and count again.</source>
        <translation>錢箱裡不可能有 %1。請檢查輸入或掃描的內容，重新清點。</translation>
    </message>
    <message>
        <source>This ticket was also recalled at %1. Check with your colleague before you take the money.</source>
        <translation>此單也已在 %1 取單。收款前請與同事確認。</translation>
    </message>
    <message>
        <source>No store has printed a receipt %1. Check the number; a register that was offline may not have sent it yet.</source>
        <translation>沒有門市列印過收據 %1。請核對號碼；離線的收銀機可能尚未上傳。</translation>
    </message>
    <message>
        <source>Receipt %1 is not on this register, and HQ cannot be reached. Try again when the network is back.</source>
        <translation>收據 %1 不在本收銀機上，且無法連線總部。請在網路恢復後再試。</translation>
    </message>
    <message>
        <source>“%1” is no address of such a device. Write it like escpos+tcp://192.168.1.40:9100, zvt+serial:///dev/ttyUSB0 or cups:NAME.</source>
        <translation>「%1」不是這類裝置的位址。請寫成 escpos+tcp://192.168.1.40:9100、zvt+serial:///dev/ttyUSB0 或 cups:名稱 的形式。</translation>
    </message>
    <message>
        <source>Payment %1 is %2 already and cannot become %3. Look at the list of open payments before you charge again.</source>
        <translation>付款 %1 的狀態已是「%2」，不能變為「%3」。再次收款前，請先查看未結付款清單。</translation>
    </message>
    <message>
        <source>What is to be printed is wrong at %1: %2. Correct it there and try again.</source>
        <translation>要列印的內容在 %1 處有誤：%2。請更正後再試一次。</translation>
    </message>
    <message>
        <source>Payment %1 of this sale is %2: it may have been charged. Resolve it in the list of open payments before you charge again.</source>
        <translation>這筆銷售的付款 %1 狀態為「%2」，可能已經扣款。請先在未結付款清單中核實，再重新收款。</translation>
    </message>
    <message>
        <source>%2 of this ticket is charged already (payment %1). Complete the sale, or take the payment back first.</source>
        <translation>這張單已刷卡收取 %2（付款 %1）。請完成銷售，或先取消這筆付款。</translation>
    </message>
    <message>
        <source>Payment %1 does not pay this part of the sale. Check the list of payments, then choose the way to pay again.</source>
        <translation>付款 %1 與這部分應收不符。請查看付款清單，再重新選擇付款方式。</translation>
    </message>
    <message>
        <source>This is a payment card. Its number was not kept; use the member&apos;s own card or phone number.</source>
        <translation>這是付款卡，卡號未予保存；請使用會員本人的會員卡或手機號碼。</translation>
    </message>
    <message>
        <source>The card could not be read. Try again, or type its number.</source>
        <translation>讀卡失敗。請再試一次，或手動輸入卡號。</translation>
    </message>
    <message>
        <source>This is no payment code of Alipay, WeChat Pay or UnionPay. Ask the customer to open the code to pay with, and scan it again.</source>
        <translation>這不是支付寶、微信支付或銀聯的付款碼。請顧客打開付款碼，再掃一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) of this terminal may have been charged. Say what became of each before the day is closed: afterwards the terminal does not know it any more.</source>
        <translation>
            <numerusform>該刷卡機有 %n 筆付款可能已扣款。請先說明每筆的結果再日結：日結後刷卡機將無從得知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another device is set up at %1 already. Change that one, or type another address.</source>
        <translation>%1 已經有另一台裝置在用。請修改那台裝置，或輸入另一個位址。</translation>
    </message>
</context>
<context>
    <name>ShiftReportText</name>
    <message>
        <source>Z report, shift %1</source>
        <translation>Z 報表，%1 號班</translation>
    </message>
    <message>
        <source>X report, shift %1</source>
        <translation>X 報表，%1 號班</translation>
    </message>
    <message>
        <source>Business day</source>
        <translation>營業日</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>開班時間</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>交班時間</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>銷售額</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款額</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>零用金</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>現金收入</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>現金退出</translation>
    </message>
    <message>
        <source>Expected in the drawer</source>
        <translation>錢箱應有</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>實點</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>收銀機 %1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽名</translation>
    </message>
    <message>
        <source>%1, allowed by %2</source>
        <translation>%1，由 %2 授權</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>開班人</translation>
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
        <translation>收銀：收銀機視窗。</translation>
    </message>
    <message>
        <source>Keep the register&apos;s data in DIR.</source>
        <translation>收銀機資料存放在 DIR。</translation>
    </message>
    <message>
        <source>zh_CN, zh_TW or en.</source>
        <translation>zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>light（淺色）或 dark（深色）。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust instead of the system&apos;s.</source>
        <translation>改為信任的憑證（PEM），取代系統憑證。</translation>
    </message>
    <message>
        <source>Trade by itself for an hour of the demo, leave pictures and a summary in DIR, and end.</source>
        <translation>自行模擬一小時營業，在 DIR 中留下截圖和摘要，然後結束。</translation>
    </message>
    <message>
        <source>Use this receipt printer: escpos+tcp://192.168.1.40:9100, cups:NAME or pdf:/DIRECTORY.</source>
        <translation>使用這台收據機：escpos+tcp://192.168.1.40:9100、cups:名稱 或 pdf:/目錄。</translation>
    </message>
    <message>
        <source>Say how long the start took until somebody can sell, and end.</source>
        <translation>顯示啟動到可以收銀所花的時間，然後結束。</translation>
    </message>
    <message>
        <source>Set up the devices that FILE names instead of those that are set up.</source>
        <translation>改用 FILE 中列出的裝置，取代已設定的裝置。</translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>待上傳 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>HQ: the key is missing</source>
        <translation>總部：缺少金鑰</translation>
    </message>
    <message>
        <source>Connecting to HQ</source>
        <translation>正在連線總部</translation>
    </message>
    <message>
        <source>HQ %1</source>
        <translation>總部 %1同步</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>暫扣 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending to HQ</source>
        <translation>正在上傳總部</translation>
    </message>
    <message>
        <source>HQ not reached</source>
        <translation>連不上總部</translation>
    </message>
    <message>
        <source>HQ cannot save</source>
        <translation>總部無法儲存</translation>
    </message>
    <message>
        <source>HQ is busy</source>
        <translation>總部忙碌</translation>
    </message>
    <message>
        <source>HQ has withdrawn this register</source>
        <translation>總部已停用本收銀機</translation>
    </message>
    <message>
        <source>HQ refuses this register</source>
        <translation>總部拒絕本收銀機</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>需要升級</translation>
    </message>
    <message numerus="yes">
        <source>Clock %n min slow</source>
        <translation>
            <numerusform>時鐘慢 %n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clock %n min fast</source>
        <translation>
            <numerusform>時鐘快 %n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>HQ has everything that was sold here, and tells this register what is new.</source>
        <translation>本機的銷售總部都已收到；有更新時總部會通知本機。</translation>
    </message>
    <message>
        <source>HQ is reached; what waits goes out next.</source>
        <translation>已連上總部；待上傳的內容隨即送出。</translation>
    </message>
    <message>
        <source>What waits is on its way to HQ.</source>
        <translation>待上傳的內容正在送往總部。</translation>
    </message>
    <message>
        <source>The connection to HQ is being made.</source>
        <translation>正在與總部建立連線。</translation>
    </message>
    <message>
        <source>Not sent any more: call HQ</source>
        <translation>已停止上傳：請聯絡總部</translation>
    </message>
    <message>
        <source>%1 Selling goes on; Branchline tries again by itself.</source>
        <translation>%1銷售照常進行，Branchline 會自動重試。</translation>
    </message>
</context>
<context>
    <name>TenderText</name>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付寶</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>UnionPay</source>
        <translation>銀聯</translation>
    </message>
</context>
<context>
    <name>TerminalSlip</name>
    <message>
        <source>End of day of the card terminal</source>
        <translation>刷卡機日結</translation>
    </message>
    <message>
        <source>Payments: %1</source>
        <translation>付款筆數：%1</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>補印</translation>
    </message>
</context>
<context>
    <name>TestPage</name>
    <message>
        <source>This printer works.</source>
        <translation>這台印表機可以使用。</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>just now</source>
        <translation>剛剛</translation>
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
            <numerusform>%n 分鐘前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小時前</numerusform>
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
        <translation>已開啟</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已連線</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已關閉</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 位元組</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>損壞</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>遭拒</translation>
    </message>
    <message>
        <source>initialise</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>對齊</translation>
    </message>
    <message>
        <source>bold</source>
        <translation>粗體</translation>
    </message>
    <message>
        <source>size</source>
        <translation>字級</translation>
    </message>
    <message>
        <source>size of Chinese</source>
        <translation>漢字字級</translation>
    </message>
    <message>
        <source>Chinese on</source>
        <translation>漢字模式開</translation>
    </message>
    <message>
        <source>Chinese off</source>
        <translation>漢字模式關</translation>
    </message>
    <message>
        <source>code page</source>
        <translation>字碼頁</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>進紙</translation>
    </message>
    <message>
        <source>line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>usual line height</source>
        <translation>預設行高</translation>
    </message>
    <message>
        <source>drawer</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>drawer at once</source>
        <translation>立即開錢箱</translation>
    </message>
    <message>
        <source>to tell of changes</source>
        <translation>狀態變化時通知</translation>
    </message>
    <message>
        <source>bar code height</source>
        <translation>條碼高度</translation>
    </message>
    <message>
        <source>bar code width</source>
        <translation>條碼寬度</translation>
    </message>
    <message>
        <source>bar code text</source>
        <translation>條碼文字</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>裁紙</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>圖像</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR 碼</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>bar code</source>
        <translation>條碼</translation>
    </message>
    <message>
        <source>text of %1 bytes</source>
        <translation>%1 位元組文字</translation>
    </message>
    <message>
        <source>%1 unknown bytes</source>
        <translation>%1 個未知位元組</translation>
    </message>
    <message>
        <source>status?</source>
        <translation>狀態？</translation>
    </message>
    <message>
        <source>done?</source>
        <translation>完成了嗎？</translation>
    </message>
    <message>
        <source>who are you?</source>
        <translation>你是誰？</translation>
    </message>
    <message>
        <source>status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>done, paper sensor</source>
        <translation>完成，紙張感測器</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>狀態變化</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>paper out</source>
        <translation>缺紙</translation>
    </message>
    <message>
        <source>paper nearly out</source>
        <translation>紙將用盡</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>上蓋開啟</translation>
    </message>
    <message>
        <source>cutter jammed</source>
        <translation>裁刀卡住</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>drawer line high</source>
        <translation>錢箱訊號高電位</translation>
    </message>
    <message>
        <source>done, mark</source>
        <translation>完成，標記</translation>
    </message>
    <message>
        <source>it is</source>
        <translation>裝置是</translation>
    </message>
    <message>
        <source>status enquiry</source>
        <translation>查詢狀態</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>註冊</translation>
    </message>
    <message>
        <source>authorisation</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>log-off</source>
        <translation>登出</translation>
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
        <translation>重印簽單</translation>
    </message>
    <message>
        <source>reversal</source>
        <translation>取消交易</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>end of day</source>
        <translation>日結</translation>
    </message>
    <message>
        <source>diagnosis</source>
        <translation>診斷</translation>
    </message>
    <message>
        <source>abort request</source>
        <translation>要求中止</translation>
    </message>
    <message>
        <source>print line</source>
        <translation>列印一行</translation>
    </message>
    <message>
        <source>print block</source>
        <translation>列印一段</translation>
    </message>
    <message>
        <source>status information</source>
        <translation>狀態資訊</translation>
    </message>
    <message>
        <source>intermediate status</source>
        <translation>中間狀態</translation>
    </message>
    <message>
        <source>asks for the weight</source>
        <translation>詢問重量</translation>
    </message>
    <message>
        <source>%1 g, at rest</source>
        <translation>%1 公克，穩定</translation>
    </message>
    <message>
        <source>%1 g, moving</source>
        <translation>%1 公克，未穩定</translation>
    </message>
    <message>
        <source>overload</source>
        <translation>超載</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>低於零</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>asks for the chip&apos;s identifier</source>
        <translation>詢問晶片編號</translation>
    </message>
    <message>
        <source>loads a key</source>
        <translation>載入金鑰</translation>
    </message>
    <message>
        <source>opens block %1</source>
        <translation>開啟第 %1 區塊</translation>
    </message>
    <message>
        <source>reads block %1</source>
        <translation>讀取第 %1 區塊</translation>
    </message>
    <message>
        <source>writes block %1</source>
        <translation>寫入第 %1 區塊</translation>
    </message>
    <message>
        <source>symbology</source>
        <translation>碼制</translation>
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
        <translation>會員</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>結帳</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Finish and print</source>
        <translation>完成並列印</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>刪除此行</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>後台</translation>
    </message>
</context>
<context>
    <name>bl::desktop::AddDeviceSheet</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ApprovalSheet</name>
    <message>
        <source>Nobody at this register may allow it. Ask HQ.</source>
        <translation>本機沒有人可以授權。請詢問總部。</translation>
    </message>
    <message>
        <source>A manager allows this</source>
        <translation>店長授權</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店長</translation>
    </message>
    <message>
        <source>The manager&apos;s PIN</source>
        <translation>店長的 PIN</translation>
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
        <translation>後台</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
</context>
<context>
    <name>bl::desktop::Banner</name>
    <message>
        <source>Close the message</source>
        <translation>關閉提示</translation>
    </message>
</context>
<context>
    <name>bl::desktop::BlockOptions</name>
    <message>
        <source>Import a drawing…</source>
        <translation>匯入線稿…</translation>
    </message>
    <message>
        <source>Import a photo…</source>
        <translation>匯入相片…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>收據號碼</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期與時間</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>收銀機</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收銀員</translation>
    </message>
    <message>
        <source>Code below the name</source>
        <translation>品名下方顯示編號</translation>
    </message>
    <message>
        <source>Quantity and unit price</source>
        <translation>數量與單價</translation>
    </message>
    <message>
        <source>Reduction below the line</source>
        <translation>行下顯示折讓</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>折讓合計</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>尾差</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>稅額</translation>
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
        <translation>不顯示姓名</translation>
    </message>
    <message>
        <source>Masked name</source>
        <translation>姓名遮蔽</translation>
    </message>
    <message>
        <source>Whole name</source>
        <translation>顯示全名</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>會員號碼</translation>
    </message>
    <message>
        <source>Balance after the sale</source>
        <translation>消費後餘額</translation>
    </message>
    <message>
        <source>Points after the sale</source>
        <translation>消費後點數</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字級</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>一般大小</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>粗細</translation>
    </message>
    <message>
        <source>Normal weight</source>
        <translation>一般粗細</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗體</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>In braces: %1</source>
        <translation>大括號變數：%1</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行數</translation>
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
        <translation>價格版本</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>對齊</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>靠左</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>置中</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>靠右</translation>
    </message>
    <message>
        <source>In simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>In traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>標誌</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>門市</translation>
    </message>
    <message>
        <source>Copy and refund mark</source>
        <translation>補印與退款標記</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>單據資訊</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品明細</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR 碼</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>條碼</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>分隔線</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>致謝</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>憑證驗證碼</translation>
    </message>
    <message>
        <source>The house&apos;s logo: PNG, JPEG or SVG.</source>
        <translation>店家標誌：PNG、JPEG 或 SVG。</translation>
    </message>
    <message>
        <source>The store&apos;s head, as HQ keeps it.</source>
        <translation>門市抬頭，以總部資料為準。</translation>
    </message>
    <message>
        <source>Says on copies and refunds that they are one. Every receipt has it once.</source>
        <translation>在補印與退款收據上註明。每張收據必有一處。</translation>
    </message>
    <message>
        <source>Which sale this was.</source>
        <translation>這是哪一筆交易。</translation>
    </message>
    <message>
        <source>What was sold, line by line.</source>
        <translation>逐行列出售出的商品。</translation>
    </message>
    <message>
        <source>The total, and what is told with it.</source>
        <translation>合計及相關金額。</translation>
    </message>
    <message>
        <source>Only where a member bought; what is not known is left out.</source>
        <translation>僅會員消費時列印；沒有的內容不顯示。</translation>
    </message>
    <message>
        <source>Your own words. A language without words is left out.</source>
        <translation>自訂文字。沒有填寫的語言不列印。</translation>
    </message>
    <message>
        <source>A QR code for telephones.</source>
        <translation>供手機掃描的 QR 碼。</translation>
    </message>
    <message>
        <source>The receipt&apos;s number, to be scanned at the counter.</source>
        <translation>收據號碼條碼，供收銀台掃描。</translation>
    </message>
    <message>
        <source>A line across the paper.</source>
        <translation>橫貫紙張的一條線。</translation>
    </message>
    <message>
        <source>Empty lines.</source>
        <translation>空白行。</translation>
    </message>
    <message>
        <source>Below sales. Without words of your own it thanks in general.</source>
        <translation>印在銷售收據末尾。未填寫時使用通用致謝語。</translation>
    </message>
    <message>
        <source>Digits that prove that the sale is in the books.</source>
        <translation>證明該筆交易已入帳的驗證碼。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CaField</name>
    <message>
        <source>Choose a certificate</source>
        <translation>選擇憑證</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>Certificate of an own authority</source>
        <translation>自有機構的憑證</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>Own CA certificate (PEM), or empty</source>
        <translation>自有機構的憑證（PEM）；留空則用系統的</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CartModel</name>
    <message>
        <source>What is taken off the price, and why: tier, promotion, coupon or by hand</source>
        <translation>減了多少、為什麼：等級、促銷、優惠券或手動折扣</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>單價</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>小計</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ClearSheet</name>
    <message>
        <source>Clear the ticket?</source>
        <translation>清空購物單？</translation>
    </message>
    <message>
        <source>All lines and the member are taken off. To keep them for later, park the ticket instead.</source>
        <translation>所有商品與會員都會移除。如需稍後繼續，請改用掛單。</translation>
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
        <translation>請先清點錢箱。錢箱為空請填 0。</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Count all cash in the drawer, the float included. It works without HQ; nothing is lost.</source>
        <translation>請清點錢箱內全部現金，包括零用金。斷線也可交班，資料不會遺失。</translation>
    </message>
    <message>
        <source>Notes and coins, if you like</source>
        <translation>按面額清點（可選）</translation>
    </message>
    <message>
        <source>Counted in the drawer</source>
        <translation>錢箱實點</translation>
    </message>
    <message>
        <source>Pieces of %1</source>
        <translation>面額 %1 的張數</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 報表</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CounterPresenter</name>
    <message>
        <source>Card slip</source>
        <translation>刷卡簽單</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CounterView</name>
    <message>
        <source>Print again</source>
        <translation>重新列印</translation>
    </message>
    <message>
        <source>%1 · total %2 · received %3</source>
        <translation>%1 · 應收 %2 · 實收 %3</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · reductions %2</source>
        <translation>%1 · 折扣 %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>Scan or search: product, member, phone, initials</source>
        <translation>掃描或搜尋：商品、會員、手機號碼、拼音首字母</translation>
    </message>
    <message>
        <source>The lines of the ticket</source>
        <translation>購物單明細</translation>
    </message>
    <message>
        <source>Ready for the first product</source>
        <translation>請掃描第一件商品</translation>
    </message>
    <message>
        <source>Scan a code, type a name or its initials, or choose a quick key. 3* in front of a code takes three.</source>
        <translation>掃描條碼、輸入名稱或拼音首字母，或點選快捷鍵。在條碼前輸入 3* 即為三件。</translation>
    </message>
    <message>
        <source>Recall %1</source>
        <translation>取單 %1</translation>
    </message>
    <message>
        <source>When the program ended, this had not been printed, as far as is known: %1. Print it now?</source>
        <translation>程式上次結束時，以下內容可能尚未列印：%1。要現在列印嗎？</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message numerus="yes">
        <source>Nobody knows yet whether %n payment(s) went through.</source>
        <translation>
            <numerusform>有 %n 筆付款還不知道是否成功。</numerusform>
        </translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>去查清</translation>
    </message>
    <message>
        <source>Everything is saved; %1 was not printed. %2</source>
        <translation>資料都已儲存，但 %1 未列印出來。%2</translation>
    </message>
    <message>
        <source>Everything is saved; %1 may not have been printed. %2</source>
        <translation>資料都已儲存，但 %1 可能未列印出來。%2</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CustomerDisplayPresenter</name>
    <message>
        <source>Total</source>
        <translation>合計</translation>
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
        <translation>歡迎光臨</translation>
    </message>
</context>
<context>
    <name>bl::desktop::CustomerWindow</name>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Total %1 · received %2</source>
        <translation>合計 %1 · 收款 %2</translation>
    </message>
</context>
<context>
    <name>bl::desktop::DeviceConsole</name>
    <message>
        <source>The payment is %1.</source>
        <translation>付款結果：%1。</translation>
    </message>
    <message>
        <source>The test page came out.</source>
        <translation>測試頁已列印。</translation>
    </message>
    <message>
        <source>The test page was sent. Look whether it came out.</source>
        <translation>測試頁已送出，請查看是否印出來。</translation>
    </message>
    <message>
        <source>The drawer was told to open.</source>
        <translation>已送出開錢箱指令。</translation>
    </message>
    <message>
        <source>The text is on the display.</source>
        <translation>文字已顯示。</translation>
    </message>
    <message>
        <source>The terminal is well.</source>
        <translation>刷卡機正常。</translation>
    </message>
    <message numerus="yes">
        <source>The terminal&apos;s day is closed: %n payment(s).</source>
        <translation>
            <numerusform>刷卡機已日結：%n 筆付款。</numerusform>
        </translation>
    </message>
    <message>
        <source>The test label came out.</source>
        <translation>測試標籤已列印出來。</translation>
    </message>
    <message>
        <source>The test label was sent. Look whether it came out.</source>
        <translation>測試標籤已送出，請看一下是否列印出來。</translation>
    </message>
    <message>
        <source>No day of this terminal was closed here yet.</source>
        <translation>這台刷卡機還沒有在這裡做過日結。</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>日結</translation>
    </message>
    <message>
        <source>The card carries the number %1 now; it was read back.</source>
        <translation>卡片現在的卡號是 %1，已讀回核對。</translation>
    </message>
    <message>
        <source>Replace the number</source>
        <translation>取代卡號</translation>
    </message>
</context>
<context>
    <name>bl::desktop::DeviceWizard</name>
    <message>
        <source>What is to be added?</source>
        <translation>要新增什麼裝置？</translation>
    </message>
    <message>
        <source>%1: where is it?</source>
        <translation>%1：在哪裡？</translation>
    </message>
    <message>
        <source>Which printer is it?</source>
        <translation>是哪種印表機？</translation>
    </message>
    <message>
        <source>%1: does it work?</source>
        <translation>%1：能用嗎？</translation>
    </message>
    <message>
        <source>in use already</source>
        <translation>已在使用</translation>
    </message>
    <message>
        <source>Looking for devices …</source>
        <translation>正在尋找裝置…</translation>
    </message>
    <message>
        <source>Nothing was found. Switch the device on and plug it in, then look again; or type its address below.</source>
        <translation>沒有找到裝置。請開啟裝置電源、接好線再尋找，或在下面輸入位址。</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>正在測試…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>可以使用。</translation>
    </message>
    <message>
        <source>It works. It says: %1</source>
        <translation>可以使用。裝置回覆：%1</translation>
    </message>
    <message>
        <source>Devices that were found</source>
        <translation>找到的裝置</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新尋找</translation>
    </message>
    <message>
        <source>Search the network</source>
        <translation>搜尋網路</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>The profile says how wide the paper is, how Chinese is printed and what else the printer can do. Where yours is not named, take the one of its paper&apos;s width.</source>
        <translation>型號設定決定紙寬、中文列印方式和印表機的其他功能。沒有列出您的型號時，請依紙寬選擇。</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>A test page is printed on %1. Check that the Chinese is readable and the ruler fills one line.</source>
        <translation>在 %1 上列印測試頁。請檢查中文是否清楚、標尺是否正好占滿一行。</translation>
    </message>
    <message>
        <source>Press the button, then scan any code with %1.</source>
        <translation>按下按鈕，然後用 %1 掃任意一個條碼。</translation>
    </message>
    <message>
        <source>Press the button, then use a card at %1.</source>
        <translation>按下按鈕，然後在 %1 上刷卡。</translation>
    </message>
    <message>
        <source>Put something on the scale at %1.</source>
        <translation>在 %1 的秤上放一件東西。</translation>
    </message>
    <message>
        <source>A text is shown on %1.</source>
        <translation>在 %1 上顯示一段文字。</translation>
    </message>
    <message>
        <source>%1 is asked how it is. Nothing is charged.</source>
        <translation>只向 %1 查詢狀態，不會扣款。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試一試</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Add this device</source>
        <translation>新增這台裝置</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Password of the terminal; empty for the usual one</source>
        <translation>刷卡機密碼；留空則用預設密碼</translation>
    </message>
</context>
<context>
    <name>bl::desktop::DevicesPage</name>
    <message>
        <source>The device was added.</source>
        <translation>裝置已新增。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>歡迎光臨</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已儲存。</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No device is set up yet. Add one.</source>
        <translation>還沒有設定裝置，請新增。</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>Scan a code, use a card or put something on the scale: it appears here.</source>
        <translation>掃碼、刷卡或秤重，結果會顯示在這裡。</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最近的錯誤</translation>
    </message>
    <message>
        <source>Jobs / failures</source>
        <translation>工作 / 失敗</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>新增裝置</translation>
    </message>
    <message>
        <source>Look for it now</source>
        <translation>立即尋找</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>測試頁</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>開啟錢箱</translation>
    </message>
    <message>
        <source>Ask its state</source>
        <translation>查詢狀態</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>秤重</translation>
    </message>
    <message>
        <source>Show a text</source>
        <translation>顯示文字</translation>
    </message>
    <message>
        <source>Register again</source>
        <translation>重新註冊</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診斷</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>日結</translation>
    </message>
    <message>
        <source>What goes over its line: → to the device, ← from it</source>
        <translation>通訊內容：→ 送到裝置，← 裝置送來</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>通訊記錄</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>測試標籤</translation>
    </message>
    <message>
        <source>Print its slip again</source>
        <translation>補印日結單</translation>
    </message>
    <message>
        <source>Number for the card</source>
        <translation>要寫入的卡號</translation>
    </message>
    <message>
        <source>Number for the card on the reader</source>
        <translation>寫入讀卡機上卡片的卡號</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>寫入</translation>
    </message>
</context>
<context>
    <name>bl::desktop::DevicesSheet</name>
    <message>
        <source>Devices</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>No devices are set up. They are added in the back office.</source>
        <translation>尚未設定裝置。請在後台新增。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新尋找</translation>
    </message>
    <message>
        <source>Device console</source>
        <translation>裝置主控台</translation>
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
        <translation>Branchline 無法啟動</translation>
    </message>
    <message>
        <source>The data of this register: %1</source>
        <translation>本收銀機的資料：%1</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
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
        <translation>加入總部</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>HQ gives each register a code that works once. Ask whoever looks after HQ for its address and a code.</source>
        <translation>總部給每臺收銀機一個只能用一次的註冊碼。請向總部管理員索取位址和註冊碼。</translation>
    </message>
    <message>
        <source>HQ&apos;s address</source>
        <translation>總部位址</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>註冊碼</translation>
    </message>
    <message>
        <source>As it was given to you; capitals and dashes do not matter</source>
        <translation>照拿到的輸入即可，不分大小寫，短橫可省</translation>
    </message>
    <message>
        <source>Joining HQ</source>
        <translation>正在加入總部</translation>
    </message>
    <message>
        <source>No HQ yet? The demo has a store with products and members on this computer. Start it with installer/demo first.</source>
        <translation>還沒有總部？示範在本機提供帶商品和會員的門市。請先用 installer/demo 啟動。</translation>
    </message>
    <message>
        <source>Try with demo data</source>
        <translation>用示範資料試用</translation>
    </message>
    <message>
        <source>The demo does not run on this computer. Start installer/demo in a terminal and leave it open, then try again.</source>
        <translation>本機沒有執行示範。請在終端機中啟動 installer/demo 並保持開啟，然後重試。</translation>
    </message>
    <message>
        <source>Fetching the store&apos;s data</source>
        <translation>正在取得門市資料</translation>
    </message>
    <message>
        <source>This is register %1 now</source>
        <translation>本機現為收銀機 %1</translation>
    </message>
    <message>
        <source>Products, members and users are on their way from HQ. This happens once.</source>
        <translation>商品、會員和使用者資料正從總部傳來，僅此一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) arrived; the rest is on its way from HQ.</source>
        <translation>
            <numerusform>已收到 %n 位使用者，其餘資料正從總部傳來。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>HQ has no users with a PIN for this store yet. As soon as it has, they appear here.</source>
        <translation>總部還沒有為本店設定帶 PIN 的使用者。設定後會顯示在這裡。</translation>
    </message>
    <message>
        <source>Go on without devices</source>
        <translation>不設定裝置，繼續</translation>
    </message>
    <message>
        <source>Devices at this counter</source>
        <translation>收銀台的裝置</translation>
    </message>
    <message>
        <source>Choose what stands at the counter, one after the other. It can be done later too; selling works without any of them.</source>
        <translation>逐一選擇收銀台上的裝置。也可以以後再設定；沒有這些裝置也能銷售。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::HqNotice</name>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
</context>
<context>
    <name>bl::desktop::InStorePage</name>
    <message>
        <source>Saved. Scans use these patterns from now on.</source>
        <translation>已儲存。從現在起掃碼使用這些規則。</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>第 %1 行：%2。</translation>
    </message>
    <message>
        <source>Scan a label of the shop: what the patterns read in it appears here.</source>
        <translation>掃描一張本店標籤：依規則讀出的內容會顯示在這裡。</translation>
    </message>
    <message>
        <source>No pattern fits this code, or its check digit is wrong.</source>
        <translation>沒有規則適用於這個條碼，或其檢查碼有誤。</translation>
    </message>
    <message>
        <source>No product has the number %1.</source>
        <translation>沒有編號為 %1 的商品。</translation>
    </message>
    <message>
        <source>Weight: %1 kg</source>
        <translation>重量：%1 公斤</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <translation>價格：%1</translation>
    </message>
    <message>
        <source>Codes of this shop&apos;s scales and label printers</source>
        <translation>本店電子秤和標籤印表機的條碼</translation>
    </message>
    <message>
        <source>One pattern a line. Digits stand for themselves, each point for a digit of the product&apos;s number, {NNDDD} for a weight in kilograms and {$NNNDD} for a price, N before and D behind the decimal point. The check digit follows and is not written. Lines that begin with # are notes.</source>
        <translation>每行一條規則。數字代表其本身，每個點代表商品編號的一位，{NNDDD} 代表以公斤計的重量，{$NNNDD} 代表價格，N 在小數點前，D 在小數點後。檢查碼在末尾，不用寫。以 # 開頭的行是備註。</translation>
    </message>
    <message>
        <source>Patterns of in-store codes</source>
        <translation>店內碼規則</translation>
    </message>
    <message>
        <source>Take the usual ones</source>
        <translation>使用預設規則</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Try a code</source>
        <translation>試讀條碼</translation>
    </message>
    <message>
        <source>Scan or type a code</source>
        <translation>掃描或輸入條碼</translation>
    </message>
</context>
<context>
    <name>bl::desktop::LabelPage</name>
    <message>
        <source>%1 is saved.</source>
        <translation>已儲存「%1」。</translation>
    </message>
    <message>
        <source>Labels printed: %1</source>
        <translation>已列印標籤：%1 張</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>範本名稱</translation>
    </message>
    <message>
        <source>Kind of label</source>
        <translation>標籤類型</translation>
    </message>
    <message>
        <source>Shelf label: a large price</source>
        <translation>貨架標籤：大字價格</translation>
    </message>
    <message>
        <source>Product label: a large bar code</source>
        <translation>商品標籤：大條碼</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>寬（公釐）</translation>
    </message>
    <message>
        <source>Height in millimetres</source>
        <translation>高（公釐）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>條碼</translation>
    </message>
    <message>
        <source>Code in digits</source>
        <translation>編號數字</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>門市</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Scan or search a product</source>
        <translation>掃描或搜尋商品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Labels to print</source>
        <translation>要列印的標籤</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>張數</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一張</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>減一張</translation>
    </message>
    <message>
        <source>Address of the label printer</source>
        <translation>標籤印表機位址</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Width, height and gap in mm</source>
        <translation>寬、高和間隙（公釐）</translation>
    </message>
    <message>
        <source>Gap between two labels in millimetres</source>
        <translation>標籤間隙（公釐）</translation>
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
        <translation>飲用天然水 550ml</translation>
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
        <translation>歡迎使用 Branchline</translation>
    </message>
    <message>
        <source>Choose a language. It can be changed at any time.</source>
        <translation>請選擇語言，以後可以隨時變更。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
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
        <translation>無法讀取使用者</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在核對…</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. %n more try(ies), then you have to wait.</source>
        <translation>
            <numerusform>PIN 不正確。還可再試 %n 次，之後需要等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two PINs were not the same. Choose one again.</source>
        <translation>兩次輸入的 PIN 不一致。請重新設定。</translation>
    </message>
    <message>
        <source>This is the PIN that was given to you. Choose another one.</source>
        <translation>這是發給您的初始 PIN。請換一個。</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>誰在上班？</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>收銀機 %1</translation>
    </message>
    <message>
        <source>Name or initials, then Enter</source>
        <translation>姓名或首字母，然後按 Enter</translation>
    </message>
    <message>
        <source>Search for a user</source>
        <translation>尋找使用者</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Nobody can log in here yet</source>
        <translation>本機還沒有可登入的使用者</translation>
    </message>
    <message>
        <source>HQ names the users of this register and gives them PINs. They appear here as soon as this register has heard of them.</source>
        <translation>本機的使用者和 PIN 由總部設定。本機收到後會立即顯示在這裡。</translation>
    </message>
    <message>
        <source>Choose your name, then type your PIN.</source>
        <translation>請選擇您的姓名，然後輸入 PIN。</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 的 PIN</translation>
    </message>
    <message>
        <source>Choose your own PIN, %1</source>
        <translation>%1，請設定自己的 PIN</translation>
    </message>
    <message>
        <source>Your PIN was only given out for the first time. Choose 4 to 8 digits that nobody else knows.</source>
        <translation>您的 PIN 只供首次登入。請設定 4 到 8 位別人不知道的數字。</translation>
    </message>
    <message>
        <source>Type the new PIN again</source>
        <translation>再次輸入新 PIN</translation>
    </message>
    <message>
        <source>The same digits once more, so that no slip of the finger locks you out.</source>
        <translation>請再輸入一次同樣的數字，以免誤按後無法登入。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::MemberPanel</name>
    <message>
        <source>Take the member off the ticket</source>
        <translation>從購物單移除會員</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>今天生日</translation>
    </message>
    <message>
        <source>It is the member&apos;s birthday today</source>
        <translation>今天是這位會員的生日</translation>
    </message>
    <message>
        <source>Member since %1</source>
        <translation>%1 年入會</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>會員編號 %1</translation>
    </message>
    <message>
        <source>No member. Find one, or register a new one.</source>
        <translation>尚未選擇會員。可尋找，或新增會員。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::MemberSheet</name>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Phone digits, name, initials or card number</source>
        <translation>手機號碼、姓名、拼音首字母或卡號</translation>
    </message>
    <message>
        <source>Search for a member</source>
        <translation>尋找會員</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>找到的會員</translation>
    </message>
    <message>
        <source>Type any four digits of the phone number, the beginning of the name, or pinyin initials.</source>
        <translation>請輸入手機號碼中任意四碼、姓名開頭或拼音首字母。</translation>
    </message>
    <message>
        <source>No member found for “%1”. Check the digits, or register a new member.</source>
        <translation>找不到「%1」對應的會員。請核對號碼，或新增會員。</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新增會員</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選擇</translation>
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
        <translation>收據</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Clear the ticket</source>
        <translation>清空購物單</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>語言與外觀</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>後台</translation>
    </message>
    <message>
        <source>Open payments</source>
        <translation>未結清的付款</translation>
    </message>
</context>
<context>
    <name>bl::desktop::NewMemberSheet</name>
    <message>
        <source>New member</source>
        <translation>新增會員</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登記</translation>
    </message>
</context>
<context>
    <name>bl::desktop::NumberPad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>刪除最後一位</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>小數點</translation>
    </message>
</context>
<context>
    <name>bl::desktop::OpenPaymentsSheet</name>
    <message>
        <source>Waiting for an answer …</source>
        <translation>正在等待回覆…</translation>
    </message>
    <message>
        <source>All payments are settled, and all that were charged belong to a sale.</source>
        <translation>所有付款都已結清，已收的款都歸入了銷售。</translation>
    </message>
    <message>
        <source>These payments belong to no sale. Settle them or take them back before the shift is closed, or complete the ticket that they were charged for.</source>
        <translation>這些付款不屬於任何銷售。請在交班前查清或取消，或者完成收款所對應的單據。</translation>
    </message>
    <message>
        <source>These payments belong to no sale yet.</source>
        <translation>這些付款還不屬於任何銷售。</translation>
    </message>
    <message>
        <source>Open payments</source>
        <translation>未結清的付款</translation>
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
        <translation>開班</translation>
    </message>
    <message>
        <source>Count the money in the drawer before the first sale.</source>
        <translation>首筆銷售前請清點錢箱內的現金。</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>錢箱零用金</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>開班</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ParkSheet</name>
    <message>
        <source>Park the ticket</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>The ticket waits in the recall list. A label helps to find it again: a name, a table, a trolley.</source>
        <translation>購物單會放入取單清單。寫個標籤便於尋找：姓名、桌號、購物車。</translation>
    </message>
    <message>
        <source>Label, may be empty</source>
        <translation>標籤，可不填</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>掛單</translation>
    </message>
</context>
<context>
    <name>bl::desktop::PayEntry</name>
    <message>
        <source>Charge on the card</source>
        <translation>刷卡金額</translation>
    </message>
    <message>
        <source>Charge by the customer&apos;s code</source>
        <translation>以顧客付款碼收款</translation>
    </message>
    <message>
        <source>Scan the customer&apos;s code: %1</source>
        <translation>請掃顧客的付款碼：%1</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>授權碼</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>實收現金</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已核准</translation>
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
        <translation>顧客手機上的付款碼</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Number of its slip</source>
        <translation>簽單號碼</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Take the payment back on the terminal, then type the number of its slip here</source>
        <translation>請在刷卡機上取消這筆付款，再在這裡輸入簽單號碼</translation>
    </message>
    <message>
        <source>Type the amount on the terminal, then its approval number here</source>
        <translation>請在刷卡機上輸入金額，再在這裡輸入授權碼</translation>
    </message>
</context>
<context>
    <name>bl::desktop::PaySheet</name>
    <message>
        <source>Remaining %1</source>
        <translation>還差 %1</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>結帳</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Finish and print</source>
        <translation>完成並列印</translation>
    </message>
    <message>
        <source>Follow the terminal …</source>
        <translation>請依刷卡機提示操作…</translation>
    </message>
    <message>
        <source>The customer may have to confirm on the phone …</source>
        <translation>顧客可能需要在手機上確認…</translation>
    </message>
    <message>
        <source>Scan code</source>
        <translation>掃碼付</translation>
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
        <translation>尚不清楚是否已取消</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was charged</source>
        <translation>尚不清楚是否已扣款</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>被拒絕</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <translation>未執行</translation>
    </message>
    <message>
        <source>Is being taken back …</source>
        <translation>取消中…</translation>
    </message>
    <message>
        <source>Under way …</source>
        <translation>進行中…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取消交易</translation>
    </message>
    <message>
        <source>Ask the terminal, or look at its display and slip and say what happened.</source>
        <translation>請查詢刷卡機，或查看其螢幕和簽單後告知結果。</translation>
    </message>
    <message>
        <source>Ask the terminal</source>
        <translation>查詢刷卡機</translation>
    </message>
    <message>
        <source>It was taken back</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>It was charged</source>
        <translation>已扣款</translation>
    </message>
    <message>
        <source>It was not</source>
        <translation>未取消</translation>
    </message>
    <message>
        <source>It was not charged</source>
        <translation>未扣款</translation>
    </message>
    <message>
        <source>Ask the payment service, or look at the customer&apos;s phone and say what happened.</source>
        <translation>請查詢支付平台，或看顧客手機上的結果，再選擇實際情況。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再查詢</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The terminal has said nothing about it.</source>
        <translation>刷卡機對此未作任何說明。</translation>
    </message>
    <message>
        <source>The payment service has said nothing about it.</source>
        <translation>支付服務對此未作任何說明。</translation>
    </message>
    <message>
        <source>The terminal said: %1</source>
        <translation>刷卡機的說明：%1</translation>
    </message>
    <message>
        <source>The payment service said: %1</source>
        <translation>支付服務的說明：%1</translation>
    </message>
    <message>
        <source>%1 (not stored yet)</source>
        <translation>%1（尚未儲存）</translation>
    </message>
    <message>
        <source>It could not be stored, because the disk is full, say. It is tried again all the time; nothing else is charged for this ticket meanwhile.</source>
        <translation>未能儲存，例如磁碟已滿。系統會不斷重試；在此期間本單不再收取其他付款。</translation>
    </message>
    <message>
        <source>Store it now</source>
        <translation>立即儲存</translation>
    </message>
    <message>
        <source>Its device could not take it back, or is not set up any more.</source>
        <translation>原裝置無法取消，或已不再設定。</translation>
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
        <translation>%1 已退還顧客，不再算作已付。</translation>
    </message>
    <message>
        <source>%1 was charged. It counts as paid and is not asked for again.</source>
        <translation>%1 已扣款，算作已付，不再收取。</translation>
    </message>
    <message>
        <source>%1 did not go back to the customer. It still counts as paid.</source>
        <translation>%1 未退還顧客，仍算作已付。</translation>
    </message>
    <message>
        <source>%1 was not charged and may be asked for again. Had it been charged all the same, the customer would pay twice.</source>
        <translation>%1 未扣款，可以再次收取。如果實際已扣款，顧客將付兩次。</translation>
    </message>
    <message>
        <source>Yes, it was taken back</source>
        <translation>是，已取消</translation>
    </message>
    <message>
        <source>Yes, it was charged</source>
        <translation>是，已扣款</translation>
    </message>
    <message>
        <source>Yes, it was not taken back</source>
        <translation>是，未取消</translation>
    </message>
    <message>
        <source>Yes, it was not charged</source>
        <translation>是，未扣款</translation>
    </message>
    <message>
        <source>Yes, it was given back</source>
        <translation>是，已退還</translation>
    </message>
    <message>
        <source>Receipt number on the slip</source>
        <translation>簽單號碼</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>授權碼</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>還不確定</translation>
    </message>
    <message>
        <source>%1 was given back without the device that charged it. It does not count as paid any more. Whoever may refund answers for this. Cash from the drawer is not booked by it.</source>
        <translation>%1 已不經原收款裝置退還，不再算作已付。由有退款權限的人負責。從錢箱付出的現金不會因此入帳。</translation>
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
        <translation>數量</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>刪除此列</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Scale: too heavy</source>
        <translation>電子秤：超重</translation>
    </message>
    <message>
        <source>Scale: the load still moves</source>
        <translation>電子秤：重量尚未穩定</translation>
    </message>
    <message>
        <source>Scale: %1 %2</source>
        <translation>電子秤：%1 %2</translation>
    </message>
    <message>
        <source>From scale (F8)</source>
        <translation>取秤重 (F8)</translation>
    </message>
    <message>
        <source>Scale: below zero</source>
        <translation>電子秤：低於零</translation>
    </message>
</context>
<context>
    <name>bl::desktop::QuickKeys</name>
    <message>
        <source>No products here yet</source>
        <translation>這裡還沒有商品</translation>
    </message>
    <message>
        <source>HQ&apos;s products appear here after the next exchange with HQ.</source>
        <translation>與總部同步後，總部的商品會出現在這裡。</translation>
    </message>
</context>
<context>
    <name>bl::desktop::RecallSheet</name>
    <message>
        <source>Recall a ticket</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>Parked tickets</source>
        <translation>已掛的單</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>筆數</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>No ticket is parked</source>
        <translation>沒有掛單</translation>
    </message>
    <message>
        <source>A ticket that you park with F6 waits here until it is recalled.</source>
        <translation>用 F6 掛起的購物單會在這裡等待取回。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>Press again to discard it</source>
        <translation>再按一次即作廢</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Parked by</source>
        <translation>掛單人</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ReceiptPage</name>
    <message>
        <source>%1 is saved.</source>
        <translation>已儲存「%1」。</translation>
    </message>
    <message>
        <source>The test receipt is printed.</source>
        <translation>測試收據已列印。</translation>
    </message>
    <message>
        <source>the chain&apos;s</source>
        <translation>連鎖</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>選擇圖片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>圖片 (%1)</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>內容區塊</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>範本名稱</translation>
    </message>
    <message>
        <source>Language of the receipt</source>
        <translation>收據語言</translation>
    </message>
    <message>
        <source>Add a block</source>
        <translation>新增內容區塊</translation>
    </message>
    <message>
        <source>This template is not the store&apos;s own. Make a copy to change it.</source>
        <translation>此範本不屬於本店。請先複製再修改。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Use for receipts</source>
        <translation>用於列印收據</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>範例</translation>
    </message>
    <message>
        <source>Last sale</source>
        <translation>最近一筆</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>列印測試</translation>
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
        <translation>刪除此區塊</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>程式語言</translation>
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
        <translation>中英雙語</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>內建</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
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
        <translation>已補印 %1。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已儲存為 %1</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>The newest receipts</source>
        <translation>最近的收據</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據號碼</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>儲存為 PDF</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>補印</translation>
    </message>
    <message>
        <source>No receipt printer is set up on this register.</source>
        <translation>本收銀機尚未設定收據機。</translation>
    </message>
    <message>
        <source>Scan or type the number of a receipt of any store</source>
        <translation>掃描或輸入任一門市的收據號碼</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>收據號碼</translation>
    </message>
    <message>
        <source>Asking HQ for %1 …</source>
        <translation>正在向總部查詢 %1 …</translation>
    </message>
</context>
<context>
    <name>bl::desktop::SearchField</name>
    <message>
        <source>Search results</source>
        <translation>搜尋結果</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer characters, a phone number or pinyin initials.</source>
        <translation>沒有找到「%1」。請減少字數，或用手機號碼、拼音首字母尋找。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜尋內容</translation>
    </message>
    <message>
        <source>Scan or search</source>
        <translation>掃碼或搜尋</translation>
    </message>
</context>
<context>
    <name>bl::desktop::SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
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
        <translation>收銀機 %1</translation>
    </message>
    <message>
        <source>Data in %1</source>
        <translation>資料位於 %1</translation>
    </message>
    <message>
        <source>The key to HQ is in this system&apos;s keychain.</source>
        <translation>總部金鑰存放在系統鑰匙圈中。</translation>
    </message>
    <message>
        <source>This system has no keychain, so the key to HQ is kept in a file that only this user can read.</source>
        <translation>本系統沒有鑰匙圈，總部金鑰存放在只有目前使用者可讀的檔案中。</translation>
    </message>
    <message>
        <source>Connection to HQ</source>
        <translation>與總部的連線</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The size changes when Branchline starts again. The open ticket is kept.</source>
        <translation>重新啟動 Branchline 後生效，未結帳的單據會保留。</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>顯示大小</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟隨桌面</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>裝置</translation>
    </message>
</context>
<context>
    <name>bl::desktop::ShiftReportSheet</name>
    <message>
        <source>The report is printed.</source>
        <translation>報表已列印。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
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
        <translation>位址</translation>
    </message>
    <message>
        <source>Printer profile</source>
        <translation>印表機型號設定</translation>
    </message>
    <message>
        <source>Where cards carry their number</source>
        <translation>卡號在卡片上的位置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>mifare:8 for block 8; empty for the chip&apos;s number</source>
        <translation>卡號寫在第 8 區塊：mifare:8；用晶片號則留空</translation>
    </message>
</context>
<context>
    <name>bl::desktop::StatusBoard</name>
    <message>
        <source>No printer</source>
        <translation>無收據機</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>收據機就緒</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在列印</translation>
    </message>
    <message>
        <source>Printer: look at it</source>
        <translation>請檢查收據機</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>%1 號班</translation>
    </message>
    <message>
        <source>No shift</source>
        <translation>未開班</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1就緒</translation>
    </message>
    <message numerus="yes">
        <source>%n devices ready</source>
        <translation>
            <numerusform>%n 台裝置就緒</numerusform>
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
        <translation>與總部的連線</translation>
    </message>
    <message>
        <source>HQ&apos;s address</source>
        <translation>總部位址</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近聯絡</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚無</translation>
    </message>
    <message>
        <source>Waits for HQ</source>
        <translation>待上傳總部</translation>
    </message>
    <message>
        <source>Held back by HQ</source>
        <translation>總部暫扣</translation>
    </message>
    <message>
        <source> (lines %1)</source>
        <translation>（第 %1 筆）</translation>
    </message>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>本機時鐘</translation>
    </message>
    <message>
        <source>agrees with HQ&apos;s</source>
        <translation>與總部一致</translation>
    </message>
    <message>
        <source>Push now</source>
        <translation>立即上傳</translation>
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
        <translation>刷卡使用的刷卡機</translation>
    </message>
</context>
<context>
    <name>bl::desktop::TerminalPayments</name>
    <message>
        <source>Taking back</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Was taken back</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Was charged</source>
        <translation>已扣款</translation>
    </message>
    <message>
        <source>Was not taken back</source>
        <translation>未取消</translation>
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
        <translation>查詢刷卡機</translation>
    </message>
</context>
<context>
    <name>bl::desktop::Workstation</name>
    <message>
        <source>Shift %1 is open.</source>
        <translation>%1 號班已開班。</translation>
    </message>
    <message>
        <source>This system has no keychain: the key to HQ is kept in a file.</source>
        <translation>本系統沒有鑰匙圈：總部金鑰存放在檔案中。</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>交班報表</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Log in first: devices are in the back office.</source>
        <translation>請先登入：裝置在後台設定。</translation>
    </message>
    <message>
        <source>In-store codes</source>
        <translation>店內碼</translation>
    </message>
</context>
</TS>
