#include "devices/payment/zvt_link.h"

#include <array>

namespace bl::zvt {

namespace {

using LinkClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kTries = 3;

milliseconds leftUntil(LinkClock::time_point deadline)
{
    const auto left = std::chrono::ceil<milliseconds>(deadline - LinkClock::now());
    return std::max(left, milliseconds{0});
}

}  // namespace

ZvtLink::ZvtLink(
    std::string name, std::unique_ptr<Transport> transport, Framing framing, LinkTiming timing)
    : m_name(std::move(name))
    , m_transport(std::move(transport))
    , m_framing(framing)
    , m_timing(timing)
{
}

Result<void> ZvtLink::open()
{
    m_pending.clear();
    m_reader.reset();
    m_messages.clear();
    m_replies.clear();
    m_damaged = 0;
    return m_transport->open(m_timing.connect);
}

void ZvtLink::close()
{
    m_transport->close(Transport::Ending::Orderly);
}

Error ZvtLink::broken(const char* evidence)
{
    m_transport->close(Transport::Ending::Abandoned);
    return deviceError(DeviceFault::ProtocolError, m_name, evidence);
}

Result<void> ZvtLink::write(const Bytes& bytes)
{
    auto written = m_transport->write(bytes, m_timing.write);
    if (!written)
        m_transport->close(Transport::Ending::Abandoned);
    return written;
}

Result<void> ZvtLink::send(const Apdu& apdu)
{
    const Bytes message = encode(apdu);
    return m_framing == Framing::Plain ? write(message) : sendFrame(message);
}

Result<void> ZvtLink::sendFrame(const Bytes& message)
{
    const Bytes framed = frame(message);
    m_replies.clear();
    for (int tries = 0; tries < kTries; ++tries) {
        BL_CHECK(write(framed));
        BL_TRY(const Reply reply, awaitReply());
        if (reply == Reply::Ack)
            return {};
    }
    return broken("refused three times");
}

Result<ZvtLink::Reply> ZvtLink::awaitReply()
{
    const auto deadline = LinkClock::now() + m_timing.acknowledge;
    for (;;) {
        while (!m_pending.empty() && m_replies.empty()) {
            BL_CHECK(takeFramed());
        }
        if (!m_replies.empty()) {
            const Reply reply = m_replies.front();
            m_replies.pop_front();
            return reply;
        }
        const auto left = leftUntil(deadline);
        if (left.count() == 0) {
            m_transport->close(Transport::Ending::Abandoned);
            return deviceError(DeviceFault::Timeout, m_name, "no acknowledgement");
        }
        BL_CHECK(read(left));
    }
}

/// Whether bytes came.
Result<bool> ZvtLink::read(milliseconds timeout)
{
    std::array<std::uint8_t, 2048> buffer{};
    auto count = m_transport->read(buffer, timeout);
    if (!count) {
        m_transport->close(Transport::Ending::Abandoned);
        return count.error();
    }
    m_pending.insert(
        m_pending.end(), buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(*count));
    return *count > 0;
}

/// Whether a whole message was taken out of the bytes that came.
Result<bool> ZvtLink::takePlain()
{
    const auto length = messageLength(m_pending);
    if (!length || *length > m_pending.size())
        return false;
    const std::span<const std::uint8_t> bytes(m_pending);
    m_messages.push_back(*decode(bytes.first(*length)));
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(*length));
    return true;
}

/// Looks at the bytes up to the next thing that they mean, and answers a frame.
Result<bool> ZvtLink::takeFramed()
{
    std::size_t used = 0;
    auto event = FrameReader::Event::Nothing;
    while (used < m_pending.size() && event == FrameReader::Event::Nothing)
        event = m_reader.take(m_pending[used++]);
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(used));
    switch (event) {
    case FrameReader::Event::Nothing: return false;
    case FrameReader::Event::Ack: m_replies.push_back(Reply::Ack); return true;
    case FrameReader::Event::Nak: m_replies.push_back(Reply::Nak); return true;
    case FrameReader::Event::Message:
        if (auto apdu = decode(m_reader.message())) {
            m_damaged = 0;
            BL_CHECK(write({kAck}));
            m_messages.push_back(std::move(*apdu));
            return true;
        }
        [[fallthrough]];
    case FrameReader::Event::Damaged:
        if (++m_damaged == kTries)
            return broken("damaged three times");
        BL_CHECK(write({kNak}));
        return true;
    }
    return false;
}

Result<std::optional<Apdu>> ZvtLink::receive(milliseconds timeout)
{
    const auto deadline = LinkClock::now() + timeout;
    for (;;) {
        bool more = true;
        while (m_messages.empty() && !m_pending.empty() && more) {
            BL_TRY(more, m_framing == Framing::Plain ? takePlain() : takeFramed());
        }
        if (!m_messages.empty()) {
            std::optional<Apdu> apdu(std::move(m_messages.front()));
            m_messages.pop_front();
            return apdu;
        }
        const bool inside = m_framing == Framing::Plain ? !m_pending.empty() : m_reader.isInside();
        if (inside) {
            BL_TRY(const bool came, read(m_timing.character));
            if (came)
                continue;
            if (m_framing == Framing::Plain)
                return broken("a message without an end");
            m_reader.reset();
            if (++m_damaged == kTries)
                return broken("damaged three times");
            BL_CHECK(write({kNak}));
            continue;
        }
        const auto left = leftUntil(deadline);
        if (auto waited = m_transport->await(left); !waited) {
            m_transport->close(Transport::Ending::Abandoned);
            return waited.error();
        }
        BL_TRY(const bool came, read(milliseconds{0}));
        if (!came)
            return std::optional<Apdu>{};
    }
}

}  // namespace bl::zvt
