#include "devices/transport/transport_factory.h"

#include "core/base/assert.h"
#include "devices/transport/file_transport.h"
#include "devices/transport/serial_transport.h"
#include "devices/transport/tcp_transport.h"

#include <utility>

namespace bl {

std::unique_ptr<Transport> createTransport(const DeviceAddress& address,
    std::shared_ptr<const Cancellation> cancellation, std::shared_ptr<TraceRing> trace)
{
    if (const auto* tcp = std::get_if<TcpPlace>(&address.place))
        return std::make_unique<TcpTransport>(
            tcp->host, tcp->port, std::move(cancellation), std::move(trace));
    if (const auto* serial = std::get_if<SerialPlace>(&address.place))
        return std::make_unique<SerialTransport>(
            *serial, std::move(cancellation), std::move(trace));
    const auto* file = std::get_if<FilePlace>(&address.place);
    BL_ASSERT(file);
    return std::make_unique<FileTransport>(*file, std::move(cancellation), std::move(trace));
}

}  // namespace bl
