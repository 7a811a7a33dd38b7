#pragma once

#include "devices/transport/cancellation.h"
#include "devices/transport/transport.h"

#include <memory>
#include <string>

struct addrinfo;

namespace bl {

/// A TCP connection over a non-blocking socket.
class TcpTransport final : public Transport {
public:
    TcpTransport(
        std::string host, std::uint16_t port, std::shared_ptr<const Cancellation> cancellation);
    ~TcpTransport() override;
    TcpTransport(const TcpTransport&) = delete;
    TcpTransport& operator=(const TcpTransport&) = delete;

    Result<void> open(std::chrono::milliseconds timeout) override;
    Result<void> write(
        std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeout) override;
    Result<void> flush(std::chrono::milliseconds timeout) override;
    Result<std::size_t> read(
        std::span<std::uint8_t> buffer, std::chrono::milliseconds timeout) override;
    void close(Ending ending) override;

private:
    using Deadline = std::chrono::steady_clock::time_point;
    enum class Ready { Yes, TimedOut };

    Error failed(const char* reason) const;
    Result<Ready> await(short events, Deadline deadline) const;
    Result<void> connectTo(const ::addrinfo& candidate, Deadline deadline);

    std::string m_host;
    std::uint16_t m_port;
    std::shared_ptr<const Cancellation> m_cancellation;
    int m_socket = -1;
};

}  // namespace bl
