#pragma once

#include "app/desktop/theme/theme.h"
#include "devices/discovery/device_descriptor.h"
#include "devices/slot/device_event.h"
#include "devices/slot/slot_status.h"

#include <QString>

#include <vector>

/// What people call devices and how they stand.
namespace bl::desktop {

QString roleWord(DeviceRole role);
/// Whether such a device may want a password or key, and what that is called.
bool hasSecret(DeviceRole role);
QString secretWord(DeviceRole role);
Icon roleIcon(DeviceRole role);
/// Its maker and model; what needs no line has a name of ours.
QString offerTitle(const DeviceDescriptor& device);
QString foundWord(FoundAt place);

/// "Card terminal", or "Card terminal 2" where there are several: the name of one of these devices.
QString deviceName(const std::vector<SlotStatus>& all, std::size_t index);

/// "Card terminal: Not there": that device and how it stands.
QString deviceLine(const std::vector<SlotStatus>& all, std::size_t index);

/// Whether it works, or is switched off on purpose: nobody has to do anything.
bool isWell(SlotState state);

/// "Ready", "Out of paper": the state, or what is wrong where that is known.
QString stateWord(const SlotStatus& status);
Tone stateTone(SlotState state);
/// A shape for the state, so that it is not told by colour alone: ● ◐ ▲ ○.
QString stateMark(SlotState state);

/// What a device said by itself, for whoever tests it.
QString eventText(const DeviceEvent& event);

}  // namespace bl::desktop
