#pragma once

#include "devices/transport/device_address.h"
#include "devices/transport/fd_transport.h"

namespace bl {

/// A serial port, or a pseudo-terminal that stands for one. Raw: no character is changed or
/// echoed. One program at a time may hold it.
///
/// Not QSerialPort: one poll() waits for the line, for cancellation and for wake() here, and
/// a line whose device vanished ends with its first error.
class SerialTransport final : public FdTransport {
public:
    SerialTransport(SerialPlace place, std::shared_ptr<const Cancellation> cancellation,
        std::shared_ptr<TraceRing> trace);
    ~SerialTransport() override;

    Result<void> open(std::chrono::milliseconds timeout) override;
    Result<void> flush(std::chrono::milliseconds timeout) override;
    void close(Ending ending) override;

private:
    Result<void> configure();

    SerialPlace m_place;
};

}  // namespace bl
