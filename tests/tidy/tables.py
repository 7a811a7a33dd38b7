"""What the rules know as data: who may include whom, and which words, names and folders are out."""

import re

NOUNS = "catalog members payments pricing sales stock shifts staff loyalty finance access".split()

# Module: what it may use. "What a may use, b may use too", so that the whole set is the closure. A module not named here may
# not exist: name it, and say what it may use, in the same change.
USES = {
    "core/base": [],
    "core/money": ["core/base"],
    "core/nouns": ["core/money"],
    "core/ledger": ["core/nouns"],
    "core/journal": ["core/ledger"],
    "core/ports": ["core/nouns"],
    "core/sql": ["core/money"],
    "core/receipts": ["core/ports"],
    "core/storage": ["core/journal", "core/receipts", "core/sql", "resources"],
    "core/services": ["core/storage", "core/ports"],
    "resources": [],
    "sync/protocol": ["core/base"],
    "sync/http": ["sync/protocol"],
    "sync/client": ["sync/protocol", "sync/http", "core/services"],
    "sync/server": ["sync/protocol", "core/services"],
    "devices": ["core/ports", "sync/http", "resources"],
    "app/text": ["core/ports"],
    "app/platform": ["core/ports"],
    "app/ctl": ["core/services", "sync/client", "app/text", "app/platform"],
    "app/hq": ["core/services", "sync/server", "app/text", "app/platform"],
    "app/device": ["core/services", "devices", "app/text", "app/platform"],
    "app/devsim": ["devices", "app/text", "app/platform"],
    "app/desktop": ["core/services", "sync/client", "sync/server", "devices", "app/text", "app/platform", "app/ctl"],
    "tests": ["app/desktop", "app/ctl", "app/hq", "app/device", "app/devsim"],
}

# The library behind a system header, for those that belong to one module.
LIBRARY_HEADERS = {
    re.compile(r"^curl/"): ["sync/http", "sync/client", "tests"],
    re.compile(r"^boost/(beast|asio)"): ["sync/server", "devices", "app/devsim", "tests"],
    re.compile(r"^sqlite3\.h$"): ["core/sql", "tests"],
    re.compile(r"^qt6keychain/"): ["app/platform", "tests"],
}

# Qt below app and devices is Core. What is not known to be of it is refused.
QT_CORE = re.compile(
    r"^(QtCore/.*|Qt|QtGlobal|QtEndian|QtMath|QtPlugin|QtDebug"
    r"|Q(AbstractEventDispatcher|AtomicInt|AtomicInteger|BasicTimer|BitArray|Buffer|ByteArray|ByteArrayView|Calendar|Char"
    r"|Collator|CommandLineOption|CommandLineParser|CoreApplication|CryptographicHash|DataStream|Date|DateTime|Deadline"
    r"|DeadlineTimer|Debug|Dir|DirIterator|ElapsedTimer|Event|EventLoop|File|FileDevice|FileInfo|FileSystemWatcher|Flags"
    r"|Function|Future|FutureWatcher|Hash|IODevice|Json\w+|LatinChar|LatinString|Latin1String|LibraryInfo|Line|List|Locale"
    r"|LockFile|LoggingCategory|Map|MarginsF?|MessageLogger|MetaEnum|MetaObject|MetaType|MimeData|MultiHash|MultiMap|Mutex"
    r"|MutexLocker|NativeInterface|Object|ObjectCleanupHandler|OperatingSystemVersion|Pair|Pointer|PointF?|Process"
    r"|ProcessEnvironment|Promise|Queue|RandomGenerator|ReadWriteLock|RectF?|RegularExpression|Resource|Runnable|SaveFile"
    r"|ScopeGuard|ScopedPointer|Semaphore|Set|Settings|SharedMemory|SharedPointer|Signal\w+|SizeF?|SocketNotifier|Span"
    r"|Stack|StandardPaths|StorageInfo|String|StringBuilder|StringConverter|StringDecoder|StringEncoder|StringList"
    r"|StringTokenizer|StringView|SysInfo|SystemSemaphore|TemporaryDir|TemporaryFile|TextBoundaryFinder|TextStream|Thread"
    r"|ThreadPool|ThreadStorage|Time|TimeLine|Timer|TimeZone|Translator|Url|UrlQuery|Utf8StringView|Uuid|Variant|Vector"
    r"|VersionNumber|WaitCondition|XmlStream\w+))$")
QT_NETWORK = re.compile(r"^(QtNetwork/.*|QtNetwork|Q(Abstract|Tcp|Udp|Local)(Socket|Server)|QNetwork\w+|QHost\w+|QSsl\w*)$")
QT_CORE_ONLY = ("core/", "sync/", "resources/")
QT_WITHOUT_WINDOWS = ("app/ctl/", "app/hq/", "app/text/", "app/platform/")

SQL_ALLOWED = ("core/sql/", "core/storage/", "sync/server/", "resources/sql/", "tests/")
SQL_TEXT = re.compile(
    r"\bSELECT\s|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b|\b(CREATE|DROP|ALTER)\s+TABLE\b"
    r"|\binsert\s+into\s+\w+\s*\(|\bdelete\s+from\s+\w+\s+where\b|\bselect\s+[\w*, .()]+\s+from\s+\w+\s+where\b"
    r"|\bupdate\s+\w+\s+set\s+\w+\s*=")

TRANSLATION = re.compile(r"\btr\s*\(|\b(QCoreApplication|qApp)\s*(::|->)\s*translate\b|\bQT_TR(ANSLATE)?_NOOP|\bQ_DECLARE_TR_FUNCTIONS")
TRANSLATION_REFUSED = ("core/", "sync/", "devices/", "resources/")

EXACT = ("core/money/", "core/pricing/", "core/ledger/", "core/journal/")
FLOATING_POINT = re.compile(
    r"\b(float|double|qreal|toDouble|toFloat|stof|stod|stold|strtof|strtod|strtold|atof|setprecision|lround|llround)\b"
    r"|(?<![\w.])\d[\d']*\.\d|(?<![\w.])\d[\d']*e[+-]?\d")

NAME_SUFFIX = re.compile(
    r"\b(?:class|struct|union|enum(?:\s+class)?|using|namespace)\s+(?:\[\[\w+\]\]\s+)?"
    r"((?!Q[A-Z])\w*(?:Manager|Helpers?|Utils?|Impl|_manager|_helpers?|_utils?|_impl)|helpers?|utils?)\b")
FILE_NAME = re.compile(r"(^|_)(manager|helpers?|utils?|impl|misc)$")
FOLDER_NAMES = {"common", "helper", "helpers", "util", "utils", "misc"}

MAX_LINES = 600
AIM_LINES = 400
CODE_ENDINGS = (".h", ".cpp")
COUNTED_ENDINGS = (".h", ".cpp", ".py", ".sh", ".cmake")
FREE_LAYOUT_ENDINGS = (".csv", ".tsv", ".svg", ".patch", ".golden", ".jsonl")
# Bytes, even where they happen to be letters.
BINARY_ENDINGS = (".seed",)

# A bracket keeps each word out of this file itself.
OPEN_ENDS = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
WORKPLACE = re.compile(
    r"(?<![\w.])/w[o]rk(/|\b)|\bshared/d[e]sign\b"
    r"|\b(our|previous|earlier|later|next|parallel|w[o]rk|coding) s[e]ssions?\b"
    r"|\biss[u]es? (#|no\.? ?)?\d+|\biss[u]es (show|resolved|note)\b|\biss[u]e #|\bp[u]ll request\b|\bsub-?a[g]ent|\bCl[a]ude\b",
    re.IGNORECASE)

TOP_LEVEL = {
    "app", "core", "devices", "installer", "resources", "sync", "tests", "translations",
    "CMakeLists.txt", "CMakePresets.json", "README.md",
}
