#include "devices/slot/device_event.h"

namespace bl {

DeviceTime timeOf(const DeviceEvent& event)
{
    return std::visit([](const auto& what) { return what.at; }, event);
}

}  // namespace bl
