#include "devices/card/pcsc_reader.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <thread>
#include <utility>
#include <winscard.h>

namespace bl {

namespace {

constexpr std::chrono::milliseconds kConversation{3000};
/// A wake() that comes just before the wait begins is noticed after this.
constexpr std::chrono::milliseconds kLongestWait{1000};
constexpr const char* kReaderList = "\\\\?PnP?\\Notification";

DeviceFault faultOfProblem(long problem)
{
    switch (static_cast<unsigned long>(problem)) {
    case static_cast<unsigned long>(SCARD_E_NO_SERVICE):
    case static_cast<unsigned long>(SCARD_E_UNKNOWN_READER):
    case static_cast<unsigned long>(SCARD_E_NO_READERS_AVAILABLE): return DeviceFault::NotFound;
    case static_cast<unsigned long>(SCARD_W_SECURITY_VIOLATION):
        return DeviceFault::PermissionDenied;
    case static_cast<unsigned long>(SCARD_E_SHARING_VIOLATION): return DeviceFault::Busy;
    case static_cast<unsigned long>(SCARD_W_REMOVED_CARD):
    case static_cast<unsigned long>(SCARD_E_NO_SMARTCARD):
    case static_cast<unsigned long>(SCARD_W_UNPOWERED_CARD):
    case static_cast<unsigned long>(SCARD_W_UNRESPONSIVE_CARD):
    case static_cast<unsigned long>(SCARD_W_RESET_CARD):
    case static_cast<unsigned long>(SCARD_E_NOT_TRANSACTED): return DeviceFault::CardRemoved;
    case static_cast<unsigned long>(SCARD_E_PROTO_MISMATCH): return DeviceFault::ProtocolError;
    default: return DeviceFault::LinkLost;
    }
}

/// The card on a reader, spoken to in a context of its own.
class CardConnection {
public:
    CardConnection(std::string reader, std::shared_ptr<TraceRing> trace)
        : m_reader(std::move(reader))
        , m_trace(std::move(trace))
    {
    }
    ~CardConnection()
    {
        if (m_card != 0)
            ::SCardDisconnect(m_card, SCARD_LEAVE_CARD);
        if (m_context != 0)
            ::SCardReleaseContext(m_context);
    }
    CardConnection(const CardConnection&) = delete;
    CardConnection& operator=(const CardConnection&) = delete;

    Result<void> connect()
    {
        long problem = ::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_context);
        if (problem == SCARD_S_SUCCESS)
            problem = ::SCardConnect(m_context, m_reader.c_str(), SCARD_SHARE_SHARED,
                SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &m_card, &m_protocol);
        if (problem != SCARD_S_SUCCESS)
            return deviceError(faultOfProblem(problem), m_reader, ::pcsc_stringify_error(problem));
        return {};
    }

    Result<Apdu> transmit(const Apdu& command)
    {
        Apdu answer(MAX_BUFFER_SIZE);
        DWORD length = answer.size();
        const SCARD_IO_REQUEST* const request =
            m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
        m_trace->add(TraceRing::Direction::ToDevice, maskedApdu(command));
        const long problem = ::SCardTransmit(
            m_card, request, command.data(), command.size(), nullptr, answer.data(), &length);
        if (problem != SCARD_S_SUCCESS)
            return deviceError(DeviceFault::CardRemoved, m_reader, ::pcsc_stringify_error(problem));
        answer.resize(length);
        m_trace->add(TraceRing::Direction::FromDevice, answer);
        return answer;
    }

private:
    std::string m_reader;
    std::shared_ptr<TraceRing> m_trace;
    SCARDCONTEXT m_context = 0;
    SCARDHANDLE m_card = 0;
    DWORD m_protocol = SCARD_PROTOCOL_T1;
};

}  // namespace

struct PcscReader::Context {
    SCARDCONTEXT handle = 0;

    ~Context()
    {
        if (handle != 0)
            ::SCardReleaseContext(handle);
    }
};

PcscReader::PcscReader(
    std::string reader, std::optional<MifareProfile> profile, DriverSurroundings surroundings)
    : m_wanted(std::move(reader))
    , m_profile(profile)
    , m_surroundings(std::move(surroundings))
{
}

PcscReader::~PcscReader()
{
    close();
}

Error PcscReader::failed(DeviceFault fault, long problem) const
{
    const char* const why = ::pcsc_stringify_error(problem);
    m_surroundings.trace->note(why);
    return deviceError(fault, m_wanted, why);
}

Result<void> PcscReader::open()
{
    close();
    auto context = std::make_unique<Context>();
    long problem = ::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context->handle);
    if (problem != SCARD_S_SUCCESS)
        return failed(DeviceFault::NotFound, problem);
    DWORD length = 0;
    problem = ::SCardListReaders(context->handle, nullptr, nullptr, &length);
    std::string names(length, '\0');
    if (problem == SCARD_S_SUCCESS)
        problem = ::SCardListReaders(context->handle, nullptr, names.data(), &length);
    if (problem != SCARD_S_SUCCESS)
        return failed(faultOfProblem(problem), problem);
    m_name.clear();
    for (std::size_t at = 0; at < names.size() && names[at] != '\0' && m_name.empty();) {
        const std::string name(names.c_str() + at);
        if (m_wanted.empty() || name == m_wanted)
            m_name = name;
        at += name.size() + 1;
    }
    if (m_name.empty())
        return failed(DeviceFault::NotFound, SCARD_E_UNKNOWN_READER);
    m_reading.identity = m_name;
    m_state = SCARD_STATE_UNAWARE;
    const std::lock_guard lock(m_contextMutex);
    m_context = std::move(context);
    m_surroundings.trace->note("open");
    return {};
}

void PcscReader::close()
{
    std::unique_ptr<Context> context;
    {
        const std::lock_guard lock(m_contextMutex);
        context = std::move(m_context);
    }
    m_reading = {};
    if (std::exchange(m_present, false))
        m_surroundings.emit(CardGone{std::chrono::steady_clock::now()});
}

void PcscReader::wake()
{
    m_woken = true;
    const std::lock_guard lock(m_contextMutex);
    if (m_context)
        ::SCardCancel(m_context->handle);
}

Result<void> PcscReader::attend(std::chrono::milliseconds limit)
{
    if (m_woken.exchange(false))
        return {};
    // The list of readers is waited for too: a reader that is pulled out ends the wait.
    std::array<SCARD_READERSTATE, 2> states{};
    states[0].szReader = m_name.c_str();
    states[0].dwCurrentState = m_state;
    states[1].szReader = kReaderList;
    const auto wait = std::min(limit, kLongestWait);
    const long problem = ::SCardGetStatusChange(m_context->handle, static_cast<DWORD>(wait.count()),
        states.data(), static_cast<DWORD>(states.size()));
    m_woken = false;
    if (m_surroundings.cancellation->isRequested())
        return Error{ErrorCode::Cancelled, {}};
    if (problem == SCARD_E_TIMEOUT || problem == SCARD_E_CANCELLED)
        return {};
    if (problem != SCARD_S_SUCCESS)
        return failed(DeviceFault::LinkLost, problem);
    const DWORD now = states[0].dwEventState;
    if (now & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE))
        return failed(DeviceFault::LinkLost, SCARD_E_READER_UNAVAILABLE);
    // The upper half counts comings and goings: a card may have been changed for another.
    const bool changed = (now >> 16U) != (m_state >> 16U);
    const bool present = (now & SCARD_STATE_PRESENT) != 0;
    m_state = now & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
    if (m_present && (!present || changed)) {
        m_present = false;
        m_surroundings.emit(CardGone{std::chrono::steady_clock::now()});
    }
    if (present && !m_present && !(now & SCARD_STATE_MUTE))
        cardCame();
    else if (present && !m_present && changed)
        m_surroundings.emit(
            CardRefused{CardRefused::Reason::Unreadable, std::chrono::steady_clock::now()});
    return {};
}

void PcscReader::cardCame()
{
    const auto number = converse([profile = m_profile, reader = m_name](const Transmit& transmit) {
        return profile ? readCardNumber(transmit, *profile, reader) : readChip(transmit, reader);
    });
    const auto now = std::chrono::steady_clock::now();
    m_present = true;
    m_reading.fault = number ? std::nullopt : faultOf(number.error());
    if (number)
        m_surroundings.emit(CardSeen{CardTechnology::Contactless, *number, now});
    else
        m_surroundings.emit(CardRefused{CardRefused::Reason::Unreadable, now});
}

Result<void> PcscReader::writeNumber(std::string_view number, CardIssue issue)
{
    if (!m_profile)
        return deviceError(DeviceFault::Unsupported, m_name);
    const auto written =
        converse([profile = *m_profile, reader = m_name, text = std::string(number), issue](
                     const Transmit& transmit) -> Answer {
            BL_CHECK(writeCardNumber(transmit, profile, text, issue, reader));
            return text;
        });
    if (!written)
        return written.error();
    return {};
}

PcscReader::Answer PcscReader::converse(Talk talk)
{
    // SCardTransmit has no timeout and cannot be cancelled: a card that says nothing holds up a
    // thread that nobody waits for any more.
    if (m_stuck && *m_stuck)
        return deviceError(DeviceFault::Timeout, m_name, "the card before still holds the reader");
    struct Shared {
        std::mutex mutex;
        std::condition_variable done;
        std::optional<Answer> answer;
    };
    auto shared = std::make_shared<Shared>();
    auto running = std::make_shared<std::atomic<bool>>(true);
    m_stuck = running;
    std::thread([shared, running, reader = m_name, trace = m_surroundings.trace,
                    talk = std::move(talk)] {
        Answer answer = std::string();
        {
            CardConnection card(reader, trace);
            const auto connected = card.connect();
            answer = connected
                ? talk([&card](const Apdu& command) { return card.transmit(command); })
                : Answer(connected.error());
        }
        *running = false;
        const std::lock_guard lock(shared->mutex);
        shared->answer = std::move(answer);
        shared->done.notify_all();
    }).detach();
    std::unique_lock lock(shared->mutex);
    if (!shared->done.wait_for(lock, kConversation, [&] { return shared->answer.has_value(); }))
        return deviceError(DeviceFault::Timeout, m_name, "the card says nothing");
    return *std::move(shared->answer);
}

}  // namespace bl
