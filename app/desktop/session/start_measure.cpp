#include "app/desktop/session/start_measure.h"

#include "app/desktop/counter/counter.h"
#include "app/desktop/log_in/log_in_screen.h"
#include "app/desktop/till/till.h"
#include "app/text/command_line.h"

#include <QFile>

#include <ctime>
#include <unistd.h>

namespace bl::desktop {

namespace {

constexpr std::int64_t kSearchResults = 20;

QByteArray ownFacts(const char* name)
{
    QFile file(QStringLiteral("/proc/self/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Since the kernel made the process, which is before the linker and main(); to 10 ms.
qint64 ownAgeMs()
{
    const QByteArray stat = ownFacts("stat");
    // The name, the second field, is in parentheses and may hold blanks; the start is the 22nd.
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const qint64 startTicks = fields.value(19).toLongLong();
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000
        - startTicks * 1000 / ::sysconf(_SC_CLK_TCK);
}

qint64 residentKib()
{
    const auto lines = ownFacts("status").split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong();
    }
    return 0;
}

}  // namespace

StartMeasure::StartMeasure(LogIn& logIn, LogInScreen& screen, Counter& counter, Till& till)
    : m_screen(screen)
    , m_counter(counter)
    , m_till(till)
{
    connect(
        &logIn, &LogIn::usersLoaded, this, [this] { arrived(); }, Qt::SingleShotConnection);
    connect(
        &counter.quickKeys, &QuickKeysPresenter::productsListed, this, [this] { arrived(); },
        Qt::SingleShotConnection);
}

void StartMeasure::begin()
{
    m_counter.quickKeys.load();
    m_till.read(
        this, [](TillQueries& queries) { return queries.products.search("69", kSearchResults); },
        [this](const Result<std::vector<catalog::Product>>&) { arrived(); });
}

void StartMeasure::arrived()
{
    if (--m_missing > 0)
        return;
    // Behind whatever the answers have left to do; then what is not painted yet is.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_screen.window()->repaint();
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

void printStart()
{
    text::printLine(QStringLiteral("cold start: %1 ms to a usable counter").arg(ownAgeMs()));
    text::printLine(QStringLiteral("memory: %1 MiB resident")
                        .arg(static_cast<double>(residentKib()) / 1024, 0, 'f', 1));
}

}  // namespace bl::desktop
