#include "devices/card/pcsc_reader.h"

#include "devices/card/pcsc_faults.h"

#include <condition_variable>
#include <thread>
#include <utility>
#include <winscard.h>

namespace bl {

namespace {

constexpr std::chrono::milliseconds kConversation{3000};
/// A watch that nobody listens to any more sees that sooner.
constexpr std::chrono::milliseconds kWatchEnds{2000};

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
            return pcscError(m_reader, problem);
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

Error PcscReader::failed(const Error& error) const
{
    if (error.detail.size() > 2)
        m_surroundings.trace->note(error.detail[2]);
    return error;
}

Result<void> PcscReader::open()
{
    close();
    if (m_before && !m_before->hasEndedWithin(kWatchEnds))
        return failed(deviceError(DeviceFault::Timeout, m_wanted, "the card service says nothing"));
    auto watch = std::make_shared<PcscWatch>(m_wanted, m_surroundings.cancellation);
    m_before = watch->trail();
    {
        const std::lock_guard lock(m_watchMutex);
        m_watch = watch;
    }
    const auto reader = watch->awaitReader();
    if (!reader) {
        close();
        return failed(reader.error());
    }
    m_name = *reader;
    m_reading.identity = m_name;
    m_state = SCARD_STATE_UNAWARE;
    m_surroundings.trace->note("open");
    return {};
}

void PcscReader::close()
{
    {
        const std::lock_guard lock(m_watchMutex);
        m_watch.reset();
    }
    m_reading = {};
    if (std::exchange(m_present, false))
        m_surroundings.emit(CardGone{std::chrono::steady_clock::now()});
}

void PcscReader::wake()
{
    const std::lock_guard lock(m_watchMutex);
    if (m_watch)
        m_watch->wake();
}

Result<void> PcscReader::attend(std::chrono::milliseconds limit)
{
    const auto heard = m_watch->next(limit);
    if (!heard)
        return failed(heard.error());
    if (!*heard)
        return {};
    const unsigned long now = **heard;
    // The upper half counts comings and goings: a card may have been changed for another.
    const bool changed = (now >> 16U) != (m_state >> 16U);
    const bool present = (now & SCARD_STATE_PRESENT) != 0;
    m_state = now;
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
