#pragma once

#include "devices/transport/device_address.h"
#include "devices/transport/fd_transport.h"

namespace bl {

/// A device file that takes and gives bytes as they are: a USB printer behind usblp
/// (`/dev/usb/lp0`). Where nothing can be read from it, it only takes.
class FileTransport final : public FdTransport {
public:
    FileTransport(FilePlace place, std::shared_ptr<const Cancellation> cancellation,
        std::shared_ptr<TraceRing> trace);

    Result<void> open(std::chrono::milliseconds timeout) override;
    /// Waits until the device has taken the last write: usblp takes one before its printer does,
    /// and throws it away where the file is closed meanwhile.
    Result<void> flush(std::chrono::milliseconds timeout) override;
    void close(Ending ending) override;

private:
    FilePlace m_place;
};

}  // namespace bl
