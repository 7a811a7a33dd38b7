#pragma once

#include "devices/payment/zvt_frame.h"
#include "devices/transport/transport.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace bl::zvt {

struct LinkTiming {
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds write{5'000};
    std::chrono::milliseconds acknowledge{5'000};  ///< serial: for ACK or NAK
    std::chrono::milliseconds character{1'000};    ///< between two bytes of one message
};

/// Whole messages over a line: as they are over TCP, in frames with acknowledgements over a serial
/// line. A link that failed is closed.
class ZvtLink {
public:
    enum class Framing { Plain, Serial };

    /// `name` is what errors call the device.
    ZvtLink(
        std::string name, std::unique_ptr<Transport> transport, Framing framing, LinkTiming timing);

    Result<void> open();
    void close();
    bool isOpen() const { return m_transport->isOpen(); }

    /// Over a serial line it is sent up to three times while the terminal says that it came out
    /// wrong. Silence is never an invitation to send it again: it may have arrived.
    Result<void> send(const Apdu& apdu);

    /// The next message; nothing where none began in time, or after wake().
    Result<std::optional<Apdu>> receive(std::chrono::milliseconds timeout);

    /// From any thread.
    void wake() { m_transport->wake(); }

private:
    enum class Reply { Ack, Nak };

    Result<void> sendFrame(const Bytes& message);
    Result<Reply> awaitReply();
    Result<void> write(const Bytes& bytes);
    Result<bool> takePlain();
    Result<bool> takeFramed();
    Result<bool> read(std::chrono::milliseconds timeout);
    Error broken(const char* evidence);

    std::string m_name;
    std::unique_ptr<Transport> m_transport;
    Framing m_framing;
    LinkTiming m_timing;
    Bytes m_pending;  ///< read and not looked at yet
    FrameReader m_reader;
    std::deque<Apdu> m_messages;
    std::deque<Reply> m_replies;
    int m_damaged = 0;  ///< in a row
};

}  // namespace bl::zvt
