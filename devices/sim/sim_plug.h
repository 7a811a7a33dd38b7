#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <variant>

/// Where simulated devices are plugged in: a TCP port of this machine's loopback, or a
/// pseudo-terminal that stands for a serial port.
namespace bl::sim {

struct TcpPlug {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0 takes a free one
};
struct PtyPlug {
    std::string link;  ///< where a symbolic link to the pseudo-terminal is made
};
using SimPlug = std::variant<TcpPlug, PtyPlug>;

/// A listening socket. Fails with InvalidAddress where the host is no numeric loopback address,
/// PortInUse or ListenFailed.
Result<int> listenOn(const TcpPlug& plug);
std::uint16_t portOf(int listening);

/// Both ends of a pseudo-terminal in raw mode, which the link names. Holding the device's end keeps
/// the line from hanging up between two openings.
struct PtyEnds {
    int simulator = -1;
    int device = -1;
    std::string path;  ///< `/dev/pts/3`
};
/// Fails with ListenFailed {link, reason}.
Result<PtyEnds> openPty(const PtyPlug& plug);

}  // namespace bl::sim
