#pragma once

#include "devices/transport/fd_transport.h"

struct addrinfo;

namespace bl {

/// A TCP connection over a non-blocking socket.
class TcpTransport final : public FdTransport {
public:
    TcpTransport(std::string host, std::uint16_t port,
        std::shared_ptr<const Cancellation> cancellation, std::shared_ptr<TraceRing> trace);
    ~TcpTransport() override;

    Result<void> open(std::chrono::milliseconds timeout) override;
    Result<void> flush(std::chrono::milliseconds timeout) override;
    void close(Ending ending) override;

private:
    std::ptrdiff_t put(std::span<const std::uint8_t> bytes) override;
    Result<void> connectTo(const ::addrinfo& candidate, Deadline deadline);

    std::string m_host;
    std::uint16_t m_port;
};

}  // namespace bl
