#include "core/base/assert.h"
#include "devices/transport/device_address.h"

#include <cstddef>
#include <cstdint>

/// Addresses: what was read is written, and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto address = bl::DeviceAddress::parse(text);
    if (!address)
        return 0;
    const auto again = bl::DeviceAddress::parse(address->toString(), address->role());
    BL_ASSERT(again && *again == *address);
    BL_ASSERT(again->toString() == address->toString());
    if (const auto* tcp = std::get_if<bl::TcpPlace>(&address->place))
        BL_ASSERT(!tcp->host.empty() && tcp->port != 0);
    return 0;
}
