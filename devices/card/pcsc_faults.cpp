#include "devices/card/pcsc_faults.h"

#include <winscard.h>

namespace bl {

DeviceFault faultOfPcsc(long problem)
{
    switch (static_cast<unsigned long>(problem)) {
    case static_cast<unsigned long>(SCARD_E_NO_SERVICE):
    case static_cast<unsigned long>(SCARD_E_UNKNOWN_READER):
    case static_cast<unsigned long>(SCARD_E_NO_READERS_AVAILABLE): return DeviceFault::NotFound;
    case static_cast<unsigned long>(SCARD_W_SECURITY_VIOLATION):
        return DeviceFault::PermissionDenied;
    case static_cast<unsigned long>(SCARD_E_SHARING_VIOLATION): return DeviceFault::Busy;
    case static_cast<unsigned long>(SCARD_W_REMOVED_CARD):
    case static_cast<unsigned long>(SCARD_E_NO_SMARTCARD):
    case static_cast<unsigned long>(SCARD_W_UNPOWERED_CARD):
    case static_cast<unsigned long>(SCARD_W_UNRESPONSIVE_CARD):
    case static_cast<unsigned long>(SCARD_W_RESET_CARD):
    case static_cast<unsigned long>(SCARD_E_NOT_TRANSACTED): return DeviceFault::CardRemoved;
    case static_cast<unsigned long>(SCARD_E_PROTO_MISMATCH): return DeviceFault::ProtocolError;
    default: return DeviceFault::LinkLost;
    }
}

Error pcscError(const std::string& reader, long problem)
{
    return deviceError(faultOfPcsc(problem), reader, ::pcsc_stringify_error(problem));
}

}  // namespace bl
