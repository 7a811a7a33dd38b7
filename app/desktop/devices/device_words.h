#pragma once

#include "app/desktop/theme/theme.h"
#include "devices/discovery/device_descriptor.h"
#include "devices/slot/device_event.h"
#include "devices/slot/slot_status.h"

#include <QString>

/// What people call devices and how they stand.
namespace bl::desktop {

QString roleWord(DeviceRole role);
Icon roleIcon(DeviceRole role);
QString foundWord(FoundAt place);

/// "Ready", "Out of paper": the state, or what is wrong where that is known.
QString stateWord(const SlotStatus& status);
Tone stateTone(SlotState state);
/// A shape for the state, so that it is not told by colour alone: ● ◐ ▲ ○.
QString stateMark(SlotState state);

/// What a device said by itself, for whoever tests it.
QString eventText(const DeviceEvent& event);

}  // namespace bl::desktop
