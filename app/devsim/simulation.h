#pragma once

#include "core/base/json.h"
#include "devices/sim/commanded_device.h"
#include "devices/sim/simulator_host.h"

#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

/// What all simulated devices share as programs: where they are plugged in, events on standard
/// output and faults on standard input, one JSON object a line.
namespace bl::devsim {

constexpr int kExitUsage = 2;
constexpr int kExitCannotListen = 3;
constexpr int kExitCannotWrite = 4;

/// Says what is wrong with the command line; gives kExitUsage.
int wrongUsage(const char* what, std::string_view value);

/// Reads `--option value` pairs; gives 0 or the exit status. `take` says whether it knows the
/// option and can use the value; `--listen ADDRESS:PORT` and `--pty LINK` go to `plug`.
int readOptions(std::span<char* const> arguments, sim::SimPlug& plug,
    const std::function<bool(std::string_view option, std::string_view value)>& take);

/// Events, one a line, from any thread.
class EventPrinter {
public:
    void print(const Json& event);
    /// `{"event":"connected"}`, or `disconnected` with the bytes received.
    void print(const sim::SimulatorHost::Event& event);
    void listening(const sim::SimPlug& plug, const sim::SimulatorHost& host);

private:
    std::mutex m_mutex;
};

/// Says why a device could not be plugged in; gives kExitCannotListen.
int cannotListen(const sim::SimPlug& plug, const Error& error);

/// Says what is wrong with a directory; gives kExitCannotWrite.
int cannotWrite(const std::string& problem);

/// As serve(), for a device without a line.
void serveCommands(
    EventPrinter& events, const std::function<Result<void>(const Json& command)>& handle);

/// Hands lines of standard input to `handle` until SIGTERM or SIGINT. `handle` gives an error for a
/// line that it cannot use, which is printed as an event; faults of the line itself
/// ({"fault":"mute"}, "slow", "drop-after", "unplug", "plug-in", "clear") are handled here, before
/// `handle` sees them.
void serve(sim::SimulatorHost& host, EventPrinter& events,
    const std::function<Result<void>(const Json& command)>& handle);

/// Ends serve() and serveCommands(), as SIGTERM does. From any thread.
void endServing();

/// Serves a device until it is told to end, and gives the exit status; its commands come from
/// standard input.
int runDevice(
    const sim::SimPlug& plug, std::unique_ptr<sim::CommandedDevice> device, EventPrinter& events);

}  // namespace bl::devsim
