#pragma once

#include "core/ports/device_fault.h"

#include <QString>

namespace bl::text {

/// What is wrong with a device and what to do about it, for an error with the code DeviceFailed.
QString deviceSentence(const Error& error);

/// A fault in two or three words: "Out of paper".
QString faultWords(DeviceFault fault);

/// A payment's state by its technical name: "approved", in the program's language.
QString paymentStateWord(const QString& name);

}  // namespace bl::text
