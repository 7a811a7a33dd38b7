#pragma once

#include "app/device/interruption.h"
#include "app/text/command_line.h"
#include "devices/slot/device_visit.h"

#include <chrono>
#include <memory>
#include <optional>

namespace bl::device {

/// A device as the options of a command name it.
struct DeviceCall {
    SlotSettings settings;
    DriverOptions options;
    std::chrono::milliseconds limit{};
};

/// Which option names a device of that role: `printer`.
const char* optionOf(DeviceRole role);

/// `--printer ADDRESS`, with `--timeout`; for terminals also `--password-file`, `--currency` and
/// `--ca`.
QList<QCommandLineOption> deviceOptions(DeviceRole role, std::chrono::seconds limit);
QCommandLineOption addressOption(DeviceRole role);
QCommandLineOption timeoutOption(std::chrono::seconds limit);
QList<QCommandLineOption> terminalOptions();

/// Reads them; a gateway for payment codes is a terminal too. A terminal's password comes from the
/// file or from BRANCHLINE_TERMINAL_PASSWORD, because everybody on the machine sees a command line.
Result<DeviceCall> readDeviceCall(const text::CommandArguments& arguments, DeviceRole role);

/// The whole of a file. Fails with UnreadableFile.
Result<std::string> readFile(const std::string& name);

/// An integer option; fails with InvalidArgument.
Result<std::int64_t> readInteger(const text::CommandArguments& arguments, const char* option,
    std::int64_t least, std::int64_t most);

/// Opens the device, has `work` done, and says of errors what people should hear. The time that the
/// call sets and SIGINT both end it.
Result<text::CommandResult> visitDevice(const DeviceCall& call, Interruption& interruption,
    const std::function<void(DeviceEvent)>& hear,
    const std::function<Result<text::CommandResult>(DeviceVisit&)>& work);

/// How an error ends a command that uses a device.
text::ExitStatus endOf(const Error& error);

/// A command whose errors end the program like that.
text::Command deviceCommand(const QString& name, const QString& summary);

}  // namespace bl::device
