#include "app/desktop/devices/counter_devices.h"

#include "app/desktop/counter/counter_view.h"
#include "app/desktop/devices/device_desk.h"

#include <QApplication>

namespace bl::desktop {

CounterDevices::CounterDevices(DeviceDesk& desk, CounterView& view)
    : m_desk(desk)
    , m_view(&view)
{
    m_subscription = desk.devices().subscribe(
        [this](const DeviceEvent& event) { return m_view && m_view->take(event); });
    connect(&m_wedge, &WedgeFilter::heard, this,
        [this](const DeviceEvent& event) { m_desk.devices().hear(event); });
    connect(&desk, &DeviceDesk::staleEvent, this, [] { QApplication::beep(); });
    connect(&view, &CounterView::weightWanted, this, &CounterDevices::watchScale);
}

void CounterDevices::watchScale(Scale::Watch watch)
{
    m_desk.devices().signal<Scale>(
        m_desk.devices().slotOf(DeviceRole::Scale), [&](Scale& scale) { scale.watch(watch); });
}

}  // namespace bl::desktop
