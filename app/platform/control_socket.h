#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace bl::platform {

/// What the program that owns a data directory does for other commands.
using ControlHandler =
    std::function<Result<Json>(const std::string& command, const Json& arguments)>;

/// The socket by which the program that owns a data directory is asked by commands of the same
/// user: `branchline-hq enrol` beside `serve`, `branchlinectl` beside the application. One JSON
/// document a line:
/// `{"command","arguments"}` is answered by `{"result"}` or `{"error":{"code","detail"}}`.
class ControlServer {
public:
    /// Listens on DIR/control.sock, for the owner alone; the caller holds the directory's lock, so
    /// a socket that is there already was left behind. The handler is called on the server's own
    /// thread, one command after the other. Fails with ListenFailed.
    static Result<std::unique_ptr<ControlServer>> start(
        const std::string& directory, ControlHandler handler);

    /// Ends the command that runs, removes the socket.
    ~ControlServer();
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

private:
    class Listener;
    explicit ControlServer(std::unique_ptr<Listener> listener);

    std::unique_ptr<Listener> m_listener;
};

/// Asks the program that owns the directory. Fails with NotFound where none listens, NetworkFailed
/// where no answer came in time, or with what the handler said.
Result<Json> callControl(const std::string& directory, const std::string& command,
    const Json& arguments, std::chrono::milliseconds timeout);

}  // namespace bl::platform
