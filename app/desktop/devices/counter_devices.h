#pragma once

#include "app/desktop/devices/wedge_filter.h"
#include "devices/scale/scale.h"
#include "devices/slot/devices.h"

#include <QPointer>

namespace bl::desktop {

class CounterView;
class DeviceDesk;

/// What comes in at the counter: scanners, readers and the scale, on lines of their own or as
/// keyboards, to the counter's screen.
class CounterDevices final : public QObject {
    Q_OBJECT
public:
    /// `desk` outlives it.
    CounterDevices(DeviceDesk& desk, CounterView& view);

private:
    void watchScale(Scale::Watch watch);

    DeviceDesk& m_desk;
    QPointer<CounterView> m_view;
    WedgeFilter m_wedge;
    Devices::Subscription m_subscription;
};

}  // namespace bl::desktop
