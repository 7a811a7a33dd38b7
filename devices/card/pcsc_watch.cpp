#include "devices/card/pcsc_watch.h"

#include "core/ports/device_fault.h"
#include "devices/card/pcsc_faults.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <winscard.h>

namespace bl {

namespace {

using WatchClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// After this a thread sees that nobody listens to it any more.
constexpr milliseconds kSlice{500};
/// A service that works answers each slice.
constexpr milliseconds kServiceSilent{5000};
constexpr const char* kReaderList = "\\\\?PnP?\\Notification";

/// The readers' names, which stand behind each other.
Result<std::string> findReader(SCARDCONTEXT context, const std::string& wanted)
{
    DWORD length = 0;
    long problem = ::SCardListReaders(context, nullptr, nullptr, &length);
    std::string names(length, '\0');
    if (problem == SCARD_S_SUCCESS)
        problem = ::SCardListReaders(context, nullptr, names.data(), &length);
    if (problem != SCARD_S_SUCCESS)
        return pcscError(wanted, problem);
    for (std::size_t at = 0; at < names.size() && names[at] != '\0';) {
        std::string name(names.c_str() + at);
        if (wanted.empty() || name == wanted)
            return name;
        at += name.size() + 1;
    }
    return pcscError(wanted, SCARD_E_UNKNOWN_READER);
}

}  // namespace

struct PcscWatch::Trail::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<std::string> reader;
    std::deque<unsigned long> states;
    std::optional<Error> problem;
    WatchClock::time_point heard = WatchClock::now();  ///< the service's last answer
    bool woken = false;
    bool abandoned = false;
    bool running = true;

    void run(const std::string& wanted);

private:
    Result<void> watch(SCARDCONTEXT context, const std::string& wanted);
    bool note(std::optional<unsigned long> state);
};

/// Whether somebody still listens.
bool PcscWatch::Trail::Shared::note(std::optional<unsigned long> state)
{
    const std::lock_guard lock(mutex);
    heard = WatchClock::now();
    if (state)
        states.push_back(*state);
    changed.notify_all();
    return !abandoned;
}

Result<void> PcscWatch::Trail::Shared::watch(SCARDCONTEXT context, const std::string& wanted)
{
    BL_TRY(const std::string name, findReader(context, wanted));
    {
        const std::lock_guard lock(mutex);
        reader = name;
    }
    DWORD known = SCARD_STATE_UNAWARE;
    std::optional<unsigned long> state;
    while (note(std::exchange(state, std::nullopt))) {
        // The list of readers is waited for too: a reader that is pulled out ends the wait.
        std::array<SCARD_READERSTATE, 2> waited{};
        waited[0].szReader = name.c_str();
        waited[0].dwCurrentState = known;
        waited[1].szReader = kReaderList;
        const long said = ::SCardGetStatusChange(context, static_cast<DWORD>(kSlice.count()),
            waited.data(), static_cast<DWORD>(waited.size()));
        if (said == SCARD_E_TIMEOUT)
            continue;
        if (said != SCARD_S_SUCCESS)
            return deviceError(DeviceFault::LinkLost, wanted, ::pcsc_stringify_error(said));
        const DWORD now = waited[0].dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
        if (now & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE))
            return deviceError(
                DeviceFault::LinkLost, wanted, ::pcsc_stringify_error(SCARD_E_READER_UNAVAILABLE));
        if (now != known)
            state = known = now;
    }
    return {};
}

void PcscWatch::Trail::Shared::run(const std::string& wanted)
{
    SCARDCONTEXT context = 0;
    const long opened = ::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context);
    const auto watched = opened == SCARD_S_SUCCESS
        ? watch(context, wanted)
        : Result<void>{deviceError(DeviceFault::NotFound, wanted, ::pcsc_stringify_error(opened))};
    if (opened == SCARD_S_SUCCESS)
        ::SCardReleaseContext(context);
    const std::lock_guard lock(mutex);
    if (!watched)
        problem = watched.error();
    running = false;
    changed.notify_all();
}

PcscWatch::Trail::Trail(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
}

bool PcscWatch::Trail::hasEndedWithin(milliseconds time) const
{
    std::unique_lock lock(m_shared->mutex);
    return m_shared->changed.wait_for(lock, time, [this] { return !m_shared->running; });
}

PcscWatch::PcscWatch(std::string wanted, std::shared_ptr<const Cancellation> cancellation)
    : m_wanted(std::move(wanted))
    , m_cancellation(std::move(cancellation))
    , m_shared(std::make_shared<Trail::Shared>())
{
    std::thread([shared = m_shared, name = m_wanted] { shared->run(name); }).detach();
}

PcscWatch::~PcscWatch()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->abandoned = true;
}

Result<std::string> PcscWatch::awaitReader()
{
    auto& shared = *m_shared;
    std::unique_lock lock(shared.mutex);
    shared.changed.wait_for(lock, kServiceSilent,
        [&] { return shared.reader || shared.problem || m_cancellation->isRequested(); });
    if (m_cancellation->isRequested())
        return Error{ErrorCode::Cancelled, {}};
    if (shared.problem)
        return *shared.problem;
    if (!shared.reader)
        return deviceError(DeviceFault::Timeout, m_wanted, "the card service says nothing");
    return *shared.reader;
}

Result<std::optional<unsigned long>> PcscWatch::next(milliseconds limit)
{
    auto& shared = *m_shared;
    const auto deadline = WatchClock::now() + limit;
    std::unique_lock lock(shared.mutex);
    for (;;) {
        const auto now = WatchClock::now();
        if (m_cancellation->isRequested())
            return Error{ErrorCode::Cancelled, {}};
        if (!shared.states.empty()) {
            const unsigned long state = shared.states.front();
            shared.states.pop_front();
            return std::optional(state);
        }
        if (shared.problem)
            return *shared.problem;
        if (now - shared.heard >= kServiceSilent)
            return deviceError(DeviceFault::LinkLost, m_wanted, "the card service says nothing");
        if (std::exchange(shared.woken, false) || now >= deadline)
            return std::optional<unsigned long>{};
        shared.changed.wait_until(lock, std::min(deadline, shared.heard + kServiceSilent));
    }
}

void PcscWatch::wake()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->woken = true;
    m_shared->changed.notify_all();
}

}  // namespace bl
