#pragma once

#include "app/device/interruption.h"
#include "app/text/command_line.h"

#include <QCoreApplication>

/// The commands of branchline-device. They may be made after the language was installed; the
/// interruption outlives them.
namespace bl::device {

/// Makes the program's texts, one for all its files.
struct DeviceProgram {
    Q_DECLARE_TR_FUNCTIONS(DeviceProgram)
};

text::Command listCommand();
text::Command printCommand(Interruption& interruption);
text::Command drawerCommand(Interruption& interruption);
text::Command statusCommand();
text::Command payCommand(Interruption& interruption);
text::Command reverseCommand(Interruption& interruption);
text::Command resolveCommand(Interruption& interruption);
text::Command endOfDayCommand(Interruption& interruption);
text::Command readCardCommand(Interruption& interruption);
text::Command scanCommand(Interruption& interruption);
text::Command weighCommand(Interruption& interruption);
text::Command displayCommand(Interruption& interruption);

}  // namespace bl::device
